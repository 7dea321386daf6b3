// A sum is over as many features as its view says: one more would overwrite, one less would leave an old row in.
#include <doctest/doctest.h>

#include <vector>

#include "language/parser.h"
#include "language/sentences.h"
#include "language/tagger_features.h"

using namespace readout;

TEST_CASE("views give as many features as they say") {
  uint64_t hashes[96] = {};
  const std::vector<WordFeatures> words(3);
  const TaggerView tagger(words, 1, kTagBefore, kTagBefore);
  CHECK(tagger.first(hashes) == TaggerView::kFirst);
  CHECK(tagger.rest(hashes) == TaggerView::kRest);
  const std::vector<TagId> tags(3);
  CHECK(retagger_features(words, tags, 1, hashes) == kRetaggerFeatures);
  std::vector<ParserWord> parser_words;
  see_words(words, tags, parser_words);
  ParserState state;
  state.reset(3);
  state.shift();
  const ActionView action(state, parser_words);
  CHECK(action.first(hashes) == ActionView::kFirst);
  CHECK(action.rest(hashes) == ActionView::kRest);
  const LabelView label(state, parser_words, 1, 0);
  CHECK(label.first(hashes) == LabelView::kFirst);
  CHECK(label.rest(hashes) == LabelView::kRest);
  const std::vector<Span> spans = {{0, 1}, {2, 3}, {4, 5}};
  const StretchWords stretch{"a b c", spans, words};
  CHECK(sentence_features(stretch, std::vector<bool>(3), 0, 1, hashes) == kSentenceFeatures);
}

TEST_CASE("what a parser's state has not is no word, and nothing is known of it") {
  const std::vector<WordFeatures> words(1);
  const std::vector<TagId> tags(1);
  std::vector<ParserWord> seen;
  see_words(words, tags, seen);
  ParserState state;
  state.reset(1);
  CHECK(state.from_top(0) == kNoWord);
  CHECK(state.from_top(2) == kNoWord);
  CHECK(state.node(kNoWord).left1 == kNoWord);
  state.shift();
  CHECK(state.from_top(0) == 0);
  CHECK(state.from_top(1) == kNoWord);
  const parser_detail::View view{state, seen.data()};
  CHECK(view.word(kNoWord).tag == kNothing.tag);
  CHECK(view.word(state.front()).tag == kTagCount + 2);  // the root
  CHECK(view.word(state.front() + 2).tag == kNothing.tag);
  state.attach(1, kRootRelation);
  CHECK(state.done());
}
