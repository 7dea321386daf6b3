#include "desk_finding_text.h"

#include "text/unicode.h"
#include "text/utf8.h"

namespace readout::desk {

std::string title_of(DisagreementKind kind, FactKind fact, bool one_article) {
  switch (kind) {
    case DisagreementKind::kConflict:
      switch (fact) {
        case FactKind::kFigure:
          return "Two figures disagree";
        case FactKind::kDate:
          return "Two dates disagree";
        case FactKind::kQuotation:
          return "One statement, told in two ways";
        case FactKind::kEvent:
          return "Two accounts of one event disagree";
      }
      return "Two accounts disagree";
    case DisagreementKind::kEarlier:
      return "An earlier figure";
    case DisagreementKind::kScope:
      return "Two figures of different scope";
    case DisagreementKind::kRounding:
      return "One figure, rounded differently";
    case DisagreementKind::kTrim:
      return one_article ? "Headline against body" : "One statement, cut differently";
    case DisagreementKind::kTranslation:
      return "One statement, two translations";
    case DisagreementKind::kAttribution:
      return "One statement, attributed differently";
    case DisagreementKind::kWording:
      return one_article ? "Headline against body" : "One statement, other words";
    case DisagreementKind::kArithmetic:
      return "Figures that do not add up";
  }
  return "Two accounts disagree";
}

std::string reason_of(DisagreementKind kind) {
  switch (kind) {
    case DisagreementKind::kConflict:
      return "Both cannot be right, or they measure different things.";
    case DisagreementKind::kEarlier:
      return "The figures were given on different days.";
    case DisagreementKind::kScope:
      return "The figures cover different things.";
    case DisagreementKind::kRounding:
      return "The figures agree once rounded.";
    case DisagreementKind::kTrim:
      return "One account leaves out words that the other has.";
    case DisagreementKind::kTranslation:
      return "The marked words differ; compare what each makes the speaker say.";
    case DisagreementKind::kAttribution:
      return "The accounts do not give the same speaker, or the same way to the words.";
    case DisagreementKind::kWording:
      return "The marked words differ.";
    case DisagreementKind::kArithmetic:
      return "A change and the totals that it is said to lie between do not fit each other.";
  }
  return "";
}

std::string with_name(const std::string& name, const std::string& sentence) {
  if (name.empty() || sentence.find(name) != std::string::npos) return sentence;
  const auto first = utf8::decode(name, 0);
  std::string out;
  utf8::append(out, unicode::to_upper(first.value));
  return out.append(name, first.size, std::string::npos).append(". ").append(sentence);
}

}  // namespace readout::desk
