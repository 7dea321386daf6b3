#include "reading/identities_names.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "reading/identities_couples.h"
#include "reading/identities_forms.h"
#include "reading/identities_genders.h"
#include "reading/identities_nominals.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::naming {
namespace {

using wording::Gender;
using wording::StringMap;

constexpr uint32_t kNone = 0xFFFFFFFF;
constexpr size_t kMostTitles = 8;  // of one person

struct Candidate {
  Form form;  // the fullest
  EntityType type = EntityType::kOther;
  Gender gender = Gender::kUnknown;
  bool stated_gender = false;  // by an honorific rather than by the given name
  uint32_t full_mentions = 0;
  uint32_t first = kNone;           // index of its first name
  std::vector<std::string> forms;   // spellings as written, in order of appearance
  std::vector<std::string> titles;  // before its full names
};

class Linker {
 public:
  Linker(std::string_view text, const std::vector<Name>& names, const wording::WordLists& lists)
      : text_(text), names_(names), lists_(lists), links_(names.size(), {kNone, {}, {}}) {
    forms_.reserve(names.size());
    for (const Name& name : names) {
      forms_.push_back(form_of(words_of(text, name.span)));
      bare_.push_back(name.span);
      if (name.type == EntityType::kPerson || name.type == EntityType::kOther) take_role(forms_.back(), bare_.back());
      // Whoever holds an office is a person, whatever the name looked like by itself.
      types_.push_back(bare_.back() == name.span ? name.type : EntityType::kPerson);
    }
    share_names();
  }

  LinkedNames run() {
    pronouns_ = count_pronouns_behind(text_, names_);
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (is_full_person(i)) link_full_person(i);
    }
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (types_[i] == EntityType::kPerson && !is_full_person(i)) link_short_person(i);
    }
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (types_[i] != EntityType::kPerson) link_other(i);
    }
    link_acronyms();
    link_brackets();
    return finish();
  }

 private:
  void share_names() {
    std::vector<WrittenName> written;
    for (uint32_t i = 0; i < names_.size(); ++i) {
      written.push_back({bare_[i], types_[i], forms_[i].words, honorific(i), names_[i].role.has_value()});
    }
    completed_ = share_family_names(text_, written, lists_);
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (!completed_[i].empty()) forms_[i] = form_of(completed_[i]);
    }
  }

  // Cuts a role off the beginning of a name that holds one.
  void take_role(Form& form, Span& bare) const {
    const size_t role = leading_role(form.words, lists_);
    if (role == 0) return;
    Span rest = bare;
    for (size_t k = 0; k < role; ++k) {
      const size_t space = words_of(text_, rest).find(' ');
      if (space == std::string_view::npos) return;
      rest.begin += static_cast<uint32_t>(space) + 1;
    }
    form = form_of(words_of(text_, rest));
    bare = rest;
  }

  // The title before a name, in or before its span: "president".
  std::string title(uint32_t i) const {
    const Span inside{names_[i].span.begin, std::max(names_[i].span.begin, bare_[i].begin)};
    const Span span = names_[i].role ? *names_[i].role : inside;
    std::string words = unicode::fold(words_of(text_, span));
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return words.substr(words.find_last_of(' ') + 1);
  }

  bool is_full_person(uint32_t i) const { return types_[i] == EntityType::kPerson && forms_[i].words.size() > 1; }

  Gender honorific(uint32_t i) const {
    return names_[i].role ? gender_of_role(words_of(text_, *names_[i].role)) : Gender::kUnknown;
  }
  const wording::GivenName* given(const std::string& word) const {
    const auto found = lists_.given_names.find(std::string_view(word));
    return found == lists_.given_names.end() ? nullptr : &found->second;
  }
  // "bill" and "william" are one; otherwise the word itself.
  std::string_view long_given(const std::string& word) const {
    const auto* name = given(word);
    return name && !name->full.empty() ? std::string_view(name->full) : std::string_view(word);
  }

  uint32_t add(uint32_t i) {
    Candidate candidate;
    candidate.form = forms_[i];
    candidate.type = types_[i];
    candidate.gender = honorific(i);
    candidate.stated_gender = candidate.gender != Gender::kUnknown;
    if (candidate.type == EntityType::kPerson && !candidate.stated_gender && forms_[i].words.size() > 1) {
      if (const auto* name = given(forms_[i].words.front())) candidate.gender = name->gender;
    }
    candidates_.push_back(std::move(candidate));
    return static_cast<uint32_t>(candidates_.size() - 1);
  }

  void link(uint32_t i, uint32_t candidate, std::string doubt = {}) {
    links_[i] = {candidate, std::move(doubt), {}};
    Candidate& to = candidates_[candidate];
    to.first = std::min(to.first, i);
    if (forms_[i].words.size() > 1) {
      ++to.full_mentions;
      if (std::string held = title(i); !held.empty() && to.titles.size() < kMostTitles)
        to.titles.push_back(std::move(held));
    }
    if (forms_[i].key.size() > to.form.key.size()) {
      by_key_.emplace(forms_[i].key, candidate);
      to.form = forms_[i];
    }
    if (const Gender stated = honorific(i); stated != Gender::kUnknown && !to.stated_gender) {
      to.gender = stated;
      to.stated_gender = true;
    }
  }

  // Given names that can be one person's: equal, short for each other, or the initial of the other.
  bool given_agree(const std::string& a, const std::string& b) const {
    if (a == b || long_given(a) == long_given(b)) return true;
    return (a.size() == 1 && b[0] == a[0]) || (b.size() == 1 && a[0] == b[0]);
  }

  bool same_person(const Form& a, const Form& b) const {
    if (a.suffix != b.suffix) return false;
    const Form& longer = a.words.size() >= b.words.size() ? a : b;
    const Form& shorter = a.words.size() >= b.words.size() ? b : a;
    if (std::equal(shorter.words.rbegin(), shorter.words.rend(), longer.words.rbegin())) return true;
    return a.words.back() == b.words.back() && given_agree(a.words.front(), b.words.front());
  }

  void link_full_person(uint32_t i) {
    if (const auto found = by_key_.find(std::string_view(forms_[i].key)); found != by_key_.end()) {
      if (candidates_[found->second].type == EntityType::kPerson) return link(i, found->second);
    }
    auto& same_surname = by_word_[forms_[i].words.back()];
    constexpr size_t kMost = 64;  // people of one surname that are compared; bounds hostile input
    const size_t compared = std::min(same_surname.size(), kMost);
    for (size_t k = 0; k < compared; ++k) {
      const uint32_t other = same_surname[k];
      if (!same_person(candidates_[other].form, forms_[i])) continue;
      by_key_.emplace(forms_[i].key, other);
      return link(i, other);
    }
    const uint32_t fresh = add(i);
    same_surname.push_back(fresh);
    for (size_t w = 0; w + 1 < forms_[i].words.size(); ++w) by_other_word_[forms_[i].words[w]].push_back(fresh);
    by_key_.emplace(forms_[i].key, fresh);
    link(i, fresh);
  }

  void link_short_person(uint32_t i) {
    if (forms_[i].words.empty()) return link(i, add(i));
    const std::string& word = forms_[i].words.front();
    const Gender stated = honorific(i);
    std::vector<uint32_t> fitting;
    const auto collect = [&](const StringMap<std::vector<uint32_t>>& index, bool titled_too) {
      const auto found = index.find(std::string_view(word));
      if (found == index.end()) return;
      if (stated != Gender::kUnknown && !titled_too) return;
      constexpr size_t kMost = 64;
      for (size_t k = 0; k < std::min(found->second.size(), kMost); ++k) {
        const uint32_t candidate = found->second[k];
        const Gender gender = candidates_[candidate].gender;
        if (stated != Gender::kUnknown && gender != Gender::kUnknown && gender != stated) continue;
        if (std::find(fitting.begin(), fitting.end(), candidate) == fitting.end()) fitting.push_back(candidate);
        if (fitting.size() >= 8) return;
      }
    };
    collect(by_word_, true);
    // "Mr Li" is Li Qiang, but "Mr Donald" is nobody's given name: only names written family name first are titled so.
    if (fitting.empty()) collect(by_other_word_, given(word) == nullptr);
    if (fitting.empty()) {
      const auto found = by_key_.find(std::string_view(forms_[i].key));
      if (found != by_key_.end() && candidates_[found->second].type == EntityType::kPerson) {
        return link(i, found->second);
      }
      const uint32_t fresh = add(i);
      by_key_.emplace(forms_[i].key, fresh);
      return link(i, fresh);
    }
    // "President Clinton" says by itself who it is.
    const bool titled = names_[i].role || bare_[i].begin > names_[i].span.begin;
    if (fitting.size() > 1 && !titled) keep_spoken_of(word, fitting);
    uint32_t best = fitting.front();
    const std::string held = titled ? title(i) : std::string{};
    const auto rank = [&](uint32_t candidate) {
      const Candidate& one = candidates_[candidate];
      // "Ms. Lund" is Ghazna rather than Khazir, of whose names nothing is known.
      const bool hers = !one.form.words.empty() && one.form.words.front().back() == 'a';
      const bool by_ending = one.gender == Gender::kUnknown && hers == (stated == Gender::kFemale);
      const int agrees = stated == Gender::kUnknown ? 0 : one.gender == stated ? 2 : by_ending ? 1 : 0;
      // "President Lee" is Bob Roe Lee whom the article calls that, rather than Ann Lee.
      const bool holds = !held.empty() && std::find(one.titles.begin(), one.titles.end(), held) != one.titles.end();
      return std::make_tuple(agrees, holds, one.full_mentions);
    };
    for (const uint32_t candidate : fitting) {
      if (rank(candidate) > rank(best)) best = candidate;
    }
    std::string doubt;
    if (fitting.size() > 1) {
      doubt = "Several people in this article are called " + std::string(words_of(text_, names_[i].span)) + ".";
    }
    link(i, best, std::move(doubt));
  }

  // "Clinton" whom the article calls "her" is not Bill Clinton.
  void keep_spoken_of(const std::string& word, std::vector<uint32_t>& people) const {
    const auto counts = pronouns_.find(std::string_view(word));
    const Gender gender = counts == pronouns_.end() ? Gender::kUnknown : gender_spoken_of(counts->second);
    if (gender == Gender::kUnknown) return;
    const auto is_other = [&](uint32_t candidate) { return candidates_[candidate].gender != gender; };
    if (std::all_of(people.begin(), people.end(), is_other)) return;
    people.erase(std::remove_if(people.begin(), people.end(), is_other), people.end());
  }

  void link_other(uint32_t i) {
    const std::string key = forms_[i].key + "\x1F" + static_cast<char>('0' + static_cast<int>(names_[i].type));
    const auto found = by_typed_key_.find(std::string_view(key));
    if (found != by_typed_key_.end()) return link(i, found->second);
    // A bare family name that the names were not sure of.
    if (names_[i].type == EntityType::kOther && forms_[i].words.size() == 1) {
      const auto people = by_word_.find(std::string_view(forms_[i].key));
      if (people != by_word_.end() && people->second.size() == 1) {
        return link(i, people->second.front(), "Taken for the person of this name.");
      }
    }
    const uint32_t fresh = add(i);
    by_typed_key_.emplace(key, fresh);
    link(i, fresh);
  }

  static std::string initials(std::string_view name) {
    std::string out;
    bool start = true;
    for (const char c : name) {
      if (start && c >= 'A' && c <= 'Z') out.push_back(c);
      start = c == ' ' || c == '-' || c == '\n';
    }
    return out;
  }

  // "Federal Bureau of Investigation ... FBI": an all-capital form joins the body whose initials it is.
  void link_acronyms() {
    StringMap<std::pair<uint32_t, bool>> by_initials;  // and whether two bodies share them
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (names_[i].type != EntityType::kOrganisation || forms_[i].words.size() < 2) continue;
      const std::string letters = initials(words_of(text_, names_[i].span));
      if (letters.size() < 2) continue;
      const auto [at, fresh] = by_initials.emplace(letters, std::make_pair(links_[i].entity, false));
      if (!fresh && at->second.first != links_[i].entity) at->second.second = true;
    }
    if (by_initials.empty()) return;
    StringMap<uint32_t> moved;
    for (uint32_t i = 0; i < names_.size(); ++i) {
      if (names_[i].type != EntityType::kOrganisation || forms_[i].words.size() != 1) continue;
      std::string letters;
      for (const char c : words_of(text_, names_[i].span)) {
        if (c != '.') letters.push_back(c);
      }
      const auto found = by_initials.find(std::string_view(letters));
      if (found == by_initials.end() || found->second.second) continue;
      const uint32_t to = found->second.first;
      if (to == links_[i].entity) continue;
      links_[i] = {to, {}, {}};
      candidates_[to].first = std::min(candidates_[to].first, i);
    }
  }

  // "Shanghai Cooperation Organisation (SCO)": a form in brackets right after a name of its kind is the same.
  void link_brackets() {
    for (uint32_t i = 1; i < names_.size(); ++i) {
      const Name& before = names_[i - 1];
      const Name& name = names_[i];
      if (words_of(text_, {before.span.end, name.span.begin}) != " (" || before.span.end + 2 != name.span.begin)
        continue;
      if (name.span.end >= text_.size() || text_[name.span.end] != ')') continue;
      const std::string_view written = words_of(text_, name.span);
      const bool acronym = written.size() >= 2 && written.size() <= 8 && forms_[i].words.size() == 1 &&
                           std::none_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      if (!acronym || before.type == EntityType::kPerson || before.type == EntityType::kPlace) continue;
      const uint32_t from = links_[i].entity;
      const uint32_t to = links_[i - 1].entity;
      if (from == to || candidates_[from].form.words.size() > 1) continue;
      // All its mentions move; a bare acronym has one entity.
      moved_[from] = to;
    }
    if (moved_.empty()) return;
    for (uint32_t i = 0; i < names_.size(); ++i) {
      const auto found = moved_.find(links_[i].entity);
      if (found != moved_.end()) links_[i] = {found->second, {}, {}};
    }
  }

  // The same name in another script, in brackets right after it; empty where there is none.
  std::string other_script(uint32_t i) const {
    constexpr size_t kLongest = 96;
    const size_t open = names_[i].span.end;
    if (text_.substr(open, 2) != " (") return {};
    const size_t close = text_.substr(open, kLongest).find(')');
    if (close == std::string_view::npos || close < 4) return {};
    const std::string_view inside = text_.substr(open + 2, close - 2);
    bool foreign = false;
    for (size_t at = 0; at < inside.size();) {
      const auto c = utf8::decode(inside, at);
      at += c.size;
      if (!unicode::is_letter(c.value)) continue;
      constexpr char32_t kLatinEnd = 0x250;
      if (c.value < kLatinEnd) return {};
      foreign = true;
    }
    return foreign ? std::string(inside) : std::string();
  }

  // Renumbers in order of first name; entities left without names are dropped.
  LinkedNames finish() {
    LinkedNames result;
    std::vector<uint32_t> number(candidates_.size(), kNone);
    for (uint32_t i = 0; i < names_.size(); ++i) {
      const uint32_t from = links_[i].entity;
      const std::string written = completed_[i].empty() ? std::string(words_of(text_, bare_[i])) : completed_[i];
      if (number[from] == kNone) {
        number[from] = static_cast<uint32_t>(result.entities.size());
        NamedEntity entity;
        entity.type = candidates_[from].type;
        entity.gender = candidates_[from].gender;
        entity.name = written;
        result.entities.push_back(std::move(entity));
      }
      NamedEntity& entity = result.entities[number[from]];
      constexpr size_t kMostAliases = 16;
      if (written != entity.name && entity.aliases.size() < kMostAliases &&
          std::find(entity.aliases.begin(), entity.aliases.end(), written) == entity.aliases.end()) {
        if (written.size() > entity.name.size()) {
          entity.aliases.push_back(std::exchange(entity.name, written));
        } else {
          entity.aliases.push_back(written);
        }
      }
      if (std::string other = other_script(i);
          !other.empty() && entity.aliases.size() < kMostAliases &&
          std::find(entity.aliases.begin(), entity.aliases.end(), other) == entity.aliases.end()) {
        entity.aliases.push_back(std::move(other));
      }
      std::optional<Span> role;
      if (bare_[i].begin > names_[i].span.begin) role = Span{names_[i].span.begin, bare_[i].begin - 1};
      result.links.push_back({number[from], links_[i].doubt, role});
    }
    return result;
  }

  std::string_view text_;
  const std::vector<Name>& names_;
  const wording::WordLists& lists_;
  std::vector<NameLink> links_;
  std::vector<Form> forms_;
  std::vector<EntityType> types_;
  std::vector<std::string> completed_;  // names that take a family name from the one behind them; empty: as written
  std::vector<Span> bare_;              // the names without a role that they begin with
  std::vector<Candidate> candidates_;
  std::unordered_map<uint32_t, uint32_t> moved_;    // only looked up
  StringMap<std::array<uint32_t, 2>> pronouns_;     // "he" and "she" behind bare names
  StringMap<uint32_t> by_key_;                      // people, by all their words
  StringMap<uint32_t> by_typed_key_;                // the others
  StringMap<std::vector<uint32_t>> by_word_;        // people by their last word
  StringMap<std::vector<uint32_t>> by_other_word_;  // people by their other words
};

}  // namespace

LinkedNames link_names(std::string_view text, const std::vector<Name>& names, const wording::WordLists& lists) {
  return Linker(text, names, lists).run();
}

}  // namespace readout::naming
