#include "language/language_id.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout {

namespace {

constexpr size_t kWordsRead = 500;

struct Profile {
  std::string_view code;
  std::string_view name;
  std::string_view words;  // frequent function words, each between spaces
};

constexpr Profile kProfiles[] = {
    {"en", "English",
     " the a of and to in that is was for on with as it by he from at said has his have are be this not who an will "
     "they its but after had been which their would were or about "},
    {"de", "German",
     " der die und das von den mit ist des im nicht ein eine auf sich dem auch es als für wird sie werden bei nach "
     "zu hat aus einer sind war wie "},
    {"fr", "French",
     " le la les des et du en un une dans que est pour qui par sur pas au avec ce sont plus il ne se aux cette ont "
     "été être selon "},
    {"es", "Spanish",
     " el la los las del que en y un una por con para se su al es lo como más fue este ha sus entre pero sobre según "
     "también desde "},
    {"it", "Italian",
     " il la di che è e un una per del della dei con non le si gli nel alla da sono al più anche ha dal questo delle "
     "stato come "},
    {"pt", "Portuguese",
     " o os da do das dos que em um uma para com não por se na no ao mais foi como pela pelo também são é à ele "
     "entre disse "},
    {"nl", "Dutch",
     " de het een van en in is dat op te met voor zijn niet aan er om ook als bij door naar uit maar wordt heeft hij "
     "zich werd over "},
    {"sv", "Swedish",
     " och att det i en som är på för av med den till inte har de om ett från var men så han vid också kan eller "},
    {"da", "Danish",
     " og at det i en er på for af med den til ikke har de om et fra var men han også kan efter blev der som sig "},
    {"pl", "Polish",
     " w i na się z do nie że to jest od przez po o jak za ale dla oraz są który które tym był została będzie "},
    {"tr", "Turkish",
     " ve bir bu için de da ile olarak çok daha olan gibi en kadar sonra ancak ise dedi ne var değil üzere "},
    {"id", "Indonesian",
     " yang dan di dengan untuk dari ini itu tidak dalam pada akan adalah ke juga oleh kata telah sebagai bahwa "},
    {"vi", "Vietnamese", " và của là có trong được cho với các một người những không này đã khi tại để từ về "},
    {"ro", "Romanian", " și de la în a cu pe care nu din pentru este o un să mai au fost sunt ce prin al ale după "}};
constexpr size_t kProfileCount = std::size(kProfiles);

// For every function word the profiles that have it, by open addressing on the hash of its bytes.
struct WordProfiles {
  static constexpr size_t kSlots = 2048;
  uint64_t hashes[kSlots] = {};  // 0: free
  uint16_t profiles[kSlots] = {};

  static constexpr uint64_t hash_of(std::string_view word) {
    uint64_t hash = 0xCBF29CE484222325ull;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
    return hash | 1;
  }
  constexpr size_t slot_of(uint64_t hash) const {
    size_t slot = (hash >> 32) % kSlots;
    while (hashes[slot] != 0 && hashes[slot] != hash) slot = (slot + 1) % kSlots;
    return slot;
  }
  constexpr WordProfiles() {
    for (size_t p = 0; p < kProfileCount; ++p) {
      std::string_view rest = kProfiles[p].words.substr(1);
      while (!rest.empty()) {
        const size_t size = rest.find(' ');
        const uint64_t hash = hash_of(rest.substr(0, size));
        const size_t slot = slot_of(hash);
        hashes[slot] = hash;
        profiles[slot] = static_cast<uint16_t>(profiles[slot] | (1u << p));
        rest.remove_prefix(size + 1);
      }
    }
  }
  uint16_t find(std::string_view word) const { return profiles[slot_of(hash_of(word))]; }
};
constexpr WordProfiles kWordProfiles;
constexpr size_t kLongestFunctionWord = 12;

struct Script {
  std::string_view code;
  std::string_view name;
  char32_t first;
  char32_t last;
};

constexpr Script kScripts[] = {
    {"el", "Greek", 0x0370, 0x03FF},    {"ru", "Russian", 0x0400, 0x052F},  {"hy", "Armenian", 0x0530, 0x058F},
    {"he", "Hebrew", 0x0590, 0x05FF},   {"ar", "Arabic", 0x0600, 0x077F},   {"hi", "Hindi", 0x0900, 0x097F},
    {"bn", "Bengali", 0x0980, 0x09FF},  {"ta", "Tamil", 0x0B80, 0x0BFF},    {"th", "Thai", 0x0E00, 0x0E7F},
    {"ka", "Georgian", 0x10A0, 0x10FF}, {"ja", "Japanese", 0x3040, 0x30FF}, {"zh", "Chinese", 0x4E00, 0x9FFF},
    {"ko", "Korean", 0xAC00, 0xD7AF}};
constexpr size_t kScriptCount = std::size(kScripts);

std::string limits_of(std::string_view name) {
  std::string limits("The text seems to be in ");
  limits.append(name).append(", not English: no names, quotations, figures in words, or events were looked for.");
  return limits;
}

// Ukrainian letters that Russian has not, and Persian ones that Arabic has not.
bool is_ukrainian(char32_t c) { return c == 0x456 || c == 0x457 || c == 0x454 || c == 0x491; }
bool is_persian(char32_t c) { return c == 0x67E || c == 0x686 || c == 0x698 || c == 0x6AF || c == 0x6CC; }

}  // namespace

LanguageGuess guess_language(std::string_view text, const std::vector<Span>& tokens) {
  std::array<uint32_t, kProfileCount> hits{};
  std::array<uint32_t, kScriptCount> letters{};
  uint32_t latin = 0;
  uint32_t ukrainian = 0;
  uint32_t persian = 0;
  uint32_t words = 0;
  const size_t step = std::max<size_t>(1, tokens.size() / kWordsRead);
  for (size_t i = 0; i < tokens.size(); i += step) {
    const auto first = utf8::decode(text, tokens[i].begin).value;
    if (!unicode::is_letter(first)) continue;
    ++words;
    if (first < 0x250 || (first >= 0x1E00 && first < 0x1F00)) {
      ++latin;
      if (tokens[i].size() > kLongestFunctionWord) continue;
      uint32_t found = kWordProfiles.find(unicode::lower(words_of(text, tokens[i])));
      for (size_t p = 0; found != 0; ++p, found >>= 1) hits[p] += found & 1;
      continue;
    }
    for (size_t s = 0; s < kScriptCount; ++s)
      if (first >= kScripts[s].first && first <= kScripts[s].last) ++letters[s];
    for (uint32_t at = tokens[i].begin; at < tokens[i].end;) {
      const auto c = utf8::decode(text, at);
      ukrainian += is_ukrainian(c.value) ? 1 : 0;
      persian += is_persian(c.value) ? 1 : 0;
      at += c.size;
    }
  }
  if (words == 0) return {};
  const auto script = static_cast<size_t>(std::max_element(letters.begin(), letters.end()) - letters.begin());
  if (letters[script] > latin) {
    if (kScripts[script].code == "ru" && ukrainian * 20 > letters[script]) return {"uk", limits_of("Ukrainian")};
    if (kScripts[script].code == "ar" && persian * 20 > letters[script]) return {"fa", limits_of("Persian")};
    // Japanese writes most nouns in Han characters.
    const bool kana = kScripts[script].code == "zh" && letters[script - 1] * 8 > letters[script];
    const Script& found = kScripts[kana ? script - 1 : script];
    return {std::string(found.code), limits_of(found.name)};
  }
  if (latin * 2 < words)
    return {"und", "The language of the text could not be told: no names or quotations were looked for."};
  const auto best = static_cast<size_t>(std::max_element(hits.begin(), hits.end()) - hits.begin());
  if (best == 0 || hits[best] < 3 || hits[best] * 12 < words || hits[0] * 5 > hits[best] * 4) return {"en", ""};
  return {std::string(kProfiles[best].code), limits_of(kProfiles[best].name)};
}

}  // namespace readout
