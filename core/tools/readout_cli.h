// The command line's commands. Each takes its parsed options and gives the exit status: kOk, kSomeFailed or kUsage.
// Readings, dossiers and asked-for text go to standard output, everything else to standard error.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "readout.h"

namespace readout::cli {

enum ExitStatus : int { kOk = 0, kSomeFailed = 1, kUsage = 2 };

// One line of NDJSON longer than this is no article.
constexpr size_t kMaxInputLine = size_t{64} << 20;
// Readings are longer than the articles they were made from, with tokens some twenty times.
constexpr size_t kMaxReadingLine = size_t{1} << 30;

struct ReadOptions {
  bool tokens = false;
  unsigned jobs = 1;
  std::vector<std::string> paths;  // files and folders, for read_files
};

struct CollateCommand {
  bool json = false;
  std::string rules;  // a file of the reader's rules (report/rules_json.h); empty: none
  unsigned jobs = 1;
};

struct EventsCommand {
  bool plover = false;  // PLOVER records (report/plover.h), a line an event; else a table (report/csv.h)
  unsigned jobs = 1;
};

// NDJSON inputs on standard input to NDJSON readings, one for each line, in order. Memory does not grow with the
// number of articles but for 32 bytes an id, by which an id given twice is found.
int read_ndjson(const ReadOptions& options, const Model& model);

// Files and folders to NDJSON readings, in the order of the arguments; folders by path. Memory: one folder's file
// names, and the files in hand.
int read_files(const ReadOptions& options, const Model& model);

// NDJSON readings on standard input to one dossier.
int collate_readings(const CollateCommand& command);

// NDJSON readings on standard input to their events. PLOVER records come out reading by reading, in bounded memory; the
// table says which story each article tells, for which all readings are kept.
int list_events(const EventsCommand& command);

// Names on standard error what failed: "readout: NAME: CODE at byte N: MESSAGE".
void report(std::string_view name, const Error& error);

// Whole lines to standard output at once, so that a program that feeds line by line gets its answers; false, having
// said so, where nobody takes them any more.
bool write_out(std::string_view bytes);

}  // namespace readout::cli
