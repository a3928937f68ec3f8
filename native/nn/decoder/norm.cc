#include <ATen/TensorOperators.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/add.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/mean.h>
#include <ATen/ops/mul.h>
#include <ATen/ops/pow.h>
#include <ATen/ops/rsqrt.h>
#include <ATen/ops/sum.h>
#include <torch/csrc/autograd/custom_function.h>

#include "nn/chain/conditions.h"
#include "nn/decoder/decoder.h"
#include "nn/decoder/loops.h"

namespace ltn::decoder {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// One over the root of the mean square, for each row.
at::Tensor scaleOf(const at::Tensor& hidden, double eps) {
  return hidden.pow(2).mean(-1, true).add(eps).rsqrt();
}

at::Tensor byOperators(const at::Tensor& hidden, const at::Tensor& weight, double eps) {
  const at::Tensor wide = hidden.to(at::kFloat);
  const at::Tensor normal = wide.mul(scaleOf(wide, eps));
  return weight.mul(normal.to(hidden.scalar_type()));
}

bool fits(const at::Tensor& hidden, const at::Tensor& weight) {
  return chain::isArray(hidden) && chain::isArray(weight) && hidden.dim() > 0 && hidden.numel() > 0 &&
         weight.dim() == 1 && weight.size(0) == hidden.size(-1) && !hidden.is_inference() &&
         !chain::isUnusual();
}

struct Normalized {
  at::Tensor y, scale;
};

Normalized compute(const at::Tensor& hidden, const at::Tensor& weight, double eps) {
  const at::AutoDispatchBelowADInplaceOrView guard;
  at::Tensor scale = hidden.pow(2).mean(-1, true).add_(eps).rsqrt_();
  at::Tensor y = at::empty_like(hidden);
  const int64_t width = weight.size(0);
  scaleRows(hidden.const_data_ptr<float>(), scale.const_data_ptr<float>(), weight.const_data_ptr<float>(),
            y.mutable_data_ptr<float>(), hidden.numel() / width, width);
  return {std::move(y), std::move(scale)};
}

std::vector<int64_t> leading(const at::Tensor& tensor) {
  std::vector<int64_t> dims;
  for (int64_t i = 0; i + 1 < tensor.dim(); i++) dims.push_back(i);
  return dims;
}

// The gradient of the mean square, by that of the scale.
at::Tensor throughRoot(const at::Tensor& grad, const at::Tensor& scale, int64_t width) {
  return (grad * -0.5).mul(scale.pow(3)).div(width);
}

// The gradients of the input, which it gets in two parts, and of the weight: the operators of autograd in its
// order.
variable_list gradientsByOperators(const at::Tensor& grad, const at::Tensor& hidden, const at::Tensor& weight,
                                   const at::Tensor& scale) {
  const at::Tensor weighted = grad * weight;
  const at::Tensor to_scale = (weighted * hidden).sum(-1, true);
  const std::vector<int64_t> rows = leading(hidden);
  at::Tensor to_weight = grad * (hidden * scale);
  if (!rows.empty()) to_weight = to_weight.sum(rows);
  return {weighted * scale, throughRoot(to_scale, scale, weight.size(0)) * (hidden * 2), to_weight};
}

variable_list gradients(const at::Tensor& grad, const at::Tensor& hidden, const at::Tensor& weight,
                        const at::Tensor& scale) {
  const at::AutoDispatchBelowADInplaceOrView guard;
  const int64_t width = weight.size(0);
  const int64_t rows = hidden.numel() / width;
  at::Tensor straight = at::empty_like(hidden);
  const at::Tensor to_scale = at::empty_like(hidden);
  at::Tensor to_weight = at::empty_like(hidden);
  const auto* x = hidden.const_data_ptr<float>();
  scaleRowsBackward(grad.const_data_ptr<float>(), x, scale.const_data_ptr<float>(),
                    weight.const_data_ptr<float>(),
                    {straight.mutable_data_ptr<float>(), to_scale.mutable_data_ptr<float>(),
                     to_weight.mutable_data_ptr<float>()},
                    rows, width);
  const at::Tensor factor = throughRoot(to_scale.sum(-1, true), scale, width);
  // What was multiplied is not needed any more.
  doubleRows(x, factor.const_data_ptr<float>(), to_scale.mutable_data_ptr<float>(), rows, width);
  const std::vector<int64_t> over = leading(hidden);
  if (!over.empty()) to_weight = to_weight.sum(over);
  return {straight, to_scale, to_weight};
}

// The input is given twice, since autograd adds its two gradients one after the other to what there is.
struct NormFunction : torch::autograd::Function<NormFunction> {
  static at::Tensor forward(AutogradContext* context, const at::Tensor& hidden, const at::Tensor& /*again*/,
                            const at::Tensor& weight, double eps) {
    auto [y, scale] = compute(hidden, weight, eps);
    context->saved_data["eps"] = eps;
    context->save_for_backward({hidden, weight, scale});
    return y;
  }

  static variable_list backward(AutogradContext* context, const variable_list& grads) {
    const variable_list saved = context->get_saved_variables();
    const at::Tensor &grad = grads[0], &hidden = saved[0], &weight = saved[1];
    if (!grad.defined()) return variable_list(4);
    variable_list found;
    if (at::GradMode::is_enabled()) {
      found =
          gradientsByOperators(grad, hidden, weight, scaleOf(hidden, context->saved_data["eps"].toDouble()));
    } else if (chain::isArray(grad)) {
      found = gradients(grad, hidden, weight, saved[2]);
    } else {
      found = gradientsByOperators(grad, hidden, weight, saved[2]);
    }
    found.emplace_back();  // nothing for eps
    return found;
  }
};

}  // namespace

at::Tensor rmsNorm(const at::Tensor& hidden, const at::Tensor& weight, double eps) {
  if (!fits(hidden, weight)) return byOperators(hidden, weight, eps);
  const bool recorded = at::GradMode::is_enabled() && (hidden.requires_grad() || weight.requires_grad());
  return recorded ? NormFunction::apply(hidden, hidden, weight, eps) : compute(hidden, weight, eps).y;
}

}  // namespace ltn::decoder
