#include "collation/arithmetic.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

namespace readout::collation {

namespace {

constexpr size_t kLongestPosting = 40;
constexpr size_t kLeastShared = 3;
constexpr size_t kMostInSentence = 12;

struct Item {
  uint32_t fact = 0;
  const Candidate* candidate = nullptr;
  const Figure* figure = nullptr;
};

Disagreement make(DisagreementKind kind, std::vector<const Item*> items, std::string note) {
  Disagreement disagreement;
  disagreement.kind = kind;
  disagreement.note = std::move(note);
  for (const Item* item : items) {
    disagreement.facts.push_back(item->fact);
    disagreement.articles.push_back(item->candidate->article);
    disagreement.evidence.push_back({item->candidate->article, item->candidate->spans.front()});
  }
  const auto distinct = [](auto& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  distinct(disagreement.facts);
  distinct(disagreement.articles);
  return disagreement;
}

std::string claim_word(FigureRole role) {
  if (role == FigureRole::kTarget) return "a target";
  return role == FigureRole::kForecast ? "a forecast" : "a value reached";
}

bool is_total(const Figure& figure) {
  return figure.role == FigureRole::kValue && figure.kind != FigureKind::kPercent &&
         figure.kind != FigureKind::kOrdinal && figure.value;
}

bool is_change(const Figure& figure) {
  return figure.role == FigureRole::kChange && figure.kind == FigureKind::kPercent && figure.value;
}

// The two totals of which one came before the other, if that is told.
std::optional<std::pair<const Item*, const Item*>> in_time(const Item& a, const Item& b) {
  const auto& x = a.candidate->measure.periods;
  const auto& y = b.candidate->measure.periods;
  if (x.size() != 1 || y.size() != 1 || x.front() == y.front()) return std::nullopt;
  if (x.front() < y.front()) return std::make_pair(&a, &b);
  return std::make_pair(&b, &a);
}

class Linker {
 public:
  Linker(const Corpus& corpus, const std::vector<Candidate>& candidates,
         const std::vector<std::vector<uint32_t>>& facts)
      : corpus_(corpus) {
    for (uint32_t fact = 0; fact < facts.size(); ++fact) {
      for (const uint32_t member : facts[fact]) {
        const Candidate& candidate = candidates[member];
        if (candidate.kind != FactKind::kFigure || candidate.headline) continue;
        items_.push_back({fact, &candidate, &corpus[candidate.article].reading->figures[candidate.item]});
      }
    }
  }

  FigureLinks link() {
    std::unordered_map<uint64_t, std::vector<uint32_t>> postings;
    for (uint32_t i = 0; i < items_.size(); ++i) {
      std::vector<uint32_t> others;
      for (const uint64_t key : items_[i].candidate->measure.near) {
        auto& posting = postings[key];
        if (posting.size() > kLongestPosting) continue;
        others.insert(others.end(), posting.begin(), posting.end());
        posting.push_back(i);
      }
      std::sort(others.begin(), others.end());
      others.erase(std::unique(others.begin(), others.end()), others.end());
      for (const uint32_t other : others) compare(items_[other], items_[i]);
    }
    check_sentences();
    return std::move(links_);
  }

 private:
  void compare(const Item& a, const Item& b) {
    if (a.fact == b.fact || compare_figures(*a.figure, *b.figure) != FigureRelation::kDifferent) return;
    const Measure& x = a.candidate->measure;
    const Measure& y = b.candidate->measure;
    if (shared_count(x.near, y.near) < kLeastShared) return;
    const MeasureRelation relation = compare_measures(*a.figure, x, *b.figure, y);
    if (relation == MeasureRelation::kOtherTime) check_change(a, b);
    if (a.candidate->article == b.candidate->article) return;
    if (!told_.insert({std::min(a.fact, b.fact), std::max(a.fact, b.fact)}).second) return;
    if (relation == MeasureRelation::kOtherClaim) {
      links_.disagreements.push_back(make(DisagreementKind::kScope, {&a, &b},
                                          "One is " + claim_word(a.figure->role) + ", the other " +
                                              claim_word(b.figure->role) + ": they do not contradict each other."));
    } else if (relation == MeasureRelation::kOtherTime && x.periods.size() == 1 && y.periods.size() == 1) {
      links_.disagreements.push_back(make(DisagreementKind::kScope, {&a, &b},
                                          "One is for " + x.periods.front() + ", the other for " + y.periods.front() +
                                              ": they do not contradict each other."));
    }
  }

  // A change that stands in the sentence of the later of two totals.
  void check_change(const Item& a, const Item& b) {
    const auto order = in_time(a, b);
    if (!order || !is_total(*a.figure) || !is_total(*b.figure)) return;
    const Item& after = *order->second;
    for (const Item* change : in_sentence_of(after)) {
      if (is_change(*change->figure)) judge(*order->first, after, *change);
    }
  }

  void judge(const Item& before, const Item& after, const Item& change) {
    if (!judged_.insert({change.candidate->article, change.candidate->item}).second) return;
    if (change_fits(*before.figure, *after.figure, *change.figure)) {
      links_.notes.emplace_back(change.fact, "The two totals that are given bear this change out.");
    } else {
      links_.disagreements.push_back(make(DisagreementKind::kArithmetic, {&before, &after, &change},
                                          "The change does not fit the two totals that it lies between."));
    }
  }

  // "from 190 to 240 billion, up a quarter": the change and both totals in one sentence.
  void check_sentences() {
    for (const Item& change : items_) {
      if (!is_change(*change.figure)) continue;
      std::vector<const Item*> totals;
      for (const Item* item : in_sentence_of(change)) {
        if (is_total(*item->figure)) totals.push_back(item);
      }
      if (totals.size() != 2 || totals[0]->figure->unit != totals[1]->figure->unit) continue;
      const std::string& text = corpus_[change.candidate->article].reading->article.text;
      const auto follows_from = [&](const Item* item) {
        const uint32_t at = item->candidate->spans.front().begin;
        return at >= 5 && text.compare(at - 5, 5, "from ") == 0;
      };
      if (follows_from(totals[0]) != follows_from(totals[1])) {
        const bool first = follows_from(totals[0]);
        judge(*totals[first ? 0 : 1], *totals[first ? 1 : 0], change);
      }
    }
  }

  // The figures of the sentence that an item stands in; none where it is crowded, for then it is not told what goes
  // with what.
  std::vector<const Item*> in_sentence_of(const Item& item) {
    if (sentences_.empty()) {
      for (const Item& each : items_) {
        const auto sentence = corpus_[each.candidate->article].places.sentence_of(each.candidate->spans.front());
        if (sentence) sentences_[key(each, *sentence)].push_back(&each);
      }
    }
    const auto sentence = corpus_[item.candidate->article].places.sentence_of(item.candidate->spans.front());
    if (!sentence) return {};
    const auto& found = sentences_[key(item, *sentence)];
    return found.size() > kMostInSentence ? std::vector<const Item*>{} : found;
  }
  static uint64_t key(const Item& item, uint32_t sentence) {
    return (static_cast<uint64_t>(item.candidate->article) << 32) | sentence;
  }

  const Corpus& corpus_;
  std::vector<Item> items_;
  std::unordered_map<uint64_t, std::vector<const Item*>> sentences_;
  std::set<std::pair<uint32_t, uint32_t>> told_;    // pairs of facts
  std::set<std::pair<uint32_t, uint32_t>> judged_;  // changes: article, figure
  FigureLinks links_;
};

}  // namespace

FigureLinks link_figures(const Corpus& corpus, const std::vector<Candidate>& candidates,
                         const std::vector<std::vector<uint32_t>>& facts) {
  return Linker(corpus, candidates, facts).link();
}

}  // namespace readout::collation
