#include "model.h"

#include "invariants.h"
#include "tools/embedded_model.h"

namespace readout::fuzz {

const Model& model() {
  static const Result<Model> loaded = Model::load(embedded_model());
  must(loaded.ok(), "the built-in model loads");
  return loaded.value();
}

}  // namespace readout::fuzz
