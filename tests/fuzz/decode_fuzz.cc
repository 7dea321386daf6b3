// Any bytes as a file: decoded to valid UTF-8 and split into articles, or refused.
#include "intake/decode.h"
#include "intake/intake.h"
#include "invariants.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace readout;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto decoded = decode(bytes);
  if (decoded) {
    const std::string& text = decoded.value().text;
    fuzz::must(utf8::find_invalid(text) == std::string_view::npos, "decoded text is valid UTF-8");
    fuzz::must(text.find('\r') == std::string::npos, "line ends are LF");
    fuzz::must(decoded.value().confidence >= 0 && decoded.value().confidence <= 1, "confidence is a share");
    for (const uint64_t at : decoded.value().wrong_bytes) fuzz::must(at < size, "wrong bytes lie in the file");
    repair_double_encoding(text);
  }
  const auto articles = open_file("file.txt", bytes);
  fuzz::must(articles.ok() == decoded.ok(), "what can be decoded can be opened");
  if (articles) {
    for (const ArticleInput& article : articles.value()) {
      fuzz::must(utf8::find_invalid(article.text) == std::string_view::npos, "an article is valid UTF-8");
      fuzz::must(article.file.has_value(), "an article says where it stood");
    }
  }
  return 0;
}
