// Readout's facade: read(article) -> Reading; collate(readings) -> Dossier (collation/collation.h).
//
// The core holds no globals, prints nothing, never aborts and does no input or output. Every function here is a pure
// function of its arguments and may be called from many threads with one shared Model.
#pragma once

#include <string>
#include <string_view>

#include "collation/collation.h"
#include "intake/intake.h"
#include "language/language.h"
#include "reading/lexicons.h"
#include "reading/values.h"
#include "text/result.h"

namespace readout {

// The program's version, and that of the formats that it writes.
constexpr std::string_view kVersion = "0.1.0";
constexpr std::string_view kReadingSchema = "readout/reading/1";
constexpr std::string_view kDossierSchema = "readout/dossier/1";

// Everything that reading needs besides the article. Immutable.
struct Model {
  IntakeModel intake;
  LanguageModel language;
  ReadingLexicons lexicons;
  std::string version;

  // `bytes` is a bundle (text/bundle.h) and may go afterwards. Errors: "model-...".
  static Result<Model> load(std::string_view bytes);
};

// Errors: those of take_in().
Result<Reading> read(const ArticleInput& input, const Model& model);

}  // namespace readout
