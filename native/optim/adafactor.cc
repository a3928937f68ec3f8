// Adafactor, after Python's torch/optim/_adafactor.py.
#include <ATen/TensorOperators.h>
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_clamp_min.h>
#include <ATen/ops/_foreach_clone.h>
#include <ATen/ops/_foreach_div.h>
#include <ATen/ops/_foreach_lerp.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_neg.h>
#include <ATen/ops/_foreach_rsqrt.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/matmul.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::adafactor {

namespace {

// clang-format off
#define LTN_OPTIONS(X) \
  X(kLr, "lr") \
  X(kBeta2Decay, "beta2_decay") \
  X(kEps1, "eps") \
  X(kEps2, "eps") \
  X(kD, "d") \
  X(kWeightDecay, "weight_decay") \
  X(kForeach, "foreach") \
  X(kMaximize, "maximize")
#define LTN_STATE(X) \
  X(kStep, "step") \
  X(kRowVar, "row_var") \
  X(kColVar, "col_var") \
  X(kVariance, "variance")
// clang-format on
enum Option { LTN_OPTIONS(LTN_ENUMERATOR) };
enum Slot { LTN_STATE(LTN_ENUMERATOR) };

double epsilonOf(at::ScalarType dtype) {
  switch (dtype) {
    case at::kDouble:
      return std::numeric_limits<double>::epsilon();
    case at::kHalf:
      return 0x1p-10;
    case at::kBFloat16:
      return 0x1p-7;
    default:
      return std::numeric_limits<float>::epsilon();
  }
}

struct Adafactor {
  explicit Adafactor(const Batch& batch)
      : lr(batch, kLr),
        beta2_decay(batch.value(kBeta2Decay)),
        eps1(batch.value(kEps1)),
        eps2(batch.value(kEps2)),
        d(batch.value(kD)),
        weight_decay(batch.value(kWeightDecay)),
        maximize(batch.flag(kMaximize)) {
    // Python, too, takes the first parameter's epsilon for all of them.
    if (std::isnan(eps1)) eps1 = epsilonOf(batch.params[0].scalar_type());
  }

  // The size of a step, relative to the parameter's.
  double alpha(const at::Tensor& param, double step) const {
    const double rho = std::min(lr.value(), 1 / std::pow(step, 0.5));
    const double norm = at::linalg_vector_norm(param, 2).item().toDouble();
    return std::max(eps2, norm / std::pow(static_cast<double>(param.numel()), 0.5)) * rho;
  }
  double clip(const at::Tensor& update) const {
    const double norm = at::linalg_vector_norm(update, 2).item().toDouble();
    return std::max(1.0, norm / (std::pow(static_cast<double>(update.numel()), 0.5) * d));
  }

  Rate lr;
  double beta2_decay, eps1, eps2, d, weight_decay;
  bool maximize;
};

// The mean of the squares along one dimension.
at::Tensor meanSquare(const at::Tensor& grad, int64_t dim) {
  return at::linalg_vector_norm(grad, 2, dim, true).square_().div_(grad.size(dim));
}

at::Tensor estimate(const Adafactor& options, const at::Tensor& grad, const State& state, double weight) {
  if (grad.dim() <= 1) {
    state.slots[kVariance].lerp_(grad * grad, weight);
    return state.slots[kVariance].clone();
  }
  const auto &row = state.slots[kRowVar], &col = state.slots[kColVar];
  row.lerp_(meanSquare(grad, -1), weight);
  col.lerp_(meanSquare(grad, -2), weight);
  const auto result = at::matmul(row, col);
  return result.div_(row.mean(-2, true).clamp_(options.eps1));
}

void singleOne(const Adafactor& options, const at::Tensor& param, at::Tensor grad, const State& state) {
  if (options.maximize) grad = grad.neg();
  const double step = advance(state.slots[kStep]);
  const double alpha = options.alpha(param, step);
  if (options.weight_decay != 0) options.lr.decay(param, options.weight_decay);
  const auto update = estimate(options, grad, state, std::pow(step, options.beta2_decay));
  update.clamp_(options.eps1 * options.eps1).rsqrt_().mul_(grad);
  param.add_(update, -alpha / options.clip(update));
}

Tensors estimates(const Adafactor& options, const Lists& lists, const Tensors& grads,
                  at::ArrayRef<at::Scalar> weights) {
  if (grads[0].dim() <= 1) {
    const auto variances = lists.column(kVariance);
    at::_foreach_lerp_(variances, at::_foreach_mul(grads, grads), weights);
    return at::_foreach_clone(variances);
  }
  Tensors rows, cols, result, means;
  for (const auto& grad : grads) {
    rows.push_back(at::linalg_vector_norm(grad, 2, -1, true));
    cols.push_back(at::linalg_vector_norm(grad, 2, -2, true));
    rows.back().mul_(rows.back()).div_(grad.size(-1));
    cols.back().mul_(cols.back()).div_(grad.size(-2));
  }
  const auto row_vars = lists.column(kRowVar), col_vars = lists.column(kColVar);
  at::_foreach_lerp_(row_vars, rows, weights);
  at::_foreach_lerp_(col_vars, cols, weights);
  for (size_t i = 0; i < grads.size(); ++i) {
    result.push_back(at::matmul(row_vars[i], col_vars[i]));
    means.push_back(row_vars[i].mean(-2, true));
  }
  at::_foreach_clamp_min_(means, options.eps1);
  at::_foreach_div_(result, means);
  return result;
}

void multiOne(const Adafactor& options, const Lists& lists) {
  const Tensors grads = options.maximize ? at::_foreach_neg(lists.grads) : lists.grads;
  std::vector<at::Scalar> weights;
  std::vector<double> alphas;
  for (const auto& step : advanceAll(lists.column(kStep))) {
    alphas.push_back(options.alpha(lists.params[alphas.size()], step));
    weights.emplace_back(std::pow(step, options.beta2_decay));
  }
  if (options.weight_decay != 0)
    at::_foreach_mul_(lists.params, 1 - options.lr.value() * options.weight_decay);
  const auto updates = estimates(options, lists, grads, weights);
  at::_foreach_clamp_min_(updates, options.eps1 * options.eps1);
  at::_foreach_rsqrt_(updates);
  at::_foreach_mul_(updates, grads);
  std::vector<at::Scalar> factors;
  factors.reserve(updates.size());
  for (size_t i = 0; i < updates.size(); ++i) factors.emplace_back(-alphas[i] / options.clip(updates[i]));
  at::_foreach_mul_(updates, factors);
  at::_foreach_add_(lists.params, updates);
}

// Lists in which all gradients are matrices, or none is.
Lists select(const Lists& lists, bool matrices) {
  Lists result;
  for (size_t i = 0; i < lists.params.size(); ++i) {
    if ((lists.grads[i].dim() > 1) != matrices) continue;
    result.params.push_back(lists.params[i]);
    result.grads.push_back(lists.grads[i]);
    result.states.push_back(lists.states[i]);
  }
  return result;
}

void initialize(const Batch& batch) {
  for (const auto& param : batch.params) {
    TORCH_CHECK(!param.is_complex(), "Adafactor does not support complex parameters");
  }
  refuseSparse(batch, "Adafactor", "");
  begin(batch, false, [](auto& slots, const at::Tensor&, const at::Tensor& grad) {
    if (grad.dim() <= 1) {
      slots[kVariance] = zerosLike(grad);
      return;
    }
    auto rows = grad.sizes().vec(), cols = rows;
    rows[rows.size() - 1] = 1;
    cols[cols.size() - 2] = 1;
    slots[kRowVar] = grad.new_zeros(rows);
    slots[kColVar] = grad.new_zeros(cols);
  });
}

void step(Batch& batch) {
  const Adafactor options(batch);
  initialize(batch);
  if (maybe(batch, kForeach).value_or(false)) {
    for (const auto& lists : byDeviceAndDtype(batch)) {
      for (const bool matrices : {true, false}) {
        const auto part = select(lists, matrices);
        if (!part.params.empty()) multiOne(options, part);
      }
    }
    return;
  }
  for (size_t i = 0; i < batch.size(); ++i)
    singleOne(options, batch.params[i], batch.grads[i], *batch.states[i]);
}

}  // namespace

const Row kRow = {"Adafactor", {LTN_OPTIONS(LTN_NAME)}, {LTN_STATE(LTN_NAME)}, -1, step};

#undef LTN_OPTIONS
#undef LTN_STATE

}  // namespace ltn::optim::adafactor
