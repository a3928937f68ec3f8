// Calls of plans, on the thread and off it.
#pragma once

#include <ATen/core/ivalue.h>
#include <napi.h>

#include "core/box.h"
#include "export/plan.h"

namespace ltn {

struct EnvState;

template <>
struct BoxName<program::Plan> {
  static constexpr const char* kName = "plan";
};

// An input of a call: the handle of a tensor, null, or a number as [tag, payload].
c10::IValue readPlanInput(EnvState& state, const Napi::Value& value);

// planRun(plan, held, inputs), planRunAsync(plan, held, inputs, settle).
void initPlanRuns(Napi::Object exports);

}  // namespace ltn
