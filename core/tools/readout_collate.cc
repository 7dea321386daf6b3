#include <deque>
#include <utility>
#include <vector>

#include "report/csv.h"
#include "report/dossier_json.h"
#include "report/plover.h"
#include "tools/readout_cli.h"
#include "tools/readout_readings.h"

namespace readout::cli {

namespace {

std::vector<const Reading*> pointers(const std::deque<Reading>& readings) {
  std::vector<const Reading*> all;
  for (const Reading& reading : readings) all.push_back(&reading);
  return all;
}

}  // namespace

int collate_readings(const CollateCommand& command) {
  std::deque<Reading> readings;
  const bool all_well = take_readings(command.jobs, [&](Reading reading) { readings.push_back(std::move(reading)); });
  const std::vector<const Reading*> all = pointers(readings);
  const Dossier dossier = collate(all);
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
