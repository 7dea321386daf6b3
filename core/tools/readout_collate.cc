#include <deque>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "report/csv.h"
#include "report/dossier_json.h"
#include "report/plover.h"
#include "report/rules_json.h"
#include "tools/readout_cli.h"
#include "tools/readout_readings.h"

namespace readout::cli {

namespace {

std::vector<const Reading*> pointers(const std::deque<Reading>& readings) {
  std::vector<const Reading*> all;
  for (const Reading& reading : readings) all.push_back(&reading);
  return all;
}

Result<std::vector<Rule>> take_rules(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string json{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.good() && !file.eof()) return Error{"not-found", "There is no such file, or it cannot be read.", {}};
  return rules_from_json(json);
}

}  // namespace

int collate_readings(const CollateCommand& command) {
  CollateOptions options;
  if (!command.rules.empty()) {
    auto rules = take_rules(command.rules);
    if (!rules) {
      report(command.rules, rules.error());
      return kUsage;
    }
    options.rules = std::move(rules).value();
  }
  std::deque<Reading> readings;
  const bool all_well = take_readings(command.jobs, [&](Reading reading) { readings.push_back(std::move(reading)); });
  const std::vector<const Reading*> all = pointers(readings);
  const Dossier dossier = collate(all, options);
  const bool written = write_out(command.json ? dossier_to_json(dossier, all) : dossier_summary(dossier, all));
  return all_well && written ? kOk : kSomeFailed;
}

int list_events(const EventsCommand& command) {
  if (command.plover) {
    bool written = true;
    const bool all_well = take_readings(command.jobs, [&](const Reading& reading) {
      if (written) written = write_out(plover_lines(reading));
    });
    return all_well && written ? kOk : kSomeFailed;
  }
  std::deque<Reading> readings;
  const bool all_well = take_readings(command.jobs, [&](Reading reading) { readings.push_back(std::move(reading)); });
  const std::vector<const Reading*> all = pointers(readings);
  const bool written = write_out(table_csv("events", collate(all), all));
  return all_well && written ? kOk : kSomeFailed;
}

}  // namespace readout::cli
