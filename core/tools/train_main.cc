// Trains the language model.
// usage: readout_train SHARED WORDNET SPEECHES LEXICONS OUT [words] [lemmas] [sentences] [syntax] [names]
//                      [without-wikinews]
//   SHARED holds the folders articles, syntax and names; WORDNET the database files of WordNet; SPEECHES plain texts;
//   LEXICONS the word lists of core/data.
//   The files of weights are written into the folder OUT; where parts are named, only these are trained anew.
//   without-wikinews leaves GUM's Wikinews texts out of everything, so that names can be measured on them.
// The same files give the same bytes: one thread, fixed seeds.
#include <cstdio>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "language/syntax.h"
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

Result<SyntaxModel> read_syntax_model(const std::string& folder) {
  SyntaxModel model;
  struct Part {
    const char* name;
    Weights& weights;
  };
  for (const Part& part : {Part{"tagger", model.tagger}, Part{"retagger", model.retagger},
                           Part{"actions", model.actions}, Part{"labels", model.labels}}) {
    auto weights = Weights::parse(read_file(folder + "/" + part.name + ".bin"));
    if (!weights) return weights.error();
    part.weights = std::move(weights).value();
  }
  return model;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) {
    std::fprintf(
        stderr,
        "usage: readout_train SHARED WORDNET SPEECHES LEXICONS OUT [words] [lemmas] [sentences] [syntax] [names] "
        "[without-wikinews]\n");
    return 2;
  }
  const std::string shared = argv[1];
  const std::string out = argv[5];
  const auto named = [&](const char* part) {
    for (int i = 6; i < argc; ++i)
      if (std::string(argv[i]) == part) return true;
    return false;
  };
  const bool without_wikinews = named("without-wikinews");
  const bool all = argc == 6 || (argc == 7 && without_wikinews);
  const auto wanted = [&](const char* part) { return all || named(part); };
  const std::vector<std::string> files = {shared + "/syntax/en_ewt-train.conllu",
                                          shared + "/syntax/en_gum-open.conllu"};
  const std::vector<std::string> left_out =
      without_wikinews ? std::vector<std::string>{"GUM_interview_", "GUM_news_"} : std::vector<std::string>{};
  const auto sentences = read_trees(files, left_out);
  if (wanted("words"))
    write_file(out + "/words.bin", word_lines(sentences, {shared, argv[2], argv[3], without_wikinews}));
  const auto table = WordTable::parse(read_file(out + "/words.bin"));
  if (!table) return 1;
  if (wanted("lemmas")) write_file(out + "/irregular_forms.lines", irregular_lines(sentences));
  if (wanted("sentences")) write_file(out + "/sentences.bin", train_sentences(files, left_out, table.value()));
  if (wanted("syntax")) {
    const TaggerFiles tagger = train_tagger(sentences, table.value(), {});
    write_file(out + "/tagger.bin", tagger.first);
    write_file(out + "/retagger.bin", tagger.second);
    const ParserFiles parser = train_parser(sentences, tagger.unseen, table.value(), {});
    write_file(out + "/actions.bin", parser.actions);
    write_file(out + "/labels.bin", parser.labels);
  }
  auto syntax = read_syntax_model(out);
  if (!syntax) return 1;
  for (const char* set : {"en_ewt-dev", "en_gum-open-dev"})
    report(set, score_syntax(read_trees({shared + "/syntax/" + set + ".conllu"}, {}), table.value(), syntax.value()));
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
    std::vector<NameDocument> documents;
    const auto add = [&](const char* set, NameSource source) {
      for (NameDocument& document : read_names(shared + "/names/" + set + ".jsonl", source,
                                               {table.value(), splitter.value(), syntax.value(), gazetteer}))
        documents.push_back(std::move(document));
    };
    for (const char* set : {"uner_ewt_train", "wikigold"}) add(set, NameSource::kPlain);
    for (const char* set : {"crossner_politics_train", "crossner_politics_dev"}) add(set, NameSource::kPolitics);
    add("re3d", NameSource::kSecurity);
    if (!without_wikinews) add("gum_wikinews", NameSource::kPlain);
    for (const char* set : {"btc", "wnut17_train", "wnut17_dev"}) add(set, NameSource::kTweets);
    write_file(out + "/names.bin", train_names(std::move(documents), {}));
  }
  return 0;
}
