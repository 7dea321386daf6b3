// Collation that goes on: readings come and go, and each dossier is made from the one before it at little cost.
//
// What is kept: the words, fingerprints and folded names of each article, the likeness of pairs, the copy that two
// share, what a cluster of articles fell apart into, and the facts of every story. What an article more or less cannot
// change is taken over as it is; the dossier is the same, to the byte, as if it were made from nothing. Now and then,
// as the number of articles grows by a fifth, all words are weighed anew, which costs about a quarter of a new
// beginning.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "collation/dossier.h"
#include "collation/rules.h"
#include "reading/values.h"

namespace readout {

class Collator {
 public:
  Collator();
  ~Collator();
  Collator(Collator&&) noexcept;
  Collator& operator=(Collator&&) noexcept;

  // Its id must be none that is held; the reading must stay where it is until it is removed.
  void add(const Reading& reading);
  // Before the reading goes. False: no reading of that id is held.
  bool remove(std::string_view id);
  // They hold from the next dossier on.
  void set_rules(std::vector<Rule> rules);

  // What the readings held say together: a pure function of them and of the rules. Lasts until the next call. O(n log
  // n) for n new readings; for one more beside n, what it touches and a small constant times n.
  const Dossier& dossier();
  // The same, handed over; the collator is to be used no more.
  Dossier take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace readout
