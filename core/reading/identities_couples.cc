#include "reading/identities_couples.h"

#include <unordered_map>
#include <unordered_set>

namespace readout::naming {
namespace {

using wording::Gender;

// What the article says of the one-word names and the names in full that begin or end with a word.
struct Uses {
  uint32_t alone_or_last = 0;
  bool mr = false;
  bool mrs = false;
  std::unordered_set<std::string> families;  // of those whose given name it is; only looked up
};

}  // namespace

std::vector<std::string> share_family_names(std::string_view text, const std::vector<WrittenName>& names,
                                            const wording::WordLists& lists) {
  std::unordered_map<std::string, Uses> uses;
  for (const WrittenName& name : names) {
    if (name.type != EntityType::kPerson || name.words.empty()) continue;
    Uses& last = uses[name.words.back()];
    ++last.alone_or_last;
    if (name.words.size() > 1) {
      uses[name.words.front()].families.insert(name.words.back());
    } else {
      last.mr = last.mr || name.titled == Gender::kMale;
      last.mrs = last.mrs || name.titled == Gender::kFemale;
    }
  }
  std::vector<std::string> shared(names.size());
  for (size_t i = 0; i + 1 < names.size(); ++i) {
    const WrittenName& one = names[i];
    const WrittenName& other = names[i + 1];
    if (one.type != EntityType::kPerson || other.type != EntityType::kPerson || one.has_role || other.has_role)
      continue;
    if (one.words.size() != 1 || other.words.size() != 2 || one.span.end > other.span.begin) continue;
    if (words_of(text, {one.span.end, other.span.begin}) != " and ") continue;
    const std::string& family = other.words.back();
    const Uses& own = uses[one.words.front()];
    const Uses& theirs = uses[family];
    const bool given = lists.given_names.find(std::string_view(one.words.front())) != lists.given_names.end();
    // "Ann and Karl Lund" is no Lund's wife where there is an Ann Lee.
    const bool of_another = own.families.size() > own.families.count(family);
    if (own.alone_or_last > 1 || of_another || !(given || (theirs.mr && theirs.mrs))) continue;
    const std::string_view name = words_of(text, other.span);
    shared[i] = std::string(words_of(text, one.span)) + std::string(name.substr(name.find_last_of(' ')));
  }
  return shared;
}

}  // namespace readout::naming
