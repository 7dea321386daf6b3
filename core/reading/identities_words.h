// The tokens of an article as the who-said-what stages look at them: each with the classes of its word (closed-class
// words, nouns for people, bodies and documents) and, where it is one, the reporting verb it is a form of. Private to
// identities and quotations.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reading/values.h"
#include "text/bundle.h"
#include "text/result.h"

namespace readout::wording {

// Bit set over the classes of lexicon/clause_words.
using Classes = uint64_t;
// kThatNoun, kToNoun and kForNoun come from lexicon/reporting_nouns, kOffice from lexicon/offices.
enum Class : Classes {
  kDet = 1u << 0,
  kIndefinite = 1u << 1,
  kPossessive = 1u << 2,
  kHe = 1u << 3,
  kShe = 1u << 4,
  kThey = 1u << 5,
  kIt = 1u << 6,
  kI = 1u << 7,
  kYou = 1u << 8,
  kSubjectPronoun = 1u << 9,
  kRelative = 1u << 10,
  kQuestion = 1u << 11,
  kPreposition = 1u << 12,
  kConjunction = 1u << 13,
  kSubordinator = 1u << 14,
  kAuxiliary = 1u << 15,
  kBe = 1u << 16,
  kNegation = 1u << 17,
  kAdverb = 1u << 18,
  kTime = 1u << 19,
  kPersonNoun = 1u << 20,
  kPeopleNoun = 1u << 21,
  kMale = 1u << 22,
  kFemale = 1u << 23,
  kBody = 1u << 24,
  kDocument = 1u << 25,
  kMedia = 1u << 26,
  kOffice = 1u << 27,
  kGiving = 1u << 28,
  kUtterance = 1u << 29,
  kThatNoun = 1u << 30,
  kToNoun = 1ull << 31,
  kForNoun = 1ull << 32,
  kOccasion = 1ull << 33,
  kPlatform = 1ull << 34,
};

// What a verb of lexicon/reporting_verbs can take as the words reported.
enum Frame : uint16_t {
  kClause = 1 << 0,
  kSpeech = 1 << 1,
  kAddressee = 1 << 2,
  kQuestionClause = 1 << 3,
  kInfinitive = 1 << 4,
  kObjectInfinitive = 1 << 5,
  kNounPhrase = 1 << 6,
  kGerundClause = 1 << 7,
  kMental = 1 << 8,
  kSilence = 1 << 9,
  kThatClause = 1 << 10,  // a clause, but only with "that"
};

struct ReportingVerb {
  std::string lemma;
  CueClass cue = CueClass::kNeutral;
  uint16_t frames = 0;
  std::vector<std::string> prepositions;
};

enum class VerbForm : uint8_t { kNone, kBase, kThird, kPast, kParticiple, kGerund };

constexpr uint16_t kNoVerb = 0xFFFF;

struct WordEntry {
  Classes classes = 0;
  uint16_t verb = kNoVerb;
  VerbForm form = VerbForm::kNone;         // kPast stands for the participle too where both are spelt alike
  CueClass noun_cue = CueClass::kUnknown;  // of a reporting noun
};

enum class Gender : uint8_t { kUnknown, kMale, kFemale };

struct GivenName {
  Gender gender = Gender::kUnknown;
  std::string full;  // "william" for "bill"; empty: none
};

// Transparent hashing: looked up by string_view without a copy.
struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};
template <class T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

// An office or calling by which somebody is spoken of.
struct Office {
  std::string office;  // one for all its names: "head of government" for "premier"
  Gender gender = Gender::kUnknown;
};

enum class CountryWord : uint8_t { kName, kAdjective, kMetonym };
struct Country {
  std::string code;  // ISO 3166-1 alpha-2
  CountryWord word = CountryWord::kName;
};

// The lists of these stages. Never iterated: only looked up.
struct WordLists {
  StringMap<WordEntry> words;  // by lower-case form
  std::vector<ReportingVerb> verbs;
  StringMap<GivenName> given_names;
  StringMap<Office> offices;                         // by lower-case name, of up to kLongestOffice words
  StringMap<Country> countries;                      // by folded name, adjective or metonym
  StringMap<std::string> country_names;              // by code
  StringMap<bool> outlets;                           // by folded name: whether it is an agency
  StringMap<std::vector<std::string>> descriptions;  // codes, by words ("former soviet")
  StringMap<std::vector<std::string>> borders;       // codes of neighbours, by code

  static constexpr uint32_t kLongestOffice = 4;

  // Errors: "model-malformed".
  static Result<WordLists> load(const Bundle& bundle);
};

enum class Mark : uint8_t { kNone, kComma, kStop, kColon, kSemicolon, kDash, kOpen, kClose, kQuote, kOther };

struct Word {
  Span span;
  Classes classes = 0;
  uint16_t verb = kNoVerb;
  VerbForm form = VerbForm::kNone;
  CueClass noun_cue = CueClass::kUnknown;
  Mark mark = Mark::kNone;  // kNone: a word
  bool capital = false;     // begins with a capital letter
  uint32_t sentence = 0;    // index into Annotation::sentences

  bool is(Classes any) const { return (classes & any) != 0; }
  bool is_word() const { return mark == Mark::kNone; }
};

// One entry a token of the annotation, in the same order. O(tokens).
std::vector<Word> look_up_words(std::string_view text, const Annotation& language, const WordLists& lists);

// Lower-case with a curly apostrophe made plain: the form under which words are listed.
std::string key_of(std::string_view word);

// The bits of a name of clause_words' second column; 0 where there is no such class.
Classes class_named(std::string_view name);

}  // namespace readout::wording
