// Readings and inputs as JSON (the contract, version 1).
#pragma once

#include <string>
#include <string_view>

#include "intake/intake.h"
#include "reading/values.h"
#include "text/offsets.h"
#include "text/result.h"

namespace readout {

// `tokens`: write the language stage's tokens and names, too; nothing after the reading needs them, since mentions
// repeat the names. `words`: write what the desk's search needs of the tokens in little room, as
// "words":{"lemmas":"..","tokens":".."}: lemmas parted by spaces, and for every token four numbers (report/vlq.h): its
// distance from the one before, its length, the number of its tag in the contract's order, and of its lemma from 1; 0
// where it has none.
struct ReadingJsonOptions {
  bool tokens = false;
  OffsetUnit unit = OffsetUnit::kCodePoints;
  bool words = false;
};

// One line, no line end. Keys in the contract's order; the same reading gives the same bytes.
//
// Every event has, beside the contract's keys (code, sources, targets, date, place, status), these where they are
// known: "begin" and "end" of the predicate's words; "mode" (visit, meet, call, talk, negotiate, mediate, host, sign,
// agree); "actors": [{"entity":id,"country":ISO 3166-1 alpha-2,"sector":..},..] for those of its sources and targets of
// whom a country or a sector is known, each once (sectors: government, military, police, legislature, judiciary,
// opposition, armed group, international, business, media, labour, civilians); "quotation", the index of the quotation
// that it stands in; "reporter", the entity whose claim it is: the speaker of that quotation, or who says, announces or
// accuses. Without a reporter it is the outlet's own word. Two or more sources without targets do the same to each
// other. A body that acts for a state without a name of its own ("Vessby's army") is that state, with the body's
// sector.
std::string reading_to_json(const Reading& reading, const ReadingJsonOptions& options = {});

// The reading that a line of reading_to_json (code points) describes, whole: collating it gives what collating the
// original gives. Keys that are missing are empty, spans are clipped to the text, references to what is not there are
// dropped, blocks, sentences, tokens and mentions are put in text order. Errors: "json-invalid", "json-too-deep",
// "not-a-reading". Of "words" come tokens without syntax.
Result<Reading> reading_from_json(std::string_view line);

// {"id":..., "error":{...}} in place of a reading; `id` is empty where it could not be made out (written as null).
std::string error_to_json(std::string_view id, const Error& error);

// One line of NDJSON input; beside the contract's keys it takes "sha256", "file", "restored" ([[begin,end],..] in
// code points) and "repeated" (lines known from the outlet's other articles), which input_to_json writes. A published
// date may go on with a time of day, which is dropped. Errors: "json-invalid", "json-too-deep", "not-an-article",
// "bad-date".
Result<ArticleInput> input_from_json(std::string_view line);

// The id of an input or a reading, to name what failed, even where the line breaks off after it; empty where it cannot
// be made out.
std::string id_of(std::string_view line);

// The line that input_from_json reads back.
std::string input_to_json(const ArticleInput& input);

}  // namespace readout
