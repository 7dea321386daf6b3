// Any text cut into words and sentences: nothing but white space is left out, nothing is taken twice.
#include "invariants.h"
#include "language/sentences.h"
#include "language/tokenizer.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace {

using namespace readout;

void only_space_between(std::string_view text, uint32_t begin, uint32_t end) {
  for (size_t at = begin; at < end;) {
    const auto point = utf8::decode(text, at);
    fuzz::must(unicode::is_space(point.value), "only white space lies outside words");
    at += point.size;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text = utf8::repaired({reinterpret_cast<const char*>(data), size});
  std::vector<Span> tokens;
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, tokens);
  uint32_t end = 0;
  for (const Span token : tokens) {
    fuzz::must(token.begin >= end && token.end > token.begin && token.end <= text.size(), "words are in order");
    fuzz::must((static_cast<unsigned char>(text[token.begin]) & 0xC0) != 0x80, "words begin on characters");
    only_space_between(text, end, token.begin);
    end = token.end;
  }
  only_space_between(text, end, static_cast<uint32_t>(text.size()));
  std::vector<uint32_t> ends;
  std::vector<WordFeatures> words;
  const WordTable table;
  for (const Span token : tokens) words.push_back(table.features_of(words_of(text, token)));
  split_sentences({text, tokens, words}, nullptr, ends);
  uint32_t last = 0;
  for (const uint32_t at : ends) {
    fuzz::must(at > last && at <= tokens.size(), "sentences are in order and not empty");
    last = at;
  }
  fuzz::must(last == tokens.size(), "every word lies in a sentence");
  return 0;
}
