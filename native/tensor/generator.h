// Random generators, boxed.
#pragma once

#include <ATen/core/Generator.h>
#include <napi.h>

#include "core/box.h"

namespace ltn {

template <>
struct BoxName<at::Generator> {
  static constexpr const char* kName = "Generator";
};

// Whether this is the default generator of the environment that runs on this thread, and of it alone: what
// operators are lent that are given none.
bool isOwnGenerator(const at::Generator& generator);

void initGenerator(Napi::Object exports);

}  // namespace ltn
