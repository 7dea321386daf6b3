#include "readout.h"

#include <algorithm>
#include <utility>

#include "reading/dates.h"
#include "reading/events.h"
#include "reading/figures.h"
#include "reading/identities.h"
#include "reading/quotations.h"

namespace readout {

Result<Model> Model::load(std::string_view bytes) {
  auto bundle = Bundle::open(bytes);
  if (!bundle) return bundle.error();
  auto intake = IntakeModel::load(bundle.value());
  if (!intake) return intake.error();
  auto language = LanguageModel::load(bundle.value());
  if (!language) return language.error();
  auto lexicons = ReadingLexicons::load(bundle.value());
  if (!lexicons) return lexicons.error();
  return Model{std::move(intake).value(), std::move(language).value(), std::move(lexicons).value(),
               bundle.value().version()};
}

namespace {

// Puts the parties that only events name behind the identities, keeping the mentions in text order.
void add_parties(Happenings happenings, Identities& identities, std::vector<Event>& events) {
  for (auto& entity : happenings.entities) identities.entities.push_back(std::move(entity));
  for (auto& mention : happenings.mentions) identities.mentions.push_back(std::move(mention));
  std::sort(identities.mentions.begin(), identities.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
  events = std::move(happenings.events);
}

}  // namespace

Result<Reading> read(const ArticleInput& input, const Model& model) {
  auto article = take_in(input, model.intake);
  if (!article) return article.error();
  Reading reading;
  reading.model = model.version;
  reading.article = std::move(article).value();
  reading.language = annotate(reading.article, model.language);
  reading.article.masthead.published = infer_published(reading.article, reading.language, model.lexicons);
  reading.dates = find_dates(reading.article, reading.language, model.lexicons);
  reading.figures = find_figures(reading.article, reading.language, reading.dates, model.lexicons);
  Identities identities = resolve_identities(reading.article, reading.language, model.lexicons);
  Attributions attributions = find_quotations(reading.article, reading.language, identities, model.lexicons);
  Happenings happenings = find_events(reading.article, reading.language, identities, attributions.quotations,
                                      reading.dates, model.lexicons);
  add_parties(std::move(happenings), identities, reading.events);
  reading.mentions = std::move(identities.mentions);
  reading.entities = std::move(identities.entities);
  reading.quotations = std::move(attributions.quotations);
  reading.silences = std::move(attributions.silences);
  return reading;
}

}  // namespace readout
