// The shipped word lists, for tests of intake.
#pragma once

#include "intake/intake.h"
#include "text/bundle.h"
#include "tools/embedded_model.h"

inline readout::IntakeModel intake_test_model() {
  auto bundle = readout::Bundle::open(readout::embedded_model());
  return readout::IntakeModel::load(bundle.value()).value();
}
