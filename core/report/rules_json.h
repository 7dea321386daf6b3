// The reader's rules as JSON, as the page and the command line write them, in order:
// {"schema":"readout/rules/1","rules":[
//   {"rule":"merge-entities","entities":[{"name":"...","type":"person","article":"..."},{"name":"..."}],"name":"..."},
//   {"rule":"split-entity","entities":[{"name":"...","article":"..."}]},
//   {"rule":"rename-entity","entities":[{"name":"..."}],"name":"..."},
//   {"rule":"retype-entity","entities":[{"name":"..."}],"type":"place"},
//   {"rule":"reject-entity","entities":[{"name":"..."}]},
//   {"rule":"merge-stories","articles":["id","id"]},
//   {"rule":"split-story","articles":["id"]}]}
// Rules of the page's on what is read, which say "do" instead, may stand among them and are passed over.
// Of an entity only "name" must be given. More keys may stand anywhere and are passed over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "collation/rules.h"
#include "text/result.h"

namespace readout {

// Errors: "rules-invalid", which says which rule; those of json_access::parse().
Result<std::vector<Rule>> rules_from_json(std::string_view json);

// One line, with a line end. rules_from_json() gives the same rules back.
std::string rules_to_json(const std::vector<Rule>& rules);

}  // namespace readout
