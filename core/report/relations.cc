#include "report/relations.h"

#include <algorithm>
#include <array>

namespace readout {

namespace {

constexpr std::array<std::string_view, 58> kRelations{
    "acl",         "acl:relcl",    "advcl",      "advcl:relcl", "advmod",     "amod",          "appos",
    "aux",         "aux:pass",     "case",       "cc",          "cc:preconj", "ccomp",         "clf",
    "compound",    "compound:prt", "conj",       "cop",         "csubj",      "csubj:outer",   "csubj:pass",
    "dep",         "det",          "det:predet", "discourse",   "dislocated", "expl",          "fixed",
    "flat",        "flat:foreign", "flat:name",  "goeswith",    "iobj",       "list",          "mark",
    "nmod",        "nmod:desc",    "nmod:npmod", "nmod:poss",   "nmod:tmod",  "nmod:unmarked", "nsubj",
    "nsubj:outer", "nsubj:pass",   "nummod",     "obj",         "obl",        "obl:agent",     "obl:npmod",
    "obl:tmod",    "obl:unmarked", "orphan",     "parataxis",   "punct",      "reparandum",    "root",
    "vocative",    "xcomp"};

}  // namespace

std::string_view known_relation(std::string_view name) {
  const auto found = std::lower_bound(kRelations.begin(), kRelations.end(), name);
  return found != kRelations.end() && *found == name ? *found : std::string_view{};
}

}  // namespace readout
