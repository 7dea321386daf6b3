#include "language/names_titles.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/unicode.h"

namespace readout {

namespace {

constexpr std::array<EntityType, kNameTypes> kTypes = {EntityType::kPerson, EntityType::kOrganisation,
                                                       EntityType::kPlace, EntityType::kOther};
constexpr uint32_t kTitle = kKnownHonorific | kKnownOffice;
constexpr uint32_t kLongestTitle = 6;

// Lower case, sorted: a name that ends in one of these is an event's.
constexpr std::string_view kEventWords[] = {"championship", "championships", "conference", "congress", "crisis",
                                            "cup",          "day",           "election",   "festival", "games",
                                            "olympics",     "revolution",    "summit",     "war"};

class NameMaker {
 public:
  NameMaker(std::string_view text, const Annotation& annotation, const std::vector<NameWord>& words,
            const std::vector<NameLabel>& labels, const Gazetteer& gazetteer)
      : text_(text), tokens_(annotation.tokens), words_(words), labels_(labels), gazetteer_(gazetteer) {}

  void read(const Sentence& sentence, std::vector<Name>& out) {
    for (uint32_t i = sentence.first_token; i < sentence.last_token;) {
      uint32_t end = i + 1;
      if (labels_[i] == kOutside) {
        if (is_demonym(i)) out.push_back({span_of(i, end), EntityType::kNationality, std::nullopt, ""});
        i = end;
        continue;
      }
      while (end < sentence.last_token && is_open(labels_[end - 1])) ++end;
      add_name(sentence, i, end, out);
      i = end;
    }
  }

 private:
  Span span_of(uint32_t begin, uint32_t end) const { return {tokens_[begin].span.begin, tokens_[end - 1].span.end}; }
  std::string_view word(uint32_t i) const { return words_of(text_, tokens_[i].span); }

  bool is_demonym(uint32_t i) const {
    const uint8_t capitals = words_[i].word.shape & kCapitalsMask;
    return (words_[i].known & kKnownNationality) != 0 && capitals == kInitialCapital;
  }

  uint32_t flags_of(uint32_t begin, uint32_t end) const {
    PhraseHash hash;
    for (uint32_t i = begin; i < end; ++i) hash.add(words_[i].word.form);
    return gazetteer_.find(hash);
  }

  // How many words from `begin` are a title, at most up to `end`.
  uint32_t title_words(uint32_t begin, uint32_t end) const {
    for (uint32_t to = std::min(end, begin + kLongestTitle); to > begin; --to)
      if ((flags_of(begin, to) & kTitle) != 0) return to - begin;
    return 0;
  }

  // "Arkesian President Marek Dovran": a word that is nobody's name stands before a title that is not one either.
  uint32_t words_before_title(uint32_t begin, uint32_t end) const {
    constexpr uint32_t kNames = kKnownFirstName | kKnownSurname;
    if (end - begin < 3 || (words_[begin].known & kNames) != 0) return 0;
    const uint32_t title = title_words(begin + 1, end);
    return title > 0 && begin + 1 + title < end && (words_[begin + 1].known & kNames) == 0 ? 1 : 0;
  }

  void add_name(const Sentence& sentence, uint32_t begin, uint32_t end, std::vector<Name>& out) const {
    const uint32_t type = type_of_label(labels_[begin]);
    Name name{span_of(begin, end), kTypes[type], std::nullopt, ""};
    if (name.type == EntityType::kOther || name.type == EntityType::kPlace) {
      const bool demonym = (flags_of(begin, end) & (kKnownNationality | kKnownPlace)) == kKnownNationality;
      if (demonym) name.type = EntityType::kNationality;
    }
    if (name.type == EntityType::kOther) {
      const std::string last = unicode::lower(word(end - 1));
      if (std::binary_search(std::begin(kEventWords), std::end(kEventWords), std::string_view(last)))
        name.type = EntityType::kEvent;
    }
    if (name.type == EntityType::kPerson) {
      uint32_t first = begin + words_before_title(begin, end);
      for (uint32_t cut = title_words(first, end); cut > 0 && first + cut < end; cut = title_words(first, end))
        first += cut;
      name.span = span_of(first, end);
      name.role = role_before(sentence, first);
    }
    out.push_back(std::move(name));
  }

  // The title that ends right before token `name`, with demonyms, names of bodies and words like "former" before it.
  std::optional<Span> role_before(const Sentence& sentence, uint32_t name) const {
    uint32_t first = name;
    for (bool more = true; more;) {
      more = false;
      const uint32_t least = first - std::min(first - sentence.first_token, kLongestTitle);
      for (uint32_t from = least; from < first; ++from)
        if ((flags_of(from, first) & kTitle) != 0) {
          first = from;
          more = true;
          break;
        }
    }
    if (first == name) return std::nullopt;
    const uint32_t title = first;
    while (first > sentence.first_token && title - first < kLongestTitle) {
      const uint32_t i = first - 1;
      const bool belongs =
          (words_[i].known & (kKnownNationality | kKnownCountry)) != 0 ||
          (labels_[i] != kOutside && type_of_label(labels_[i]) != 0) ||
          ((tokens_[i].upos == Upos::kAdj || tokens_[i].upos == Upos::kPropn || tokens_[i].upos == Upos::kNoun) &&
           labels_[i] == kOutside && tokens_[i].head >= 0 && tokens_[i].head >= static_cast<int32_t>(title) &&
           tokens_[i].head < static_cast<int32_t>(name));
      if (!belongs) break;
      --first;
    }
    return span_of(first, name);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<NameWord>& words_;
  const std::vector<NameLabel>& labels_;
  const Gazetteer& gazetteer_;
};

}  // namespace

std::vector<Name> names_from_labels(std::string_view text, const Annotation& annotation,
                                    const std::vector<NameWord>& words, const std::vector<NameLabel>& labels,
                                    const Gazetteer& gazetteer) {
  std::vector<Name> names;
  NameMaker maker(text, annotation, words, labels, gazetteer);
  for (const Sentence& sentence : annotation.sentences) maker.read(sentence, names);
  return names;
}

}  // namespace readout
