#include "collation/subjects.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace readout::collation {

namespace {

constexpr size_t kParties = 10;      // a story's most named persons, bodies and places
constexpr size_t kShownParties = 3;  // in a title
constexpr std::ptrdiff_t kLeastShared = 2;
constexpr size_t kLeastCommon = 2;             // parties that take part in all stories of a subject
constexpr uint32_t kAlike = 110;               // thousandths of likeness
constexpr uint32_t kAlikeWithoutEvents = 130;  // the same, where no event is coded that tells the kind
// A party to more stories than this, and than one in kRareShare of them, tells nothing of a subject.
constexpr size_t kRareParty = 4;
constexpr size_t kRareShare = 12;

struct Kind {
  std::string_view code;  // PLOVER root, or a mode of one
  std::string_view word;
};

constexpr std::array<Kind, 25> kKinds{{
    {"ACCUSE", "accusations"},
    {"AGREE", "agreements"},
    {"AID", "aid"},
    {"ASSAULT", "attacks"},
    {"COERCE", "arrests and coercion"},
    {"CONCEDE", "concessions"},
    {"CONSULT", "talks"},
    {"COOPERATE", "cooperation"},
    {"DEMAND", "demands"},
    {"INVESTIGATE", "investigations"},
    {"MOBILIZE", "mobilisation"},
    {"PROTEST", "protests"},
    {"REJECT", "refusals"},
    {"RETREAT", "withdrawals"},
    {"SANCTION", "sanctions"},
    {"SUPPORT", "support"},
    {"THREATEN", "threats"},
    {"call", "calls"},
    {"host", "visits"},
    {"mediate", "mediation"},
    {"meet", "meetings"},
    {"negotiate", "negotiations"},
    {"sign", "agreements"},
    {"talk", "talks"},
    {"visit", "visits"},
}};

std::string_view word_of_kind(const std::string& code) {
  for (const Kind& kind : kKinds) {
    if (kind.code == code) return kind.word;
  }
  return {};
}

struct Profile {
  std::vector<uint32_t> parties;                // sorted
  std::map<std::string_view, uint32_t> doings;  // kinds, with how many events
};

std::vector<Profile> make_profiles(const Corpus& corpus, const std::vector<Story>& stories,
                                   const std::vector<Named>& named, const std::vector<DossierEntity>& entities) {
  std::vector<Profile> profiles(stories.size());
  for (uint32_t s = 0; s < stories.size(); ++s) {
    // Not peoples: "Norland" and "Norlander" are one party.
    profiles[s].parties =
        most_named(named[s], entities, {EntityType::kPerson, EntityType::kOrganisation, EntityType::kPlace}, kParties);
    std::sort(profiles[s].parties.begin(), profiles[s].parties.end());
    for (const ArticleIndex article : stories[s].articles) {
      for (const Event& event : corpus[article].reading->events) {
        if (event.status == EventStatus::kNegated || event.status == EventStatus::kHypothetical) continue;
        const std::string_view kind = word_of_kind(event.mode.empty() ? event.code : event.mode);
        if (!kind.empty()) ++profiles[s].doings[kind];
      }
    }
  }
  return profiles;
}

std::vector<uint32_t> in_both(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  std::vector<uint32_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

// The doing that both tell most of; empty where there is none.
std::string_view common_doing(const Profile& a, const Profile& b) {
  std::string_view best;
  uint32_t most = 0;
  for (const auto& [kind, count] : a.doings) {
    const auto other = b.doings.find(kind);
    if (other == b.doings.end() || std::min(count, other->second) <= most) continue;
    most = std::min(count, other->second);
    best = kind;
  }
  return best;
}

uint32_t mentions_of(const Named& named, uint32_t entity) {
  const auto at = std::lower_bound(named.begin(), named.end(), entity,
                                   [](const NamedEntity& each, uint32_t wanted) { return each.entity < wanted; });
  return at != named.end() && at->entity == entity ? at->mentions : 0;
}

bool follow_each_other(const Story& a, const Story& b) { return a.date.empty() || b.date.empty() || a.date != b.date; }

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

// What all stories of the subject have in common, most named first.
void describe(const std::vector<Profile>& profiles, const std::vector<Named>& named,
              const std::vector<DossierEntity>& entities, Subject& subject) {
  std::map<uint32_t, std::pair<uint32_t, uint32_t>> parties;  // entity -> stories, mentions
  std::map<std::string_view, std::pair<uint32_t, uint32_t>> doings;
  for (const uint32_t story : subject.stories) {
    for (const uint32_t party : profiles[story].parties) {
      ++parties[party].first;
      parties[party].second += mentions_of(named[story], party);
    }
    for (const auto& [kind, count] : profiles[story].doings) ++doings[kind].first, doings[kind].second += count;
  }
  std::vector<std::pair<std::pair<uint32_t, uint32_t>, uint32_t>> ranked;
  for (const auto& [party, counts] : parties) {
    if (counts.first >= 2) ranked.push_back({counts, party});
  }
  std::sort(ranked.begin(), ranked.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  std::vector<std::string> names;
  for (const auto& [counts, party] : ranked) {
    subject.parties.push_back(party);
    if (names.size() < kShownParties) names.push_back(entities[party].name);
  }
  std::pair<uint32_t, uint32_t> most{1, 0};
  for (const auto& [kind, counts] : doings) {
    if (counts > most) most = counts, subject.kind = std::string(kind);
  }
  subject.title = joined(names) + (subject.kind.empty() ? "" : ": " + subject.kind);
  subject.reason = std::to_string(subject.stories.size()) + " happenings" +
                   (subject.kind.empty() ? " told in like words" : " of one kind (" + subject.kind + ")") +
                   " in which the same take part: " + joined(names) + ".";
}

}  // namespace

std::vector<Subject> find_subjects(const Corpus& corpus, const std::vector<StoryGroup>& groups,
                                   const std::vector<Story>& stories, const std::vector<Named>& named,
                                   const std::vector<DossierEntity>& entities) {
  const auto profiles = make_profiles(corpus, stories, named, entities);
  std::map<uint32_t, size_t> in_stories;  // party -> stories
  for (const Profile& profile : profiles) {
    for (const uint32_t party : profile.parties) ++in_stories[party];
  }
  struct Link {
    uint32_t likeness;
    uint32_t a;
    uint32_t b;
  };
  std::vector<Link> links;
  for (uint32_t s = 0; s < groups.size(); ++s) {
    for (const auto& [other, likeness] : groups[s].related) {
      if (other <= s || !follow_each_other(stories[s], stories[other])) continue;
      const auto shared = in_both(profiles[s].parties, profiles[other].parties);
      const auto rare = std::count_if(shared.begin(), shared.end(), [&](uint32_t party) {
        return in_stories[party] <= std::max(kRareParty, stories.size() / kRareShare);
      });
      if (likeness < kAlike || rare < kLeastShared) continue;
      if (common_doing(profiles[s], profiles[other]).empty() && likeness < kAlikeWithoutEvents) continue;
      links.push_back({likeness, s, other});
    }
  }
  std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
    return x.likeness != y.likeness ? x.likeness > y.likeness : std::tie(x.a, x.b) < std::tie(y.a, y.b);
  });
  // The likest first; what is joined must have parties that take part in all of it, else one happening leads to the
  // next until the last has nothing to do with the first.
  std::vector<uint32_t> parent(stories.size());
  std::vector<std::vector<uint32_t>> common(stories.size());  // by root
  for (uint32_t s = 0; s < stories.size(); ++s) parent[s] = s, common[s] = profiles[s].parties;
  const auto find = [&](uint32_t x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
  };
  for (const Link& link : links) {
    const uint32_t a = std::min(find(link.a), find(link.b));
    const uint32_t b = std::max(find(link.a), find(link.b));
    if (a == b) continue;
    auto both = in_both(common[a], common[b]);
    if (both.size() < kLeastCommon) continue;
    parent[b] = a;
    common[a] = std::move(both);
  }
  std::map<uint32_t, Subject> by_root;
  for (uint32_t s = 0; s < stories.size(); ++s) by_root[find(s)].stories.push_back(s);
  std::vector<Subject> subjects;
  for (auto& [root, subject] : by_root) {
    if (subject.stories.size() < 2) continue;
    std::sort(subject.stories.begin(), subject.stories.end(), [&](uint32_t a, uint32_t b) {
      return stories[a].date != stories[b].date ? stories[a].date < stories[b].date : a < b;
    });
    describe(profiles, named, entities, subject);
    subjects.push_back(std::move(subject));
  }
  return subjects;
}

}  // namespace readout::collation
