// Fits the weights by which a page's lines are judged (core/data/line_weights.tsv; its card says to what).
//
//   readout_fit_lines lines PAGES.jsonl            prints each page's lines: {"id","lines":[[begin,end],...]}, code
//   points readout_fit_lines fit LABELLED.jsonl [RIDGE]   prints the rows of line_weights.tsv
//
// A labelled page is {"id","text","labels"}: one letter a line that is not blank: B the article's own, N not, ? either.
// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) with the cost of each wrong line added
// to its potential (softmax-margin, Gimpel and Smith 2010); AdaGrad (Duchi, Hazan and Singer 2011). The same input
// gives the same rows on one machine; exp and log may differ in the last bit between machines, and are used here only.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "intake/body.h"
#include "intake/headline.h"
#include "intake/model_parts.h"
#include "report/json_access.h"
#include "text/offsets.h"
#include "tools/embedded_model.h"

namespace {

using namespace readout;
using namespace readout::intake;

using Scores = std::array<double, kVotes>;
using Row = std::array<double, kPlaces>;

constexpr double kImpossible = -1e9;
constexpr int kPasses = 40;
constexpr double kStep = 0.15;
// The vote of each move between places: 0 none is needed, -1 impossible.
constexpr int kMoves[kPlaces][kPlaces] = {{0, 1, -1, -1}, {-1, 0, 2, 4}, {-1, 3, 0, -1}, {-1, -1, -1, 0}};

struct Example {
  std::string labels;
  std::vector<double> costs;  // of a wrong place, by the line's length
  PageFeatures features;
};

double log_sum(double a, double b) {
  if (a < b) std::swap(a, b);
  return b <= kImpossible / 2 ? a : a + std::log1p(std::exp(b - a));
}

double safe_exp(double x) { return x < -50 ? 0 : std::exp(x); }

// Forward and backward sums of one page, free (with costs) or held to its labels.
class Chain {
 public:
  Chain(const Example& example, const std::vector<Scores>& scores, bool held) : example_(example), scores_(scores) {
    const size_t n = scores.size();
    std::vector<Row> forward(n);
    std::vector<Row> backward(n);
    for (size_t to = 0; to < kPlaces; ++to)
      forward[0][to] = to == 0 ? own(0, 0, held) : to == 1 ? own(0, 1, held) + scores[0][1] : kImpossible;
    for (size_t i = 1; i < n; ++i)
      for (size_t to = 0; to < kPlaces; ++to) {
        double sum = kImpossible;
        for (size_t from = 0; from < kPlaces; ++from) sum = log_sum(sum, forward[i - 1][from] + move(i, from, to));
        forward[i][to] = sum + own(i, to, held);
      }
    backward[n - 1] = {0, 0, kImpossible, 0};
    for (size_t i = n - 1; i-- > 0;)
      for (size_t from = 0; from < kPlaces; ++from) {
        double sum = kImpossible;
        for (size_t to = 0; to < kPlaces; ++to)
          sum = log_sum(sum, backward[i + 1][to] + move(i + 1, from, to) + own(i + 1, to, held));
        backward[i][from] = sum;
      }
    total_ = kImpossible;
    for (size_t place = 0; place < kPlaces; ++place)
      total_ = log_sum(total_, forward[n - 1][place] + backward[n - 1][place]);
    votes_.assign(n, Scores{});
    for (size_t i = 0; i < n; ++i) {
      votes_[i][0] = safe_exp(forward[i][1] + backward[i][1] - total_);
      if (i == 0) votes_[0][1] = votes_[0][0];
      for (size_t from = 0; i > 0 && from < kPlaces; ++from)
        for (size_t to = 0; to < kPlaces; ++to)
          if (kMoves[from][to] > 0)
            votes_[i][static_cast<size_t>(kMoves[from][to])] +=
                safe_exp(forward[i - 1][from] + move(i, from, to) + own(i, to, held) + backward[i][to] - total_);
    }
  }
  double total() const { return total_; }
  // Expected count of each vote at each line.
  const std::vector<Scores>& votes() const { return votes_; }

 private:
  double own(size_t i, size_t place, bool held) const {
    const bool body = place == 1;
    const bool wrong = (example_.labels[i] == 'B' && !body) || (example_.labels[i] == 'N' && body);
    if (held && wrong) return kImpossible;
    return (body ? scores_[i][0] : 0) + (wrong ? example_.costs[i] : 0);
  }
  double move(size_t i, size_t from, size_t to) const {
    const int vote = kMoves[from][to];
    return vote < 0 ? kImpossible : vote == 0 ? 0 : scores_[i][static_cast<size_t>(vote)];
  }

  const Example& example_;
  const std::vector<Scores>& scores_;
  std::vector<Scores> votes_;
  double total_ = 0;
};

std::vector<Scores> fit(const std::vector<Example>& examples, double ridge) {
  std::vector<Scores> weights(feature_count(), Scores{});
  Scores start;
  start.fill(1e-2);
  std::vector<Scores> squares(feature_count(), start);
  std::mt19937 random(1);
  std::vector<size_t> order(examples.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int pass = 0; pass < kPasses; ++pass) {
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    double likelihood = 0;
    for (const size_t k : order) {
      const Example& example = examples[k];
      const size_t n = example.labels.size();
      std::vector<Scores> scores(n, Scores{});
      for (size_t i = 0; i < n; ++i)
        for (const FeatureId* id = example.features.begin(i); id != example.features.end(i); ++id)
          for (size_t vote = 0; vote < kVotes; ++vote) scores[i][vote] += weights[*id][vote];
      const Chain held(example, scores, true);
      const Chain free(example, scores, false);
      likelihood += held.total() - free.total();
      std::vector<Scores> slope(feature_count(), Scores{});
      for (size_t i = 0; i < n; ++i)
        for (const FeatureId* id = example.features.begin(i); id != example.features.end(i); ++id)
          for (size_t vote = 0; vote < kVotes; ++vote)
            slope[*id][vote] += held.votes()[i][vote] - free.votes()[i][vote];
      for (size_t id = 0; id < weights.size(); ++id)
        for (size_t vote = 0; vote < kVotes; ++vote) {
          const double step = slope[id][vote] - ridge * weights[id][vote];
          squares[id][vote] += step * step;
          weights[id][vote] += kStep * step / std::sqrt(squares[id][vote]);
        }
    }
    std::fprintf(stderr, "pass %d: log-likelihood %.1f\n", pass + 1, likelihood);
  }
  return weights;
}

void print_rows(const std::vector<Scores>& weights) {
  std::vector<std::string> rows;
  for (size_t id = 0; id < weights.size(); ++id) {
    std::string row = feature_name(static_cast<FeatureId>(id));
    bool any = false;
    for (const double weight : weights[id]) {
      const long hundredths = std::lround(weight * 100);
      any = any || hundredths != 0;
      row.append("\t").append(std::to_string(hundredths));
    }
    if (any) rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end());
  for (const std::string& row : rows) std::puts(row.c_str());
}

void print_lines(const std::string& id, const std::string& text, const Page& page) {
  const OffsetMap points(text, OffsetUnit::kCodePoints);
  json_access::OrderedJson out;
  out["id"] = id;
  out["lines"] = json_access::OrderedJson::array();
  for (const Line& line : page.lines) {
    const Span span = points.to_unit(line.span);
    out["lines"].push_back({span.begin, span.end});
  }
  std::puts(json_access::dump(out).c_str());
}

}  // namespace

int main(int count, char** arguments) {
  const std::string task = count > 2 ? arguments[1] : "";
  if (task != "lines" && task != "fit") {
    std::fprintf(stderr, "usage: readout_fit_lines lines PAGES.jsonl | fit LABELLED.jsonl [RIDGE]\n");
    return 2;
  }
  const auto bundle = Bundle::open(embedded_model());
  const auto model = IntakeModel::load(bundle.value());
  if (!model) return 1;
  std::vector<Example> examples;
  std::ifstream input(arguments[2]);
  for (std::string row; std::getline(input, row);) {
    const auto record = json_access::parse(row);
    if (!record) {
      std::fprintf(stderr, "%s\n", record.error().message.c_str());
      return 1;
    }
    const std::string id = json_access::string(record.value(), "id").value_or("");
    const std::string text = json_access::string(record.value(), "text").value_or("");
    const Page page = measure(text, model.value().parts().vocabulary);
    if (task == "lines") {
      print_lines(id, text, page);
      continue;
    }
    const std::string labels = json_access::string(record.value(), "labels").value_or("");
    if (labels.size() != page.lines.size()) {
      std::fprintf(stderr, "%s: %zu labels for %zu lines\n", id.c_str(), labels.size(), page.lines.size());
      return 1;
    }
    const std::vector<Line> lines = lines_to_place(page);
    Example example{"", {}, PageFeatures(lines, page.words, page_title_keys(page, std::nullopt))};
    for (size_t i = 0; i < page.lines.size(); ++i)
      if (!page.lines[i].is_caption()) example.labels += labels[i];
    for (const Line& line : lines) example.costs.push_back(0.2 + std::min<uint32_t>(line.words(), 60) / 30.0);
    if (!lines.empty()) examples.push_back(std::move(example));
  }
  if (task == "fit") print_rows(fit(examples, count > 3 ? std::atof(arguments[3]) : 0.2));
  return 0;
}
