// Many sentences decided in turns: while the memory that one of them asked for comes in, the others' is asked for
// (group prefetching: Chen, Ailamaki, Gibbons and Mowry 2007). A decision waits for memory more than it calculates, and
// within a sentence each waits for the one before. What is decided is the same in whatever order it is.
#pragma once

#include <cstddef>
#include <span>
#include <utility>

namespace readout {

// As many sums as keep the processor's memory requests busy.
constexpr size_t kLanes = 8;

// A Lane decides one sentence after another. It offers ask() and decide(), the steps of one sum
// (language/weights.h), and done(), whether the sentence has no decision left; `next` gives a lane the next sentence,
// or says that there is none.
template <class Lane, class Next>
void take_turns(std::span<Lane> lanes, Next next) {
  size_t active = 0;
  const auto begin = [&](Lane& lane) {
    while (next(lane))
      if (!lane.done()) return true;
    return false;
  };
  while (active < lanes.size() && begin(lanes[active])) ++active;
  while (active > 0) {
    for (size_t i = 0; i < active; ++i) lanes[i].ask();
    for (size_t i = active; i-- > 0;) {
      lanes[i].decide();
      if (lanes[i].done() && !begin(lanes[i]) && i != --active) std::swap(lanes[i], lanes[active]);
    }
  }
}

}  // namespace readout
