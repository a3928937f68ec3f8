// One profiling session at a time: Kineto has one profiler for the process.
#pragma once

#include <torch/csrc/autograd/profiler_kineto.h>

#include <cstdint>
#include <memory>

#include "core/box.h"

namespace ltn {

using ProfilerResult = torch::autograd::profiler::ProfilerResult;

template <>
struct BoxName<ProfilerResult> {
  static constexpr const char* kName = "ProfilerResult";
};

// Grows when a session ends. What was recorded in an earlier session must not be touched any more.
uint64_t profilerSession();

}  // namespace ltn
