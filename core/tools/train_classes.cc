#include <algorithm>
#include <cstdio>
#include <unordered_map>

#include "tools/train_words.h"

namespace readout::train {

namespace {

// log2(x) with 16 binary places.
int64_t log2_fixed(uint64_t x) {
  int64_t whole = 63 - __builtin_clzll(x);
  uint64_t mantissa = x << (63 - whole) >> 32;  // in [2^31, 2^32)
  int64_t result = whole << 16;
  for (int bit = 15; bit >= 0; --bit) {
    mantissa = (mantissa * mantissa) >> 31;
    if (mantissa >= (uint64_t{1} << 32)) {
      mantissa >>= 1;
      result |= int64_t{1} << bit;
    }
  }
  return result;
}

class Exchange {
 public:
  Exchange(const std::vector<PlainSentence>& text, const ClassOptions& options) : options_(options) {
    number_words(text);
    count_bigrams(text);
    table_.resize(1 << 16);
    for (size_t i = 1; i < table_.size(); ++i) table_[i] = static_cast<int64_t>(i) * log2_fixed(i);
  }

  std::vector<std::pair<std::string, uint32_t>> run() {
    const uint32_t classes = options_.classes + 1;  // 0: rare words and edges, never moved
    pairs_.assign(size_t{classes} * classes, 0);
    left_.assign(classes, 0);
    right_.assign(classes, 0);
    of_.resize(words_.size());
    for (uint32_t w = 1; w < words_.size(); ++w) of_[w] = 1 + (w - 1) % options_.classes;
    for (uint32_t w = 0; w < words_.size(); ++w)
      for (const Neighbour& next : next_[w]) {
        pairs_[size_t{of_[w]} * classes + of_[next.word]] += next.count;
        left_[of_[w]] += next.count;
        right_[of_[next.word]] += next.count;
      }
    for (uint32_t round = 0; round < options_.rounds; ++round) {
      uint32_t moved = 0;
      for (uint32_t w = 1; w < words_.size(); ++w) moved += improve(w) ? 1 : 0;
      std::fprintf(stderr, "readout_train: %u classes, round %u: %u words moved\n", options_.classes, round + 1, moved);
      if (moved * 200 < words_.size()) break;
    }
    std::vector<std::pair<std::string, uint32_t>> result;
    for (uint32_t w = 1; w < words_.size(); ++w) result.emplace_back(words_[w], of_[w]);
    return result;
  }

 private:
  struct Neighbour {
    uint32_t word;
    uint32_t count;
  };

  void number_words(const std::vector<PlainSentence>& text) {
    std::unordered_map<std::string, uint32_t> counts;
    for (const PlainSentence& sentence : text)
      for (const std::string& word : sentence) ++counts[word];
    std::vector<std::pair<uint32_t, std::string>> order;
    for (const auto& [word, count] : counts)
      if (count >= options_.least_count) order.emplace_back(count, word);
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    words_.emplace_back();
    for (auto& [count, word] : order) {
      number_[word] = static_cast<uint32_t>(words_.size());
      words_.push_back(word);
    }
  }

  void count_bigrams(const std::vector<PlainSentence>& text) {
    std::vector<uint64_t> bigrams;
    for (const PlainSentence& sentence : text) {
      uint32_t last = 0;
      for (const std::string& word : sentence) {
        const auto found = number_.find(word);
        const uint32_t id = found == number_.end() ? 0 : found->second;
        bigrams.push_back((uint64_t{last} << 32) | id);
        last = id;
      }
      bigrams.push_back(uint64_t{last} << 32);
    }
    std::sort(bigrams.begin(), bigrams.end());
    next_.resize(words_.size());
    before_.resize(words_.size());
    for (size_t i = 0; i < bigrams.size();) {
      size_t j = i;
      while (j < bigrams.size() && bigrams[j] == bigrams[i]) ++j;
      const auto from = static_cast<uint32_t>(bigrams[i] >> 32);
      const auto to = static_cast<uint32_t>(bigrams[i]);
      const auto count = static_cast<uint32_t>(j - i);
      next_[from].push_back({to, count});
      before_[to].push_back({from, count});
      i = j;
    }
  }

  int64_t nlogn(int64_t n) const {
    if (n <= 0) return 0;
    return n < static_cast<int64_t>(table_.size()) ? table_[static_cast<size_t>(n)]
                                                   : n * log2_fixed(static_cast<uint64_t>(n));
  }

  // Takes `word` out of its class or puts it into one. Pairs of the word with itself go with it.
  void shift(uint32_t word, uint32_t cls, int64_t sign) {
    const size_t classes = options_.classes + 1;
    for (const Neighbour& n : next_[word]) {
      pairs_[cls * classes + (n.word == word ? cls : of_[n.word])] += sign * n.count;
      left_[cls] += sign * n.count;
      if (n.word == word) right_[cls] += sign * n.count;
    }
    for (const Neighbour& n : before_[word]) {
      if (n.word == word) continue;
      pairs_[of_[n.word] * classes + cls] += sign * n.count;
      right_[cls] += sign * n.count;
    }
  }

  // Moves the word to the class where the text is likeliest.
  bool improve(uint32_t word) {
    const size_t classes = options_.classes + 1;
    const uint32_t old = of_[word];
    shift(word, old, -1);
    after_.assign(classes, 0);
    front_.assign(classes, 0);
    int64_t self = 0;
    int64_t total_left = 0;
    int64_t total_right = 0;
    for (const Neighbour& n : next_[word]) {
      total_left += n.count;
      if (n.word == word)
        self = n.count;
      else
        after_[of_[n.word]] += n.count;
    }
    for (const Neighbour& n : before_[word]) {
      total_right += n.count;
      if (n.word != word) front_[of_[n.word]] += n.count;
    }
    used_after_.clear();
    used_front_.clear();
    for (uint32_t c = 0; c < classes; ++c) {
      if (after_[c] != 0) used_after_.push_back(c);
      if (front_[c] != 0) used_front_.push_back(c);
    }
    uint32_t best = old;
    int64_t best_gain = INT64_MIN;
    for (uint32_t cls = 1; cls < classes; ++cls) {
      int64_t gain =
          nlogn(left_[cls]) - nlogn(left_[cls] + total_left) + nlogn(right_[cls]) - nlogn(right_[cls] + total_right);
      const int64_t* row = pairs_.data() + cls * classes;
      for (const uint32_t c : used_after_) {
        if (c == cls) continue;
        gain += nlogn(row[c] + after_[c]) - nlogn(row[c]);
      }
      for (const uint32_t c : used_front_) {
        if (c == cls) continue;
        const int64_t n = pairs_[c * classes + cls];
        gain += nlogn(n + front_[c]) - nlogn(n);
      }
      gain += nlogn(row[cls] + after_[cls] + front_[cls] + self) - nlogn(row[cls]);
      if (gain > best_gain) {
        best_gain = gain;
        best = cls;
      }
    }
    of_[word] = best;
    shift(word, best, 1);
    return best != old;
  }

  ClassOptions options_;
  std::vector<std::string> words_;
  std::unordered_map<std::string, uint32_t> number_;
  std::vector<std::vector<Neighbour>> next_;
  std::vector<std::vector<Neighbour>> before_;
  std::vector<uint32_t> of_;
  std::vector<int64_t> pairs_;
  std::vector<int64_t> left_;
  std::vector<int64_t> right_;
  std::vector<int64_t> after_;
  std::vector<int64_t> front_;
  std::vector<uint32_t> used_after_;
  std::vector<uint32_t> used_front_;
  std::vector<int64_t> table_;
};

}  // namespace

std::vector<std::pair<std::string, uint32_t>> exchange_classes(const std::vector<PlainSentence>& text,
                                                               const ClassOptions& options) {
  return Exchange(text, options).run();
}

}  // namespace readout::train
