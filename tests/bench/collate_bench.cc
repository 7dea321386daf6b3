// Times collation alone, and what one more article costs beside those that are held.
// usage: collate_bench COUNT [MORE] < READINGS.ndjson
// Collates the first COUNT readings, then adds the next MORE (10) one by one, with a dossier after each. Prints one
// JSON object: {"readings","collate","json","adds":[..],"same"}; seconds of processor time, and whether the dossier
// after the last is, to the byte, that of all readings collated from nothing.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <deque>
#include <iostream>
#include <string>
#include <vector>

#include "collation/collation.h"
#include "collation/collator.h"
#include "report/dossier_json.h"
#include "report/reading_json.h"

namespace {

using namespace readout;

// Processor time: what else the machine does counts little.
double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
  const size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1000;
  const size_t more = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 10;
  std::deque<Reading> readings;
  for (std::string line; readings.size() < count + more && std::getline(std::cin, line);) {
    auto reading = reading_from_json(line);
    if (reading) readings.push_back(std::move(reading).value());
  }
  if (readings.size() < count + more) {
    std::fprintf(stderr, "collate_bench: only %zu readings on standard input\n", readings.size());
    return 1;
  }
  std::vector<const Reading*> held;
  Collator collator;
  double begin = now();
  for (size_t i = 0; i < count; ++i) {
    held.push_back(&readings[i]);
    collator.add(readings[i]);
  }
  collator.dossier();
  std::printf("{\"readings\":%zu,\"collate\":%.3f,", count, now() - begin);
  begin = now();
  const size_t bytes = dossier_to_json(collator.dossier(), held).size();
  std::printf("\"json\":%.3f,\"bytes\":%zu,\"adds\":[", now() - begin, bytes);
  for (size_t i = count; i < count + more; ++i) {
    begin = now();
    held.push_back(&readings[i]);
    collator.add(readings[i]);
    collator.dossier();
    std::printf("%s%.3f", i > count ? "," : "", now() - begin);
  }
  const bool same = dossier_to_json(collator.dossier(), held) == dossier_to_json(collate(held), held);
  std::printf("],\"same\":%s}\n", same ? "true" : "false");
  return same ? 0 : 1;
}
