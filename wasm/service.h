// Bytes in, bytes out: what the page, Node and the tests ask of the core, whatever carries the bytes (after Perfetto's
// RPC layer). The service knows no transport; abi.cc exports it from WebAssembly.
//
// A request is one line of JSON (the header), a line feed, and a payload of any bytes (perhaps none). A reply is a
// status and bytes. `op` in the header chooses:
//
//   {"op":"version"}                          -> {"version","model"}   (model "" before one is loaded)
//   {"op":"model"}            + bundle        -> {"version","model"}
//   {"op":"open","name":"x"}  + file's bytes  -> NDJSON, one contract input a line (report/reading_json.h); with
//                                                "whole":true never split, with "repair":true double encoding undone
//   {"op":"decode"}           + file's bytes  -> a line
//   {"sha256","encoding","confidence","wrongBytes","doubleEncoded"},
//                                                then the text; with "repair":true double encoding undone
//   {"op":"blocks"}           + one input line -> {"outlet","blocks":[{"begin","end","kind","reason"}]} (code points):
//                                                what intake alone makes of it, at a fraction of the cost of reading
//   {"op":"read"}             + one input line (keys of the contract, and "restored":[[begin,end],..] in code points)
//                                             -> one reading line (code points; with "tokens":true its tokens too, with
//                                                "words":true what the desk's search needs of them)
//   {"op":"add"}              + reading line  -> {"key","duplicate","replaced"}: the desk keeps it; a reading of the
//   same
//                                                id makes way; a file of the same bytes under another name is a
//                                                duplicate, of which the desk keeps the smaller name
//   {"op":"remove","id":..}                   -> {"removed"}
//   {"op":"rules"}            + rules.json    -> {"rules":n}: what the reader has decided (report/rules_json.h); it
//                                                takes the place of what was decided before
//   {"op":"collate"}                          -> {"articles","stories","facts"}
//   {"op":"ask","question":{..}}              -> what web/engine/protocol.js says for that question
//   {"op":"export","format":..}               -> a file's bytes: "dossier.json", "readings.ndjson", "events.jsonl"
//                                                (report/plover.h), or a table of report/csv.h: "quotations.csv" ...
//
// A failed request answers kError with {"code","message","offset"}; the service stays usable.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace readout {

enum class Status : uint32_t { kOk = 0, kError = 1 };

struct Reply {
  Status status = Status::kOk;
  std::string bytes;
};

// One service is one worker's state (model, desk). Not thread-safe; make one for each thread.
class Service {
 public:
  Service();
  ~Service();

  Reply call(std::string_view request);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace readout
