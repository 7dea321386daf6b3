// Many sentences decided in turns: while the memory that one of them asked for comes in, the others' is asked for
// (group prefetching: Chen, Ailamaki, Gibbons and Mowry 2007). A decision waits for memory more than it calculates, and
// within a sentence each waits for the one before. What is decided is the same in whatever order it is.
#pragma once

#include <cstddef>
#include <span>
#include <utility>

#include "language/annotation.h"

namespace readout {

// As many sums as keep the processor's memory requests busy. WebAssembly cannot ask for memory ahead: there, turns
// would only cost.
#if defined(__wasm__)
constexpr size_t kLanes = 1;
#else
constexpr size_t kLanes = 8;
#endif

// Has the lanes decide all sentences. A Lane decides one sentence after another: it offers ask() and decide(), the two
// steps of one sum (language/weights.h), and done(), whether the sentence has no decision left. `begin(lane, first,
// size)` gives a lane the sentence of those words.
template <class Lane, class Begin>
void take_turns(std::span<Lane> lanes, std::span<const Sentence> sentences, Begin begin) {
  size_t next = 0;
  const auto begin_next = [&](Lane& lane) {
    while (next < sentences.size()) {
      const Sentence& sentence = sentences[next++];
      begin(lane, size_t{sentence.first_token}, size_t{sentence.last_token} - sentence.first_token);
      if (!lane.done()) return true;
    }
    return false;
  };
  size_t active = 0;
  while (active < lanes.size() && begin_next(lanes[active])) ++active;
  while (active > 0) {
    for (size_t i = 0; i < active; ++i) lanes[i].ask();
    // In the order in which they asked: each has waited as long as it can. A lane that has no more to do makes place
    // for the last, which is then to decide.
    for (size_t i = 0; i < active;) {
      lanes[i].decide();
      if (!lanes[i].done() || begin_next(lanes[i])) {
        ++i;
      } else if (i != --active) {
        std::swap(lanes[i], lanes[active]);
      }
    }
  }
}

}  // namespace readout
