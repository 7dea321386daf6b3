#include "reading/identities_nominals.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::naming {
namespace {

using wording::Mark;
using wording::Word;
using wording::WordLists;

// Words of a phrase, folded, possessive endings cut off.
std::vector<std::string> words_of_phrase(std::string_view phrase) {
  std::vector<std::string> words;
  std::string word;
  const std::string folded = unicode::fold(phrase);
  for (size_t at = 0; at <= folded.size();) {
    const auto c = utf8::decode(folded, at);
    const bool in_word = c.size > 0 && (unicode::is_letter(c.value) || unicode::is_number(c.value) || c.value == '-' ||
                                        c.value == '.' || c.value == '\'');
    if (in_word) {
      word.append(folded, at, c.size);
    } else if (!word.empty()) {
      if (word.size() > 2 && word.substr(word.size() - 2) == "'s") word.resize(word.size() - 2);
      words.push_back(std::move(word));
      word.clear();
    }
    if (c.size == 0) break;
    at += c.size;
  }
  return words;
}

struct Found {
  const wording::Office* office = nullptr;
  size_t first = 0;
  size_t last = 0;
};

// The longest office that ends at word `last` (half-open).
Found office_ending(const std::vector<std::string>& words, size_t last, const WordLists& lists) {
  Found found;
  std::string phrase;
  for (size_t n = 1; n <= WordLists::kLongestOffice && n <= last; ++n) {
    phrase = n == 1 ? words[last - 1] : words[last - n] + " " + phrase;
    const auto at = lists.offices.find(std::string_view(phrase));
    if (at != lists.offices.end()) found = {&at->second, last - n, last};
  }
  return found;
}

// The country among the words before `end`, the nearest first; two-word names included.
std::string country_among(const std::vector<std::string>& words, size_t end, const WordLists& lists) {
  for (size_t i = end; i-- > 0;) {
    if (i > 0) {
      const auto two = lists.countries.find(std::string_view(words[i - 1] + " " + words[i]));
      if (two != lists.countries.end() && two->second.word != wording::CountryWord::kMetonym) return two->second.code;
    }
    const auto one = lists.countries.find(std::string_view(words[i]));
    if (one != lists.countries.end() && one->second.word != wording::CountryWord::kMetonym) return one->second.code;
  }
  return {};
}

// "the next president", "the first woman president": whoever that may be.
bool is_of_nobody(const std::vector<std::string>& phrase) {
  for (const std::string_view word : {"next", "future", "first", "eventual", "possible", "potential", "prospective"}) {
    if (std::find(phrase.begin(), phrase.end(), word) != phrase.end()) return true;
  }
  return false;
}

// "former President", "then-Secretary", "2012 nominee": the words before the office say that it is over.
bool is_former(const std::vector<std::string>& words, size_t office) {
  for (size_t i = 0; i < office; ++i) {
    const std::string& word = words[i];
    if (word == "former" || word == "ex" || word == "then" || word == "onetime" || word == "one-time") return true;
    if (word.compare(0, 3, "ex-") == 0 || word.compare(0, 5, "then-") == 0) return true;
    const bool number = word.size() == 4 && word.find_first_not_of("0123456789") == std::string::npos;
    if (number && (word[0] == '1' || word[0] == '2')) return true;
  }
  return false;
}

bool is_head_of_country(const std::string& office) {
  return office == "head of state" || office == "head of government" || office == "leader" || office == "monarch" ||
         office == "supreme leader";
}

}  // namespace

std::optional<Post> read_post(std::string_view role, const WordLists& lists) {
  const auto words = words_of_phrase(role);
  for (size_t last = words.size(); last > 0; --last) {
    const Found found = office_ending(words, last, lists);
    if (!found.office) continue;
    Post post{found.office->office, country_among(words, found.first, lists), found.office->gender,
              is_former(words, found.first)};
    // "president of the United States"
    if (post.country.empty() && last + 1 < words.size() && words[last] == "of") {
      const std::vector<std::string> rest(
          words.begin() + static_cast<std::ptrdiff_t>(last) + 1,
          words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), last + 4)));
      post.country = country_among(rest, rest.size(), lists);
    }
    return post;
  }
  return std::nullopt;
}

size_t leading_role(const std::vector<std::string>& words, const WordLists& lists) {
  size_t at = 0;
  while (at < words.size()) {
    const auto country = lists.countries.find(std::string_view(words[at]));
    const bool adjective = country != lists.countries.end() && country->second.word == wording::CountryWord::kAdjective;
    if (!adjective && words[at] != "former" && words[at] != "acting") break;
    ++at;
  }
  for (size_t n = std::min<size_t>(WordLists::kLongestOffice, words.size() - at); n > 0; --n) {
    std::string phrase = words[at];
    for (size_t k = 1; k < n; ++k) phrase += " " + words[at + k];
    if (lists.offices.find(std::string_view(phrase)) == lists.offices.end()) continue;
    return at + n < words.size() ? at + n : 0;
  }
  return 0;
}

std::optional<Span> role_after(const std::vector<Word>& words, const std::vector<bool>& in_name, std::string_view text,
                               uint32_t after) {
  constexpr uint32_t kReach = 16;
  uint32_t k = after;
  if (k >= words.size() || words[k].mark != Mark::kComma) return std::nullopt;
  const uint32_t sentence = words[k].sentence;
  ++k;
  while (k < words.size() && words[k].is(wording::kDet) && !in_name[k]) ++k;
  const uint32_t first = k;
  bool office = false;
  for (; k < words.size() && k < first + kReach && words[k].sentence == sentence; ++k) {
    const Word& word = words[k];
    if (word.mark == Mark::kComma || word.mark == Mark::kClose || word.mark == Mark::kStop ||
        word.mark == Mark::kDash || word.mark == Mark::kQuote || word.mark == Mark::kSemicolon ||
        word.mark == Mark::kColon)
      break;
    if (word.is(wording::kRelative | wording::kAuxiliary | wording::kSubjectPronoun)) break;
    if (word.is(wording::kConjunction) && !office) return std::nullopt;
    if (word.is(wording::kPreposition) && k == first) return std::nullopt;
    // A reporting verb in the past ends it, and the office has to come before any preposition.
    if (!office && word.is(wording::kPreposition)) return std::nullopt;
    if (!in_name[k] && !word.capital && word.verb != wording::kNoVerb && word.form == wording::VerbForm::kPast) break;
    if (words_of(text, word.span) == "under") break;
    office = office || word.is(wording::kOffice | wording::kPersonNoun);
  }
  // An apposition is closed: "Putin, the Chinese premier hailed" holds none.
  if (!office || k <= first || k >= words.size() ||
      (words[k].is_word() && words[k].sentence == sentence && !words[k].is(wording::kRelative) &&
       words_of(text, words[k].span) != "under")) {
    return std::nullopt;
  }
  // A list of people is no apposition: "Lee, Prime Minister Roe".
  for (uint32_t i = first; i < k; ++i) {
    if (in_name[i] && i > first && !in_name[i - 1] && words[i - 1].is(wording::kOffice) &&
        !words[i - 1].is(wording::kPreposition))
      return std::nullopt;
  }
  return Span{words[first].span.begin, words[k - 1].span.end};
}

std::vector<OfficePhrase> find_office_phrases(std::string_view text, const std::vector<Word>& words,
                                              const std::vector<bool>& in_name, const std::vector<bool>& taken,
                                              const WordLists& lists) {
  constexpr uint32_t kReach = 6;
  std::vector<OfficePhrase> phrases;
  for (uint32_t i = 0; i < words.size(); ++i) {
    if (taken[i] || !words[i].is(wording::kOffice)) continue;
    // The office goes on ("president of the company" is one, "vice president" ends later) or a name follows: a role.
    if (i + 1 < words.size() &&
        (words[i + 1].is(wording::kOffice) || (in_name[i + 1] && words[i + 1].sentence == words[i].sentence)))
      continue;
    const uint32_t limit = i > kReach ? i - kReach : 0;
    uint32_t first = i;
    {
      // "head of state": of an office all its words.
      std::vector<std::string> ending;
      for (uint32_t k = limit; k <= i; ++k) ending.push_back(unicode::fold(words_of(text, words[k].span)));
      const Found office = office_ending(ending, ending.size(), lists);
      if (office.office && words[limit + office.first].sentence == words[i].sentence)
        first = limit + static_cast<uint32_t>(office.first);
    }
    bool definite = false;
    bool possessed = false;
    while (first > limit) {
      const Word& before = words[first - 1];
      if (before.sentence != words[i].sentence || !before.is_word()) break;
      const std::string_view w = words_of(text, before.span);
      if (before.is(wording::kPreposition | wording::kConjunction | wording::kAuxiliary | wording::kSubordinator |
                    wording::kSubjectPronoun))
        break;
      if (before.is(wording::kPossessive)) {
        --first;
        definite = true;
        possessed = true;
        break;
      }
      if (before.is(wording::kDet)) {
        definite = w == "the" || w == "The" || w == "this" || w == "This";
        --first;
        break;
      }
      if (before.verb != wording::kNoVerb && !before.capital && before.form != wording::VerbForm::kBase) break;
      --first;
      if ((w == "'s" || w == "\u2019s") && !before.is(wording::kBe)) possessed = true;
    }
    if (!definite && !possessed) continue;
    std::vector<std::string> before;
    for (uint32_t k = first; k <= i; ++k) before.push_back(unicode::fold(words_of(text, words[k].span)));
    const Found found = office_ending(before, before.size(), lists);
    if (!found.office || is_of_nobody(before)) continue;
    // "the movement and its leader", "the former leader": of whatever was led, which need not be a country.
    const std::string& opening = before.front();
    const bool of_it = opening == "its" || opening == "their";
    if (found.office->office == "leader" && (of_it || is_former(before, found.first))) continue;
    OfficePhrase phrase;
    phrase.post = {found.office->office, country_among(before, found.first, lists), found.office->gender,
                   is_former(before, found.first)};
    phrase.counterpart = found.office->office == "counterpart";
    phrase.first_token = first + static_cast<uint32_t>(found.first);
    phrase.last_token = i + 1;
    // "his" is a mention of its own.
    const uint32_t begin = words[first].is(wording::kPossessive) ? first + 1 : first;
    phrase.span = {words[begin].span.begin, words[i].span.end};
    // Names inside the phrase are mentions of their own; the phrase's mention begins after them.
    for (uint32_t k = first; k < phrase.first_token; ++k) {
      if (in_name[k]) phrase.span.begin = words[k + 1].span.begin;
      if (phrase.span.begin >= words[k].span.begin &&
          (words_of(text, words[k].span) == "'s" || words_of(text, words[k].span) == "\u2019s"))
        phrase.span.begin = words[k + 1].span.begin;
    }
    if (definite || !phrase.post.country.empty()) phrases.push_back(std::move(phrase));
  }
  return phrases;
}

bool post_fits(const Post& phrase, const Post& held) {
  if (!phrase.country.empty() && !held.country.empty() && phrase.country != held.country) return false;
  if (phrase.former != held.former) return false;
  if (phrase.office == held.office) return true;
  return phrase.office == "leader" && is_head_of_country(held.office);
}

}  // namespace readout::naming
