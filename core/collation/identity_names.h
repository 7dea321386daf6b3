// The names of the readings' entities, cut and folded once so that linking compares numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "collation/corpus.h"

namespace readout::collation {

// The key under which spellings of one name meet: "Zelenskiy", "Zelenskyy" and "Zelensky" are one.
std::string spelling_key(std::string_view name);

// Numbers spelling keys. Which number a key has hangs on the order in which keys came; only equality counts.
class KeyTable {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  uint32_t add(const std::string& key);
  uint32_t find(const std::string& key) const;  // kNone: not numbered
  const std::string& key(uint32_t number) const { return *keys_[number]; }

 private:
  std::unordered_map<std::string, uint32_t> numbers_;
  std::vector<const std::string*> keys_;  // into numbers_, whose keys do not move
};

// One name as linking sees it.
struct FoldedName {
  uint32_t key = KeyTable::kNone;  // of the fullest name; kNone: no letter in it
  uint32_t last_word = KeyTable::kNone;
  bool single = false;            // one word
  bool office_alone = false;      // no name: an office that the article names nobody for
  std::vector<uint32_t> endings;  // what is left of it without its first word, or more, while two words are left
  std::vector<uint32_t> forms;    // of the name and of all aliases, each once
  // Of a person's name of several words: the letters of its given names with its last word, of all ("T.J. Lund") and of
  // the first alone where they are written out ("Anna Holm" may be "A. Holm").
  std::vector<uint32_t> letters_of_given;
  bool initials = false;           // its given names are but initials
  bool acronym = false;            // one word in capitals
  std::vector<uint32_t> acronyms;  // aliases of that kind, of a name of several words
  std::vector<uint32_t> letters;   // acronyms that its words would make
};

FoldedName folded_name(const std::string& key, KeyTable& table);
FoldedName folded_name(const Entity& entity, KeyTable& table);

}  // namespace readout::collation
