// The rows of the registry: one optimizer each.
#pragma once

#include "optim/holder.h"

namespace ltn::optim {

extern const Row kAdam;
extern const Row kSGD;

}  // namespace ltn::optim
