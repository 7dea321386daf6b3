#include "collation/origins.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "collation/credits.h"

namespace readout::collation {

namespace {

// Copied words of one article.
struct Passage {
  ArticleIndex article;
  WordRange words;
};

struct Piece {
  Passage passage;
  uint32_t link;
};

// By article and words. Dealt out to their articles first: the lists to sort are short then.
std::vector<Piece> sorted_pieces(const std::vector<CopyLink>& links, const std::vector<ArticleIndex>& places) {
  std::vector<size_t> ends(places.size() + 1, 0);
  const auto each = [&](auto&& visit) {
    for (uint32_t l = 0; l < links.size(); ++l) {
      for (const WordRange& words : links[l].in_a) visit(Piece{{places[links[l].a], words}, l});
      for (const WordRange& words : links[l].in_b) visit(Piece{{places[links[l].b], words}, l});
    }
  };
  each([&](const Piece& piece) { ++ends[piece.passage.article + 1]; });
  for (size_t a = 1; a < ends.size(); ++a) ends[a] += ends[a - 1];
  std::vector<Piece> pieces(ends.back());
  each([&](const Piece& piece) { pieces[ends[piece.passage.article]++] = piece; });
  for (size_t a = 0, begin = 0; a < ends.size(); begin = ends[a++]) {
    std::sort(pieces.begin() + static_cast<std::ptrdiff_t>(begin),
              pieces.begin() + static_cast<std::ptrdiff_t>(ends[a]), [](const Piece& x, const Piece& y) {
                return std::tie(x.passage.words, x.link) < std::tie(y.passage.words, y.link);
              });
  }
  return pieces;
}

// In order of their first link: the pieces of links whose passages overlap in an article.
std::vector<std::vector<Passage>> join_links(const std::vector<CopyLink>& links,
                                             const std::vector<ArticleIndex>& places) {
  const auto pieces = sorted_pieces(links, places);
  std::vector<uint32_t> parent(links.size());
  for (uint32_t l = 0; l < links.size(); ++l) parent[l] = l;
  const auto find = [&](uint32_t x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
  };
  uint32_t reach = 0;  // furthest end among the pieces of this article so far, and whose it is
  uint32_t reach_link = 0;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const bool same_article = i > 0 && pieces[i - 1].passage.article == piece.passage.article;
    if (same_article && piece.passage.words.first + kShingleWords <= reach) {
      const uint32_t x = find(piece.link);
      const uint32_t y = find(reach_link);
      if (x != y) parent[std::max(x, y)] = std::min(x, y);
    }
    if (!same_article || piece.passage.words.second > reach)
      reach = piece.passage.words.second, reach_link = piece.link;
  }
  std::vector<uint32_t> number(links.size(), UINT32_MAX);  // by root
  std::vector<std::vector<Passage>> origins;
  for (uint32_t l = 0; l < links.size(); ++l) {
    if (find(l) == l) number[l] = static_cast<uint32_t>(origins.size()), origins.emplace_back();
  }
  for (const Piece& piece : pieces) origins[number[find(piece.link)]].push_back(piece.passage);
  return origins;
}

// Joins ranges of one article that touch or nearly do; `passages` are by article.
std::vector<Passage> joined(const std::vector<Passage>& passages) {
  std::vector<Passage> out;
  for (size_t i = 0; i < passages.size();) {
    const ArticleIndex article = passages[i].article;
    std::vector<WordRange> ranges;
    for (; i < passages.size() && passages[i].article == article; ++i) ranges.push_back(passages[i].words);
    for (const WordRange& range : joined_ranges(std::move(ranges))) out.push_back({article, range});
  }
  return out;
}

}  // namespace

uint32_t OriginTable::of(ArticleIndex article, Span words) const {
  for (const auto& [span, origin] : passages[article]) {
    if (span.contains(words.begin)) return origin;
  }
  return by_article[article].front();
}

OriginTable find_origins(const Corpus& corpus, SharedCopy& copy) {
  const std::vector<CopyLink>& links = copy.find(corpus);
  Serial most = 0;
  for (const CorpusArticle& article : corpus) most = std::max(most, article.serial + 1);
  OriginTable table;
  table.by_article.resize(corpus.size());
  table.passages.resize(corpus.size());
  for (const auto& pieces : join_links(links, places_of_serials(corpus, most))) {
    const auto number = static_cast<uint32_t>(table.origins.size());
    Origin& origin = table.origins.emplace_back();
    uint32_t longest = 0;
    for (const auto& [article, words] : joined(pieces)) {
      const auto& own = copy.own_words(corpus[article].serial);
      const Span span{own[words.first].begin, own[words.second - 1].end};
      origin.passages.push_back({article, span});
      if (origin.articles.empty() || origin.articles.back() != article) origin.articles.push_back(article);
      table.passages[article].emplace_back(span, number);
      longest = std::max(longest, words.second - words.first);
    }
    origin.reason = "The same words stand in " + std::to_string(origin.articles.size()) + " articles, up to " +
                    std::to_string(longest) + " in a row." + tell_credits(corpus, origin.articles);
    for (const ArticleIndex article : origin.articles) table.by_article[article].push_back(number);
  }
  for (ArticleIndex article = 0; article < corpus.size(); ++article) {
    if (!table.by_article[article].empty()) continue;
    table.by_article[article].push_back(static_cast<uint32_t>(table.origins.size()));
    table.origins.push_back(
        {{article}, {}, "No shared copy was found for these words." + tell_credits(corpus, {article})});
  }
  return table;
}

}  // namespace readout::collation
