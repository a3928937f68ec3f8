// What a GradScaler does to all gradients of an optimizer at once.
#include <ATen/core/Tensor.h>
#include <ATen/ops/_amp_foreach_non_finite_check_and_unscale.h>
#include <ATen/ops/_amp_update_scale.h>
#include <ATen/ops/zeros.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "optim/init.h"

namespace ltn {

namespace {

struct Bucket {
  std::vector<at::Tensor> grads;
  at::Device device;
  at::ScalarType dtype;
};

// The tensor whose elements are the gradient's: of a sparse one its values.
at::Tensor elements(at::Tensor& grad) {
  if (!grad.is_sparse()) return grad;
  // Scaled halves may overflow when duplicate indices are added up: check their sums.
  if (grad.scalar_type() == at::kHalf) grad = grad.coalesce();
  return grad._values();
}

std::vector<Bucket> buckets(const std::vector<at::Tensor>& params, bool allow_half) {
  std::vector<Bucket> result;
  for (const auto& param : params) {
    at::Tensor& grad = param.mutable_grad();
    if (!grad.defined()) continue;
    TORCH_CHECK_VALUE(allow_half || grad.scalar_type() != at::kHalf, "Attempting to unscale FP16 gradients.");
    const auto values = elements(grad);
    auto bucket = std::find_if(result.begin(), result.end(), [&](const Bucket& b) {
      return b.device == values.device() && b.dtype == values.scalar_type();
    });
    if (bucket == result.end()) {
      bucket = result.insert(result.end(), Bucket{{}, values.device(), values.scalar_type()});
    }
    bucket->grads.push_back(values);
  }
  return result;
}

// unscaleGradients(params, inverse, allowHalf): multiplies all gradients and returns, for each device, a
// tensor that is 1 if one of them was infinite or NaN.
Napi::Value unscaleGradients(const Napi::CallbackInfo& info) {
  const at::NoGradGuard guard;
  auto& state = stateOf(info.Env());
  const auto inverse = readTensor(state, info[1]);
  std::vector<at::Tensor> found;
  for (auto& bucket : buckets(readTensors(state, info[0]), info[2].ToBoolean())) {
    auto flag =
        std::find_if(found.begin(), found.end(), [&](const auto& f) { return f.device() == bucket.device; });
    if (flag == found.end()) {
      flag = found.insert(found.end(), at::zeros({}, at::TensorOptions(bucket.device).dtype(at::kFloat)));
    }
    at::_amp_foreach_non_finite_check_and_unscale_(bucket.grads, *flag, inverse.to(bucket.device));
  }
  return {info.Env(), tensorsToJs(state, found)};
}

// updateScale(scale, tracker, foundInf, growth, backoff, interval)
Napi::Value updateScale(const Napi::CallbackInfo& info) {
  const at::NoGradGuard guard;
  auto& state = stateOf(info.Env());
  at::Tensor scale = readTensor(state, info[0]), tracker = readTensor(state, info[1]);
  at::_amp_update_scale_(scale, tracker, readTensor(state, info[2]), info[3].ToNumber().DoubleValue(),
                         info[4].ToNumber().DoubleValue(), readInt(info.Env(), info[5]));
  return info.Env().Undefined();
}

}  // namespace

void initScaler(Napi::Object exports) {
  expose<unscaleGradients>(exports, "unscaleGradients");
  expose<updateScale>(exports, "updateScale");
}

}  // namespace ltn
