#include "language/tokenizer.h"

#include <algorithm>
#include <cstdint>

#include "language/token_characters.h"
#include "language/token_words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout {

namespace {

using namespace token_characters;
using namespace token_words;
using Kind = CharKind;

// A word longer than this is cut: nothing in any language is.
constexpr uint32_t kLongestWord = 512;

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span within, std::vector<Span>& out)
      : text_(text.substr(0, std::min<size_t>(within.end, text.size()))), at_(within.begin), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      const Char c = peek(at_);
      if (c.kind == Kind::kSpace) {
        at_ += c.size;
        continue;
      }
      if (at_ >= chunk_end_) {
        if (find_chunk_end() && take_address()) continue;
      }
      if (c.kind == Kind::kLetter || c.kind == Kind::kDigit || c.kind == Kind::kJoiner) {
        take_word();
      } else {
        take_mark(c);
      }
    }
  }

  static bool is_plain(std::string_view text) {
    return !text.empty() && text.size() <= kLongestWord && !may_be_joined(text) &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return kind_of_ascii(static_cast<unsigned char>(c)) == Kind::kLetter; });
  }

 private:
  Char peek(uint32_t at) const {
    if (at >= text_.size()) return {};
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return {byte, 1, kind_of_ascii(byte)};
    const auto c = utf8::decode(text_, at);
    return {c.value, c.size, kind_of(c.value)};
  }

  static Kind kind_of(char32_t c) {
    if (c == 0x2019 || c == 0x02BC) return Kind::kApostrophe;
    if (c == 0x2010 || c == 0x2011) return Kind::kHyphen;
    if (unicode::is_space(c)) return Kind::kSpace;
    if (unicode::is_ignorable(c)) return Kind::kJoiner;
    if (unicode::is_letter(c)) return Kind::kLetter;
    if (unicode::is_digit(c)) return Kind::kDigit;
    return Kind::kOther;
  }

  bool is_alnum(uint32_t at) const {
    const Kind kind = peek(at).kind;
    return kind == Kind::kLetter || kind == Kind::kDigit;
  }

  // Whether there may be an address before it.
  bool find_chunk_end() {
    uint8_t signs = 0;
    uint32_t end = at_;
    while (end < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[end]);
      if (byte < 0x80) {
        if (kind_of_ascii(byte) == Kind::kSpace) break;
        signs |= kAddressSigns[byte];
        ++end;
      } else {
        const Char c = peek(end);
        if (c.kind == Kind::kSpace) break;
        end += c.size;
      }
    }
    chunk_end_ = end;
    constexpr uint8_t kWww = kHasW | kHasPoint;
    return (signs & kHasSign) != 0 || (signs & kWww) == kWww;
  }

  void emit(uint32_t begin, uint32_t end) {
    if (begin < end) out_.push_back({begin, end});
  }

  // Web and mail addresses, user names and hashtags: whole, without the punctuation around them.
  bool take_address() {
    if (chunk_end_ - at_ < 2 || chunk_end_ - at_ > 2048) return false;
    uint32_t begin = at_;
    while (begin < chunk_end_ && std::string_view("([{<\"'").find(text_[begin]) != std::string_view::npos) ++begin;
    uint32_t end = chunk_end_;
    while (end > begin && std::string_view(".,;:!?)]}>\"'").find(text_[end - 1]) != std::string_view::npos) --end;
    const std::string_view core = text_.substr(begin, end - begin);
    const size_t ats = core.find('@');
    const bool scheme = core.find("://") != std::string_view::npos && core.find("://") < 12;
    const bool www = core.substr(0, 4) == "www." || core.substr(0, 4) == "WWW.";
    const bool mail = ats != std::string_view::npos && ats > 0 && core.find('.', ats) != std::string_view::npos;
    const bool tag = core.size() > 2 && (core[0] == '@' || core[0] == '#') && peek(begin + 1).kind == Kind::kLetter &&
                     std::all_of(core.begin() + 1, core.end(), [](char c) {
                       const Kind kind = kind_of_ascii(static_cast<unsigned char>(c));
                       return kind == Kind::kLetter || kind == Kind::kDigit || c == '_';
                     });
    if (!scheme && !www && !mail && !tag) return false;
    // A name in front of a bracketed address, "Jo"<jo@example.org>, is read first.
    const size_t bracket = mail ? core.substr(0, ats).find_last_of("<\"([") : std::string_view::npos;
    if (bracket != std::string_view::npos) {
      chunk_end_ = begin + static_cast<uint32_t>(bracket) + 1;
      return false;
    }
    for (; at_ < begin; ++at_) emit(at_, at_ + 1);
    emit(begin, end);
    at_ = end;
    return true;
  }

  void take_word() {
    const uint32_t begin = at_;
    uint32_t letters = 0;  // since the last full stop
    bool all_single = true;
    uint32_t stops = 0;
    bool digits_only = true;
    bool apostrophe = false;
    while (at_ < text_.size() && at_ - begin < kLongestWord) {
      if (!digits_only || at_ == begin) {
        // Nearly all that there is: letters without a surprise.
        const auto most = std::min(static_cast<uint32_t>(text_.size()), begin + kLongestWord);
        const uint32_t from = at_;
        while (at_ < most && kind_of_ascii(static_cast<unsigned char>(text_[at_])) == Kind::kLetter) ++at_;
        if (at_ > from) {
          letters += at_ - from;
          digits_only = false;
          continue;
        }
      }
      const Char c = peek(at_);
      if (c.kind == Kind::kLetter && digits_only && at_ > begin && unit_follows()) break;
      if (c.kind == Kind::kLetter || c.kind == Kind::kDigit || c.kind == Kind::kJoiner || c.value == '_') {
        if (c.kind == Kind::kLetter) digits_only = false;
        if (c.kind != Kind::kJoiner) ++letters;
        if (unicode::is_cjk(c.value)) {
          if (at_ == begin) at_ += c.size;
          break;
        }
        at_ += c.size;
        continue;
      }
      const Char next = peek(at_ + c.size);
      const bool goes_on = next.kind == Kind::kLetter || next.kind == Kind::kDigit;
      if (!goes_on) break;
      const bool digit_before = peek(at_ - 1).kind == Kind::kDigit;
      const bool digits = digit_before && next.kind == Kind::kDigit;
      if (c.value == '.') {
        if (letters != 1) all_single = false;
        const bool initials =
            all_single && letters == 1 && next.kind == Kind::kLetter && !is_alnum(at_ + 1 + next.size);
        if (!digits && !initials && !(stops > 0 && all_single && letters == 1) && !domain_follows(at_ + 1)) break;
        ++stops;
        letters = 0;
      } else if ((c.value == ',' || c.value == ':' || c.value == '/') && digit_before) {
        if (!digits || !digits_only) break;
      } else if (c.value == '/' && at_ - begin == 1 && next.kind == Kind::kLetter && !is_alnum(at_ + 1 + next.size)) {
        // "w/o", "b/c", "N/A": one letter, a stroke, one letter.
        digits_only = false;
      } else if (c.value == '&') {
        if (!unicode::is_upper(next.value) || !unicode::is_upper(peek(at_ - 1).value) || letters > 3) break;
      } else if (c.kind == Kind::kApostrophe) {
        if (digit_before || next.kind == Kind::kDigit) break;
        apostrophe = true;
      } else if (c.kind == Kind::kHyphen) {
        if (!hyphen_joins(begin)) break;
      } else {
        break;
      }
      at_ += c.size;
    }
    if (at_ < text_.size() && text_[at_] == '.' && stop_belongs(begin, all_single, stops, letters)) ++at_;
    if (at_ < text_.size() && text_[at_] == '$' && at_ - begin <= 2 && unicode::is_upper(peek(begin).value)) ++at_;
    if (apostrophe || may_be_joined(text_.substr(begin, at_ - begin)))
      split_clitics(begin, at_);
    else
      emit(begin, at_);
  }

  // Whether a word without an apostrophe may be one of those that split_clitics() cuts, by its first and last letter.
  static bool may_be_joined(std::string_view word) {
    if (word.size() < 2 || word.size() > 8) return false;
    const char first = lower_ascii(word.front());
    switch (lower_ascii(word.back())) {
      case 't':
        return word.size() > 3 && (first == 'c' || first == 'd' || first == 'h' || first == 'i' || first == 'w');
      case 'a':
        return word.size() == 5 && (first == 'g' || first == 'w');
      case 's':
        return word.size() == 5 && first == 't';
      case 'm':
        return word.size() == 2 && first == 'i';
      case 'e':
        return word.size() == 3 && first == 'i';
      default:
        return false;
    }
  }

  // The letters at at_, up to the end of the word, are a unit.
  bool unit_follows() const {
    uint32_t end = at_;
    while (is_alnum(end) && end - at_ < 8) ++end;
    return among(kUnits, ShortWord(text_.substr(at_, end - at_)).view()) && peek(end).kind != Kind::kHyphen;
  }

  // "foo.com", "notes.doc": the part from `at` to the word's end is a known ending, or another dotted part follows.
  bool domain_follows(uint32_t at) const {
    uint32_t end = at;
    while (end < text_.size() && end - at < 64 &&
           kind_of_ascii(static_cast<unsigned char>(text_[end])) == Kind::kLetter)
      ++end;
    if (among(kDomains, ShortWord(text_.substr(at, end - at)).view()) && unicode::is_lower(peek(at).value)) return true;
    return end > at && end < text_.size() && text_[end] == '.' && end + 1 < text_.size() &&
           unicode::is_lower(peek(end + 1).value) && unicode::is_lower(peek(at).value);
  }

  // The hyphen at at_ stays inside the word: after a prefix, and in telephone numbers.
  bool hyphen_joins(uint32_t begin) const {
    const std::string_view before = text_.substr(begin, at_ - begin);
    if (among(kPrefixes, ShortWord(before).view()))
      return peek(at_ + peek(at_).size).kind == Kind::kLetter || before == "mid" || before == "Mid";
    uint32_t digits = 0;
    for (const char c : before) {
      if (c >= '0' && c <= '9')
        ++digits;
      else if (c != '-')
        return false;
    }
    uint32_t after = at_ + 1;
    while (after < text_.size() && after - at_ < 8 && text_[after] >= '0' && text_[after] <= '9') ++after;
    after -= at_ + 1;
    return digits >= 3 && (after == 4 || (after == 3 && digits == 3)) && !(digits == 4 && after == 4);
  }

  // The full stop at at_, before which the word from `begin` stands, is part of the word.
  bool stop_belongs(uint32_t begin, bool all_single, uint32_t stops, uint32_t letters) const {
    const std::string_view word = text_.substr(begin, at_ - begin);
    const Char next = peek(at_ + 1);
    if (next.value == '.' || word.empty()) return false;
    if (stops > 0 && all_single && letters == 1) return peek(begin).kind == Kind::kLetter;
    const ShortWord small(text_.substr(begin, at_ + 1 - begin));
    if (among(kTitles, small.view()) || among(kAbbreviations, small.view())) {
      return unicode::is_upper(peek(begin).value) || small.view() == "etc." || small.view() == "vs." ||
             small.view() == "approx." || small.view() == "ca." || small.view() == "cf." || small.view() == "al.";
    }
    if (small.view() == "no." || small.view() == "nos." || small.view() == "p." || small.view() == "pp.")
      return next.kind == Kind::kSpace && peek(at_ + 2).kind == Kind::kDigit;
    if (small.view() == "ph.d.") return true;
    // One capital letter is an initial where another word follows: "J. Smith", not "vitamin C."
    if (word.size() == 1 && unicode::is_upper(peek(begin).value) && word != "I")
      return next.kind == Kind::kSpace && next.size > 0 && unicode::is_upper(peek(at_ + 1 + next.size).value);
    return false;
  }

  // Cuts "n't", "'s" and their like off text_[begin, end) and emits the parts. Words that it cuts without an apostrophe
  // are known to may_be_joined().
  void split_clitics(uint32_t begin, uint32_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    // No joined word is longer.
    const ShortWord small(word.size() <= 8 ? word : std::string_view{});
    const std::string_view w = small.view();
    if (w == "cannot" || w == "gonna" || w == "gotta" || w == "wanna") {
      const uint32_t cut = begin + 3;
      emit(begin, cut);
      emit(cut, end);
      return;
    }
    if (w == "dont" || w == "didnt" || w == "doesnt" || w == "isnt" || w == "wasnt" || w == "couldnt" ||
        w == "wouldnt" || w == "havent" || w == "hasnt") {
      emit(begin, end - 2);
      emit(end - 2, end);
      return;
    }
    if (w == "im" || w == "ive" || w == "thats" || w == "cant") {
      const uint32_t cut = w == "im" || w == "ive" ? begin + 1 : w == "cant" ? begin + 2 : end - 1;
      emit(begin, cut);
      emit(cut, end);
      return;
    }
    const size_t straight = word.rfind('\'');
    const size_t curly = word.rfind("\u2019");
    const bool is_curly = curly != std::string_view::npos && (straight == std::string_view::npos || curly > straight);
    const size_t mark = is_curly ? curly : straight;
    if (mark == std::string_view::npos || mark == 0) {
      emit(begin, end);
      return;
    }
    const std::string_view tail = word.substr(mark + (is_curly ? 3 : 1));
    const ShortWord ending(tail);
    const std::string_view e = ending.view();
    const char before = lower_ascii(word[mark - 1]);
    if (e == "t" && before == 'n' && mark >= 2) {
      emit(begin, begin + static_cast<uint32_t>(mark) - 1);
      emit(begin + static_cast<uint32_t>(mark) - 1, end);
    } else if (e == "s" || e == "m" || e == "re" || e == "ve" || e == "ll" || e == "d") {
      split_clitics(begin, begin + static_cast<uint32_t>(mark));
      emit(begin + static_cast<uint32_t>(mark), end);
    } else {
      emit(begin, end);
    }
  }

  void take_mark(Char first) {
    const uint32_t begin = at_;
    at_ += first.size;
    if (first.kind == Kind::kApostrophe) {
      take_apostrophe(begin);
      return;
    }
    if ((first.value == ':' || first.value == ';' || first.value == '=') && take_emoticon(begin)) return;
    // A decimal without its zero: ".265".
    if (first.value == '.' && peek(at_).kind == Kind::kDigit && (begin == 0 || !is_alnum(begin - 1)) &&
        (out_.empty() || out_.back().end < begin)) {
      while (peek(at_).kind == Kind::kDigit) ++at_;
      emit(begin, at_);
      return;
    }
    const bool ending = first.value == '!' || first.value == '?';
    const bool repeats =
        std::u32string_view(U".-*=_~+<>#|$\u2026\u2014").find(first.value) != std::u32string_view::npos;
    for (Char c = peek(at_); c.size > 0 && at_ - begin < kLongestWord; c = peek(at_)) {
      const bool same = (repeats && c.value == first.value) || (ending && (c.value == '!' || c.value == '?'));
      if (!same && !continues_symbol(first, c)) break;
      at_ += c.size;
    }
    emit(begin, at_);
  }

  // Variation selectors, joiners and skin tones belong to the sign before them.
  static bool continues_symbol(Char first, Char c) {
    if (first.value < 0x2000) return false;
    return c.value == 0xFE0F || c.value == 0x200D || (c.value >= 0x1F3FB && c.value <= 0x1F3FF) ||
           (c.value >= 0xE0020 && c.value <= 0xE007F);
  }

  // "'s" after a bracket or a quotation mark, "''", or a lone mark.
  void take_apostrophe(uint32_t begin) {
    if (at_ < text_.size() && text_[begin] == '\'' && text_[at_] == '\'') {
      ++at_;
    } else if (begin > 0 && !out_.empty() && out_.back().end == begin) {
      const Char c = peek(at_);
      const bool s = (c.value == 's' || c.value == 'S') && !is_alnum(at_ + 1);
      if (s) ++at_;
    }
    emit(begin, at_);
  }

  bool take_emoticon(uint32_t begin) {
    uint32_t end = begin + 1;
    if (end < chunk_end_ && text_[end] == '-') ++end;
    if (end >= chunk_end_ || std::string_view("()DPp|").find(text_[end]) == std::string_view::npos) return false;
    if (kind_of_ascii(static_cast<unsigned char>(text_[end])) == Kind::kLetter && end + 1 < chunk_end_) return false;
    if (end == begin + 1 && text_[end] == '(') return false;
    at_ = end + 1;
    emit(begin, at_);
    return true;
  }

  std::string_view text_;
  uint32_t at_;
  uint32_t chunk_end_ = 0;
  std::vector<Span>& out_;
};

}  // namespace

void tokenize(std::string_view text, Span within, std::vector<Span>& out) { Tokenizer(text, within, out).run(); }

bool is_plain_word(std::string_view text) { return Tokenizer::is_plain(text); }

bool is_title_abbreviation(std::string_view word) {
  return !word.empty() && word.back() == '.' && among(kTitles, ShortWord(word).view());
}

}  // namespace readout
