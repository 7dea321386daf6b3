// Times the language stage alone: sentences, tags, syntax and names of the articles on standard input.
// usage: language_bench [RUNS] < ARTICLES.ndjson     lines with a member "text"; the best of RUNS (3) is told
// Beside the speed it prints a digest of all that was read: two builds that print the same read the same.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "language/language.h"
#include "tools/embedded_model.h"

namespace {

using namespace readout;

class Digest {
 public:
  void add(uint64_t value) { value_ = (value_ ^ value) * 0xD6E8FEB86659FD93ull + (value_ >> 29); }
  void add(Span span) { add((uint64_t{span.begin} << 32) | span.end); }
  void add(std::string_view text) {
    for (const char c : text) add(static_cast<unsigned char>(c));
  }
  uint64_t value() const { return value_; }

 private:
  uint64_t value_ = 0;
};

void add(const Annotation& annotation, Digest& digest) {
  digest.add(annotation.language);
  for (const Sentence& sentence : annotation.sentences) digest.add(sentence.span);
  for (const Token& token : annotation.tokens) {
    digest.add(token.span);
    digest.add(static_cast<uint64_t>(token.upos));
    digest.add(token.lemma);
    digest.add(static_cast<uint64_t>(token.head));
    digest.add(token.deprel);
  }
  for (const Name& name : annotation.names) {
    digest.add(name.span);
    digest.add(static_cast<uint64_t>(name.type));
    if (name.role) digest.add(*name.role);
    digest.add(name.doubt);
  }
}

// Processor time: what else the machine does counts little.
double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
  const int runs = argc > 1 ? std::atoi(argv[1]) : 3;
  const double start = now();
  const auto bundle = Bundle::open(embedded_model());
  if (!bundle) return 1;
  const double opened = now() - start;
  const auto model = LanguageModel::load(bundle.value());
  if (!model) return 1;
  std::printf("model opened in %.0f ms, language model loaded in %.0f ms\n", opened * 1e3,
              (now() - start - opened) * 1e3);
  std::vector<Article> articles;
  uint64_t bytes = 0;
  for (std::string line; std::getline(std::cin, line);) {
    const auto row = nlohmann::json::parse(line, nullptr, false);
    if (!row.is_object() || !row.contains("text") || !row["text"].is_string()) continue;
    Article article;
    article.text = row["text"].get<std::string>();
    article.blocks.push_back({{0, static_cast<uint32_t>(article.text.size())}, BlockKind::kBody, "", false});
    bytes += article.text.size();
    articles.push_back(std::move(article));
  }
  double best = 0;
  uint64_t tokens = 0;
  Digest digest;
  for (int run = 0; run < runs; ++run) {
    const double begin = now();
    tokens = 0;
    for (const Article& article : articles) {
      const Annotation annotation = annotate(article, model.value());
      tokens += annotation.tokens.size();
      if (run == 0) add(annotation, digest);
    }
    const double seconds = now() - begin;
    if (run == 0 || seconds < best) best = seconds;
  }
  std::printf("%zu articles, %.2f MB, %llu tokens: %.3f s, %.2f MB/s, %.0f tokens/s\ndigest %016llx\n", articles.size(),
              static_cast<double>(bytes) / 1e6, static_cast<unsigned long long>(tokens), best,
              static_cast<double>(bytes) / 1e6 / best, static_cast<double>(tokens) / best,
              static_cast<unsigned long long>(digest.value()));
  return 0;
}
