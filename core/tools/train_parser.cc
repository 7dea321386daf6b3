#include <cstdio>

#include "language/certainty.h"
#include "language/parser.h"
#include "tools/train_loglinear.h"
#include "tools/train_syntax.h"

namespace readout::train {

namespace {

std::vector<ParserWord> parser_words(const TreeSentence& sentence, const std::vector<TagId>& tags,
                                     const WordTable& table) {
  std::vector<WordFeatures> features;
  for (const std::string& form : sentence.forms) features.push_back(table.features_of(form));
  std::vector<ParserWord> words;
  see_words(features, tags, words);
  return words;
}

// The arcs that each action makes unreachable (Goldberg and Nivre 2013, section 4.2).
void costs(const ParserState& state, const TreeSentence& gold, uint32_t* out) {
  const uint32_t b0 = state.front();
  const uint32_t s0 = state.from_top(0);
  const uint32_t s1 = state.from_top(1);
  const auto head = [&](uint32_t word) { return word < state.size() ? gold.heads[word] : kNoWord; };
  uint32_t children_ahead = 0;
  if (s0 != kNoWord)
    for (uint32_t k = b0; k < state.size(); ++k) children_ahead += head(k) == s0 ? 1 : 0;
  out[kShift] = 0;
  for (const uint32_t word : state.stack())
    if (head(word) == b0 || (word != s0 && head(b0) == word)) ++out[kShift];
  out[kLeft] = children_ahead;
  out[kRight] = children_ahead;
  if (s0 != kNoWord) {
    const uint32_t h = head(s0);
    if (h == s1 || (h > b0 && h != kNoWord)) ++out[kLeft];
    if (h >= b0 && h != kNoWord) ++out[kRight];
  }
}

constexpr uint32_t kLeastSeen = 2;
// What a step of a weight is worth, in natural logarithms.
constexpr float kActionUnit = float{kActionStep} / kUnit;
constexpr float kLabelUnit = float{kLabelStep} / kUnit;

class ParserTrainer {
 public:
  ParserTrainer(const ParserOptions& options)
      : actions_({options.action_bits, kActionCount, options.action_rate, largest(kActionUnit)}),
        labels_({options.label_bits, kRelationCount, options.label_rate, largest(kLabelUnit)}),
        random_(options.seed) {}

  void learn(const TreeSentence& gold, const std::vector<ParserWord>& words, bool explore) {
    state_.reset(static_cast<uint32_t>(gold.forms.size()));
    uint32_t cost[kActionCount];
    while (!state_.done()) {
      const bool allowed[kActionCount] = {may_shift(state_), may_left(state_), may_right(state_)};
      costs(state_, gold, cost);
      const auto open = [&](uint32_t a) { return allowed[a]; };
      const StagedDecision<ActionView, kActionCount> decision(actions_, ActionView(state_, words), open);
      uint32_t right = kActionCount;
      uint32_t least = ~0u;
      for (uint32_t a = 0; a < kActionCount; ++a)
        if (allowed[a] && cost[a] < least) least = cost[a];
      for (uint32_t a = 0; a < kActionCount; ++a) {
        if (!allowed[a] || cost[a] != least) continue;
        if (right == kActionCount || decision.scores()[a] > decision.scores()[right]) right = a;
      }
      decision.teach(actions_, open, [&](uint32_t a) { return allowed[a] && cost[a] == least; });
      const uint32_t next = explore && random_.below(10) != 0 ? decision.best() : right;
      apply(static_cast<Action>(next), gold, words);
    }
  }

  void prune(const ParserOptions& options) {
    actions_.prune(options.most_actions);
    labels_.prune(options.most_labels);
  }

  std::vector<float> actions() const { return actions_.averages(kLeastSeen); }
  std::vector<float> labels() const { return labels_.averages(kLeastSeen); }

 private:
  void apply(Action action, const TreeSentence& gold, const std::vector<ParserWord>& words) {
    if (action == kShift) {
      state_.shift();
      return;
    }
    const uint32_t child = state_.from_top(0);
    const uint32_t head = action == kLeft ? state_.front() : state_.from_top(1);
    RelationId relation = kRootRelation;
    if (head != state_.size()) {
      const auto any = [](uint32_t) { return true; };
      const StagedDecision<LabelView, kRelationCount> decision(labels_, LabelView(state_, words, head, child), any);
      relation = static_cast<RelationId>(decision.best());
      if (gold.heads[child] == head)
        decision.teach(labels_, any, [&](uint32_t r) { return r == gold.relations[child]; });
    }
    state_.attach(head, relation);
  }

  LogLinear actions_;
  LogLinear labels_;
  Random random_;
  ParserState state_;
};

std::string_view universal(RelationId id) {
  const std::string_view name = relation_of(id);
  return name.substr(0, name.find(':'));
}

}  // namespace

ParserFiles train_parser(const std::vector<TreeSentence>& sentences, const std::vector<std::vector<TagId>>& tags,
                         const WordTable& table, const ParserOptions& options) {
  ParserTrainer pruned(options);
  std::vector<std::vector<ParserWord>> words;
  for (size_t i = 0; i < sentences.size(); ++i) words.push_back(parser_words(sentences[i], tags[i], table));
  std::vector<uint32_t> order(sentences.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  Random random(options.seed + 1);
  const auto learn = [&](ParserTrainer& trainer, uint32_t epoch) {
    random.shuffle(order);
    for (const uint32_t i : order) trainer.learn(sentences[i], words[i], epoch > 0);
    std::fprintf(stderr, "readout_train: parser, epoch %u of %u\n", epoch + 1, options.epochs);
  };
  for (uint32_t epoch = 0; epoch < options.prune_after; ++epoch) learn(pruned, epoch);
  pruned.prune(options);
  MeanWeights actions;
  MeanWeights labels;
  for (uint32_t run = 0; run < options.runs; ++run) {
    ParserTrainer trainer = pruned;
    for (uint32_t epoch = options.prune_after; epoch < options.epochs; ++epoch) learn(trainer, epoch);
    actions.add(trainer.actions());
    labels.add(trainer.labels());
  }
  return {quantised(options.action_bits, kActionCount, actions.take(), kActionUnit),
          quantised(options.label_bits, kRelationCount, labels.take(), kLabelUnit)};
}

SyntaxScore score_syntax(const std::vector<TreeSentence>& sentences, const WordTable& table, const SyntaxModel& model) {
  SyntaxScore score;
  std::vector<Arc> arcs;
  for (const TreeSentence& sentence : sentences) {
    const auto tags = predict_tags(sentence, table, model.tagger, model.retagger);
    std::vector<WordFeatures> words;
    for (const std::string& form : sentence.forms) words.push_back(table.features_of(form));
    arcs.resize(words.size());
    const Sentence alone{{}, 0, static_cast<uint32_t>(words.size()), 0};
    parse(words, tags, {&alone, 1}, {model.actions, model.labels}, arcs);
    for (size_t i = 0; i < tags.size(); ++i) {
      ++score.words;
      score.upos += tag_of(tags[i]).upos == tag_of(sentence.tags[i]).upos ? 1 : 0;
      score.tags += tags[i] == sentence.tags[i] ? 1 : 0;
      if (arcs[i].head != sentence.heads[i]) continue;
      ++score.heads;
      score.arcs += universal(arcs[i].relation) == universal(sentence.relations[i]) ? 1 : 0;
    }
  }
  return score;
}

}  // namespace readout::train
