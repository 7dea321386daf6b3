#include "language/tagset.h"

#include <iterator>

namespace readout {

namespace {

constexpr std::string_view kUposNames[] = {"",    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
                                           "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

// Sorted.
constexpr std::string_view kRelations[kRelationCount] = {
    "acl",          "acl:relcl",   "advcl",      "advcl:relcl", "advmod",     "amod",      "appos",
    "aux",          "aux:pass",    "case",       "cc",          "cc:preconj", "ccomp",     "compound",
    "compound:prt", "conj",        "cop",        "csubj",       "csubj:pass", "dep",       "det",
    "det:predet",   "discourse",   "dislocated", "expl",        "fixed",      "flat",      "goeswith",
    "iobj",         "list",        "mark",       "nmod",        "nmod:desc",  "nmod:poss", "nmod:unmarked",
    "nsubj",        "nsubj:outer", "nsubj:pass", "nummod",      "obj",        "obl",       "obl:agent",
    "obl:unmarked", "orphan",      "parataxis",  "punct",       "reparandum", "root",      "vocative",
    "xcomp"};

static_assert(kRelations[kRootRelation] == "root");

template <class Matches>
int first_index(uint32_t count, Matches matches) {
  for (uint32_t i = 0; i < count; ++i)
    if (matches(i)) return static_cast<int>(i);
  return -1;
}

}  // namespace

TagId tag_id(std::string_view upos, std::string_view penn) {
  int id = first_index(kTagCount, [&](uint32_t i) {
    return name_of(tagset_detail::kTags[i].upos) == upos && tagset_detail::kTags[i].penn == penn;
  });
  if (id < 0) id = first_index(kTagCount, [&](uint32_t i) { return name_of(tagset_detail::kTags[i].upos) == upos; });
  return static_cast<TagId>(id < 0 ? kTagCount - 1 : id);
}

std::string_view name_of(Upos upos) { return kUposNames[static_cast<size_t>(upos)]; }

std::string_view relation_of(RelationId id) { return id < kRelationCount ? kRelations[id] : std::string_view("dep"); }

RelationId relation_id(std::string_view relation) {
  int id = first_index(kRelationCount, [&](uint32_t i) { return kRelations[i] == relation; });
  const size_t colon = relation.find(':');
  if (id < 0 && colon != std::string_view::npos) return relation_id(relation.substr(0, colon));
  return id < 0 ? relation_id("dep") : static_cast<RelationId>(id);
}

}  // namespace readout
