#include <unistd.h>

#include <atomic>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report/reading_json.h"
#include "tools/readout_cli.h"
#include "tools/readout_files.h"
#include "tools/readout_ids.h"
#include "tools/readout_lines.h"
#include "tools/readout_pipeline.h"

namespace readout::cli {

namespace {

// What became of one article: a line for standard output, and what failed, if anything did.
struct Outcome {
  std::string id;
  std::string name;  // what to call it where it has no id
  std::string line;
  std::optional<Error> error;
};

Outcome failed(std::string id, std::string name, Error error) {
  std::string line = error_to_json(id, error);
  return {std::move(id), std::move(name), std::move(line), std::move(error)};
}

Outcome read_one(const ArticleInput& input, const Model& model, bool tokens) {
  const auto reading = read(input, model);
  if (!reading) return failed(input.id, input.id, reading.error());
  return {input.id, input.id, reading_to_json(reading.value(), {tokens, OffsetUnit::kCodePoints}), std::nullopt};
}

// Writes outcomes in order; an id given twice is an error for the second.
class Output {
 public:
  void write(Outcome& outcome) {
    if (!outcome.id.empty() && !ids_.insert(outcome.id)) {
      outcome = failed(outcome.id, outcome.id,
                       {"duplicate-id", "An article with this id was given before; ids must differ.", std::nullopt});
    }
    if (outcome.error) {
      some_failed_ = true;
      report(outcome.id.empty() ? outcome.name : outcome.id, *outcome.error);
    }
    outcome.line += '\n';
    if (!closed_ && !write_out(outcome.line)) closed_ = true;
  }

  void fail() { some_failed_ = true; }
  bool closed() const { return closed_; }
  int status() const { return some_failed_ || closed_ ? kSomeFailed : kOk; }

 private:
  IdSet ids_;
  bool some_failed_ = false;
  std::atomic<bool> closed_ = false;
};

Outcome read_line(const Line& line, const Model& model, bool tokens) {
  std::string name = "line " + std::to_string(line.number);
  if (line.too_long) {
    return failed(id_of(line.text), std::move(name),
                  {"line-too-long", "This line is longer than 64 MiB; no article is. Split it, or read it as a file.",
                   kMaxInputLine});
  }
  const auto input = input_from_json(line.text);
  if (!input) return failed(id_of(line.text), std::move(name), input.error());
  return read_one(input.value(), model, tokens);
}

std::vector<Outcome> read_file(const FoundFile& file, const Model& model, bool tokens) {
  std::vector<Outcome> outcomes;
  const auto bytes = file_bytes(file);
  const auto inputs = bytes ? open_file(file.name, bytes.value()) : Result<std::vector<ArticleInput>>(bytes.error());
  if (!inputs) {
    outcomes.push_back(failed(file.name, file.name, inputs.error()));
    return outcomes;
  }
  for (const ArticleInput& input : inputs.value()) outcomes.push_back(read_one(input, model, tokens));
  return outcomes;
}

}  // namespace

int read_ndjson(const ReadOptions& options, const Model& model) {
  Output output;
  LineReader lines(STDIN_FILENO, kMaxInputLine);
  {
    OrderedPipeline<Line, Outcome> pipeline(
        options.jobs, [&](const Line& line) { return read_line(line, model, options.tokens); },
        [&](Outcome& outcome) { output.write(outcome); });
    while (!output.closed()) {
      auto line = lines.next();
      if (!line) break;
      const size_t bytes = line->text.size();
      pipeline.add(std::move(*line), bytes);
    }
  }
  if (lines.failed()) {
    report("standard input", {"unreadable", "It could not be read to its end.", std::nullopt});
    output.fail();
  }
  return output.status();
}

int read_files(const ReadOptions& options, const Model& model) {
  Output output;
  OrderedPipeline<FoundFile, std::vector<Outcome>> pipeline(
      options.jobs, [&](const FoundFile& file) { return read_file(file, model, options.tokens); },
      [&](std::vector<Outcome>& outcomes) {
        for (Outcome& outcome : outcomes) output.write(outcome);
      });
  FileFinder finder([&](FoundFile file) {
    const size_t bytes = file.bytes;
    pipeline.add(std::move(file), bytes);
    return !output.closed();
  });
  for (const std::string& path : options.paths) finder.find(path);
  pipeline.finish();
  return output.status();
}

}  // namespace readout::cli
