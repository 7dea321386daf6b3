#include "reading/figures.h"

namespace readout {

std::vector<Figure> find_figures(const Article&, const Annotation&, const std::vector<DateExpression>&,
                                 const ReadingLexicons&) {
  return {};
}

}  // namespace readout
