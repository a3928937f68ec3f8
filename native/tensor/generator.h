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

void initGenerator(Napi::Object exports);

}  // namespace ltn
