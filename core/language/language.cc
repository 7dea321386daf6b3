#include "language/language.h"

#include "text/bundle.h"

namespace readout {

struct LanguageModel::Parts {};

LanguageModel::LanguageModel() : parts_(std::make_unique<const Parts>()) {}
LanguageModel::~LanguageModel() = default;
LanguageModel::LanguageModel(LanguageModel&&) noexcept = default;
LanguageModel& LanguageModel::operator=(LanguageModel&&) noexcept = default;

Result<LanguageModel> LanguageModel::load(const Bundle&) { return LanguageModel(); }

Annotation annotate(const Article&, const LanguageModel&) { return {}; }

}  // namespace readout
