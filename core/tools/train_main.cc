// Trains the language model.
// usage: readout_train SHARED WORDNET SPEECHES LEXICONS OUT [words] [lemmas] [sentences] [syntax] [names]
//   SHARED holds the folders articles, syntax and names; WORDNET the database files of WordNet; SPEECHES plain texts;
//   LEXICONS the word lists of core/data.
//   The files of weights are written into the folder OUT; where parts are named, only these are trained anew.
// The same files give the same bytes: one thread, integers, fixed seeds.
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "language/words.h"
#include "text/bundle.h"
#include "tools/train_data.h"
#include "tools/train_lemmas.h"
#include "tools/train_names.h"
#include "tools/train_sentences.h"
#include "tools/train_syntax.h"
#include "tools/train_words.h"

namespace {

using namespace readout;
using namespace readout::train;

void report(const char* name, const SyntaxScore& score) {
  const double words = static_cast<double>(score.words);
  std::fprintf(stderr, "%-14s words %llu  UPOS %.4f  tags %.4f  UAS %.4f  LAS %.4f\n", name,
               static_cast<unsigned long long>(score.words), static_cast<double>(score.upos) / words,
               static_cast<double>(score.tags) / words, static_cast<double>(score.heads) / words,
               static_cast<double>(score.arcs) / words);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) {
    std::fprintf(
        stderr,
        "usage: readout_train SHARED WORDNET SPEECHES LEXICONS OUT [words] [lemmas] [sentences] [syntax] [names]\n");
    return 2;
  }
  const std::string shared = argv[1];
  const std::string out = argv[5];
  const auto wanted = [&](const char* part) {
    if (argc == 6) return true;
    for (int i = 6; i < argc; ++i)
      if (std::string(argv[i]) == part) return true;
    return false;
  };
  const auto sentences = read_trees({shared + "/syntax/en_ewt-train.conllu", shared + "/syntax/en_gum-open.conllu"});
  if (wanted("words")) write_file(out + "/words.bin", word_lines(sentences, {shared, argv[2], argv[3]}));
  const auto table = WordTable::parse(read_file(out + "/words.bin"));
  if (!table) return 1;
  if (wanted("lemmas")) write_file(out + "/irregular_forms.lines", irregular_lines(sentences));
  if (wanted("sentences"))
    write_file(out + "/sentences.bin",
               train_sentences({shared + "/syntax/en_ewt-train.conllu", shared + "/syntax/en_gum-open.conllu"},
                               table.value()));
  if (wanted("syntax")) {
    const TaggerOptions tagger_options;
    const std::string tagger = train_tagger(sentences, table.value(), tagger_options);
    write_file(out + "/tagger.bin", tagger);
    TaggerOptions fold_options;
    fold_options.epochs = 5;
    fold_options.smallest = 1;
    const auto tags = cross_tag(sentences, table.value(), fold_options, 3);
    const ParserFiles parser = train_parser(sentences, tags, table.value(), {});
    write_file(out + "/actions.bin", parser.actions);
    write_file(out + "/labels.bin", parser.labels);
  }
  const auto tagger_weights = Weights::parse(read_file(out + "/tagger.bin"));
  const auto actions = Weights::parse(read_file(out + "/actions.bin"));
  const auto labels = Weights::parse(read_file(out + "/labels.bin"));
  if (!tagger_weights || !actions || !labels) return 1;
  for (const char* set : {"en_ewt-dev", "en_gum-open-dev"})
    report(set, score_syntax(read_trees({shared + "/syntax/" + set + ".conllu"}), table.value(), tagger_weights.value(),
                             actions.value(), labels.value()));
  if (wanted("names")) {
    std::vector<std::pair<std::string, std::string>> sections;
    for (const auto& entry : std::filesystem::directory_iterator(argv[4]))
      if (entry.path().extension() == ".tsv")
        sections.emplace_back("lexicon/" + entry.path().stem().string(), read_file(entry.path().string()));
    const std::string bytes = write_bundle(std::move(sections));
    const auto bundle = Bundle::open(bytes);
    if (!bundle) return 1;
    const auto splitter = Weights::parse(read_file(out + "/sentences.bin"));
    if (!splitter) return 1;
    const Gazetteer gazetteer = Gazetteer::build(bundle.value());
    const SyntaxModel syntax{tagger_weights.value(), actions.value(), labels.value(), {}};
    std::vector<NameDocument> documents;
    const auto add = [&](const std::string& set, NameDomain domain) {
      for (NameDocument& document : read_names(shared + "/names/" + set + ".jsonl", domain,
                                               {table.value(), splitter.value(), syntax, gazetteer}))
        documents.push_back(std::move(document));
    };
    for (const char* set : {"uner_ewt_train", "wikigold", "crossner_politics_train", "crossner_politics_dev", "re3d"})
      add(set, NameDomain::kEdited);
    if (!wanted("without-wikinews")) add("gum_wikinews", NameDomain::kEdited);
    for (const char* set : {"btc", "wnut17_train", "wnut17_dev"}) add(set, NameDomain::kChat);
    write_file(out + "/names.bin", train_names(std::move(documents), {}));
  }
  return 0;
}
