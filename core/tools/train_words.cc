#include "tools/train_words.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "language/paragraphs.h"
#include "language/sentences.h"
#include "language/tokenizer.h"
#include "language/words.h"

namespace readout::train {

namespace {

template <class Each>
void for_each_line(const std::string& text, Each each) {
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    each(std::string_view(text).substr(at, end - at));
    at = end + 1;
  }
}

void add_text(const std::string& text, std::vector<PlainSentence>& out) {
  Article article;
  article.text = text;
  article.blocks.push_back({{0, static_cast<uint32_t>(text.size())}, BlockKind::kBody, "", false});
  std::vector<Span> words;
  std::vector<uint32_t> ends;
  std::vector<WordFeatures> features;
  const WordTable no_words;
  for (const Stretch& stretch : cut_stretches(article)) {
    words.clear();
    ends.clear();
    tokenize(text, stretch.span, words);
    features.clear();
    for (const Span word : words) features.push_back(no_words.features_of(words_of(text, word)));
    split_sentences({text, words, features}, nullptr, ends);
    uint32_t first = 0;
    for (const uint32_t end : ends) {
      PlainSentence sentence;
      for (; first < end; ++first) sentence.push_back(normal_form(words_of(text, words[first])));
      out.push_back(std::move(sentence));
    }
  }
}

// The last field of every record of a CSV file (RFC 4180).
std::vector<std::string> last_fields(const std::string& csv) {
  std::vector<std::string> fields;
  std::string field;
  bool quoted = false;
  for (size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted) {
      if (c != '"')
        field.push_back(c);
      else if (i + 1 < csv.size() && csv[i + 1] == '"')
        field.push_back(csv[++i]);
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      field.clear();
    } else if (c == '\n') {
      fields.push_back(std::move(field));
      field.clear();
    } else {
      field.push_back(c);
    }
  }
  return fields;
}

// Word to the bits of Known, from the index and data files of WordNet.
std::map<std::string, uint8_t> read_dictionary(const std::string& folder) {
  std::map<std::string, uint8_t> known;
  struct Part {
    const char* file;
    uint8_t bit;
  };
  for (const Part part :
       {Part{"noun", kKnownNoun}, Part{"verb", kKnownVerb}, Part{"adj", kKnownAdjective}, Part{"adv", kKnownAdverb}}) {
    for_each_line(read_file(folder + "/data." + part.file), [&](std::string_view line) {
      if (line.size() < 20 || line[0] == ' ') return;
      // offset, number of the lexicographer's file, kind, count of words in hexadecimal, then word and id by turns.
      std::vector<std::string_view> fields;
      for (std::string_view rest = line.substr(0, line.find('|')); !rest.empty();) {
        const size_t at = rest.find(' ');
        fields.push_back(rest.substr(0, at));
        rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
      }
      if (fields.size() < 6) return;
      uint8_t bits = part.bit;
      if (part.bit == kKnownNoun) {
        if (fields[1] == "18") bits |= kKnownPerson;
        if (fields[1] == "15") bits |= kKnownLocation;
        if (fields[1] == "14") bits |= kKnownGroup;
        if (std::find(fields.begin(), fields.end(), "@i") != fields.end())
          bits = static_cast<uint8_t>((bits & ~kKnownNoun) | kKnownInstance);
      }
      const size_t count = std::strtoul(std::string(fields[3]).c_str(), nullptr, 16);
      for (size_t i = 0; i < count && 4 + 2 * i < fields.size(); ++i) {
        std::string_view word = fields[4 + 2 * i];
        word = word.substr(0, word.find('('));
        if (word.find('_') == std::string_view::npos) known[normal_form(word)] |= bits;
      }
    });
  }
  return known;
}

// What a dictionary of base forms gives an inflected word.
uint8_t known_as(const std::map<std::string, uint8_t>& dictionary, const std::string& word) {
  const auto bits_of = [&](const std::string& base) -> uint8_t {
    const auto found = dictionary.find(base);
    return found == dictionary.end() ? uint8_t{0} : found->second;
  };
  const uint8_t direct = bits_of(word);
  if (direct != 0) return direct;
  const auto without = [&](std::string_view ending, std::string_view instead, uint8_t mask) -> uint8_t {
    if (word.size() < ending.size() + 2 || std::string_view(word).substr(word.size() - ending.size()) != ending)
      return 0;
    return bits_of(word.substr(0, word.size() - ending.size()).append(instead)) & mask;
  };
  constexpr uint8_t kNounBits = kKnownNoun | kKnownPerson | kKnownLocation | kKnownGroup;
  uint8_t bits = 0;
  bits |= without("s", "", kNounBits | kKnownVerb);
  bits |= without("es", "", kNounBits | kKnownVerb);
  bits |= without("ies", "y", kNounBits | kKnownVerb);
  for (const std::string_view ending : {"ed", "ing"}) {
    bits |= without(ending, "", kKnownVerb);
    bits |= without(ending, "e", kKnownVerb);
    if (word.size() > ending.size() + 3) {
      const size_t at = word.size() - ending.size() - 1;
      if (word[at] == word[at - 1] && std::string_view(word).substr(at + 1) == ending)
        bits |= bits_of(word.substr(0, at)) & kKnownVerb;
    }
  }
  bits |= without("ied", "y", kKnownVerb);
  return bits;
}

}  // namespace

std::vector<PlainSentence> read_plain_text(const WordSources& sources) {
  std::vector<PlainSentence> text;
  std::vector<std::string> left_out;
  if (sources.without_wikinews) left_out = {"GUM_interview_", "GUM_news_"};
  for (const char* set : {"uner_ewt_train", "wikigold", "btc", "wnut17_train", "wnut17_dev", "crossner_politics_train",
                          "crossner_politics_dev", "gum_wikinews", "re3d"}) {
    if (sources.without_wikinews && std::string_view(set) == "gum_wikinews") continue;
    for_each_line(read_file(sources.shared + "/names/" + set + ".jsonl"), [&](std::string_view line) {
      const auto row = nlohmann::json::parse(line, nullptr, false);
      if (row.is_object() && row.contains("text")) add_text(row["text"].get<std::string>(), text);
    });
  }
  for (const std::string& article : last_fields(read_file(sources.shared + "/articles/wikinews-2019-2020.csv")))
    add_text(article, text);
  for (const TreeSentence& tree : read_trees({sources.shared + "/syntax/en_gum-open.conllu"}, left_out)) {
    PlainSentence sentence;
    for (const std::string& form : tree.forms) sentence.push_back(normal_form(form));
    text.push_back(std::move(sentence));
  }
  std::vector<std::string> speeches;
  for (const auto& entry : std::filesystem::directory_iterator(sources.speeches))
    if (entry.path().extension() == ".txt") speeches.push_back(entry.path().string());
  std::sort(speeches.begin(), speeches.end());
  for (const std::string& path : speeches) add_text(read_file(path), text);
  for (const char* part : {"noun", "verb", "adj", "adv"})
    for_each_line(read_file(sources.wordnet + "/data." + part), [&](std::string_view line) {
      const size_t gloss = line.find("| ");
      if (gloss != std::string_view::npos && line[0] != ' ') add_text(std::string(line.substr(gloss + 2)), text);
    });
  return text;
}

std::string word_lines(const std::vector<TreeSentence>& trees, const WordSources& sources) {
  struct Entry {
    uint32_t word_class = 0;
    uint32_t coarse_class = 0;
    uint32_t known = 0;
    uint32_t only_tag = kNoTag;
  };
  std::map<std::string, Entry> entries;
  const auto text = read_plain_text(sources);
  for (const auto& [word, cls] : exchange_classes(text, {512, 4, 12})) entries[word].word_class = cls;
  for (const auto& [word, cls] : exchange_classes(text, {64, 4, 12})) entries[word].coarse_class = cls;
  const auto dictionary = read_dictionary(sources.wordnet);
  for (const PlainSentence& sentence : text)
    for (const std::string& word : sentence) {
      const uint8_t bits = known_as(dictionary, word);
      if (bits != 0) entries[word].known = bits;
    }
  std::map<std::string, std::map<TagId, uint32_t>> counts;
  for (const TreeSentence& sentence : trees)
    for (size_t i = 0; i < sentence.forms.size(); ++i) ++counts[normal_form(sentence.forms[i])][sentence.tags[i]];
  for (const auto& [word, tags] : counts) {
    uint32_t total = 0;
    uint32_t most = 0;
    TagId tag = kNoTag;
    for (const auto& [id, count] : tags) {
      total += count;
      if (count > most) {
        most = count;
        tag = id;
      }
    }
    // Words that were seen often and nearly always with one tag need not be decided each time.
    if (total >= 30 && most * 400ull >= total * 399ull) entries[word].only_tag = tag;
  }
  std::string lines;
  for (const auto& [word, entry] : entries) {
    if (word.empty() || word[0] == '#' || word.find_first_of("\t\n\r") != std::string::npos) continue;
    lines += word + "\t" + std::to_string(entry.word_class) + "\t" + std::to_string(entry.coarse_class) + "\t" +
             std::to_string(entry.known) + "\t" + std::to_string(entry.only_tag) + "\n";
  }
  return lines;
}

}  // namespace readout::train
