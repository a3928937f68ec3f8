// Whether tensors have been changed in place since.
#include <ATen/core/Tensor.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "nn/prepared/init.h"

namespace ltn {

namespace prepared {

// Counters of versions outlive their tensors, so this keeps no memory of theirs.
struct Stamp {
  std::vector<std::pair<c10::VariableVersion, uint32_t>> counters;
};

}  // namespace prepared

template <>
struct BoxName<prepared::Stamp> {
  static constexpr const char* kName = "Stamp";
};

namespace prepared {

namespace {

// newStamp(handles). Inference tensors have no version, so nothing is known of them.
Napi::Value newStamp(const Napi::CallbackInfo& info) {
  auto stamp = std::make_shared<Stamp>();
  for (const at::Tensor& tensor : readTensors(stateOf(info.Env()), info[0])) {
    if (tensor.is_inference()) {
      stamp->counters.emplace_back(c10::VariableVersion(0), 0);
      continue;
    }
    const auto& counter = tensor.unsafeGetTensorImpl()->version_counter();
    stamp->counters.emplace_back(counter, counter.current_version());
  }
  return box(info.Env(), std::move(stamp));
}

// stampChange(stamp): the place of the first tensor that has changed, or -1.
Napi::Value stampChange(const Napi::CallbackInfo& info) {
  const auto& counters = unbox<Stamp>(info.Env(), info[0])->counters;
  const auto changed = [](const auto& pair) { return pair.first.current_version() != pair.second; };
  const auto found = std::find_if(counters.begin(), counters.end(), changed);
  return Napi::Number::New(info.Env(),
                           found == counters.end() ? -1 : static_cast<double>(found - counters.begin()));
}

}  // namespace

void initStamp(Napi::Object exports) {
  expose<newStamp>(exports, "newStamp");
  expose<stampChange>(exports, "stampChange");
}

}  // namespace prepared

}  // namespace ltn
