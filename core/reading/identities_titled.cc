#include "reading/identities_titled.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>

#include "text/unicode.h"

namespace readout::naming {
namespace {

using wording::Word;

constexpr uint32_t kLongest = 4;  // words of a person's name

class Completion {
 public:
  Completion(std::string_view text, const std::vector<Word>& words, const std::vector<Token>& tokens,
             const std::vector<Name>& names, const wording::WordLists& lists)
      : text_(text), words_(words), tokens_(tokens), names_(names), lists_(lists) {}

  std::vector<Name> run() {
    note_places();
    size_t next = 0;
    for (uint32_t i = 0; i < words_.size(); ++i) {
      while (next < names_.size() && names_[next].span.end <= words_[i].span.begin) ++next;
      if (next < names_.size() && names_[next].span.begin < words_[i].span.end) {
        const uint32_t first = i;
        while (i + 1 < words_.size() && words_[i + 1].span.begin < names_[next].span.end) ++i;
        take_name(names_[next], first, i + 1);
        ++next;
      } else if (i > 0 && is_title(i - 1) && is_part(i)) {
        uint32_t last = i + 1;
        const uint32_t limit = next < names_.size() ? names_[next].span.begin : static_cast<uint32_t>(text_.size());
        while (last < words_.size() && last < i + kLongest && is_part(last) && words_[last].span.end <= limit &&
               words_[last].sentence == words_[i].sentence)
          ++last;
        // One word is too little to go by, and what runs on into another name or capital was cut amiss.
        const bool runs_on = last < words_.size() && words_[last].sentence == words_[i].sentence &&
                             (words_[last].capital || words_[last].span.begin >= limit);
        if (last >= i + 2 && !runs_on) add_person(i, last);
        i = last - 1;
      }
    }
    return std::move(out_);
  }

 private:
  std::string folded(Span span) const { return unicode::fold(words_of(text_, span)); }
  const wording::Country* country(Span span) const {
    const auto found = lists_.countries.find(folded(span));
    return found == lists_.countries.end() ? nullptr : &found->second;
  }

  // A single office word with a capital, or a counterpart: "President |", "Dutch counterpart |".
  bool is_title(uint32_t i) const {
    const Word& word = words_[i];
    if (!word.is(wording::kOffice)) return false;
    if (i + 1 >= words_.size() || words_[i + 1].sentence != word.sentence) return false;
    if (words_[i + 1].span.begin != word.span.end + 1) return false;
    return (word.capital && ends_office(i)) || folded(word.span) == "counterpart";
  }

  // Whether a whole office ends with the word: "State" alone is none.
  bool ends_office(uint32_t i) const {
    std::string phrase;
    for (uint32_t n = 0; n < wording::WordLists::kLongestOffice && n <= i; ++n) {
      phrase = folded(words_[i - n].span) + (phrase.empty() ? "" : " ") + phrase;
      if (lists_.offices.find(std::string_view(phrase)) != lists_.offices.end()) return true;
    }
    return false;
  }

  bool is_part(uint32_t i) const { return tokens_[i].upos == Upos::kPropn && is_capital(i); }

  bool is_capital(uint32_t i) const {
    const Word& word = words_[i];
    return word.is_word() && word.capital && word.span.size() > 1 &&
           !word.is(wording::kTime | wording::kOffice | wording::kPersonNoun | wording::kPeopleNoun | wording::kBody |
                    wording::kDocument | wording::kOccasion | wording::kPreposition | wording::kDet) &&
           !country(word.span);
  }

  // The role before token `first`: "Chinese Foreign Minister".
  std::optional<Span> role_before(uint32_t first) const {
    uint32_t begin = first;
    constexpr uint32_t kReach = 6;
    while (begin > 0 && first - begin < kReach && words_[begin - 1].sentence == words_[first].sentence) {
      const Word& word = words_[begin - 1];
      const auto* adjective = country(word.span);
      const bool of_country = adjective && adjective->word == wording::CountryWord::kAdjective;
      const std::string low = folded(word.span);
      // "Foreign", "Finance": capitals between the country and the office.
      const bool field =
          word.is_word() && word.capital && begin < first && !word.is(wording::kDet | wording::kPreposition);
      if (!word.is(wording::kOffice) && !of_country && !field && low != "former" && low != "acting" && low != "deputy")
        break;
      if (adjective && !of_country) break;
      --begin;
    }
    if (begin == first) return std::nullopt;
    return Span{words_[begin].span.begin, words_[first - 1].span.end};
  }

  void add_person(uint32_t first, uint32_t last) {
    Name name;
    name.span = {words_[first].span.begin, words_[last - 1].span.end};
    name.type = EntityType::kPerson;
    name.role = role_before(first);
    name.doubt = "Taken for a person because of the office before it.";
    // A role never runs into the name before.
    if (name.role && !out_.empty() && out_.back().span.end > name.role->begin) {
      while (name.role->begin < out_.back().span.end && name.role->begin < name.role->end) ++name.role->begin;
      while (name.role->begin < name.role->end && text_[name.role->begin] == ' ') ++name.role->begin;
      if (name.role->empty()) name.role.reset();
    }
    out_.push_back(std::move(name));
  }

  // Countries and capitals that the article has as places.
  void note_places() {
    for (const Name& name : names_) {
      if (name.type == EntityType::kPlace && country(name.span)) places_.insert(folded(name.span));
    }
  }

  void take_name(const Name& name, uint32_t first, uint32_t last) {
    const bool several = last > first + 1;
    // A team may well be called after its country.
    const bool movable = name.type == EntityType::kPerson || name.type == EntityType::kOther;
    if (!several && !name.role && movable && places_.count(folded(name.span)) > 0) {
      out_.push_back(name);
      out_.back().type = EntityType::kPlace;
      return;
    }
    const bool untyped = name.type == EntityType::kPlace || name.type == EntityType::kOther;
    if (several && untyped && first > 0 && is_title(first - 1) && !country(name.span) && all_parts(first, last))
      return add_person(first, last);
    if (several && (name.type != EntityType::kPerson || last - first >= 3) && office_near(first)) {
      const Span opening = words_[first].span;
      const auto* place = country(opening);
      if (place && place->word == wording::CountryWord::kName && all_parts(first + 1, last)) {
        Name country_name;
        country_name.span = opening;
        country_name.type = EntityType::kPlace;
        out_.push_back(std::move(country_name));
        return add_person(first + 1, last);
      }
    }
    out_.push_back(name);
    // "accused the Vessby Police of lies"
    const auto hangs = [&](uint32_t i) {
      const std::string word = folded(words_[i].span);
      return word == "of" || word == "for";
    };
    if (last > first + 1 && hangs(last - 1)) out_.back().span.end = words_[last - 2].span.end;
    // "the Vessby Ministry Tuesday": when, and no part of the name.
    if (name.type == EntityType::kOrganisation && last > first + 2 && is_weekday(last - 1) &&
        !words_[last - 2].is(wording::kPreposition))
      out_.back().span.end = words_[last - 2].span.end;
  }

  bool is_weekday(uint32_t i) const {
    const std::string word = folded(words_[i].span);
    return words_[i].is(wording::kTime) && word.size() > 5 && word.compare(word.size() - 3, 3, "day") == 0;
  }

  bool all_parts(uint32_t first, uint32_t last) const {
    if (last - first > kLongest) return false;
    for (uint32_t i = first; i < last; ++i) {
      if (!is_capital(i)) return false;
    }
    return first < last;
  }

  // "ambassador to the |"
  bool office_near(uint32_t first) const {
    constexpr uint32_t kReach = 3;
    for (uint32_t i = first; i-- > (first > kReach ? first - kReach : 0);) {
      if (words_[i].sentence != words_[first].sentence) return false;
      if (words_[i].is(wording::kOffice)) return i + 1 < first;
      const std::string low = folded(words_[i].span);
      if (!words_[i].is(wording::kDet) && low != "to" && low != "of" && low != "in" && low != "for") return false;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  const std::vector<Token>& tokens_;
  const std::vector<Name>& names_;
  const wording::WordLists& lists_;
  std::unordered_set<std::string> places_;  // only looked up
  std::vector<Name> out_;
};

}  // namespace

std::vector<Name> complete_names(std::string_view text, const std::vector<Word>& words,
                                 const std::vector<Token>& tokens, const std::vector<Name>& names,
                                 const wording::WordLists& lists) {
  return Completion(text, words, tokens, names, lists).run();
}

}  // namespace readout::naming
