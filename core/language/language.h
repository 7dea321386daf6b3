// The language stage: article -> sentences, tokens, tags, syntax, names. Everything after it stands on this.
#pragma once

#include <memory>

#include "language/annotation.h"
#include "text/article.h"
#include "text/bundle.h"
#include "text/result.h"

namespace readout {

// The trained model and the gazetteers. Immutable after load, shared between threads. Copies what it needs from the
// bundle's bytes, so these may go.
class LanguageModel {
 public:
  LanguageModel();
  ~LanguageModel();
  LanguageModel(LanguageModel&&) noexcept;
  LanguageModel& operator=(LanguageModel&&) noexcept;

  // Errors: those of Bundle::open do not recur here; "model-malformed" where a section cannot be read.
  static Result<LanguageModel> load(const Bundle& bundle);

  struct Parts;
  const Parts& parts() const { return *parts_; }

 private:
  std::unique_ptr<const Parts> parts_;
};

// Pure function of its arguments. Reads only blocks of the article's own text (text/article.h). Time is linear in the
// text; a paragraph or sentence of any length is cut where needed, so that no single line can make it quadratic.
Annotation annotate(const Article& article, const LanguageModel& model);

}  // namespace readout
