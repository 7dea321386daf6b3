#include "reading/identities_words.h"

#include <optional>
#include <utility>

#include "text/lexicon.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::wording {
namespace {

struct NamedClass {
  std::string_view name;
  Classes bits;
};
constexpr NamedClass kClasses[] = {
    {"det", kDet},
    {"indefinite", kIndefinite},
    {"possessive", kPossessive},
    {"he", kHe},
    {"she", kShe},
    {"they", kThey},
    {"it", kIt},
    {"i", kI},
    {"you", kYou},
    {"subject", kSubjectPronoun},
    {"relative", kRelative},
    {"question", kQuestion},
    {"preposition", kPreposition},
    {"conjunction", kConjunction},
    {"subordinator", kSubordinator},
    {"auxiliary", kAuxiliary},
    {"be", kBe},
    {"negation", kNegation},
    {"adverb", kAdverb},
    {"time", kTime},
    {"person", kPersonNoun},
    {"people", kPeopleNoun},
    {"male", kMale},
    {"female", kFemale},
    {"body", kBody},
    {"document", kDocument},
    {"media", kMedia},
    {"giving", kGiving},
    {"utterance", kUtterance},
    {"occasion", kOccasion},
    {"platform", kPlatform},
};

std::vector<std::string_view> split(std::string_view list, char separator) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const size_t end = list.find(separator);
    if (end != 0) parts.push_back(list.substr(0, end));
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
  return parts;
}

std::optional<CueClass> cue_class_named(std::string_view name) {
  if (name == "neutral") return CueClass::kNeutral;
  if (name == "assertive") return CueClass::kAssertive;
  if (name == "doubting") return CueClass::kDoubting;
  if (name == "denying") return CueClass::kDenying;
  if (name == "agreeing") return CueClass::kAgreeing;
  if (name == "asking") return CueClass::kAsking;
  if (name == "warning") return CueClass::kWarning;
  return std::nullopt;
}

uint16_t frames_named(std::string_view letters) {
  constexpr std::string_view kLetters = "sqawtongmxc";
  constexpr uint16_t kBits[] = {kClause,     kSpeech,       kAddressee, kQuestionClause, kInfinitive, kObjectInfinitive,
                                kNounPhrase, kGerundClause, kMental,    kSilence,        kThatClause};
  uint16_t frames = 0;
  for (const char letter : letters) {
    const size_t at = kLetters.find(letter);
    if (at != std::string_view::npos) frames |= kBits[at];
  }
  return frames;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// The regular inflections of English; verbs that double a consonant or change otherwise are listed with their forms.
void add_forms(WordLists& lists, std::string_view lemma, std::string_view irregular, uint16_t verb) {
  const auto add = [&](std::string form, VerbForm as) {
    WordEntry& entry = lists.words[std::move(form)];
    if (entry.verb != kNoVerb) return;  // the first reading listed wins ("found" is of "find")
    entry.verb = verb;
    entry.form = as;
  };
  const std::string base(lemma);
  const char last = base.back();
  const bool consonant_y = last == 'y' && base.size() > 1 && !is_vowel(base[base.size() - 2]);
  add(base, VerbForm::kBase);
  const std::string_view tail = std::string_view(base).substr(base.size() > 2 ? base.size() - 2 : 0);
  if (consonant_y) {
    add(base.substr(0, base.size() - 1) + "ies", VerbForm::kThird);
  } else if (last == 's' || last == 'x' || last == 'z' || tail == "sh" || tail == "ch") {
    add(base + "es", VerbForm::kThird);
  } else {
    add(base + "s", VerbForm::kThird);
  }
  const auto listed = split(irregular, ',');
  if (listed.size() == 3) {
    add(std::string(listed[0]), VerbForm::kPast);
    if (listed[1] != listed[0]) add(std::string(listed[1]), VerbForm::kParticiple);
    add(std::string(listed[2]), VerbForm::kGerund);
    return;
  }
  if (last == 'e') {
    add(base + "d", VerbForm::kPast);
    add(base.substr(0, base.size() - 1) + "ing", VerbForm::kGerund);
  } else {
    add((consonant_y ? base.substr(0, base.size() - 1) + "i" : base) + "ed", VerbForm::kPast);
    add(base + "ing", VerbForm::kGerund);
  }
}

Error malformed(std::string_view section) {
  return {"model-malformed", "The model's word list \"" + std::string(section) + "\" is missing or damaged; reload it.",
          std::nullopt};
}

Mark mark_of(char32_t c) {
  switch (c) {
    case ',':
      return Mark::kComma;
    case '.':
    case '!':
    case '?':
    case 0x2026:
      return Mark::kStop;
    case ':':
      return Mark::kColon;
    case ';':
      return Mark::kSemicolon;
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return Mark::kDash;
    case '(':
    case '[':
    case '{':
      return Mark::kOpen;
    case ')':
    case ']':
    case '}':
      return Mark::kClose;
    case '"':
    case '\'':
    case '`':
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB:
    case 0x2039:
    case 0x203A:
      return Mark::kQuote;
    default:
      return unicode::is_punctuation(c) || unicode::is_symbol(c) ? Mark::kOther : Mark::kNone;
  }
}

// A token of marks only ("...", "''", "--") takes the kind of its first; one with a letter or digit is a word.
Mark mark_of_token(std::string_view token) {
  Mark first = Mark::kNone;
  for (size_t at = 0; at < token.size();) {
    const auto c = utf8::decode(token, at);
    const Mark mark = mark_of(c.value);
    if (mark == Mark::kNone) return Mark::kNone;
    if (at == 0) first = mark;
    at += c.size;
  }
  return first;
}

}  // namespace

Classes class_named(std::string_view name) {
  for (const auto& c : kClasses) {
    if (c.name == name) return c.bits;
  }
  return 0;
}

std::string key_of(std::string_view word) {
  std::string key;
  key.reserve(word.size());
  bool ascii = true;
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) ascii = false;
    key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return ascii ? key : unicode::fold(word);
}

Result<WordLists> WordLists::load(const Bundle& bundle) {
  WordLists lists;
  const Lexicon verbs(bundle.section("lexicon/reporting_verbs"));
  if (verbs.size() == 0) return malformed("reporting_verbs");
  for (size_t row = 0; row < verbs.size(); ++row) {
    const auto cue = cue_class_named(verbs.at(row, 1));
    if (!cue || verbs.at(row, 0).empty()) return malformed("reporting_verbs");
    ReportingVerb verb{std::string(verbs.at(row, 0)), *cue, frames_named(verbs.at(row, 2)), {}};
    if (verbs.at(row, 3) != "-") {
      for (const auto preposition : split(verbs.at(row, 3), ',')) verb.prepositions.emplace_back(preposition);
    }
    lists.verbs.push_back(std::move(verb));
    add_forms(lists, verbs.at(row, 0), verbs.at(row, 4), static_cast<uint16_t>(lists.verbs.size() - 1));
  }
  const Lexicon words(bundle.section("lexicon/clause_words"));
  if (words.size() == 0) return malformed("clause_words");
  for (size_t row = 0; row < words.size(); ++row) {
    Classes classes = 0;
    for (const auto name : split(words.at(row, 1), ',')) {
      const Classes bits = class_named(name);
      if (bits == 0) return malformed("clause_words");
      classes |= bits;
    }
    lists.words[std::string(words.at(row, 0))].classes |= classes;
  }
  const Lexicon nouns(bundle.section("lexicon/reporting_nouns"));
  if (nouns.size() == 0) return malformed("reporting_nouns");
  for (size_t row = 0; row < nouns.size(); ++row) {
    const auto cue = cue_class_named(nouns.at(row, 1));
    if (!cue) return malformed("reporting_nouns");
    WordEntry& entry = lists.words[std::string(nouns.at(row, 0))];
    entry.noun_cue = *cue;
    for (const auto opening : split(nouns.at(row, 2), ',')) {
      entry.classes |= opening == "that" ? kThatNoun : opening == "to" ? kToNoun : kForNoun;
    }
  }
  const Lexicon names(bundle.section("lexicon/given_name_genders"));
  for (size_t row = 0; row < names.size(); ++row) {
    const std::string_view gender = names.at(row, 1);
    GivenName name;
    if (gender == "male") name.gender = Gender::kMale;
    if (gender == "female") name.gender = Gender::kFemale;
    if (names.at(row, 2) != "-") name.full = std::string(names.at(row, 2));
    lists.given_names[std::string(names.at(row, 0))] = std::move(name);
  }
  const Lexicon offices(bundle.section("lexicon/offices"));
  if (offices.size() == 0) return malformed("offices");
  for (size_t row = 0; row < offices.size(); ++row) {
    const std::string_view gender = offices.at(row, 2);
    lists.offices[std::string(offices.at(row, 0))] = {std::string(offices.at(row, 1)), gender == "male" ? Gender::kMale
                                                                                       : gender == "female"
                                                                                           ? Gender::kFemale
                                                                                           : Gender::kUnknown};
    // The last word of every office can head a phrase.
    const std::string_view name = offices.at(row, 0);
    const size_t space = name.rfind(' ');
    lists.words[std::string(space == std::string_view::npos ? name : name.substr(space + 1))].classes |= kOffice;
  }
  const Lexicon outlets(bundle.section("lexicon/outlets"));
  for (size_t row = 0; row < outlets.size(); ++row) {
    lists.outlets[unicode::fold(outlets.at(row, 0))] = outlets.at(row, 2) == "agency";
    lists.outlets[unicode::fold(outlets.at(row, 1))] = outlets.at(row, 2) == "agency";
  }
  const Lexicon countries(bundle.section("lexicon/countries"));
  if (countries.size() == 0) return malformed("countries");
  for (size_t row = 0; row < countries.size(); ++row) {
    const std::string code(countries.at(row, 0));
    const CountryWord kinds[] = {CountryWord::kName, CountryWord::kAdjective, CountryWord::kMetonym};
    for (size_t column = 1; column <= 3; ++column) {
      if (countries.at(row, column) == "-") continue;
      for (const auto word : split(countries.at(row, column), ',')) {
        lists.countries.emplace(unicode::fold(word), Country{code, kinds[column - 1]});
        if (column == 1) lists.country_names.emplace(code, std::string(word));
      }
    }
  }
  const auto load_codes = [&](std::string_view section, StringMap<std::vector<std::string>>& into) {
    const Lexicon codes(bundle.section(section));
    for (size_t row = 0; row < codes.size(); ++row) {
      auto& list = into[std::string(codes.at(row, 0))];
      for (const auto code : split(codes.at(row, 1), ',')) list.emplace_back(code);
    }
    return codes.size() > 0;
  };
  if (!load_codes("lexicon/country_descriptions", lists.descriptions)) return malformed("country_descriptions");
  if (!load_codes("lexicon/country_borders", lists.borders)) return malformed("country_borders");
  return lists;
}

std::vector<Word> look_up_words(std::string_view text, const Annotation& language, const WordLists& lists) {
  std::vector<Word> words;
  words.reserve(language.tokens.size());
  uint32_t sentence = 0;
  for (uint32_t i = 0; i < language.tokens.size(); ++i) {
    while (sentence + 1 < language.sentences.size() && i >= language.sentences[sentence].last_token) ++sentence;
    const Span span = language.tokens[i].span;
    const std::string_view token = words_of(text, span);
    Word word;
    word.span = span;
    word.sentence = sentence;
    const auto first = utf8::decode(token, 0);
    word.capital = unicode::is_upper(first.value);
    word.mark = mark_of_token(token);
    if (word.mark == Mark::kNone && token.size() <= 24) {
      const auto found = lists.words.find(std::string_view(key_of(token)));
      if (found != lists.words.end()) {
        word.classes = found->second.classes;
        word.verb = found->second.verb;
        word.form = found->second.form;
        word.noun_cue = found->second.noun_cue;
      }
      // "'s" is a verb after a pronoun, otherwise the possessive's ending.
      if (word.is(kBe) && token.size() <= 4 && token.back() == 's' && token.front() != 'i' && token.front() != 'w' &&
          !words.empty() && words.back().span.end == span.begin &&
          !words.back().is(kSubjectPronoun | kIt | kQuestion | kDet)) {
        word.classes = 0;
      }
    }
    words.push_back(word);
  }
  return words;
}

}  // namespace readout::wording
