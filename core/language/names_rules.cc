#include "language/names_rules.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>

#include "language/words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout {

namespace {

// Lower case, sorted: may stand inside a name, between capitalised words.
constexpr std::string_view kLinks[] = {"al", "bin", "da",  "de", "del", "della", "den", "der", "di",  "dos",
                                       "du", "el",  "ibn", "la", "le",  "ten",   "ter", "van", "von", "y"};
// Lower case, sorted: capitalised at a sentence's start or in titles, never a name.
constexpr std::string_view kNever[] = {
    "a",     "after", "all",   "an",    "and",  "are",  "as",    "at",    "be",    "because", "before", "both",
    "but",   "by",    "can",   "did",   "do",   "does", "for",   "from",  "had",   "has",     "have",   "he",
    "her",   "here",  "his",   "how",   "i",    "if",   "in",    "is",    "it",    "its",     "last",   "many",
    "me",    "more",  "most",  "my",    "no",   "not",  "now",   "of",    "on",    "one",     "or",     "our",
    "she",   "since", "so",    "some",  "such", "than", "that",  "the",   "their", "them",    "then",   "there",
    "these", "they",  "this",  "those", "to",   "two",  "under", "was",   "we",    "were",    "what",   "when",
    "where", "which", "while", "who",   "why",  "will", "with",  "would", "yes",   "you",     "your"};
constexpr std::string_view kPlacePrepositions[] = {"across", "around",  "at", "from",   "in",     "into",
                                                   "near",   "outside", "to", "toward", "towards"};
constexpr std::string_view kSpeech[] = {"added", "said", "says", "told", "warned"};

template <size_t N>
bool among(const std::string_view (&sorted)[N], std::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

class RuleNames {
 public:
  RuleNames(std::string_view text, const Annotation& annotation, const Gazetteer& gazetteer)
      : text_(text), tokens_(annotation.tokens), gazetteer_(gazetteer) {
    low_.reserve(tokens_.size());
    flags_.reserve(tokens_.size());
    const WordTable no_words;
    for (const Token& token : tokens_) {
      low_.push_back(unicode::lower(words_of(text, token.span)));
      forms_.push_back(no_words.features_of(words_of(text, token.span)).form);
      PhraseHash hash;
      hash.add(forms_.back());
      flags_.push_back(gazetteer.find(hash));
    }
    for (const Sentence& sentence : annotation.sentences)
      for (uint32_t i = sentence.first_token + 1; i < sentence.last_token; ++i)
        if (is_capital(i)) ++capital_inside_[low_[i]];
  }

  std::vector<Name> run(const Annotation& annotation) {
    for (const Sentence& sentence : annotation.sentences) read_sentence(sentence);
    return std::move(names_);
  }

 private:
  bool is_capital(uint32_t i) const { return unicode::is_upper(utf8::decode(text_, tokens_[i].span.begin).value); }
  bool is_all_capitals(uint32_t i) const {
    const auto word = words_of(text_, tokens_[i].span);
    return word.size() > 1 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  bool begins_name(const Sentence& sentence, uint32_t i) const {
    if (!is_capital(i) || among(kNever, low_[i]) || (flags_[i] & kKnownCommon) != 0) return false;
    if (i != sentence.first_token) return true;
    if ((flags_[i] & (kKnownPlace | kKnownNationality | kKnownFirstName | kKnownHonorific | kKnownOrganisation)) != 0)
      return true;
    return capital_inside_.count(low_[i]) != 0 || (i + 1 < sentence.last_token && is_capital(i + 1));
  }

  void read_sentence(const Sentence& sentence) {
    uint32_t capitals = 0;
    for (uint32_t i = sentence.first_token; i < sentence.last_token; ++i) capitals += is_capital(i) ? 1 : 0;
    const bool shouting = capitals * 10 > (sentence.last_token - sentence.first_token) * 8 && capitals > 3;
    for (uint32_t i = sentence.first_token; i < sentence.last_token;) {
      if (!begins_name(sentence, i) || (shouting && (flags_[i] & kKnownPlace) == 0)) {
        ++i;
        continue;
      }
      uint32_t end = shouting ? i + 1 : end_of_run(sentence, i);
      cut_run(sentence, i, end);
      i = end;
    }
  }

  uint32_t end_of_run(const Sentence& sentence, uint32_t begin) const {
    bool organisation = (flags_[begin] & kOrganisationWord) != 0;
    uint32_t end = begin + 1;
    for (uint32_t i = begin + 1; i < sentence.last_token && i < begin + 12; ++i) {
      if (is_capital(i) && !among(kNever, low_[i]) && (flags_[i] & kKnownCommon) == 0) {
        organisation = organisation || (flags_[i] & kOrganisationWord) != 0;
        end = i + 1;
        continue;
      }
      const bool glued = tokens_[i - 1].span.end == tokens_[i].span.begin;
      const bool joins =
          (low_[i] == "-" && glued) || (low_[i] == "&") || among(kLinks, low_[i]) ||
          (organisation && (low_[i] == "of" || low_[i] == "for" || low_[i] == "the" || low_[i] == "and"));
      if (!joins) break;
    }
    return end;
  }

  // A run of capitalised words: titles and nationalities before a person's name are parted from it.
  void cut_run(const Sentence& sentence, uint32_t begin, uint32_t end) {
    uint32_t name = begin;
    bool titled = false;
    while (name < end) {
      const bool title = (flags_[name] & (kKnownHonorific | kKnownOffice)) != 0 || low_[name].back() == '.';
      const bool nationality = (flags_[name] & kKnownNationality) != 0 && name + 1 < end;
      if (!title && !nationality && !(titled && low_[name] == "-")) break;
      titled = titled || title;
      ++name;
    }
    if (titled && name < end) {
      Name found{span_of(name, end), EntityType::kPerson, span_of(begin, name), ""};
      persons_[low_[end - 1]] = true;
      names_.push_back(std::move(found));
      return;
    }
    if (titled && name == end) return;
    names_.push_back(
        {span_of(begin, end), type_of(sentence, begin, end), std::nullopt, "recognised by its capital letters only"});
    if (names_.back().type == EntityType::kPerson) persons_[low_[end - 1]] = true;
  }

  EntityType type_of(const Sentence& sentence, uint32_t begin, uint32_t end) const {
    PhraseHash hash;
    uint32_t any = 0;
    for (uint32_t i = begin; i < end; ++i) {
      hash.add(forms_[i]);
      any |= flags_[i];
    }
    const uint32_t whole = gazetteer_.find(hash);
    if ((whole & kKnownNationality) != 0) return EntityType::kNationality;
    if ((whole & kKnownPlace) != 0) return EntityType::kPlace;
    if ((whole & kKnownOrganisation) != 0) return EntityType::kOrganisation;
    if ((any & kOrganisationWord) != 0) return EntityType::kOrganisation;
    if ((flags_[end - 1] & kPlaceWord) != 0) return EntityType::kPlace;
    if (persons_.count(low_[end - 1]) != 0) return EntityType::kPerson;
    if ((flags_[begin] & kKnownFirstName) != 0) return EntityType::kPerson;
    if (end - begin == 1 && is_all_capitals(begin)) return EntityType::kOrganisation;
    if (end < sentence.last_token && among(kSpeech, low_[end])) return EntityType::kPerson;
    if (begin > sentence.first_token && among(kPlacePrepositions, low_[begin - 1]) && end - begin == 1)
      return EntityType::kPlace;
    return end - begin == 2 || end - begin == 3 ? EntityType::kPerson : EntityType::kOther;
  }

  Span span_of(uint32_t begin, uint32_t end) const { return {tokens_[begin].span.begin, tokens_[end - 1].span.end}; }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Gazetteer& gazetteer_;
  std::vector<std::string> low_;
  std::vector<uint32_t> forms_;
  std::vector<uint32_t> flags_;
  std::unordered_map<std::string, uint32_t> capital_inside_;
  std::unordered_map<std::string, bool> persons_;
  std::vector<Name> names_;
};

}  // namespace

std::vector<Name> find_names_by_rules(std::string_view text, const Annotation& annotation, const Gazetteer& gazetteer) {
  return RuleNames(text, annotation, gazetteer).run(annotation);
}

}  // namespace readout
