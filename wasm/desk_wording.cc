// {"kind":"wording"}: what each outlet calls the same person or thing, inside and outside quotation marks, and how it
// reports speech. {"kind":"keyness"}: the words that one set of articles uses more than another.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "desk_search.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "report/vocabulary.h"
#include "search/keyness.h"
#include "search/quoted.h"
#include "search/rivals.h"
#include "search/words.h"

namespace readout::desk {
namespace {

constexpr size_t kMostOutlets = 12;  // columns
constexpr size_t kMostCalled = 40;   // people and things
constexpr size_t kMostLabels = 14;   // of one
constexpr size_t kMostVerbs = 60;
constexpr size_t kLabelBytes = 60;
constexpr uint32_t kMostModifiers = 3;  // words before a name
constexpr size_t kClasses = std::tuple_size_v<decltype(Words<CueClass>::kWords)>;

// Times by outlet, outside and inside quotation marks.
struct Times {
  explicit Times(size_t outlets) : plain(outlets, 0), quoted(outlets, 0) {}
  std::vector<uint32_t> plain;
  std::vector<uint32_t> quoted;
  uint32_t total = 0;

  void add(size_t outlet, bool inside) {
    ++(inside ? quoted : plain)[outlet];
    ++total;
  }
  size_t outlets() const {
    size_t count = 0;
    for (size_t i = 0; i < plain.size(); ++i) count += plain[i] + quoted[i] > 0 ? 1 : 0;
    return count;
  }
};

void write_times(JsonWriter& json, const Times& times) {
  for (const auto& [key, counts] : {std::pair("plain", &times.plain), std::pair("quoted", &times.quoted)}) {
    json.key(key).begin_array();
    for (const uint32_t count : *counts) json.integer(count);
    json.end_array();
  }
  json.member("total", times.total);
}

// The outlets of the articles asked about: most words first, the rest as one after them.
struct Outlets {
  struct One {
    std::string name;  // empty: not known
    uint32_t articles = 0;
    uint32_t words = 0;
  };
  std::vector<One> shown;
  std::vector<size_t> of;  // by article: its column, SIZE_MAX where it is not asked about

  Outlets(Desk& desk, const std::vector<bool>& scope) : of(scope.size(), SIZE_MAX) {
    std::map<std::string, One> all;
    const auto name_of = [&](size_t i) { return desk.articles()[i]->reading.article.masthead.outlet.value_or(""); };
    for (size_t i = 0; i < scope.size(); ++i) {
      if (!scope[i]) continue;
      One& one = all[name_of(i)];
      one.name = name_of(i);
      ++one.articles;
      one.words += static_cast<uint32_t>(desk.articles()[i]->packed.size());
    }
    for (auto& [name, one] : all) shown.push_back(one);
    std::stable_sort(shown.begin(), shown.end(), [](const One& a, const One& b) {
      return a.name.empty() != b.name.empty() ? b.name.empty() : a.words > b.words;
    });
    if (shown.size() > kMostOutlets) {
      One rest{"", 0, 0};
      for (size_t i = kMostOutlets - 1; i < shown.size(); ++i) {
        rest.articles += shown[i].articles;
        rest.words += shown[i].words;
      }
      shown.resize(kMostOutlets - 1);
      shown.push_back(rest);
    }
    std::map<std::string, size_t> columns;
    for (size_t i = 0; i < shown.size(); ++i) columns.emplace(shown[i].name, i);
    for (size_t i = 0; i < scope.size(); ++i) {
      if (!scope[i]) continue;
      const auto column = columns.find(name_of(i));
      of[i] = column == columns.end() ? shown.size() - 1 : column->second;
    }
  }
};

bool is_determiner(std::string_view folded) {
  constexpr std::array<std::string_view, 18> kDeterminers = {"a",    "an",  "another", "any",   "both", "each",
                                                             "her",  "his", "its",     "my",    "our",  "some",
                                                             "that", "the", "their",   "these", "this", "those"};
  return std::find(kDeterminers.begin(), kDeterminers.end(), folded) != kDeterminers.end();
}

// What a mention calls its bearer: its words without a determiner before them and without a possessive.
std::string label_of_words(const DeskArticle& article, Span span, bool keep_case) {
  const search::PackedWords& words = article.packed;
  uint32_t first = words.word_at(span.begin);
  uint32_t last = words.word_at(span.end);
  const std::string_view text = article.reading.article.text;
  const auto folded = [&](uint32_t word) { return search::folded(words_of(text, words.span(word))); };
  while (first < last && (is_determiner(folded(first)) || folded(first) == "'s")) ++first;
  while (first < last && folded(last - 1) == "'s") --last;
  if (first >= last) return {};
  const Span kept{words.begins[first], words.span(last - 1).end};
  std::string label = one_line(words_of(text, kept), kLabelBytes);
  return keep_case ? label : search::folded(label);
}

// Adjectives and nouns that stand right before the words: "visiting Russian premier".
std::string modifiers_before(const search::Lexicon& lexicon, const DeskArticle& article, Span span) {
  const search::PackedWords& words = article.packed;
  const uint32_t at = words.word_at(span.begin);
  if (at >= words.size()) return {};
  const uint32_t begin = words.paragraph(at).begin;
  const std::string_view text = article.reading.article.text;
  uint32_t first = at;
  for (uint32_t word = at; word > begin && at - word < kMostModifiers; --word) {
    const Upos tag = lexicon.tag(words.types[word - 1]);
    const uint32_t end = words.span(word - 1).end;
    const std::string_view gap = text.substr(end, words.begins[word] - end);
    const bool beside = gap.find_first_not_of(" -\n\t") == std::string_view::npos;
    if (!beside || (tag != Upos::kAdj && tag != Upos::kNoun && tag != Upos::kPropn)) break;
    first = word - 1;
  }
  if (first == at) return {};
  return one_line(text.substr(words.begins[first], words.span(at - 1).end - words.begins[first]), kLabelBytes);
}

struct Label {
  enum class Kind : uint8_t { kName, kDescription, kModifier };
  Kind kind = Kind::kName;
  std::string words;
  Times times;
};

struct Called {
  const DossierEntity* entity = nullptr;
  std::vector<Label> labels;
  uint32_t total = 0;
};

constexpr std::string_view kLabelKinds[] = {"name", "description", "modifier"};

Called labels_of(Desk& desk, const SearchState& state, const Outlets& outlets, const DossierEntity& entity) {
  std::map<std::pair<Label::Kind, std::string>, Label> labels;
  Called called;
  called.entity = &entity;
  const auto note = [&](Label::Kind kind, const std::string& words, size_t outlet, bool inside) {
    if (words.empty()) return;
    const auto at = labels.try_emplace({kind, search::folded(words)}, Label{kind, words, Times(outlets.shown.size())});
    at.first->second.times.add(outlet, inside);
  };
  for (const auto& [index, id] : entity.members) {
    if (index >= outlets.of.size() || outlets.of[index] == SIZE_MAX) continue;
    const DeskArticle& article = *desk.articles()[index];
    for (const Mention& mention : article.reading.mentions) {
      if (mention.entity != id || mention.kind == MentionKind::kPronoun) continue;
      const bool name = mention.kind == MentionKind::kName;
      const bool inside = search::is_inside(state.quoted[index], mention.span.begin);
      note(name ? Label::Kind::kName : Label::Kind::kDescription, label_of_words(article, mention.span, name),
           outlets.of[index], inside);
      if (name)
        note(Label::Kind::kModifier, modifiers_before(desk.lexicon(), article, mention.span), outlets.of[index],
             inside);
      ++called.total;
    }
  }
  for (auto& [key, label] : labels) called.labels.push_back(std::move(label));
  std::stable_sort(called.labels.begin(), called.labels.end(), [](const Label& a, const Label& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.times.total > b.times.total;
  });
  return called;
}

// Worth showing: called by more than one label, by more than one outlet where there are several.
bool is_telling(const Called& called, const Outlets& outlets) {
  size_t own = 0;
  std::vector<bool> by(outlets.shown.size(), false);
  for (const Label& label : called.labels) {
    own += label.kind != Label::Kind::kModifier ? 1 : 0;
    for (size_t i = 0; i < by.size(); ++i) by[i] = by[i] || label.times.plain[i] + label.times.quoted[i] > 0;
  }
  const auto using_it = std::count(by.begin(), by.end(), true);
  return called.total >= 3 && (own >= 2 || called.labels.size() >= 3) && (outlets.shown.size() < 2 || using_it >= 2);
}

std::string quoted_query(const std::string& words) {
  return words.find_first_of(" -'.") == std::string::npos ? words : "\"" + words + "\"";
}

void write_called(JsonWriter& json, Desk& desk, const SearchState& state, const Outlets& outlets) {
  std::vector<Called> all;
  for (const DossierEntity& entity : desk.dossier().entities) {
    const bool adjective = entity.type == EntityType::kNationality;  // "Russian" is never called otherwise
    if (adjective || entity.name.empty() || entity.mentions.size() < 3) continue;
    Called called = labels_of(desk, state, outlets, entity);
    if (is_telling(called, outlets)) all.push_back(std::move(called));
  }
  std::stable_sort(all.begin(), all.end(), [](const Called& a, const Called& b) { return a.total > b.total; });
  if (all.size() > kMostCalled) all.resize(kMostCalled);
  json.key("called").begin_array();
  for (const Called& called : all) {
    json.begin_object().member("about", called.entity->name).member("type", word_of(called.entity->type));
    json.member("total", called.total).key("labels").begin_array();
    std::array<size_t, 3> shown{};
    for (const Label& label : called.labels) {
      if (++shown[static_cast<size_t>(label.kind)] > kMostLabels) continue;
      json.begin_object().member("kind", kLabelKinds[static_cast<size_t>(label.kind)]).member("label", label.words);
      const bool before = label.kind == Label::Kind::kModifier;
      std::string name = called.entity->name;
      std::replace(name.begin(), name.end(), ' ', '_');
      json.member("query", before ? "\"" + label.words + " entity:" + name + "\"" : quoted_query(label.words));
      write_times(json, label.times);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void write_rivals(JsonWriter& json, Desk& desk, const SearchState& state, const Outlets& outlets,
                  const std::vector<bool>& scope) {
  json.key("rivals").begin_array();
  for (const search::Rivals& rivals : search::rivals()) {
    std::vector<std::pair<const search::RivalTerm*, Times>> terms;
    for (const search::RivalTerm& term : rivals.terms) {
      Times times(outlets.shown.size());
      const search::Found found =
          search::find(desk.lexicon(), state.index, search::parse_query(term.query), DeskEntities(desk), scope);
      for (const search::Hit& hit : found.hits)
        times.add(outlets.of[hit.document], search::is_inside(state.quoted[hit.document], hit.span.begin));
      if (times.total > 0) terms.emplace_back(&term, std::move(times));
    }
    if (terms.size() < 2) continue;
    std::stable_sort(terms.begin(), terms.end(),
                     [](const auto& a, const auto& b) { return a.second.total > b.second.total; });
    json.begin_object().member("about", rivals.about).key("labels").begin_array();
    for (const auto& [term, times] : terms) {
      json.begin_object().member("kind", "term").member("label", term->shown).member("query", term->query);
      write_times(json, times);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

// The verb of a cue as a lemma: of "told reporters" that is "tell".
std::string verb_of(const search::Lexicon& lexicon, const DeskArticle& article, Span cue) {
  const search::PackedWords& words = article.packed;
  const uint32_t first = words.word_at(cue.begin);
  const uint32_t last = words.word_at(cue.end);
  if (first < last && lexicon.form(words.types[first]) == "according") return "according to";
  for (uint32_t word = first; word < last; ++word)
    if (lexicon.tag(words.types[word]) == Upos::kVerb) return std::string(lexicon.lemma(words.types[word]));
  return first < last ? std::string(lexicon.lemma(words.types[first])) : std::string();
}

void write_verbs(JsonWriter& json, Desk& desk, const Outlets& outlets) {
  std::map<std::pair<CueClass, std::string>, Times> verbs;
  for (size_t i = 0; i < outlets.of.size(); ++i) {
    if (outlets.of[i] == SIZE_MAX) continue;
    const DeskArticle& article = *desk.articles()[i];
    for (const Quotation& quotation : article.reading.quotations) {
      if (!quotation.cue) continue;
      const std::string verb = verb_of(desk.lexicon(), article, *quotation.cue);
      if (verb.empty()) continue;
      const auto at = verbs.try_emplace({quotation.cue_class, verb}, Times(outlets.shown.size())).first;
      at->second.add(outlets.of[i], quotation.kind == QuotationKind::kDirect);
    }
  }
  std::vector<std::pair<std::pair<CueClass, std::string>, Times>> rows(verbs.begin(), verbs.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second.total > b.second.total; });
  json.key("classes").begin_array();
  for (size_t c = 0; c < kClasses; ++c) {
    Times times(outlets.shown.size());
    for (const auto& [key, verb] : rows) {
      if (key.first != static_cast<CueClass>(c)) continue;
      for (size_t i = 0; i < outlets.shown.size(); ++i) {
        times.plain[i] += verb.plain[i];
        times.quoted[i] += verb.quoted[i];
      }
      times.total += verb.total;
    }
    if (times.total == 0) continue;
    json.begin_object().member("name", word_of(static_cast<CueClass>(c)));
    write_times(json, times);
    json.end_object();
  }
  json.end_array().key("verbs").begin_array();
  for (size_t i = 0; i < rows.size() && i < kMostVerbs; ++i) {
    const auto& [key, times] = rows[i];
    json.begin_object().member("verb", key.second).member("class", word_of(key.first));
    json.member("query", key.second == "according to" ? "\"according to\"" : "lemma:" + key.second);
    write_times(json, times);
    json.end_object();
  }
  json.end_array();
}

void write_key_items(JsonWriter& json, std::string_view key, const search::Keyness& found, bool of_a, size_t most) {
  json.key(key).begin_array();
  size_t shown = 0;
  for (const search::KeyItem& item : found.items) {
    if ((item.log_ratio > 0) != of_a || shown++ >= most) continue;
    json.begin_object().member("words", item.words).member("phrase", item.phrase).member("tag", word_of(item.tag));
    json.member("a", item.a).member("b", item.b).member("articlesA", item.documents_a);
    json.member("articlesB", item.documents_b).member("likelihood", item.log_likelihood);
    json.member("ratio", item.log_ratio).member("dispersion", item.dispersion).end_object();
  }
  json.end_array();
}

void write_side(JsonWriter& json, std::string_view key, uint32_t articles, uint32_t words) {
  json.key(key).begin_object().member("articles", articles).member("words", words).end_object();
}

}  // namespace

Answer answer_wording(Desk& desk, const Question& question) {
  const SearchState& state = desk.search_state();
  const std::vector<bool> scope = search_scope(desk, question);
  const Outlets outlets(desk, scope);
  JsonWriter json;
  json.begin_object().key("outlets").begin_array();
  for (const Outlets::One& one : outlets.shown) {
    json.begin_object().member("name", one.name).member("articles", one.articles).member("words", one.words);
    json.end_object();
  }
  json.end_array();
  write_called(json, desk, state, outlets);
  write_rivals(json, desk, state, outlets, scope);
  write_verbs(json, desk, outlets);
  return json.end_object().take();
}

Answer answer_keyness(Desk& desk, const Question& question) {
  const SearchState& state = desk.search_state();
  const json_access::Json* a = json_access::member(question, "a");
  const json_access::Json* b = json_access::member(question, "b");
  if (a == nullptr || !a->is_object())
    return Error{"missing-key", "The question does not say which articles' words are asked for.", std::nullopt};
  const std::vector<bool> in_a = search_scope(desk, *a);
  const std::vector<bool> in_b = b != nullptr && b->is_object() ? search_scope(desk, *b) : std::vector<bool>();
  std::vector<search::Side> sides(in_a.size(), search::Side::kNone);
  for (size_t i = 0; i < sides.size(); ++i) {
    if (in_a[i]) {
      sides[i] = search::Side::kA;
    } else if (in_b.empty() || in_b[i]) {
      sides[i] = search::Side::kB;
    }
  }
  search::KeynessOptions options;
  options.function_words = json_access::boolean(question, "functionWords").value_or(false);
  const search::Keyness found = search::keyness(desk.lexicon(), state.index, sides, options);
  const size_t most = std::min<size_t>(json_access::index(question, "count").value_or(40), 500);
  JsonWriter json;
  json.begin_object();
  write_side(json, "a", found.articles_a, found.words_a);
  write_side(json, "b", found.articles_b, found.words_b);
  const auto of_a = static_cast<size_t>(std::count_if(found.items.begin(), found.items.end(),
                                                      [](const search::KeyItem& item) { return item.log_ratio > 0; }));
  json.member("totalA", of_a).member("totalB", found.items.size() - of_a);
  write_key_items(json, "ofA", found, true, most);
  write_key_items(json, "ofB", found, false, most);
  return json.end_object().take();
}

}  // namespace readout::desk
