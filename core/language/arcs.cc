#include "language/arcs.h"

#include <vector>

namespace readout {

namespace {

bool is_thing(TagId tag) {
  const Upos upos = tag_of(tag).upos;
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron;
}

bool is_finite(TagId tag) {
  const std::string_view penn = tag_of(tag).penn;
  return tag_of(tag).upos == Upos::kVerb && (penn == "VBD" || penn == "VBZ" || penn == "VBP");
}

}  // namespace

void settle_arcs(std::span<const TagId> tags, std::span<Arc> arcs) {
  const RelationId conj = relation_id("conj");
  const RelationId cop = relation_id("cop");
  const RelationId nsubj = relation_id("nsubj");
  const auto size = static_cast<uint32_t>(arcs.size());
  // Things that are said of something, or that do something themselves, are as good as verbs.
  std::vector<bool> predicate(size);
  for (const Arc& arc : arcs)
    if (arc.head < size && (arc.relation == cop || arc.relation == nsubj)) predicate[arc.head] = true;
  for (uint32_t i = 0; i < size; ++i) {
    const uint32_t thing = arcs[i].head;
    if (arcs[i].relation != conj || thing >= i || !is_finite(tags[i]) || !is_thing(tags[thing]) || predicate[thing])
      continue;
    // The verb that the thing belongs to; no further than the words between, for a tree has no cycle.
    uint32_t verb = arcs[thing].head;
    while (verb < size && is_thing(tags[verb]) && !predicate[verb]) verb = arcs[verb].head;
    if (verb < i && tag_of(tags[verb]).upos == Upos::kVerb) arcs[i].head = verb;
  }
}

}  // namespace readout
