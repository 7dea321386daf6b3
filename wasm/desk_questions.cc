#include "desk_questions.h"

#include <algorithm>

#include "report/json_access.h"

namespace readout::desk {

Page page_of(const Question& question, size_t total, size_t usual, size_t most) {
  const size_t from = std::min<size_t>(json_access::index(question, "from").value_or(0), total);
  const size_t count =
      std::min<size_t>(json_access::index(question, "count").value_or(static_cast<uint32_t>(usual)), most);
  return {from, from + std::min(count, total - from)};
}

Result<const DeskArticle*> article_of(const Desk& desk, const Question& question, std::string_view member) {
  const auto key = json_access::string(question, member);
  if (!key) return Error{"missing-key", "The question does not say which article.", std::nullopt};
  const DeskArticle* article = desk.find(*key);
  if (article == nullptr) return Error{"unknown-article", "No article of that key is on the desk.", std::nullopt};
  return article;
}

}  // namespace readout::desk
