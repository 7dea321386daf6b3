#include "collation/origins.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace readout::collation {

namespace {

constexpr size_t kShingle = 8;        // words that must agree in a row
constexpr size_t kGap = 6;            // words that an editor may change between two runs of one passage
constexpr uint32_t kLeastWords = 24;  // shorter agreement is chance, or a stock phrase
constexpr size_t kMostInBucket = 64;  // longer lists are chained, not paired: enough to join them

// The words outside quotation marks.
std::vector<Word> own_words(const CorpusArticle& article) {
  std::vector<Span> quoted;
  for (const Quotation& quotation : article.reading->quotations) {
    if (quotation.kind == QuotationKind::kIndirect) continue;
    quoted.insert(quoted.end(), quotation.content.begin(), quotation.content.end());
  }
  std::sort(quoted.begin(), quoted.end());
  std::vector<Word> words;
  size_t next = 0;
  uint32_t covered = 0;  // everything before this byte lies in a quotation already passed
  for (const Word& word : article.words) {
    while (next < quoted.size() && quoted[next].begin <= word.span.begin)
      covered = std::max(covered, quoted[next++].end);
    if (word.span.begin >= covered) words.push_back(word);
  }
  return words;
}

struct Shingle {
  uint64_t key;
  ArticleIndex article;
  uint32_t at;
};

// Words [a, a + length) of one article agree with [b, b + length) of the other.
struct Run {
  ArticleIndex article_a;
  ArticleIndex article_b;
  int64_t diagonal;  // b - a
  uint32_t a;
  uint32_t length;
};

std::vector<Run> shared_runs(const std::vector<std::vector<Word>>& words) {
  std::vector<Shingle> shingles;
  for (ArticleIndex i = 0; i < words.size(); ++i) {
    for (size_t at = 0; at + kShingle <= words[i].size(); ++at) {
      uint64_t key = 0;
      for (size_t k = 0; k < kShingle; ++k) key = (key ^ words[i][at + k].exact) * 0x9E3779B97F4A7C15u + (key >> 29);
      shingles.push_back({key, i, static_cast<uint32_t>(at)});
    }
  }
  std::sort(shingles.begin(), shingles.end(), [](const Shingle& x, const Shingle& y) {
    return std::tie(x.key, x.article, x.at) < std::tie(y.key, y.article, y.at);
  });
  std::vector<Run> runs;
  const auto pair = [&](const Shingle& x, const Shingle& y) {
    if (x.article != y.article) {
      runs.push_back({x.article, y.article, static_cast<int64_t>(y.at) - static_cast<int64_t>(x.at), x.at, kShingle});
    }
  };
  for (size_t begin = 0; begin < shingles.size();) {
    size_t end = begin;
    while (end < shingles.size() && shingles[end].key == shingles[begin].key) ++end;
    if (end - begin > kMostInBucket) {
      for (size_t i = begin; i + 1 < end; ++i) pair(shingles[i], shingles[i + 1]);
    } else {
      for (size_t i = begin; i < end; ++i) {
        for (size_t j = i + 1; j < end; ++j) pair(shingles[i], shingles[j]);
      }
    }
    begin = end;
  }
  std::sort(runs.begin(), runs.end(), [](const Run& x, const Run& y) {
    return std::tie(x.article_a, x.article_b, x.diagonal, x.a) < std::tie(y.article_a, y.article_b, y.diagonal, y.a);
  });
  std::vector<Run> merged;
  for (const Run& run : runs) {
    if (!merged.empty()) {
      Run& last = merged.back();
      if (last.article_a == run.article_a && last.article_b == run.article_b && last.diagonal == run.diagonal &&
          run.a <= last.a + last.length) {
        last.length = std::max(last.a + last.length, run.a + run.length) - last.a;
        continue;
      }
    }
    merged.push_back(run);
  }
  return merged;
}

// Copied words of one article: half-open range of its own words.
struct Passage {
  ArticleIndex article;
  uint32_t begin;
  uint32_t end;
};

// Joins ranges that touch or lie within a small edit of each other.
std::vector<Passage> joined(std::vector<Passage> passages) {
  std::sort(passages.begin(), passages.end(), [](const Passage& x, const Passage& y) {
    return std::tie(x.article, x.begin, x.end) < std::tie(y.article, y.begin, y.end);
  });
  std::vector<Passage> out;
  for (const Passage& passage : passages) {
    if (!out.empty() && out.back().article == passage.article && passage.begin <= out.back().end + kGap) {
      out.back().end = std::max(out.back().end, passage.end);
    } else {
      out.push_back(passage);
    }
  }
  return out;
}

// What two articles share, where it is enough to be copy.
struct Link {
  ArticleIndex a;
  ArticleIndex b;
  std::vector<Passage> passages;
};

std::vector<Link> links_of(const std::vector<Run>& runs) {
  std::vector<Link> links;
  for (size_t begin = 0; begin < runs.size();) {
    size_t end = begin;
    std::vector<Passage> passages;
    for (; end < runs.size() && runs[end].article_a == runs[begin].article_a &&
           runs[end].article_b == runs[begin].article_b;
         ++end) {
      const Run& run = runs[end];
      const auto b = static_cast<uint32_t>(static_cast<int64_t>(run.a) + run.diagonal);
      passages.push_back({run.article_a, run.a, run.a + run.length});
      passages.push_back({run.article_b, b, b + run.length});
    }
    passages = joined(std::move(passages));
    uint32_t least = UINT32_MAX;
    for (const ArticleIndex article : {runs[begin].article_a, runs[begin].article_b}) {
      uint32_t words = 0;
      for (const Passage& passage : passages) {
        if (passage.article == article) words += passage.end - passage.begin;
      }
      least = std::min(least, words);
    }
    if (least >= kLeastWords) links.push_back({runs[begin].article_a, runs[begin].article_b, std::move(passages)});
    begin = end;
  }
  return links;
}

// Links whose passages overlap in an article tell of one origin.
std::vector<std::vector<Passage>> join_links(const std::vector<Link>& links) {
  struct Piece {
    Passage passage;
    uint32_t link;
  };
  std::vector<Piece> pieces;
  for (uint32_t l = 0; l < links.size(); ++l) {
    for (const Passage& passage : links[l].passages) pieces.push_back({passage, l});
  }
  std::sort(pieces.begin(), pieces.end(), [](const Piece& x, const Piece& y) {
    return std::tie(x.passage.article, x.passage.begin, x.passage.end, x.link) <
           std::tie(y.passage.article, y.passage.begin, y.passage.end, y.link);
  });
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
    if (same_article && piece.passage.begin + kShingle <= reach) {
      const uint32_t x = find(piece.link);
      const uint32_t y = find(reach_link);
      if (x != y) parent[std::max(x, y)] = std::min(x, y);
    }
    if (!same_article || piece.passage.end > reach) reach = piece.passage.end, reach_link = piece.link;
  }
  std::map<uint32_t, std::vector<Passage>> by_root;
  for (uint32_t l = 0; l < links.size(); ++l) {
    auto& passages = by_root[find(l)];
    passages.insert(passages.end(), links[l].passages.begin(), links[l].passages.end());
  }
  std::vector<std::vector<Passage>> origins;
  for (auto& [root, passages] : by_root) origins.push_back(joined(std::move(passages)));
  return origins;
}

}  // namespace

uint32_t OriginTable::of(ArticleIndex article, Span words) const {
  for (const uint32_t origin : by_article[article]) {
    for (const Evidence& passage : origins[origin].passages) {
      if (passage.article == article && passage.span.contains(words.begin)) return origin;
    }
  }
  return by_article[article].front();
}

OriginTable find_origins(const Corpus& corpus) {
  std::vector<std::vector<Word>> words;
  words.reserve(corpus.size());
  for (const CorpusArticle& article : corpus) words.push_back(own_words(article));

  OriginTable table;
  table.by_article.resize(corpus.size());
  for (const auto& passages : join_links(links_of(shared_runs(words)))) {
    Origin origin;
    uint32_t longest = 0;
    for (const Passage& passage : passages) {
      const auto& of_article = words[passage.article];
      origin.passages.push_back(
          {passage.article, {of_article[passage.begin].span.begin, of_article[passage.end - 1].span.end}});
      if (origin.articles.empty() || origin.articles.back() != passage.article)
        origin.articles.push_back(passage.article);
      longest = std::max(longest, passage.end - passage.begin);
    }
    origin.reason = "The same words stand in " + std::to_string(origin.articles.size()) + " articles, up to " +
                    std::to_string(longest) + " in a row.";
    for (const ArticleIndex article : origin.articles) {
      table.by_article[article].push_back(static_cast<uint32_t>(table.origins.size()));
    }
    table.origins.push_back(std::move(origin));
  }
  for (ArticleIndex article = 0; article < corpus.size(); ++article) {
    if (!table.by_article[article].empty()) continue;
    table.by_article[article].push_back(static_cast<uint32_t>(table.origins.size()));
    table.origins.push_back({{article}, {}, "No shared copy was found for these words."});
  }
  return table;
}

}  // namespace readout::collation
