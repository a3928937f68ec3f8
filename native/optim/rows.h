// The rows of the registry: one optimizer each.
#pragma once

#include "optim/holder.h"

namespace ltn::optim {

extern const Row kAdadelta;
extern const Row kAdafactor;
extern const Row kAdagrad;
extern const Row kAdam;
extern const Row kAdamax;
extern const Row kASGD;
extern const Row kMuon;
extern const Row kNAdam;
extern const Row kRAdam;
extern const Row kRMSprop;
extern const Row kRprop;
extern const Row kSGD;
extern const Row kSparseAdam;

}  // namespace ltn::optim
