#include "optim/state_check.h"

#include <ATen/MemoryOverlap.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace ltn::optim {

namespace {

enum class Kind { kCounter, kLikeParameter, kFactor };

struct Known {
  std::string_view name;
  Kind kind;
  // Whether some options leave it out.
  bool optional;
};

// Slots that are not named here are like the parameter, and always there.
constexpr std::array kKnown = {
    Known{"step", Kind::kCounter, false},
    Known{"eta", Kind::kCounter, false},
    Known{"mu", Kind::kCounter, false},
    Known{"mu_product", Kind::kCounter, false},
    Known{"max_exp_avg_sq", Kind::kLikeParameter, true},
    Known{"momentum_buffer", Kind::kLikeParameter, true},
    Known{"grad_avg", Kind::kLikeParameter, true},
    Known{"row_var", Kind::kFactor, true},
    Known{"col_var", Kind::kFactor, true},
    Known{"variance", Kind::kLikeParameter, true},
};

Known lookUp(std::string_view name) {
  for (const auto& known : kKnown) {
    if (known.name == name) return known;
  }
  return {name, Kind::kLikeParameter, false};
}

void checkCounter(const Row& row, const char* name, const at::Tensor& value, const at::Tensor& param) {
  TORCH_CHECK_VALUE(value.numel() == 1, row.name, ": the state '", name,
                    "' should be a single number, got a ", value.toString(), " of size ", value.sizes());
  const bool is_real = value.is_floating_point() || c10::isIntegralType(value.scalar_type(), false);
  TORCH_CHECK_VALUE(is_real, row.name, ": the state '", name, "' should be a real number, got ",
                    value.scalar_type());
  TORCH_CHECK_VALUE(value.is_cpu() || value.device() == param.device(), row.name, ": the state '", name,
                    "' is on ", value.device(), ", the parameter on ", param.device());
}

void checkLike(const Row& row, const char* name, const at::Tensor& value, const at::Tensor& param) {
  TORCH_CHECK_VALUE(value.sizes() == param.sizes(), row.name, ": the state '", name, "' has size ",
                    value.sizes(), ", the parameter has size ", param.sizes());
}

// Columns and rows of a factored second moment: the parameter's sizes with a dimension of one.
void checkFactor(const Row& row, const char* name, const at::Tensor& value, const at::Tensor& param) {
  bool fits = value.dim() == param.dim() && param.dim() > 1;
  for (int64_t i = 0; fits && i < param.dim(); ++i)
    fits = value.size(i) == param.size(i) || value.size(i) == 1;
  TORCH_CHECK_VALUE(fits, row.name, ": the state '", name, "' has size ", value.sizes(),
                    ", which does not fit a parameter of size ", param.sizes());
}

void checkMemory(const Row& row, const char* name, const at::Tensor& value, const at::Tensor& param) {
  TORCH_CHECK_VALUE(value.device() == param.device(), row.name, ": the state '", name, "' is on ",
                    value.device(), ", the parameter on ", param.device());
  TORCH_CHECK_VALUE(value.is_sparse() || at::has_internal_overlap(value) != at::MemOverlap::Yes, row.name,
                    ": elements of the state '", name, "' share memory: clone it first");
  TORCH_CHECK_VALUE(value.is_floating_point() || value.is_complex(), row.name, ": the state '", name,
                    "' should be of a floating point dtype, got ", value.scalar_type());
}

void checkSlot(const Row& row, const char* name, const at::Tensor& value, const at::Tensor& param) {
  const Kind kind = lookUp(name).kind;
  // A momentum of sparse gradients is sparse itself.
  const bool fits = value.layout() == at::kStrided || (value.is_sparse() && kind == Kind::kLikeParameter);
  TORCH_CHECK_VALUE(fits && !value._is_zerotensor() && !value.is_quantized(), row.name, ": the state '", name,
                    "' should be a dense tensor, got a ", value.toString());
  switch (kind) {
    case Kind::kCounter:
      return checkCounter(row, name, value, param);
    case Kind::kLikeParameter:
      checkLike(row, name, value, param);
      break;
    case Kind::kFactor:
      checkFactor(row, name, value, param);
      break;
  }
  checkMemory(row, name, value, param);
}

bool liesAlike(const at::Tensor& value, const at::Tensor& param) {
  if (value.layout() != at::kStrided) return false;
  return value.sizes() != param.sizes() || value.strides() == param.strides() ||
         (value.is_contiguous() && param.is_contiguous());
}

}  // namespace

void checkState(const Row& row, const at::Tensor& param, const Slots& slots) {
  const bool begun =
      std::any_of(slots.begin(), slots.end(), [](const at::Tensor& slot) { return slot.defined(); });
  for (size_t i = 0; i < row.state.size(); ++i) {
    const char* name = row.state[i];
    if (slots[i].defined()) {
      checkSlot(row, name, slots[i], param);
    } else {
      TORCH_CHECK_VALUE(!begun || lookUp(name).optional, row.name, ": the state has no '", name, "'");
    }
  }
}

at::Tensor checkedGradient(const at::Tensor& param, const at::Tensor& grad) {
  if (!grad.defined()) return grad;
  TORCH_CHECK_VALUE(grad.sizes() == param.sizes(), "a gradient has size ", grad.sizes(),
                    ", its parameter has size ", param.sizes(), ": compute the gradients anew");
  return grad._is_zerotensor() ? at::zeros_like(param) : grad;
}

void refuseOtherLayouts(const Batch& batch) {
  for (size_t i = 0; i < batch.size(); ++i) {
    const auto& param = batch.params[i];
    TORCH_CHECK_VALUE(
        param.is_non_overlapping_and_dense(),
        "`fused` needs parameters that are dense in memory: call contiguous() on them, or leave fused out");
    TORCH_CHECK_VALUE(liesAlike(batch.grads[i], param),
                      "`fused` needs gradients that lie in memory as their parameters do: compute them anew, "
                      "or leave fused out");
    if (!batch.states[i]) continue;
    for (const auto& slot : batch.states[i]->slots) {
      TORCH_CHECK_VALUE(!slot.defined() || liesAlike(slot, param),
                        "`fused` needs a state that lies in memory as its parameter does: leave fused out, "
                        "or begin a new state");
    }
  }
}

}  // namespace ltn::optim
