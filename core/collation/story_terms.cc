#include "collation/story_terms.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace readout::collation {

namespace {

// A handful of articles says little about which words are rare: count as if these stood beside them.
constexpr size_t kPriorArticles = 10;
constexpr size_t kPriorCount = 1;
constexpr size_t kLeastOfText = 8;  // words other than numbers, by whose set a text is known
constexpr uint32_t kHeadWords = 50;
constexpr uint32_t kHeadPoints = 4;
constexpr uint32_t kTitlePoints = 12;
constexpr uint32_t kInTitle = 1u << 31;  // StoryTerm::first: a byte of a title that does not stand in the text
constexpr uint32_t kCommonest = 8;       // sixteenths of a doubling that even a word of all articles weighs
// Words that more than a quarter of many articles hold weigh alike: so frequent words come in often, and would have all
// articles weighed anew each time that they pass a step.
constexpr size_t kManyHolders = 64;
constexpr int32_t kQuarter = 32;
constexpr int32_t kStep = 4;  // sixteenths of a doubling in which rarity is told

struct Count {
  uint64_t key;
  uint32_t first;
  uint32_t points;
  bool digit;
  bool number;
  bool lead;
};

bool is_telling_number(std::string_view text, const Word& word) {
  if (!word.digit) return false;
  const std::string_view written = words_of(text, word.span);
  if (written.size() < 2 || written.find_first_not_of("0123456789.,") != std::string_view::npos) return false;
  const std::string_view century = written.substr(0, 2);
  return written.size() != 4 || (century != "19" && century != "20");
}

bool is_party(const Mention& mention) {
  return mention.kind == MentionKind::kName &&
         (mention.type == EntityType::kPerson || mention.type == EntityType::kOrganisation ||
          mention.type == EntityType::kPlace);
}

std::vector<Count> count_words(const CorpusArticle& article, const std::vector<Word>& words) {
  std::vector<Count> counts;
  const Masthead& masthead = article.reading->article.masthead;
  const Span title = masthead.title_span.value_or(Span{});
  const std::string_view text = article.reading->article.text;
  const auto& mentions = article.reading->mentions;
  auto mention = mentions.begin();
  uint32_t head = 0;
  for (const Word& word : words) {
    if (!word.content) continue;
    uint32_t points = head++ < kHeadWords ? kHeadPoints : 1;
    if (word.span.begin < title.end && word.span.begin >= title.begin) points = kTitlePoints;
    while (mention != mentions.end() && (!is_party(*mention) || mention->span.end <= word.span.begin)) ++mention;
    const bool lead = points > 1 && mention != mentions.end() && mention->span.begin <= word.span.begin;
    counts.push_back({word.key, word.span.begin, points, word.digit, is_telling_number(text, word), lead});
  }
  if (masthead.title && !masthead.title_span) {
    for (const Word& word : words_in(*masthead.title, {0, static_cast<uint32_t>(masthead.title->size())})) {
      if (!word.content) continue;
      counts.push_back({word.key, word.span.begin | kInTitle, kTitlePoints, word.digit,
                        is_telling_number(*masthead.title, word), false});
    }
  }
  std::sort(counts.begin(), counts.end(),
            [](const Count& a, const Count& b) { return std::tie(a.key, a.first) < std::tie(b.key, b.first); });
  std::vector<Count> distinct;
  for (const Count& count : counts) {
    if (!distinct.empty() && distinct.back().key == count.key) {
      distinct.back().points += count.points;
      distinct.back().lead = distinct.back().lead || count.lead;
    } else {
      distinct.push_back(count);
    }
  }
  return distinct;
}

// `terms` are by key, so that the order of the text does not count.
uint64_t text_of(const std::vector<StoryTerm>& terms) {
  uint64_t text = 0;
  size_t words = 0;
  for (const StoryTerm& term : terms) {
    if (term.digit) continue;
    text = (text ^ term.key) * 0x9E3779B97F4A7C15u;
    text ^= text >> 29;
    ++words;
  }
  return words < kLeastOfText ? 0 : text;
}

// Sixteenths of a doubling, rounded to steps.
int32_t stepped(uint64_t count) {
  const auto sixteenths = static_cast<int32_t>(log2_sixteenths(count * 16)) - 64;
  return (sixteenths + kStep / 2) / kStep * kStep;
}

}  // namespace

int32_t StoryVectors::rarity(size_t holders) const {
  const int32_t steps = held_rarity_ - stepped(holders + kPriorCount);
  return holders > kManyHolders && steps < kQuarter ? 0 : steps;
}

void StoryVectors::count(const StoryVector& vector, int change) {
  for (const StoryTerm& term : vector.terms) {
    df_[term.id] = static_cast<uint32_t>(static_cast<int64_t>(df_[term.id]) + change);
    counted_.push_back(term.id);
  }
}

void StoryVectors::add(const CorpusArticle& article, const std::vector<Word>& words) {
  auto vector = std::make_unique<StoryVector>();
  const auto counts = count_words(article, words);
  vector->terms.reserve(counts.size());
  for (const Count& count : counts) {
    const auto [at, fresh] = ids_.try_emplace(count.key, static_cast<uint32_t>(df_.size()));
    if (fresh) df_.push_back(0), rarity_.push_back(INT32_MIN);
    const auto points = static_cast<uint16_t>(16 + log2_sixteenths(count.points));
    vector->terms.push_back({count.key, 0, at->second, count.first, points, count.digit, count.number, count.lead});
  }
  vector->text = text_of(vector->terms);
  count(*vector, 1);
  if (vectors_.size() <= article.serial) vectors_.resize(article.serial + 1);
  vectors_[article.serial] = std::move(vector);
  ++held_;
}

void StoryVectors::remove(Serial serial) {
  count(*vectors_[serial], -1);
  vectors_[serial].reset();
  --held_;
}

void StoryVectors::weigh() {
  ++round_;
  const int32_t all = stepped(held_ + kPriorArticles);
  const bool every = all != held_rarity_;
  held_rarity_ = all;
  if (every) {
    for (uint32_t id = 0; id < df_.size(); ++id) rarity_[id] = rarity(df_[id]);
  }
  std::vector<bool> changed(df_.size(), false);
  bool some = false;
  for (const uint32_t id : counted_) {
    const int32_t now = rarity(df_[id]);
    if (now == rarity_[id]) continue;
    rarity_[id] = now;
    changed[id] = some = true;
  }
  counted_.clear();
  for (auto& vector : vectors_) {
    if (!vector) continue;
    const bool touched = every || vector->round == 0 ||
                         (some && std::any_of(vector->terms.begin(), vector->terms.end(),
                                              [&](const StoryTerm& term) { return changed[term.id]; }));
    if (!touched) continue;
    weigh(*vector);
    vector->round = round_;
  }
}

void StoryVectors::weigh(StoryVector& vector) const {
  float squares = 0;
  for (StoryTerm& term : vector.terms) {
    term.weight =
        static_cast<float>(term.points) * static_cast<float>(static_cast<int32_t>(kCommonest) + rarity_[term.id]);
    squares += term.weight * term.weight;
  }
  const float length = squares > 0 ? std::sqrt(squares) : 1;
  vector.lead = 0;
  for (StoryTerm& term : vector.terms) {
    term.weight /= length;
    if (term.lead) vector.lead += term.weight;
  }
  std::vector<uint32_t> order(vector.terms.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const size_t kept = std::min(kHeavyTerms, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                    [&](uint32_t a, uint32_t b) {
                      const StoryTerm& x = vector.terms[a];
                      const StoryTerm& y = vector.terms[b];
                      return x.weight != y.weight ? x.weight > y.weight : a < b;
                    });
  vector.heavy.assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept));
}

void Comparison::set(const StoryVector& vector) {
  clear();
  held_ = &vector;
  for (uint32_t i = 0; i < vector.terms.size(); ++i) at_[vector.terms[i].id] = i + 1;
}

void Comparison::clear() {
  if (held_ == nullptr) return;
  for (const StoryTerm& term : held_->terms) at_[term.id] = 0;
  held_ = nullptr;
}

Likeness Comparison::with(const StoryVector& other) const {
  const StoryVector& a = other;
  const StoryVector& b = *held_;
  Likeness both;
  float lead_a = 0;
  float lead_b = 0;
  for (const StoryTerm& x : a.terms) {
    const uint32_t at = at_[x.id];
    if (at == 0) continue;
    const StoryTerm& y = b.terms[at - 1];
    both.words += x.weight * y.weight;
    if (x.lead) lead_a += x.weight;
    if (y.lead) lead_b += y.weight;
    both.number = both.number || (x.number && y.number);
  }
  // A number that no other article has would outweigh all words of a desk that is one story.
  if (are_copies(a, b)) both.words = 1;
  const float of_a = a.lead > 0 ? lead_a / a.lead : 1;
  const float of_b = b.lead > 0 ? lead_b / b.lead : 1;
  if (a.lead > 0 && b.lead > 0) {
    both.names = (of_a + of_b) / 2;
  } else {
    both.names = std::min(of_a, of_b);
  }
  return both;
}

std::string_view term_text(const CorpusArticle& article, const StoryTerm& term) {
  constexpr size_t kLongestWord = 256;
  const Article& read = article.reading->article;
  const bool in_title = (term.first & kInTitle) != 0 && read.masthead.title;
  const std::string_view text = in_title ? std::string_view(*read.masthead.title) : std::string_view(read.text);
  const uint32_t begin = term.first & ~kInTitle;
  const auto end = static_cast<uint32_t>(std::min(text.size(), begin + kLongestWord));
  const auto words = words_in(text, {begin, end});
  return words.empty() ? std::string_view() : words_of(text, words.front().span);
}

}  // namespace readout::collation
