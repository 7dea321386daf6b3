#include "reading/dates.h"

namespace readout {

std::vector<DateExpression> find_dates(const Article&, const Annotation&, const ReadingLexicons&) { return {}; }

PublishedDate infer_published(const Article& article, const Annotation&, const ReadingLexicons&) {
  return article.masthead.published;
}

}  // namespace readout
