#include "tools/readout_readings.h"

#include <unistd.h>

#include <string>
#include <utility>

#include "report/json_access.h"
#include "report/reading_json.h"
#include "tools/readout_cli.h"
#include "tools/readout_ids.h"
#include "tools/readout_lines.h"
#include "tools/readout_pipeline.h"

namespace readout::cli {

namespace {

struct Parsed {
  std::string name;  // what to call the line where it is no reading
  Result<Reading> reading;
};

// The error that `readout read` wrote in place of a reading, if the line is one.
std::optional<Error> error_of(std::string_view line) {
  const auto object = json_access::parse(line);
  const auto* error = object ? json_access::member(object.value(), "error") : nullptr;
  if (error == nullptr) return std::nullopt;
  Error found{json_access::string(*error, "code").value_or("unknown"),
              json_access::string(*error, "message").value_or(""), std::nullopt};
  if (const auto offset = json_access::index(*error, "offset")) found.offset = *offset;
  return found;
}

Parsed parse_line(const Line& line) {
  std::string name = "line " + std::to_string(line.number);
  if (line.too_long) {
    return {std::move(name), Error{"line-too-long", "This line is longer than 1 GiB; no reading is.", kMaxReadingLine}};
  }
  auto reading = reading_from_json(line.text);
  if (reading) {
    // Nothing that takes readings needs tokens or names, and must not depend on whether they were asked for.
    Annotation& language = reading.value().language;
    language.tokens = {};
    language.names = {};
    for (Sentence& sentence : language.sentences) sentence.first_token = sentence.last_token = 0;
    return {reading.value().article.id, std::move(reading)};
  }
  if (std::string id = id_of(line.text); !id.empty()) name = std::move(id);
  auto told = error_of(line.text);
  return {std::move(name), told ? std::move(*told) : reading.error()};
}

}  // namespace

bool take_readings(unsigned jobs, const std::function<void(Reading)>& take) {
  bool all_well = true;
  IdSet ids;
  LineReader lines(STDIN_FILENO, kMaxReadingLine);
  {
    OrderedPipeline<Line, Parsed> pipeline(jobs, &parse_line, [&](Parsed& parsed) {
      if (parsed.reading && !ids.insert(parsed.name)) {
        parsed.reading =
            Error{"duplicate-id", "A reading with this id was given before; ids must differ.", std::nullopt};
      }
      if (parsed.reading) {
        take(std::move(parsed.reading).value());
      } else {
        all_well = false;
        report(parsed.name, parsed.reading.error());
      }
    });
    while (auto line = lines.next()) {
      const size_t bytes = line->text.size();
      pipeline.add(std::move(*line), bytes);
    }
  }
  if (lines.failed()) {
    all_well = false;
    report("standard input", {"unreadable", "It could not be read to its end.", std::nullopt});
  }
  return all_well;
}

}  // namespace readout::cli
