#include "collation/cells.h"

#include <algorithm>
#include <map>

namespace readout::collation {

namespace {

constexpr size_t kLongestPosting = 2000;
constexpr uint32_t kLeastShared = 2;

}  // namespace

NearestPassage::NearestPassage(const Corpus& corpus, const std::vector<ArticleIndex>& articles) : corpus_(&corpus) {
  for (const ArticleIndex article : articles) {
    const auto& sentences = corpus[article].sentence_keys;
    for (uint32_t s = 0; s < sentences.size(); ++s) {
      for (const uint64_t key : sentences[s]) {
        auto& posting = postings_[key];
        if (posting.size() < kLongestPosting) posting.emplace_back(article, s);
      }
    }
  }
}

std::optional<std::pair<Span, uint32_t>> NearestPassage::find(ArticleIndex article,
                                                              const std::vector<uint64_t>& keys) const {
  std::map<uint32_t, uint32_t> shared;  // sentence -> keys in common
  for (const uint64_t key : keys) {
    const auto at = postings_.find(key);
    if (at == postings_.end()) continue;
    auto entry = std::lower_bound(at->second.begin(), at->second.end(), std::make_pair(article, 0u));
    for (; entry != at->second.end() && entry->first == article; ++entry) ++shared[entry->second];
  }
  uint32_t best = 0;
  uint32_t most = 0;
  for (const auto& [sentence, count] : shared) {
    if (count > most) most = count, best = sentence;
  }
  if (most < kLeastShared) return std::nullopt;
  return std::make_pair((*corpus_)[article].reading->language.sentences[best].span, most);
}

std::string written_before(const Corpus& corpus, ArticleIndex article, const std::string& day) {
  constexpr size_t kDay = 10;
  const PublishedDate& published = corpus[article].reading->article.masthead.published;
  if (published.value.size() != kDay || published.how == DateHow::kUnknown) return {};
  if (day.size() == kDay && published.value < day) {
    return "The article was published on " + published.value + ", before this happened (" + day + ").";
  }
  return {};
}

Cell absent_cell(const Corpus& corpus, ArticleIndex article, const std::vector<uint64_t>& keys,
                 const NearestPassage& nearest) {
  const CorpusArticle& from = corpus[article];
  Cell cell;
  cell.article = article;
  if (const auto& cut = from.reading->article.truncated) {
    cell.state = CellState::kCannotTell;
    cell.reason = "The text here ends before the article does: " + cut->reason;
    return cell;
  }
  const std::string& language = from.reading->language.language;
  if (language != "en" && language != "und") {
    cell.state = CellState::kCannotTell;
    cell.reason = "The article is in another language, which is not read for this.";
    return cell;
  }
  cell.state = CellState::kLacks;
  if (const auto passage = nearest.find(article, keys)) {
    cell.nearest = passage->first;
    const std::string place = from.places.describe(passage->first);
    // "in the lead", but "in paragraph 4".
    const bool numbered = !place.empty() && place.back() >= '0' && place.back() <= '9';
    cell.reason = "Not in this account; the nearest words are in " + std::string(numbered ? "" : "the ") + place + ".";
  } else {
    cell.reason = "Not in this account, and nothing near it.";
  }
  return cell;
}

}  // namespace readout::collation
