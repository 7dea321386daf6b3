#include <cstdio>

#include "readout.h"
#include "tools/embedded_model.h"

int main() {
  auto model = readout::Model::load(readout::embedded_model());
  if (!model) return 1;
  std::printf("readout %s, model %s\n", std::string(readout::kVersion).c_str(), model.value().version.c_str());
  return 0;
}
