#include "reading/events.h"

namespace readout {

std::vector<Event> find_events(const Article&, const Annotation&, const Identities&, const std::vector<Quotation>&,
                               const std::vector<DateExpression>&, const ReadingLexicons&) {
  return {};
}

}  // namespace readout
