// Private to core/intake: what IntakeModel holds.
#pragma once

#include "intake/body.h"
#include "intake/intake.h"
#include "intake/notices.h"
#include "intake/outlets.h"

namespace readout {

struct IntakeModel::Parts {
  intake::Vocabulary vocabulary;
  intake::Outlets outlets;
  intake::LineWeights weights;
};

}  // namespace readout
