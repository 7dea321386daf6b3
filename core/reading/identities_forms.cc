#include "reading/identities_forms.h"

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::naming {

namespace {

bool is_suffix(std::string_view word) {
  return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv";
}

}  // namespace

Form form_of(std::string_view name) {
  Form form;
  const std::string folded = unicode::fold(name);
  std::string word;
  const auto finish = [&] {
    if (word.size() > 2 && word.substr(word.size() - 2) == "'s") word.resize(word.size() - 2);
    if (!word.empty()) form.words.push_back(word);
    word.clear();
  };
  for (size_t at = 0; at < folded.size();) {
    const auto c = utf8::decode(folded, at);
    if (unicode::is_space(c.value)) {
      finish();
    } else if (unicode::is_letter(c.value) || unicode::is_number(c.value) || c.value == '\'' || c.value == '-' ||
               c.value == '&') {
      word.append(folded, at, c.size);
    }
    at += c.size;
  }
  finish();
  if (form.words.size() > 1 && is_suffix(form.words.back())) {
    form.suffix = form.words.back();
    form.words.pop_back();
  }
  if (form.words.size() > 1 && form.words.front() == "the") form.words.erase(form.words.begin());
  for (const auto& w : form.words) form.key += (form.key.empty() ? "" : " ") + w;
  if (!form.suffix.empty()) form.key += " " + form.suffix;
  return form;
}

}  // namespace readout::naming
