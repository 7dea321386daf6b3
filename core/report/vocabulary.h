// The contract's words for the enumerations of the values: one table an enumeration, in the order of its members.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "collation/dossier.h"
#include "reading/values.h"

namespace readout {

// Words<E>::kWords[i] names the member of E whose number is i.
template <class E>
struct Words;

template <>
struct Words<SourceKind> {
  static constexpr std::array<std::string_view, 2> kWords{"text", "page"};
};
template <>
struct Words<BlockKind> {
  static constexpr std::array<std::string_view, 7> kWords{"headline", "byline",    "dateline", "body",
                                                          "caption",  "furniture", "stray"};
};
template <>
struct Words<DateHow> {
  static constexpr std::array<std::string_view, 4> kWords{"unknown", "given", "stated", "inferred"};
};
template <>
struct Words<TruncationKind> {
  static constexpr std::array<std::string_view, 3> kWords{"paywall", "cut", "limit"};
};
template <>
struct Words<Upos> {
  static constexpr std::array<std::string_view, 18> kWords{"",      "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                           "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                           "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
};
template <>
struct Words<EntityType> {
  static constexpr std::array<std::string_view, 7> kWords{"person", "organisation", "place", "nationality",
                                                          "event",  "work",         "other"};
};
template <>
struct Words<MentionKind> {
  static constexpr std::array<std::string_view, 3> kWords{"name", "nominal", "pronoun"};
};
template <>
struct Words<QuotationKind> {
  static constexpr std::array<std::string_view, 3> kWords{"direct", "mixed", "indirect"};
};
template <>
struct Words<CueClass> {
  static constexpr std::array<std::string_view, 8> kWords{"unknown", "neutral",  "assertive", "doubting",
                                                          "denying", "agreeing", "asking",    "warning"};
};
template <>
struct Words<DateType> {
  static constexpr std::array<std::string_view, 4> kWords{"DATE", "TIME", "DURATION", "SET"};
};
template <>
struct Words<FigureKind> {
  static constexpr std::array<std::string_view, 5> kWords{"money", "percent", "measure", "count", "ordinal"};
};
template <>
struct Words<Approximation> {
  static constexpr std::array<std::string_view, 4> kWords{"exact", "about", "over", "under"};
};
template <>
struct Words<FigureRole> {
  static constexpr std::array<std::string_view, 6> kWords{"value", "change", "target", "forecast", "record", "limit"};
};
template <>
struct Words<EventStatus> {
  static constexpr std::array<std::string_view, 4> kWords{"asserted", "negated", "planned", "hypothetical"};
};
template <>
struct Words<CellState> {
  static constexpr std::array<std::string_view, 4> kWords{"carries", "differs", "lacks", "cannot-tell"};
};
template <>
struct Words<FactKind> {
  static constexpr std::array<std::string_view, 4> kWords{"quotation", "figure", "date", "event"};
};
template <>
struct Words<DisagreementKind> {
  static constexpr std::array<std::string_view, 9> kWords{"conflict",    "earlier",     "scope",   "rounding",  "trim",
                                                          "translation", "attribution", "wording", "arithmetic"};
};

template <class E>
constexpr std::string_view word_of(E value) {
  return Words<E>::kWords[static_cast<size_t>(value)];
}

// The member that `word` names; none for a word that the contract does not know.
template <class E>
constexpr std::optional<E> member_of(std::string_view word) {
  for (size_t i = 0; i < Words<E>::kWords.size(); ++i) {
    if (Words<E>::kWords[i] == word) return static_cast<E>(i);
  }
  return std::nullopt;
}

}  // namespace readout
