// Trains the language model.
// usage: readout_train SHARED WORDNET SPEECHES OUT [words] [lemmas] [syntax]
//   SHARED holds the folders articles, syntax and names; WORDNET the database files of WordNet; SPEECHES plain texts.
//   The files of weights are written into the folder OUT; where parts are named, only these are trained anew.
// The same files give the same bytes: one thread, integers, fixed seeds.
#include <cstdio>
#include <string>
#include <vector>

#include "language/words.h"
#include "tools/train_data.h"
#include "tools/train_lemmas.h"
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
  if (argc < 5) {
    std::fprintf(stderr, "usage: readout_train SHARED WORDNET SPEECHES OUT [words] [lemmas] [syntax]\n");
    return 2;
  }
  const std::string shared = argv[1];
  const std::string out = argv[4];
  const auto wanted = [&](const char* part) {
    if (argc == 5) return true;
    for (int i = 5; i < argc; ++i)
      if (std::string(argv[i]) == part) return true;
    return false;
  };
  const auto sentences = read_trees({shared + "/syntax/en_ewt-train.conllu", shared + "/syntax/en_gum-open.conllu"});
  if (wanted("words")) write_file(out + "/words.bin", word_lines(sentences, {shared, argv[2], argv[3]}));
  const auto table = WordTable::parse(read_file(out + "/words.bin"));
  if (!table) return 1;
  if (wanted("lemmas")) write_file(out + "/irregular_forms.lines", irregular_lines(sentences));
  if (wanted("syntax")) {
    const TaggerOptions tagger_options;
    const std::string tagger = train_tagger(sentences, table.value(), tagger_options);
    write_file(out + "/tagger.bin", tagger);
    const auto tags = cross_tag(sentences, table.value(), tagger_options, 5);
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
  return 0;
}
