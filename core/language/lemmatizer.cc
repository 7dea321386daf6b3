#include "language/lemmatizer.h"

#include "language/words.h"
#include "text/lexicon.h"
#include "text/unicode.h"

namespace readout {

namespace {

uint64_t key_of(uint32_t form, TagId tag) { return (uint64_t{form} << 8) | tag; }

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

// A stem that lost a silent e before -ed or -ing: "mak", "charg", "stat".
bool lost_e(std::string_view stem) {
  if (stem.size() < 2) return false;
  const char last = stem.back();
  const char before = stem[stem.size() - 2];
  if (last == 'v' || last == 'c' || last == 'u' || (last == 'z' && before != 'z')) return true;
  if (last == 's') return before != 's';
  if (last == 'g') return before == 'd' || before == 'r' || before == 'a' || before == 'l' || ends_with(stem, "ang");
  if (last == 'l') return !is_vowel(before) && before != 'l' && before != 'r' && before != 'w';
  if (ends_with(stem, "at")) return stem.size() > 3 && stem[stem.size() - 3] != 'o' && !ends_with(stem, "eat");
  if (ends_with(stem, "ut")) return stem.size() > 3 && !is_vowel(stem[stem.size() - 3]);
  // consonant, vowel, consonant: "mak", "hop", "unit"; longer words in -er, -en, -on, -or, -it, -et, -el keep none.
  if (stem.size() < 3 || is_vowel(last) || last == 'w' || last == 'x' || last == 'y' || !is_vowel(before) ||
      is_vowel(stem[stem.size() - 3]))
    return false;
  for (const std::string_view kept : {"er", "en", "on", "or", "it", "et", "el", "op", "om", "ar", "al", "in", "ip"})
    if (ends_with(stem, kept)) return stem.size() <= 3 || ends_with(stem, "fin") || ends_with(stem, "bin");
  return true;
}

std::string without_verb_ending(const std::string& word, size_t ending) {
  std::string stem = word.substr(0, word.size() - ending);
  if (stem.size() >= 3) {
    const char last = stem.back();
    const bool doubled = last == stem[stem.size() - 2] && !is_vowel(last);
    if (doubled && last != 's' && last != 'l' && last != 'z' && last != 'f') {
      stem.pop_back();
      return stem;
    }
    // "controlled" but "called": two syllables before the pair.
    if (doubled && last == 'l' && stem.size() > 5 && !ends_with(stem, "all") && !ends_with(stem, "ill") &&
        !ends_with(stem, "ull") && !ends_with(stem, "ell")) {
      stem.pop_back();
      return stem;
    }
  }
  if (lost_e(stem)) stem.push_back('e');
  return stem;
}

std::string singular(const std::string& word) {
  if (ends_with(word, "ies") && word.size() > 4) return word.substr(0, word.size() - 3) + "y";
  for (const std::string_view ending : {"sses", "shes", "ches", "xes", "zzes"})
    if (ends_with(word, ending)) return word.substr(0, word.size() - 2);
  if (ends_with(word, "s") && !ends_with(word, "ss") && !ends_with(word, "us")) return word.substr(0, word.size() - 1);
  return word;
}

}  // namespace

Lemmatizer Lemmatizer::build(const Bundle& bundle) {
  Lemmatizer lemmatizer;
  const Lexicon lexicon(bundle.section("lexicon/irregular_forms"));
  size_t size = 16;
  while (size < lexicon.size() * 2) size *= 2;
  lemmatizer.slots_.resize(size);
  for (size_t row = 0; row < lexicon.size(); ++row) {
    const uint64_t key = key_of(form_of(lexicon.at(row, 0)), tag_id(lexicon.at(row, 1), lexicon.at(row, 2)));
    Slot& slot = lemmatizer.slots_[lemmatizer.slot_of(key)];
    if (slot.key == key) continue;  // the first counts
    slot = {key, static_cast<uint32_t>(lemmatizer.lemmas_.size())};
    lemmatizer.lemmas_.emplace_back(lexicon.at(row, 3));
  }
  return lemmatizer;
}

size_t Lemmatizer::slot_of(uint64_t key) const {
  const size_t mask = slots_.size() - 1;
  size_t at = (key ^ (key >> 8)) & mask;
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
  return at;
}

std::string Lemmatizer::lemma_of(std::string_view word, uint32_t form, TagId tag) const {
  const uint64_t key = key_of(form, tag);
  const Slot& known = slots_[slot_of(key)];
  if (known.key == key) return lemmas_[known.lemma];
  const Tag kind = tag_of(tag);
  const std::string_view penn = kind.penn;
  if (kind.upos == Upos::kPropn) return penn == "NNPS" ? singular(std::string(word)) : std::string(word);
  std::string low = unicode::lower(word);
  if (penn == "NNS" || penn == "VBZ") return singular(low);
  const bool past = penn == "VBD" || penn == "VBN";
  if (past && ends_with(low, "ied")) return low.substr(0, low.size() - 3) + "y";
  if (past && ends_with(low, "eed")) return low.substr(0, low.size() - 1);
  if (past && ends_with(low, "ed") && low.size() > 4) return without_verb_ending(low, 2);
  if (penn == "VBG" && ends_with(low, "ing") && low.size() > 5) return without_verb_ending(low, 3);
  if (penn == "JJR" && ends_with(low, "ier")) return low.substr(0, low.size() - 3) + "y";
  if (penn == "JJR" && ends_with(low, "er")) return without_verb_ending(low, 2);
  if (penn == "JJS" && ends_with(low, "iest")) return low.substr(0, low.size() - 4) + "y";
  if (penn == "JJS" && ends_with(low, "est")) return without_verb_ending(low, 3);
  return low;
}

}  // namespace readout
