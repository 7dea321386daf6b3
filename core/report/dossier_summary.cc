#include <algorithm>
#include <array>
#include <string>

#include "report/dossier_json.h"
#include "report/dossier_view.h"
#include "report/vocabulary.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace readout {

namespace {

constexpr size_t kMostFindings = 12;
constexpr size_t kMostNames = 6;
constexpr size_t kMostArticles = 12;
constexpr size_t kLongestWords = 160;  // code points

std::string counted(size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

// On one line and short enough for a terminal.
std::string shortened(std::string_view words) {
  std::string line;
  size_t points = 0;
  bool gap = false;
  for (size_t at = 0; at < words.size();) {
    const auto point = utf8::decode(words, at);
    at += point.size;
    if (unicode::is_space(point.value)) {
      gap = !line.empty();
      continue;
    }
    if (points++ == kLongestWords) return line + "…";
    if (gap) line += ' ';
    gap = false;
    utf8::append(line, point.value);
  }
  return line;
}

// The kinds in the order in which a reader's minute is best spent on them.
constexpr std::array<DisagreementKind, 9> kWorth{
    DisagreementKind::kConflict, DisagreementKind::kArithmetic, DisagreementKind::kTranslation,
    DisagreementKind::kTrim,     DisagreementKind::kEarlier,    DisagreementKind::kAttribution,
    DisagreementKind::kWording,  DisagreementKind::kScope,      DisagreementKind::kRounding};

class Summary {
 public:
  explicit Summary(const DossierView& view) : view_(view), dossier_(view.dossier()) {}

  std::string write() {
    out_ += counted(view_.size(), "article", "articles") + ", ";
    out_ += counted(dossier_.stories.size(), "story", "stories") + ", ";
    out_ += counted(dossier_.origins.size(), "independent origin", "independent origins") + "\n";
    for (uint32_t id = 0; id < dossier_.stories.size(); ++id) write_story(id);
    write_findings();
    write_silences();
    return std::move(out_);
  }

 private:
  void write_story(uint32_t id) {
    const Story& story = dossier_.stories[id];
    out_ += "\n" + std::to_string(id + 1) + ". " + shortened(story.title) + "\n";
    if (!story.date.empty()) {
      out_ += "   when: " + story.date;
      if (!story.date_reason.empty()) out_ += " (" + story.date_reason + ")";
      out_ += "\n";
    }
    write_who(story);
    write_facts(id);
    for (size_t i = 0; i < story.articles.size() && i < kMostArticles; ++i) write_article(story.articles[i]);
    if (story.articles.size() > kMostArticles) {
      out_ += "   - and " + std::to_string(story.articles.size() - kMostArticles) + " more\n";
    }
  }

  void write_who(const Story& story) {
    std::string names;
    for (size_t i = 0; i < story.who.size() && i < kMostNames; ++i) {
      if (i > 0) names += ", ";
      names += dossier_.entities[story.who[i]].name;
    }
    if (!names.empty()) out_ += "   who: " + names + "\n";
  }

  void write_facts(uint32_t story) {
    std::array<size_t, Words<FactKind>::kWords.size()> kinds{};
    size_t differing = 0;
    for (const Fact& fact : dossier_.facts) {
      if (fact.story != story) continue;
      ++kinds[static_cast<size_t>(fact.kind)];
      differing += std::any_of(fact.cells.begin(), fact.cells.end(),
                               [](const Cell& cell) { return cell.state == CellState::kDiffers; });
    }
    out_ += "   " + counted(kinds[0], "quotation", "quotations") + ", " + counted(kinds[1], "figure", "figures") +
            ", " + counted(kinds[2], "date", "dates") + ", " + counted(kinds[3], "event", "events");
    if (differing > 0) out_ += "; the accounts differ on " + std::to_string(differing);
    out_ += "\n";
  }

  void write_article(ArticleIndex index) {
    const Article& article = view_.reading(index).article;
    out_ += "   - " + article.id + ": " + article.masthead.outlet.value_or("outlet unknown");
    const PublishedDate& published = article.masthead.published;
    if (published.value.empty()) {
      out_ += ", date unknown";
    } else {
      out_.append(", ").append(published.value).append(" (").append(word_of(published.how)).append(")");
    }
    if (const auto& bound = dossier_.articles[index].bound; bound && published.value.empty()) {
      out_ += "; it happened at the latest on " + bound->latest + " (published date of " +
              std::string(view_.id(bound->article)) + ")";
    }
    if (article.truncated) out_ += ", cut off (" + article.truncated->reason + ")";
    out_ += "\n";
  }

  void write_findings() {
    std::vector<const Disagreement*> order;
    for (const DisagreementKind kind : kWorth) {
      for (const Disagreement& found : dossier_.disagreements) {
        if (found.kind == kind) order.push_back(&found);
      }
    }
    if (order.empty()) return;
    out_ += "\nLook here first\n";
    for (size_t i = 0; i < order.size() && i < kMostFindings; ++i) {
      out_ += "   " + std::string(word_of(order[i]->kind)) + ": " + order[i]->note + "\n";
      for (const Evidence& place : order[i]->evidence) write_words(place);
    }
    if (order.size() > kMostFindings) {
      out_ += "   and " + counted(order.size() - kMostFindings, "disagreement", "disagreements") + " more\n";
    }
  }

  void write_silences() {
    if (dossier_.silences.empty()) return;
    out_ += "\nStated silences\n";
    for (size_t i = 0; i < dossier_.silences.size() && i < kMostFindings; ++i) {
      write_words(dossier_.silences[i].evidence);
    }
    if (dossier_.silences.size() > kMostFindings) {
      out_ += "   and " + std::to_string(dossier_.silences.size() - kMostFindings) + " more\n";
    }
  }

  void write_words(const Evidence& place) {
    out_.append("     ").append(view_.id(place.article)).append(": \"").append(shortened(view_.words(place))) += "\"\n";
  }

  const DossierView& view_;
  const Dossier& dossier_;
  std::string out_;
};

}  // namespace

std::string dossier_summary(const Dossier& dossier, const std::vector<const Reading*>& readings) {
  const DossierView view(dossier, readings);
  return Summary(view).write();
}

}  // namespace readout
