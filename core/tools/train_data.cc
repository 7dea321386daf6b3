#include "tools/train_data.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

namespace readout::train {

namespace {

[[noreturn]] void fail(const std::string& path, const char* what) {
  std::fprintf(stderr, "readout_train: %s: %s\n", path.c_str(), what);
  std::exit(1);
}

std::vector<std::string_view> split(std::string_view line, char by) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t at = line.find(by);
    parts.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return parts;
    line.remove_prefix(at + 1);
  }
}

}  // namespace

uint64_t Random::next() {
  uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
  return z ^ (z >> 31);
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) fail(path, "cannot be read");
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out) fail(path, "cannot be written");
}

void note_document(std::string_view line, const std::vector<std::string>& left_out, bool& within) {
  constexpr std::string_view kHead = "# newdoc id = ";
  if (line.substr(0, kHead.size()) != kHead) return;
  line.remove_prefix(kHead.size());
  within = false;
  for (const std::string& id : left_out) within = within || line.substr(0, id.size()) == id;
}

std::vector<TreeSentence> read_trees(const std::vector<std::string>& paths, const std::vector<std::string>& left_out) {
  std::vector<TreeSentence> sentences;
  for (const std::string& path : paths) {
    const std::string text = read_file(path);
    TreeSentence sentence;
    bool skipped = false;
    for (const std::string_view line : split(text, '\n')) {
      if (line.empty()) {
        if (!sentence.forms.empty()) {
          for (uint32_t& head : sentence.heads)
            head = head == 0 ? static_cast<uint32_t>(sentence.forms.size()) : head - 1;
          sentences.push_back(std::move(sentence));
        }
        sentence = {};
        continue;
      }
      note_document(line, left_out, skipped);
      if (line[0] == '#' || skipped) continue;
      const auto fields = split(line, '\t');
      if (fields.size() != 10) fail(path, "a line has not ten fields");
      if (fields[0].find_first_of("-.") != std::string_view::npos) continue;
      sentence.forms.emplace_back(fields[1]);
      sentence.lemmas.emplace_back(fields[2]);
      sentence.tags.push_back(tag_id(fields[3], fields[4]));
      sentence.heads.push_back(static_cast<uint32_t>(std::strtoul(std::string(fields[6]).c_str(), nullptr, 10)));
      sentence.relations.push_back(relation_id(fields[7]));
    }
  }
  return sentences;
}

}  // namespace readout::train
