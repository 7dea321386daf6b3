#include "desk.h"

#include <algorithm>
#include <utility>

#include "desk_questions.h"
#include "desk_search.h"
#include "desk_words.h"
#include "report/json_access.h"
#include "text/sha256.h"

namespace readout {
namespace {

constexpr size_t kKeyLength = 12;

// The number of the article in its file: 1 where the id is the file's name, n where it is "name#n", 0 where the id
// came from elsewhere.
uint32_t number_in_file(const Article& article) {
  if (!article.file) return 0;
  const std::string_view id = article.id;
  const std::string_view name = article.file->name;
  if (id.substr(0, name.size()) != name) return 0;
  const std::string_view rest = id.substr(name.size());
  if (rest.empty()) return 1;
  if (rest.size() < 2 || rest.size() > 8 || rest[0] != '#') return 0;
  uint32_t number = 0;
  for (const char c : rest.substr(1)) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + static_cast<uint32_t>(c - '0');
  }
  return number;
}

std::vector<std::pair<Span, uint32_t>> sorted_contents(const Reading& reading) {
  std::vector<std::pair<Span, uint32_t>> contents;
  for (uint32_t i = 0; i < reading.quotations.size(); ++i)
    for (const Span span : reading.quotations[i].content) contents.emplace_back(span, i);
  std::sort(contents.begin(), contents.end());
  return contents;
}

}  // namespace

std::string desk_key(const Reading& reading) {
  const Article& article = reading.article;
  const uint32_t number = number_in_file(article);
  if (number == 0) return sha256_hex(article.sha256 + "\n" + article.id).substr(0, kKeyLength);
  std::string key = article.sha256.substr(0, kKeyLength);
  if (number > 1) key.append(1, '-').append(std::to_string(number));
  return key;
}

DeskArticle::DeskArticle(Reading taken, search::Lexicon& lexicon)
    : reading(std::move(taken)),
      packed(search::pack(reading, lexicon)),
      key(desk_key(reading)),
      utf16(reading.article.text, OffsetUnit::kUtf16),
      places(reading),
      contents(sorted_contents(reading)),
      label(desk::label_of(reading)),
      words(desk::count_words(reading.article)) {
  reading.language.tokens = {};
  for (Sentence& sentence : reading.language.sentences) sentence.first_token = sentence.last_token = 0;
}

Desk::Desk() = default;
Desk::~Desk() = default;

Desk::Added Desk::add(Reading reading) {
  auto article = std::make_unique<DeskArticle>(std::move(reading), lexicon_);
  const Article& taken = article->reading.article;
  Added added;
  added.replaced = remove(taken.id);
  if (const auto other = ids_.find(article->key); other != ids_.end()) {
    if (held_.find(other->second)->second->reading.article.sha256 == taken.sha256) {
      added.duplicate = true;
      added.key = article->key;
      if (other->second < taken.id) return added;
      remove(std::string(other->second));
    } else {
      article->key = taken.sha256 + article->key.substr(kKeyLength);  // two files whose hashes begin alike
    }
  }
  added.key = article->key;
  ids_[article->key] = taken.id;
  collator_.add(article->reading);
  std::string id = taken.id;
  held_[std::move(id)] = std::move(article);
  changed();
  return added;
}

bool Desk::remove(std::string_view id) {
  const auto at = held_.find(id);
  if (at == held_.end()) return false;
  ids_.erase(at->second->key);
  collator_.remove(id);
  held_.erase(at);
  changed();
  return true;
}

void Desk::changed() {
  collated_ = false;
  order_.clear();
  search_.reset();
}

const std::vector<const DeskArticle*>& Desk::articles() {
  if (order_.empty())
    for (const auto& [id, article] : held_) order_.push_back(article.get());
  return order_;
}

std::vector<const Reading*> Desk::readings() const {
  std::vector<const Reading*> readings;
  readings.reserve(held_.size());
  for (const auto& [id, article] : held_) readings.push_back(&article->reading);
  return readings;
}

const Dossier& Desk::dossier() {
  const Dossier& dossier = collator_.dossier();
  if (collated_) return dossier;
  facts_of_.assign(held_.size(), {});
  for (uint32_t fact = 0; fact < dossier.facts.size(); ++fact) {
    for (const Cell& cell : dossier.facts[fact].cells)
      if (!cell.spans.empty() && cell.article < facts_of_.size()) facts_of_[cell.article].push_back(fact);
  }
  collated_ = true;
  return dossier;
}

void Desk::set_rules(std::vector<Rule> rules) {
  collator_.set_rules(std::move(rules));
  changed();
}

const std::vector<uint32_t>& Desk::facts_of(ArticleIndex article) {
  dossier();
  return facts_of_[article];
}

desk::SearchState& Desk::search_state() {
  if (!search_) search_ = std::make_unique<desk::SearchState>(lexicon_, articles());
  return *search_;
}

const DeskArticle* Desk::find(std::string_view key) const {
  const auto id = ids_.find(key);
  return id == ids_.end() ? nullptr : held_.find(id->second)->second.get();
}

Result<std::string> Desk::ask(const nlohmann::json& question) {
  const auto kind = json_access::string(question, "kind");
  if (!kind) return Error{"missing-key", "The question does not say its kind.", std::nullopt};
  if (*kind == "input") return desk::answer_input(*this, question);
  // The search waits for no collation, unless it is asked about stories or entities.
  if (*kind == "search") return desk::answer_search(*this, question);
  if (*kind == "spread") return desk::answer_spread(*this, question);
  if (*kind == "collocates") return desk::answer_collocates(*this, question);
  if (*kind == "keyness") return desk::answer_keyness(*this, question);
  dossier();
  if (*kind == "wording") return desk::answer_wording(*this, question);
  if (*kind == "alignment") return desk::answer_alignment(*this, question);
  if (*kind == "overview") return desk::answer_overview(*this, question);
  if (*kind == "article") return desk::answer_article(*this, question);
  if (*kind == "table") return desk::answer_table(*this, question);
  if (*kind == "actors") return desk::answer_actors(*this, question);
  if (*kind == "measures") return desk::answer_measures(*this, question);
  if (*kind == "timeline") return desk::answer_timeline(*this, question);
  if (*kind == "person") return desk::answer_person(*this, question);
  if (*kind == "identity") return desk::answer_identity(*this, question);
  if (*kind == "matrix") return desk::answer_matrix(*this, question);
  if (*kind == "aside") return desk::answer_aside(*this, question);
  if (*kind == "origins") return desk::answer_origins(*this, question);
  if (*kind == "disagreements") return desk::answer_disagreements(*this, question);
  return Error{"unknown-question", "There is no question of that kind.", std::nullopt};
}

}  // namespace readout
