// The words of a name, as names are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace readout::naming {

// A name cut into folded words; marks at the ends of words are dropped.
struct Form {
  std::vector<std::string> words;
  std::string suffix;  // jr, sr, ii, iii
  std::string key;     // the words with spaces between
};

// O(bytes). A possessive ending and a leading "the" are no part of it.
Form form_of(std::string_view name);

}  // namespace readout::naming
