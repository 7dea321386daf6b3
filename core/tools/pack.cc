// Packs lexicons and weights into the model file.
// usage: readout_pack OUT.model OUT.cc FILE...
//   FILE.tsv becomes the section "lexicon/FILE" (comments and empty lines removed), FILE.bin the section
//   "weights/FILE". OUT.cc is an assembler wrapper (GNU as) that links OUT.model into a native program
//   (tools/embedded_model.h).
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "text/bundle.h"

namespace {

std::string without_comments(const std::string& tsv) {
  std::string out;
  for (size_t at = 0; at < tsv.size();) {
    const size_t end = std::min(tsv.find('\n', at), tsv.size());
    if (end > at && tsv[at] != '#') out.append(tsv, at, end - at).push_back('\n');
    at = end + 1;
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: readout_pack OUT.model OUT.cc FILE...\n");
    return 2;
  }
  std::vector<std::pair<std::string, std::string>> sections;
  for (int i = 3; i < argc; ++i) {
    const std::filesystem::path path(argv[i]);
    std::ifstream in(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in) {
      std::fprintf(stderr, "readout_pack: cannot read %s\n", argv[i]);
      return 1;
    }
    const bool lexicon = path.extension() == ".tsv";
    sections.emplace_back((lexicon ? "lexicon/" : "weights/") + path.stem().string(),
                          lexicon ? without_comments(bytes) : std::move(bytes));
  }
  const std::filesystem::path model(argv[1]);
  const std::string bundle = readout::write_bundle(std::move(sections));
  std::ofstream(model, std::ios::binary) << bundle;
  // The digest in the source makes compiler caches see a new model.
  std::ofstream(argv[2])
      << "#include \"tools/embedded_model.h\"\n"
         "asm(\"# model "
      << bundle.substr(bundle.size() - 64) << "\\n.section .rodata\\n.balign 8\\nreadout_model_begin:\\n.incbin \\\""
      << std::filesystem::absolute(model).string()
      << "\\\"\\nreadout_model_end:\\n.byte 0\\n.previous\\n\");\n"
         "extern \"C\" const char readout_model_begin[];\n"
         "extern \"C\" const char readout_model_end[];\n"
         "namespace readout {\n"
         "std::string_view embedded_model() {\n"
         "  return {readout_model_begin, static_cast<size_t>(readout_model_end - readout_model_begin)};\n"
         "}\n"
         "}  // namespace readout\n";
  return 0;
}
