#include "language/names_document.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <unordered_map>

#include "language/gazetteer.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout {

namespace {

constexpr uint32_t kLongestRepeat = 8;
constexpr uint32_t kOrganisationType = 1;
constexpr uint32_t kPlaceType = 2;
constexpr uint32_t kOtherType = 3;

// What a name ends in that is no body's, though it has the look of one. Lower case, sorted.
constexpr std::string_view kNoBodies[] = {
    "accord",       "accords",       "act",        "agreement",    "amendment", "award",       "awards",   "bowl",
    "championship", "championships", "charter",    "constitution", "cup",       "declaration", "election", "elections",
    "festival",     "marathon",      "medal",      "olympics",     "pact",      "paralympics", "prix",     "prize",
    "protocol",     "summit",        "tournament", "treaty",       "trophy",    "war"};

// Words for bodies that are as often places: sites, lands, strips of land. Sorted.
constexpr std::string_view kSites[] = {
    "Airport", "Bank",         "Brewery", "Capital",     "Center",  "Centre",   "Church",
    "Club",    "Commonwealth", "Embassy", "Federation",  "Front",   "Hospital", "Laboratory",
    "Mission", "Municipality", "Museum",  "Observatory", "Railway", "School",   "Union"};

struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t type = 0;
};

struct Votes {
  std::array<uint32_t, kNameTypes> counts{};
  // The most frequent; `own` on a tie.
  uint32_t best(uint32_t own) const {
    uint32_t top = own;
    for (uint32_t t = 0; t < kNameTypes; ++t)
      if (counts[t] > counts[top]) top = t;
    return top;
  }
};

class Settler {
 public:
  Settler(std::string_view text, const Annotation& annotation, const std::vector<NameWord>& words,
          std::vector<NameLabel>& labels)
      : text_(text), annotation_(annotation), tokens_(annotation.tokens), words_(words), labels_(labels) {}

  void run() {
    read_ranges();
    join_double_names();
    for (Range& range : ranges_) settle_edges(range);
    for (Range& range : ranges_) settle_kind(range);
    read_abbreviations();
    for (const Range& range : ranges_) ++votes_[key_of(range.begin, range.end)].counts[range.type];
    for (Range& range : ranges_) range.type = votes_[key_of(range.begin, range.end)].best(range.type);
    write_ranges();
    find_repeats();
    find_known_bodies();
    find_by_last_word();
  }

 private:
  std::string_view word(uint32_t i) const { return words_of(text_, tokens_[i].span); }
  bool glued(uint32_t i) const { return i > 0 && tokens_[i - 1].span.end == tokens_[i].span.begin; }
  uint8_t capitals(uint32_t i) const { return words_[i].word.shape & kCapitalsMask; }
  bool is_mark(uint32_t i) const { return capitals(i) == kNoLetters && (words_[i].word.shape & kHasDigit) == 0; }

  uint64_t key_of(uint32_t begin, uint32_t end) const {
    PhraseHash hash;
    for (uint32_t i = begin; i < end; ++i) hash.add(words_[i].word.form);
    return hash.value();
  }

  // "Speaking to Li, Mishustin said": a comma parts persons, but for "Jr." and its like.
  void add_range(Range range, uint32_t limit) {
    for (uint32_t i = range.begin + 1; range.type == 0 && i + 1 < range.end; ++i) {
      if (word(i) != "," || (tokens_[i + 1].span.size() <= 3 && i + 2 == range.end)) continue;
      ranges_.push_back({range.begin, i, range.type});
      limits_.push_back(limit);
      range.begin = i + 1;
    }
    ranges_.push_back(range);
    limits_.push_back(limit);
  }

  void read_ranges() {
    for (const Sentence& sentence : annotation_.sentences)
      for (uint32_t i = sentence.first_token; i < sentence.last_token;) {
        uint32_t end = i + 1;
        if (labels_[i] != kOutside) {
          while (end < sentence.last_token && is_open(labels_[end - 1])) ++end;
          add_range({i, end, type_of_label(labels_[i])}, sentence.last_token);
        }
        i = end;
      }
  }

  // "Nomsa Hlubi-Majola": two persons whose names a hyphen joins are one.
  void join_double_names() {
    size_t kept = 0;
    for (size_t r = 1; r < ranges_.size(); ++r) {
      Range& last = ranges_[kept];
      const bool joined = last.type == 0 && ranges_[r].type == 0 && last.end + 1 == ranges_[r].begin &&
                          word(last.end) == "-" && glued(last.end) && glued(last.end + 1);
      if (joined) {
        last.end = ranges_[r].end;
      } else {
        ranges_[++kept] = ranges_[r];
        limits_[kept] = limits_[r];
      }
    }
    ranges_.resize(std::min(ranges_.size(), kept + 1));
    limits_.resize(ranges_.size());
  }

  // Where the name ends with the other half of what the body is for: "Ministry of Trade" goes on with "and Social
  // Affairs". `limit`: where the next name begins.
  uint32_t with_second_field(const Range& range, uint32_t limit) const {
    uint32_t of = range.begin + 1;
    while (of < range.end && (word(of) != "of" || (words_[of - 1].known & kOrganisationWord) == 0)) ++of;
    const uint32_t end = range.end;
    if (of >= end || end + 1 >= limit || word(end) != "and" || capitals(end + 1) != kInitialCapital ||
        (words_[end + 1].known & (kKnownOrganisation | kOrganisationWord | kKnownPlace | kKnownFirstName)) != 0)
      return end;
    uint32_t last = end + 2;
    while (last < limit && capitals(last) == kInitialCapital) ++last;
    return last;
  }

  // Where the name ends if it ends in a preposition with small words, which are of something else: "Lima Police for
  // theft". "of" may be a name's own.
  uint32_t without_small_tail(const Range& range) const {
    uint32_t end = range.end;
    for (uint32_t i = range.end; i > range.begin + 1 && capitals(i - 1) == kSmall; --i)
      if (tokens_[i - 1].upos == Upos::kAdp && word(i - 1) != "of") end = i - 1;
    return end;
  }

  // No marks at the ends; a person's hyphenated name is taken whole ("Tsz-chun").
  void settle_edges(Range& range) {
    const auto index = static_cast<size_t>(&range - ranges_.data());
    const uint32_t limit =
        index + 1 < ranges_.size() ? std::min(limits_[index], ranges_[index + 1].begin) : limits_[index];
    while (range.end > range.begin + 1 && is_mark(range.end - 1)) --range.end;
    while (range.begin + 1 < range.end && is_mark(range.begin)) ++range.begin;
    if (range.type == kOrganisationType) range.end = with_second_field(range, limit);
    range.end = without_small_tail(range);
    while (range.type == 0 && range.end + 1 < limit && word(range.end) == "-" && glued(range.end) &&
           glued(range.end + 1)) {
      const uint32_t next = range.end + 1;
      const bool capital = capitals(next) != kSmall && capitals(next) != kNoLetters;
      const bool syllable = capitals(next) == kSmall && word(next).size() <= 5 && word(range.end - 1).size() <= 6 &&
                            words_[next].word.form != words_[range.begin].word.form && range.end - range.begin >= 2;
      if (!capital && !syllable) break;
      range.end = next + 1;
    }
  }

  // Contests, laws, prizes and gatherings are no bodies, though their names are made alike; nor are storms persons.
  bool names_no_body(const Range& range) const {
    const std::string last = unicode::lower(word(range.end - 1));
    if (range.type == kOrganisationType)
      return std::binary_search(std::begin(kNoBodies), std::end(kNoBodies), std::string_view(last)) &&
             (range.end > range.begin + 1 || last == "olympics" || last == "paralympics");
    const std::string first = unicode::lower(word(range.begin));
    return range.end > range.begin + 1 && (first == "cyclone" || first == "hurricane" || first == "typhoon");
  }

  // A name of neither person, body nor place that is known as a body's is one: a company and what it makes share it.
  // A longer name that ends in a word for a body, and in none for a place, is a body's: "Washington State University".
  void settle_kind(Range& range) const {
    const uint32_t last = words_[range.end - 1].known;
    if (range.type == kPlaceType && range.end > range.begin + 1 && (last & kOrganisationWord) != 0 &&
        (last & (kPlaceWord | kKnownPlace)) == 0 && capitals(range.end - 1) != kSmall &&
        !std::binary_search(std::begin(kSites), std::end(kSites), word(range.end - 1)))
      range.type = kOrganisationType;
    if (names_no_body(range)) range.type = kOtherType;
    if (range.type != kOtherType) return;
    uint32_t known = words_[range.begin].known;
    for (uint32_t i = range.begin; range.end > range.begin + 1 && i < range.end; ++i)
      known = i == range.begin ? words_[i].known_phrase : known & words_[i].known_phrase;
    if ((known & kKnownOrganisation) != 0 && (known & kKnownPlace) == 0) range.type = kOrganisationType;
  }

  // "Organization for Economic Cooperation and Development (OECD)": both are of one type.
  void read_abbreviations() {
    std::vector<Range> found;
    for (size_t r = 0; r < ranges_.size(); ++r) {
      const uint32_t open = ranges_[r].end;
      if (ranges_[r].type == 0 || open + 2 >= limits_[r] || word(open) != "(" || word(open + 2) != ")") continue;
      const uint32_t short_form = open + 1;
      if (capitals(short_form) != kAllCapitals || !are_initials(word(short_form), ranges_[r])) continue;
      const bool taken = r + 1 < ranges_.size() && ranges_[r + 1].begin <= short_form;
      if (taken)
        ranges_[r + 1].type = ranges_[r].type;
      else
        found.push_back({short_form, short_form + 1, ranges_[r].type});
      votes_[key_of(short_form, short_form + 1)].counts[ranges_[r].type] += 2;
    }
    if (found.empty()) return;
    ranges_.insert(ranges_.end(), found.begin(), found.end());
    std::sort(ranges_.begin(), ranges_.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
  }

  // The letters are, in order, among the first letters of the name's words.
  bool are_initials(std::string_view letters, const Range& range) const {
    size_t at = 0;
    for (uint32_t i = range.begin; i < range.end && at < letters.size(); ++i)
      if (unicode::to_upper(utf8::decode(text_, tokens_[i].span.begin).value) ==
          static_cast<unsigned char>(letters[at]))
        ++at;
    return at == letters.size() && letters.size() >= 2;
  }

  void write_ranges() {
    std::fill(labels_.begin(), labels_.end(), kOutside);
    for (const Range& range : ranges_) write(range);
  }
  void write(const Range& range) {
    for (uint32_t i = range.begin; i < range.end; ++i)
      labels_[i] = name_label(range.type, range.end - range.begin == 1 ? kUnit
                                          : i == range.begin           ? kBegin
                                          : i + 1 == range.end         ? kLast
                                                                       : kInside);
  }

  // A capitalised run that is the very name of another place in the article, and no word of the language.
  void find_repeats() {
    for (const Sentence& sentence : annotation_.sentences)
      for (uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
        if (labels_[i] != kOutside || !words_[i].decide) continue;
        const uint32_t most = std::min(sentence.last_token, i + kLongestRepeat);
        uint32_t free = i;
        while (free < most && labels_[free] == kOutside) ++free;
        for (uint32_t end = free; end > i; --end) {
          const auto found = votes_.find(key_of(i, end));
          if (found == votes_.end()) continue;
          const bool known_word =
              end == i + 1 && capitals(i) == kInitialCapital &&
              ((words_[i].word.known_as & kDictionaryWord) != 0 || (words_[i].known & kCommonFlags) != 0);
          if (known_word || capitals(end - 1) == kNoLetters) continue;
          const Range range{i, end, found->second.best(0)};
          write(range);
          i = end - 1;
          break;
        }
      }
  }

  // What is left over, does something, and is known as a body's name and as nothing else.
  void find_known_bodies() {
    constexpr uint32_t kElse = kKnownPlace | kKnownFirstName | kKnownSurname | kCommonFlags;
    for (uint32_t i = 0; i < tokens_.size(); ++i) {
      const NameWord& name = words_[i];
      if (labels_[i] == kOutside && name.decide && name.relation == subject_ &&
          (name.known & kKnownOrganisation) != 0 && (name.known & kElse) == 0 &&
          (name.word.known_as & kDictionaryWord) == 0)
        write({i, i + 1, kOrganisationType});
    }
  }

  // "the Harvest Group", "the Quiet Skies Act": what is left over of capitals after an article, and ends in a word for
  // a body or for what is none.
  void find_by_last_word() {
    for (const Sentence& sentence : annotation_.sentences)
      for (uint32_t i = sentence.first_token + 1; i < sentence.last_token; ++i) {
        if (word(i - 1) != "the") continue;
        while (i < sentence.last_token && (words_[i].known & kKnownNationality) != 0) ++i;
        uint32_t end = i;
        while (end < sentence.last_token && is_free_capital(end)) ++end;
        const bool whole = end == sentence.last_token || labels_[end] == kOutside;
        if (whole && end >= i + 2 && end <= i + kLongestRepeat) name_by_last_word({i, end, kOrganisationType});
        i = std::max(i, end);
      }
  }
  bool is_free_capital(uint32_t i) const {
    return labels_[i] == kOutside && (capitals(i) == kInitialCapital || capitals(i) == kAllCapitals);
  }
  void name_by_last_word(Range range) {
    const uint32_t last = words_[range.end - 1].known;
    if (names_no_body(range))
      range.type = kOtherType;
    else if ((last & kOrganisationWord) == 0 || (last & (kPlaceWord | kKnownPlace)) != 0)
      return;
    write(range);
  }

  static constexpr uint8_t kDictionaryWord = 0x0F;  // noun, verb, adjective or adverb
  static constexpr uint32_t kCommonFlags =
      kKnownNationality | kKnownHonorific | kKnownOffice | kOrganisationWord | kPlaceWord | kKnownCommon;

  std::string_view text_;
  const Annotation& annotation_;
  const std::vector<Token>& tokens_;
  const std::vector<NameWord>& words_;
  std::vector<NameLabel>& labels_;
  const RelationId subject_ = relation_id("nsubj");
  std::vector<Range> ranges_;
  std::vector<uint32_t> limits_;
  std::unordered_map<uint64_t, Votes> votes_;
};

}  // namespace

void settle_names(std::string_view text, const Annotation& annotation, const std::vector<NameWord>& words,
                  std::vector<NameLabel>& labels) {
  Settler(text, annotation, words, labels).run();
}

}  // namespace readout
