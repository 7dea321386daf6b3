#include "intake/lines.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::intake {

namespace {

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC; }

bool is_quote(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x300C || c == 0x300D;
}

bool is_closing(char32_t c) {
  return is_quote(c) || is_apostrophe(c) || c == ')' || c == ']' || c == '*' || c == 0x203A || c == 0x300D;
}

bool is_terminal(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

bool is_separator(char32_t c) {
  return c == '|' || c == 0xBB || c == 0x203A || c == 0x2022 || c == 0xB7 || c == 0x25BA || c == 0x25B6 ||
         c == 0x2192 || c == '>' || c == '<' || c == '{' || c == '}' || c == '=' || c == '#' || c == 0x25AA ||
         c == 0x2023;
}

// Counts one line, characters in order.
class LineCounter {
 public:
  LineCounter(Page& page, const Vocabulary& vocabulary) : page_(page), vocabulary_(vocabulary) { line_.key = kKeySeed; }

  void feed(char32_t c, uint32_t at, uint32_t size) {
    const uint8_t ascii = c < 0x80 ? static_cast<uint8_t>(c) : uint8_t{0};
    const bool lower = ascii >= 'a' && ascii <= 'z';
    const bool upper = (ascii >= 'A' && ascii <= 'Z') || (c >= 0x80 && unicode::is_upper(c));
    const bool digit = ascii ? ascii >= '0' && ascii <= '9' : c >= 0x80 && unicode::is_digit(c);
    const bool letter = lower || upper || (c >= 0x80 && unicode::is_letter(c));
    if (letter || digit) {
      if (!in_word_) open_word(at, upper);
      key_ = mixed(key_, upper ? unicode::to_lower(c) : c);
      ++length_;
      small_ = small_ || (letter && !upper);
      numeric_ = numeric_ || digit;
      word_end_ = at + size;
    } else if (in_word_ && !is_apostrophe(c) && c != 0xAD) {
      close_word();
      line_.picture =
          line_.picture || ((bracketed_ || c == ':') &&
                            (page_.words.back().known && (page_.words.back().known->classes & kPictureWord) != 0));
    }
    if (c == ' ' || (c >= 0x80 && unicode::is_space(c)) || c == '\t') {
      after_space_ = spaced_ = true;
      if (line_.chars > 0) ++chars_;
      return;
    }
    if (line_.chars == 0) line_.first = c, line_.span.begin = at;
    if (after_terminal_ && after_space_ && (upper || is_quote(c))) ++line_.sentence_ends;
    if (is_terminal(c)) {
      dots_ = c == 0x2026 ? 3 : c == '.' ? dots_ + 1 : 0;
      after_terminal_ = true;
    } else if (!is_closing(c)) {
      after_terminal_ = false;
      dots_ = 0;
    }
    after_space_ = false;
    line_.exclamations += c == '!' || c == 0xFF01 || (c == '?' && line_.last == '?');
    line_.address = line_.address || (c == '@' && line_.last != 0 && !spaced_) || (c == '/' && line_.last == '/');
    clock_ = clock_ || (digit && colon_);
    colon_ = c == ':' && line_.last >= '0' && line_.last <= '9';
    spaced_ = false;
    line_.quoted = line_.quoted || is_quote(c);
    line_.separators += is_separator(c);
    line_.last = c;
    line_.span.end = at + size;
    line_.chars = ++chars_;
  }

  void finish() {
    if (in_word_) close_word();
    if (line_.chars > 0) {
      line_.first_word = first_word_;
      line_.last_word = static_cast<uint32_t>(page_.words.size());
      line_.ends_open = after_terminal_ && dots_ >= 3;
      line_.ends_sentence = after_terminal_;
      line_.sentence_ends += after_terminal_;
      line_.blank_before = blanks_;
      const uint32_t count = line_.last_word - line_.first_word;
      line_.stamp = count <= 14 && (clock_ || (timed_ && line_.numeric > 0));
      line_.byline = is_byline(count);
      line_.says = line_.last == ':' && count >= 2 && count <= 8 && page_.words.back().known &&
                   (page_.words.back().known->classes & kSayingWord) != 0;
      const Word* words = page_.words.data();
      line_.notice = vocabulary_.notice_in(words + line_.first_word, words + line_.last_word);
      page_.lines.push_back(line_);
      blanks_ = 0;
    } else {
      ++blanks_;
    }
    first_word_ = static_cast<uint32_t>(page_.words.size());
    line_ = Line{};
    line_.key = kKeySeed;
    chars_ = 0;
    dots_ = 0;
    after_terminal_ = after_space_ = spaced_ = clock_ = colon_ = timed_ = false;
  }

 private:
  void open_word(uint32_t at, bool capital) {
    in_word_ = true;
    word_begin_ = at;
    capital_ = capital;
    small_ = numeric_ = false;
    length_ = 0;
    bracketed_ = line_.last == '(' || line_.last == '[';
    key_ = kKeySeed;
  }
  void close_word() {
    in_word_ = false;
    const bool shouted = capital_ && !small_ && !numeric_ && length_ > 1;
    const Vocabulary::Entry* known = vocabulary_.find(key_);
    const uint8_t classes = known ? known->classes : uint8_t{0};
    page_.words.push_back({key_, {word_begin_, word_end_}, known, capital_, shouted, numeric_});
    line_.function_words += (classes & kFunctionWord) != 0;
    line_.first_person += (classes & kFirstPerson) != 0;
    line_.second_person += (classes & kSecondPerson) != 0;
    timed_ = timed_ || (classes & kTimeWord) != 0;
    line_.capitals += capital_;
    line_.shouted += shouted;
    line_.numeric += numeric_;
    line_.key = mixed(line_.key ^ key_, 0);
  }

  bool is_byline(uint32_t count) const {
    if (count < 2 || count > 16 || line_.ends_open) return false;
    const Word* words = page_.words.data() + line_.first_word;
    const bool staff = words[1].key == key_of("our") || words[1].key == key_of("staff");
    return words[0].key == key_of("by") &&
           (staff || (words[1].capital && line_.capitals * 2 >= count && line_.function_words <= 4));
  }

  Page& page_;
  const Vocabulary& vocabulary_;
  Line line_;
  uint32_t chars_ = 0;
  uint32_t blanks_ = 0;
  uint32_t first_word_ = 0;
  uint32_t dots_ = 0;
  bool after_terminal_ = false;
  bool after_space_ = false;
  bool in_word_ = false;
  bool bracketed_ = false;
  bool spaced_ = false;  // white space right before
  bool colon_ = false;   // a digit and a colon right before
  bool clock_ = false;
  bool timed_ = false;
  bool capital_ = false;
  bool small_ = false;
  bool numeric_ = false;
  uint32_t length_ = 0;
  uint32_t word_begin_ = 0;
  uint32_t word_end_ = 0;
  WordKey key_ = kKeySeed;
};

void count_repeats(std::vector<Line>& lines) {
  std::vector<std::pair<WordKey, uint32_t>> keys;
  keys.reserve(lines.size());
  for (uint32_t i = 0; i < lines.size(); ++i) keys.emplace_back(lines[i].key, i);
  std::sort(keys.begin(), keys.end());
  for (size_t begin = 0; begin < keys.size();) {
    size_t end = begin;
    while (end < keys.size() && keys[end].first == keys[begin].first) ++end;
    for (size_t i = begin; i < end; ++i) {
      lines[keys[i].second].repeats = static_cast<uint32_t>(end - begin - 1);
      lines[keys[i].second].repeats_earlier = i > begin;
    }
    begin = end;
  }
}

}  // namespace

Page measure(std::string_view text, const Vocabulary& vocabulary) {
  Page page;
  page.text = text;
  page.words.reserve(text.size() / 6);
  LineCounter counter(page, vocabulary);
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<uint8_t>(text[at]);
    const utf8::CodePoint point = byte < 0x80 ? utf8::CodePoint{byte, 1, true} : utf8::decode(text, at);
    if (unicode::is_line_break(point.value)) {
      counter.finish();
      // CR LF is one line end.
      if (point.value == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
    } else {
      counter.feed(point.value, static_cast<uint32_t>(at), point.size);
    }
    at += point.size;
  }
  counter.finish();
  count_repeats(page.lines);
  return page;
}

std::vector<WordKey> keys_of(std::string_view phrase) {
  std::vector<WordKey> keys;
  for (const Word& word : measure(phrase, Vocabulary()).words) keys.push_back(word.key);
  return keys;
}

}  // namespace readout::intake
