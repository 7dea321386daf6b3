#include "reading/identities_genders.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace readout::naming {

namespace {

constexpr size_t kReach = 120;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Index into the counts of a pronoun; 2 for another word.
size_t gender_of(std::string_view word) {
  for (const std::string_view he : {"he", "his", "himself"}) {
    if (word == he) return 0;
  }
  for (const std::string_view she : {"she", "her", "herself"}) {
    if (word == she) return 1;
  }
  return 2;
}

// Whether a name behind those words is likely a subject: "..., Lee said he", "that Lee lost his", not "backed Lee,
// who".
bool opens_clause(std::string_view before) {
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  if (before.empty() || !is_letter(before.back())) return before.empty() || before.back() != '-';
  size_t begin = before.size();
  while (begin > 0 && is_letter(before[begin - 1])) --begin;
  const std::string_view word = before.substr(begin);
  if (word[0] >= 'A' && word[0] <= 'Z') return true;
  for (const std::string_view link : {"after", "although", "as", "because", "before", "but", "if", "said", "says",
                                      "since", "that", "though", "when", "whether", "while"}) {
    if (word == link) return true;
  }
  return false;
}

// The first pronoun in `between`, which ends where another name begins; 2 where none goes on from the name.
size_t first_pronoun(std::string_view between) {
  // Ends of sentences, paragraphs and clauses that others may speak in; marks of quotation.
  const size_t end = between.find_first_of(".!?;:\"\n(");
  between = between.substr(0, end);
  for (const std::string_view mark : {"\u201c", "\u201d", "''", "``"}) between = between.substr(0, between.find(mark));
  for (size_t at = 0; at < between.size();) {
    if (!is_letter(between[at])) {
      ++at;
      continue;
    }
    size_t last = at;
    while (last < between.size() && is_letter(between[last])) ++last;
    const size_t gender = gender_of(between.substr(at, last - at));
    if (gender < 2) return gender;
    at = last;
  }
  return 2;
}

}  // namespace

wording::Gender gender_of_role(std::string_view role) {
  const std::string folded = unicode::fold(role);
  for (const std::string_view word : {"mr", "mr.", "sir", "lord", "king", "prince", "congressman", "chairman"}) {
    if (folded == word) return wording::Gender::kMale;
  }
  for (const std::string_view word : {"mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess"}) {
    if (folded == word) return wording::Gender::kFemale;
  }
  if (folded.find("woman") != std::string::npos) return wording::Gender::kFemale;
  if (folded.find("spokesman") != std::string::npos || folded.find("chairman") != std::string::npos)
    return wording::Gender::kMale;
  return wording::Gender::kUnknown;
}

wording::StringMap<std::array<uint32_t, 2>> count_pronouns_behind(std::string_view text,
                                                                  const std::vector<Name>& names) {
  wording::StringMap<std::array<uint32_t, 2>> counts;
  for (size_t i = 0; i < names.size(); ++i) {
    const std::string_view words = words_of(text, names[i].span);
    if (names[i].type != EntityType::kPerson || words.find(' ') != std::string_view::npos) continue;
    const size_t begin = names[i].span.end;
    const size_t start = names[i].role ? std::min(names[i].role->begin, names[i].span.begin) : names[i].span.begin;
    if (!opens_clause(text.substr(0, start))) continue;
    // "Lee's rival said he": of the rival.
    if (begin < text.size() && text[begin] != ' ' && text[begin] != ',') continue;
    size_t length = std::min(kReach, text.size() - begin);
    if (i + 1 < names.size() && names[i + 1].span.begin >= begin)
      length = std::min<size_t>(length, names[i + 1].span.begin - begin);
    const size_t gender = first_pronoun(text.substr(begin, length));
    if (gender < 2) ++counts[unicode::fold(words)][gender];
  }
  return counts;
}

wording::Gender gender_spoken_of(const std::array<uint32_t, 2>& counts) {
  constexpr uint32_t kMore = 2;
  if (counts[0] > kMore * counts[1]) return wording::Gender::kMale;
  if (counts[1] > kMore * counts[0]) return wording::Gender::kFemale;
  return wording::Gender::kUnknown;
}

}  // namespace readout::naming
