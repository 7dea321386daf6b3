// {"kind":"measures"}: the figures put together by what they measure and by unit, so that outlets stand side by side.
//
// Two figures measure the same thing where the dossier says so (one fact), or where kind, unit and the content words of
// what they are "of" are the same ("bilateral trade", "trade between the two countries") in accounts of one happening
// or of one running subject. A change and a level are never one measure. Nothing is converted: dollars and euros stay
// apart.
#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "collation/words.h"
#include "desk_facts.h"
#include "desk_plain.h"
#include "desk_questions.h"
#include "desk_table.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "report/json_writer.h"
#include "report/vocabulary.h"
#include "text/unicode.h"

namespace readout::desk {
namespace {

constexpr size_t kLabelBytes = 100;
constexpr size_t kAroundBytes = 220;
constexpr size_t kUsualMeasures = 40;
constexpr size_t kMostMeasures = 400;

struct Entry {
  ArticleIndex article = 0;
  uint32_t index = 0;
  std::optional<uint32_t> fact;
};

struct Measure {
  std::vector<uint32_t> entries;
  std::string of;  // in the words of one account; empty: no account says what is measured
  size_t accounts = 0;
  size_t dates = 0;  // different periods
};

// Words that tell how two sides share a thing, not which thing it is.
bool is_relational(std::string_view folded) {
  constexpr std::array<std::string_view, 8> kWords = {"annual",  "bilateral", "countries", "mutual",
                                                      "overall", "sides",     "total",     "two"};
  return std::binary_search(kWords.begin(), kWords.end(), folded);
}

// Lengths of time tell little unless it is said what lasts so long.
bool is_length_of_time(const Figure& figure) {
  constexpr std::array<std::string_view, 8> kTimes = {"day",   "decade", "hour", "minute",
                                                      "month", "second", "week", "year"};
  return std::binary_search(kTimes.begin(), kTimes.end(), figure.unit);
}

bool is_drawn(const Figure& figure) {
  if (is_small_talk(figure) || (!figure.value && !figure.min && !figure.max)) return false;
  return figure.of || !is_length_of_time(figure);
}

// The words that say what is measured, without inflection, sorted; empty where the figure does not say, or says only
// who shares it ("trade between the two countries" read as "countries").
std::vector<std::string> stems_of(const DeskArticle& article, const Figure& figure) {
  std::vector<std::string> stems;
  if (!figure.of) return stems;
  const std::string_view text = article.reading.article.text;
  for (const collation::Word& word : collation::words_in(text, *figure.of)) {
    const std::string folded = unicode::fold(words_of(text, word.span));
    if (word.content && !word.digit && !is_relational(folded)) stems.push_back(collation::stem(folded));
  }
  std::sort(stems.begin(), stems.end());
  return stems;
}

// What is measured, in a form that is equal for equal things; empty where the figure does not say.
std::string measure_key(const DeskArticle& article, const Figure& figure) {
  const std::vector<std::string> stems = stems_of(article, figure);
  if (stems.empty()) return {};
  std::string key = std::string(word_of(figure.kind)) + "|" + figure.unit;
  key += figure.role == FigureRole::kChange ? "|change" : "|";
  for (const std::string& stem : stems) key += "|" + stem;
  return key;
}

// The period that the figure is for, as a TIMEX3 value; "A/B" from the first to the last of several dates in it.
std::string period_value(const DeskArticle& article, const Figure& figure) {
  if (!figure.period) return {};
  std::string first;
  std::string last;
  for (const DateExpression& date : article.reading.dates) {
    if (!date.span.overlaps(*figure.period) || date.relative || precision_of(date.value).empty()) continue;
    if (first.empty()) first = date.value;
    last = date.value;
  }
  return first == last ? first : first + "/" + last;
}

// What each article is about: happenings of one running subject belong together, others do not.
std::vector<uint32_t> subjects_of(const Dossier& dossier) {
  std::vector<uint32_t> of_story(dossier.stories.size());
  std::iota(of_story.begin(), of_story.end(), 0u);
  for (const Subject& subject : dossier.subjects) {
    for (const uint32_t story : subject.stories)
      if (story < of_story.size()) of_story[story] = subject.stories.front();
  }
  std::vector<uint32_t> of_article;
  for (const DossierArticle& article : dossier.articles) {
    const bool told = article.story && *article.story < of_story.size();
    of_article.push_back(told ? of_story[*article.story] : std::numeric_limits<uint32_t>::max());
  }
  return of_article;
}

class Grouping {
 public:
  explicit Grouping(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }
  uint32_t root(uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(uint32_t a, uint32_t b) {
    a = root(a), b = root(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<uint32_t> parent_;
};

class Measures {
 public:
  Measures(Desk& desk, const Scope& scope) : desk_(desk) {
    for (ArticleIndex article = 0; article < desk.articles().size(); ++article) {
      const auto& figures = desk.articles()[article]->reading.figures;
      if (!scope.has(article) || figures.empty()) continue;
      const FactPlaces facts(desk, article);
      for (uint32_t i = 0; i < figures.size(); ++i) {
        if (is_drawn(figures[i])) entries_.push_back({article, i, facts.find(FactKind::kFigure, figures[i].span)});
      }
    }
    group();
    std::stable_sort(measures_.begin(), measures_.end(),
                     [](const Measure& a, const Measure& b) { return rank(a) > rank(b); });
  }

  const std::vector<Measure>& all() const { return measures_; }
  const DeskArticle& article(const Entry& entry) const { return *desk_.articles()[entry.article]; }
  const Figure& figure(const Entry& entry) const { return article(entry).reading.figures[entry.index]; }
  const Entry& entry(uint32_t index) const { return entries_[index]; }

  bool has_words(const Measure& measure, const std::string& folded) const {
    if (folded.empty() || unicode::fold(measure.of).find(folded) != std::string::npos) return true;
    return std::any_of(measure.entries.begin(), measure.entries.end(), [&](uint32_t index) {
      const Entry& one = entries_[index];
      const std::string around = cell_words(article(one), FactKind::kFigure, {figure(one).span}, kAroundBytes);
      return unicode::fold(around + " " + outlet_of(article(one))).find(folded) != std::string::npos;
    });
  }

 private:
  // What stands side by side comes first, then what is known to measure something.
  static std::tuple<bool, size_t, bool, size_t> rank(const Measure& measure) {
    const bool compared = measure.accounts > 1 || measure.dates > 1;
    return {compared, measure.accounts, !measure.of.empty(), measure.entries.size()};
  }

  void group() {
    Grouping grouping(entries_.size());
    const std::vector<uint32_t> subjects = subjects_of(desk_.dossier());
    std::map<std::pair<uint32_t, std::string>, uint32_t> keys;
    std::map<std::tuple<uint32_t, std::string, bool>, uint32_t> facts;
    for (uint32_t i = 0; i < entries_.size(); ++i) {
      const Figure& one = figure(entries_[i]);
      if (entries_[i].fact) {
        const auto [at, fresh] = facts.try_emplace({*entries_[i].fact, one.unit, one.role == FigureRole::kChange}, i);
        if (!fresh) grouping.join(at->second, i);
      }
      if (const std::string key = measure_key(article(entries_[i]), one); !key.empty()) {
        const auto [at, fresh] = keys.try_emplace({subjects[entries_[i].article], key}, i);
        if (!fresh) grouping.join(at->second, i);
      }
    }
    std::map<uint32_t, Measure> groups;
    for (uint32_t i = 0; i < entries_.size(); ++i) groups[grouping.root(i)].entries.push_back(i);
    for (auto& [root, measure] : groups) {
      describe(measure);
      measures_.push_back(std::move(measure));
    }
  }

  void describe(Measure& measure) const {
    std::map<std::string, std::pair<size_t, std::string>> names;  // folded: how often, and as it first stands
    std::vector<ArticleIndex> accounts;
    std::vector<std::string> dates;
    for (const uint32_t index : measure.entries) {
      const Entry& one = entries_[index];
      accounts.push_back(one.article);
      if (std::string date = period_value(article(one), figure(one)); !date.empty()) dates.push_back(std::move(date));
      if (stems_of(article(one), figure(one)).empty()) continue;
      const std::string words = one_line(words_of(article(one).reading.article.text, *figure(one).of), kLabelBytes);
      auto& [count, name] = names.try_emplace(unicode::fold(words), 0, words).first->second;
      ++count;
    }
    const auto different = [](auto& values) {
      std::sort(values.begin(), values.end());
      return static_cast<size_t>(std::unique(values.begin(), values.end()) - values.begin());
    };
    measure.accounts = different(accounts);
    measure.dates = different(dates);
    size_t best = 0;
    for (const auto& [folded, name] : names) {
      if (name.first < best || (name.first == best && name.second.size() <= measure.of.size())) continue;
      best = name.first;
      measure.of = name.second;
    }
  }

  Desk& desk_;
  std::vector<Entry> entries_;  // by article, then in text order
  std::vector<Measure> measures_;
};

std::string words_at(const DeskArticle& article, const std::optional<Span>& span) {
  return span ? one_line(words_of(article.reading.article.text, *span), kLabelBytes) : std::string();
}

void write_entry(JsonWriter& json, const DeskArticle& article, const Figure& figure) {
  const Span units = article.utf16.to_unit(figure.span);
  json.begin_object().member("key", article.key).member("begin", units.begin).member("end", units.end);
  json.member("where", article.places.describe(figure.span)).member("words", words_at(article, figure.span));
  json.member("text", value_text(figure)).member("value", figure.value).member("min", figure.min);
  json.member("max", figure.max).member("approx", word_of(figure.approx)).member("role", word_of(figure.role));
  const std::string date = period_value(article, figure);
  json.member("period", words_at(article, figure.period)).member("date", date);
  json.member("base", words_at(article, figure.base));
  json.member("around", cell_words(article, FactKind::kFigure, {figure.span}, kAroundBytes));
  json.member("doubt", figure.doubt).end_object();
}

}  // namespace

Answer answer_measures(Desk& desk, const Question& question) {
  const auto scope = scope_of(desk, question);
  if (!scope) return scope.error();
  const Measures measures(desk, scope.value());
  const std::string wanted = unicode::fold(json_access::string(question, "text").value_or(""));
  std::vector<const Measure*> kept;
  for (const Measure& measure : measures.all())
    if (measures.has_words(measure, wanted)) kept.push_back(&measure);
  const Page page = page_of(question, kept.size(), kUsualMeasures, kMostMeasures);
  JsonWriter json;
  json.begin_object().key("measures").begin_array();
  for (size_t i = page.from; i < page.end; ++i) {
    const Measure& measure = *kept[i];
    const Figure& first = measures.figure(measures.entry(measure.entries.front()));
    json.begin_object().member("of", measure.of).member("kind", word_of(first.kind)).member("unit", first.unit);
    json.member("change", first.role == FigureRole::kChange).member("accounts", measure.accounts);
    json.key("entries").begin_array();
    for (const uint32_t index : measure.entries)
      write_entry(json, measures.article(measures.entry(index)), measures.figure(measures.entry(index)));
    json.end_array().end_object();
  }
  json.end_array().member("total", kept.size()).end_object();
  return json.take();
}

}  // namespace readout::desk
