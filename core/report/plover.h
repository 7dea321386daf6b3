// Events as PLOVER records (Open Event Data Alliance: Political Language Ontology for Verifiable Event Records, "JSON
// Data Fields"), one JSON object a line, so that event-data tools read them.
//
//   id               the article's id, "/event/" and the event's number in its reading; unique among the records
//   date             YYYY-MM-DD or coarser (YYYY-MM, YYYY); null where it is not known (PLOVER asks for a day, always)
//   source           the actors: {"code": ISO 3166-1 alpha-3, "sector": GOV, MIL, COP, LEG, JUD, OPP, REB, IGO, BUS,
//                    MED, LAB or CVL, "actor_text": the words that first name it, "identifier_text": its fullest name
//                    in the article, "office"}; a key that is not known is left out
//   recipient        likewise; empty where two sources do the same to each other, or where none is named
//   event, mode      PLOVER root; visit, meet, call, sign ..., lists as PLOVER has them
//   quad_code        1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
//   context          "future" where it is planned, "hypothetical" where it is only considered
//   event_text       the predicate's words
//   event_loc        {"name", "country code"}
//   text_info        {"sequence": the sentence's number from 0, "start", "end": code points of the predicate's words}
//   cite_info        {"citation": the article's id, "title", "publication", "published", "language"}
//   comment          why the reading is uncertain
// Beyond PLOVER:
//   status           asserted, negated, planned, hypothetical. A negated event did not happen: leave it out of counts.
//   claimed_by       whose claim it is; null where it stands in a quotation of an unknown speaker; left out where the
//                    article says it in its own words
//   sha256           of the article's bytes
//
// Texts are not given (`text` is left out): the record points into the article instead.
#pragma once

#include <string>
#include <string_view>

#include "reading/values.h"

namespace readout {

// The records of one reading, in text order, each ended by a line feed. O(mentions + events).
std::string plover_lines(const Reading& reading);

// 1 to 4 as above; 0 for a code that is no root. INVESTIGATE and SANCTION follow the sections of the manual that define
// them (3 and 4); its table of quads puts them elsewhere (2 and 3).
int plover_quad(std::string_view code);

// ISO 3166-1 alpha-3 for alpha-2 ("NL" -> "NLD"); empty for anything else.
std::string_view country_alpha3(std::string_view alpha2);

}  // namespace readout
