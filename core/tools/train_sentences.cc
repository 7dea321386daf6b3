#include "tools/train_sentences.h"

#include <algorithm>
#include <string_view>

#include "language/sentences.h"
#include "language/tokenizer.h"
#include "tools/train_data.h"
#include "tools/train_loglinear.h"

namespace readout::train {

namespace {

constexpr uint32_t kBits = 17;
constexpr uint32_t kEpochs = 12;
constexpr uint32_t kLeastSeen = 2;
constexpr uint32_t kPruneAfter = 5;
constexpr size_t kMost = 100000;
constexpr float kRate = 0.05f;

struct Paragraph {
  std::string text;
  std::vector<uint32_t> ends;  // bytes where sentences end
};

std::vector<Paragraph> read_paragraphs(const std::string& path, const std::vector<std::string>& left_out) {
  std::vector<Paragraph> paragraphs;
  const std::string file = read_file(path);
  bool space = false;
  bool in_multiword = false;
  uint32_t multiword_end = 0;
  bool skipped = false;
  for (size_t at = 0; at < file.size();) {
    const size_t end = std::min(file.find('\n', at), file.size());
    const std::string_view line = std::string_view(file).substr(at, end - at);
    at = end + 1;
    note_document(line, left_out, skipped);
    if (skipped) continue;
    if (line.substr(0, 8) == "# newpar" || line.substr(0, 8) == "# newdoc") {
      paragraphs.emplace_back();
      space = false;
    } else if (line.substr(0, 9) == "# text = ") {
      if (paragraphs.empty()) paragraphs.emplace_back();
      if (space) paragraphs.back().text.push_back(' ');
      paragraphs.back().text.append(line.substr(9));
      paragraphs.back().ends.push_back(static_cast<uint32_t>(paragraphs.back().text.size()));
    } else if (!line.empty() && line[0] != '#') {
      // The last surface token of the sentence says whether a space follows.
      const size_t tab = line.find('\t');
      const std::string id(line.substr(0, tab));
      const size_t dash = id.find('-');
      if (dash != std::string::npos) {
        in_multiword = true;
        multiword_end = static_cast<uint32_t>(std::strtoul(id.c_str() + dash + 1, nullptr, 10));
      } else if (in_multiword) {
        if (std::strtoul(id.c_str(), nullptr, 10) >= multiword_end) in_multiword = false;
        continue;
      }
      space = line.find("SpaceAfter=No") == std::string_view::npos;
    }
  }
  return paragraphs;
}

}  // namespace

std::string train_sentences(const std::vector<std::string>& paths, const std::vector<std::string>& left_out,
                            const WordTable& table) {
  std::vector<Paragraph> paragraphs;
  for (const std::string& path : paths)
    for (Paragraph& paragraph : read_paragraphs(path, left_out)) paragraphs.push_back(std::move(paragraph));
  LogLinear model({kBits, kSentenceClasses, kRate});
  Random random(3);
  uint64_t hashes[kSentenceFeatures];
  float scores[kSentenceClasses];
  std::vector<Span> spans;
  std::vector<WordFeatures> words;
  for (uint32_t epoch = 0; epoch < kEpochs; ++epoch) {
    if (epoch == kPruneAfter) model.prune(kMost);
    random.shuffle(paragraphs);
    for (const Paragraph& paragraph : paragraphs) {
      spans.clear();
      words.clear();
      tokenize(paragraph.text, {0, static_cast<uint32_t>(paragraph.text.size())}, spans);
      for (const Span span : spans) words.push_back(table.features_of(words_of(paragraph.text, span)));
      if (spans.empty()) continue;
      const StretchWords stretch{paragraph.text, spans, words};
      const std::vector<bool> rules = rule_ends(stretch);
      uint32_t begin = 0;
      size_t gold = 0;
      for (uint32_t next = 1; next < spans.size(); ++next) {
        while (gold < paragraph.ends.size() && paragraph.ends[gold] < spans[next - 1].end) ++gold;
        const bool ends = gold < paragraph.ends.size() && paragraph.ends[gold] <= spans[next].begin;
        if (is_judged(stretch, rules, next)) {
          const uint32_t count = sentence_features(stretch, rules, begin, next, hashes);
          std::fill(scores, scores + kSentenceClasses, 0.0f);
          model.add(hashes, count, scores);
          model.learn(
              hashes, count, scores, [](uint32_t) { return true; }, [&](uint32_t c) { return (c == 1) == ends; });
        }
        if (ends) begin = next;
      }
    }
  }
  return quantised(kBits, kSentenceClasses, model.averages(kLeastSeen));
}

}  // namespace readout::train
