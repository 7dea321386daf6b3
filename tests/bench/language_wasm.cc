// The language stage alone as a WebAssembly module, for tests/bench/measure_wasm.js. Pointers and sizes are unsigned
// 32-bit numbers in the module's memory. Built on demand: cmake --build --preset wasm --target language_wasm.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "language/language.h"

#define BENCH_EXPORT extern "C" __attribute__((used, visibility("default")))

BENCH_EXPORT void* bench_alloc(uint32_t size) { return std::malloc(size == 0 ? 1 : size); }

// The language model in the model file, which must stay; 0 where it cannot be read.
BENCH_EXPORT readout::LanguageModel* bench_load(const char* bytes, uint32_t size) {
  const auto bundle = readout::Bundle::open(std::string_view(bytes, size));
  if (!bundle) return nullptr;
  auto model = readout::LanguageModel::load(bundle.value());
  return model ? new readout::LanguageModel(std::move(model).value()) : nullptr;
}

// Reads the text, which is taken for an article's body; the number of its tokens.
BENCH_EXPORT uint32_t bench_annotate(const readout::LanguageModel* model, const char* text, uint32_t size) {
  readout::Article article;
  article.text.assign(text, size);
  article.blocks.push_back({{0, size}, readout::BlockKind::kBody, "", false});
  return static_cast<uint32_t>(readout::annotate(article, *model).tokens.size());
}
