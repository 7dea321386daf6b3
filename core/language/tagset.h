// The closed sets that the tagger and the parser choose from: a tag is a universal part of speech with its Penn
// Treebank tag (Marcus et al. 1993), which tells "said" in "was said" from "said" in "he said"; a relation is one of
// Universal Dependencies 2 as English uses them.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/annotation.h"

namespace readout {

struct Tag {
  Upos upos = Upos::kNone;
  std::string_view penn;
};

using TagId = uint8_t;
using RelationId = uint8_t;
constexpr RelationId kRootRelation = 47;

constexpr uint32_t kTagCount = 64;
constexpr uint32_t kRelationCount = 50;

namespace tagset_detail {

using enum Upos;

// Most frequent first within each part of speech.
inline constexpr Tag kTags[kTagCount] = {
    {kNoun, "NN"},    {kNoun, "NNS"}, {kNoun, "FW"},  {kPropn, "NNP"},   {kPropn, "NNPS"},  {kPropn, "ADD"},
    {kPropn, "GW"},   {kAdj, "JJ"},   {kAdj, "NNP"},  {kAdj, "JJR"},     {kAdj, "JJS"},     {kAdp, "IN"},
    {kAdp, "RP"},     {kAdv, "RB"},   {kAdv, "WRB"},  {kAdv, "RBR"},     {kAdv, "RBS"},     {kAdv, "FW"},
    {kAux, "VBZ"},    {kAux, "MD"},   {kAux, "VBP"},  {kAux, "VBD"},     {kAux, "VB"},      {kAux, "VBN"},
    {kAux, "VBG"},    {kCconj, "CC"}, {kDet, "DT"},   {kDet, "PDT"},     {kDet, "WDT"},     {kIntj, "UH"},
    {kNum, "CD"},     {kNum, "LS"},   {kPart, "TO"},  {kPart, "RB"},     {kPart, "POS"},    {kPron, "PRP"},
    {kPron, "PRP$"},  {kPron, "WDT"}, {kPron, "DT"},  {kPron, "WP"},     {kPron, "NN"},     {kPron, "EX"},
    {kPron, "WP$"},   {kPunct, "."},  {kPunct, ","},  {kPunct, "-RRB-"}, {kPunct, "-LRB-"}, {kPunct, ":"},
    {kPunct, "HYPH"}, {kPunct, "``"}, {kPunct, "''"}, {kPunct, "NFP"},   {kSconj, "IN"},    {kSym, "SYM"},
    {kSym, "$"},      {kSym, "NFP"},  {kVerb, "VB"},  {kVerb, "VBN"},    {kVerb, "VBD"},    {kVerb, "VBG"},
    {kVerb, "VBP"},   {kVerb, "VBZ"}, {kVerb, "NNP"}, {kX, "GW"}};

}  // namespace tagset_detail

constexpr Tag tag_of(TagId id) { return tagset_detail::kTags[id < kTagCount ? id : kTagCount - 1]; }
// The tag itself, else the first of that part of speech; X where there is none.
TagId tag_id(std::string_view upos, std::string_view penn);
std::string_view name_of(Upos upos);

std::string_view relation_of(RelationId id);
// The relation itself, else its universal part before the colon, else "dep".
RelationId relation_id(std::string_view relation);

}  // namespace readout
