// Adam and AdamW, after Python's torch/optim/adam.py.
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_addcdiv.h>
#include <ATen/ops/_foreach_div.h>
#include <ATen/ops/_foreach_maximum.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_neg.h>
#include <ATen/ops/_foreach_reciprocal.h>
#include <ATen/ops/_foreach_sqrt.h>
#include <ATen/ops/_foreach_sub.h>
#include <ATen/ops/_fused_adam.h>
#include <ATen/ops/_fused_adamw.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/maximum.h>

#include <cmath>
#include <limits>

#include "optim/adam_flat.h"
#include "optim/beta.h"
#include "optim/blocks.h"
#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::adam {

namespace {

// clang-format off
#define LTN_OPTIONS(X) \
  X(kLr, "lr") \
  X(kBeta1, "betas") \
  X(kBeta2, "betas") \
  X(kEps, "eps") \
  X(kWeightDecay, "weight_decay") \
  X(kAmsgrad, "amsgrad") \
  X(kMaximize, "maximize") \
  X(kForeach, "foreach") \
  X(kCapturable, "capturable") \
  X(kDifferentiable, "differentiable") \
  X(kFused, "fused") \
  X(kDecoupled, "decoupled_weight_decay")
#define LTN_STATE(X) \
  X(kStep, "step") \
  X(kExpAvg, "exp_avg") \
  X(kExpAvgSq, "exp_avg_sq") \
  X(kMaxExpAvgSq, "max_exp_avg_sq")
// clang-format on
enum Option { LTN_OPTIONS(LTN_ENUMERATOR) };
enum Slot { LTN_STATE(LTN_ENUMERATOR) };

// Elements that are stepped together: what their roots take stays in a near cache.
constexpr int64_t kFlatElements = 16 << 10;

struct Adam {
  explicit Adam(const Batch& batch)
      : lr(batch, kLr),
        beta1(batch.value(kBeta1), batch.settings->beta1, "beta1"),
        beta2(batch.value(kBeta2), batch.settings->beta2, "beta2"),
        eps(batch.value(kEps)),
        weight_decay(batch.value(kWeightDecay)),
        amsgrad(batch.flag(kAmsgrad)),
        maximize(batch.flag(kMaximize)),
        capturable(batch.flag(kCapturable)),
        differentiable(batch.flag(kDifferentiable)),
        decoupled(batch.flag(kDecoupled)) {}

  bool tensorBetas() const { return beta1.isTensor() || beta2.isTensor(); }

  Rate lr;
  Beta beta1, beta2;
  double eps, weight_decay;
  bool amsgrad, maximize, capturable, differentiable, decoupled;
};

void initialize(const Batch& batch, const Adam& options, bool fused) {
  refuseSparse(batch, "Adam", ", please consider SparseAdam instead");
  for (size_t i = 0; i < batch.size(); ++i) {
    auto& slots = batch.states[i]->slots;
    const auto& param = batch.params[i];
    if (!slots[kStep].defined()) {
      slots[kStep] = newStep(batch, options.capturable || fused ? &param : nullptr);
      if (fused) slots[kStep] = slots[kStep].to(at::kFloat);
      slots[kExpAvg] = zerosLike(param);
      slots[kExpAvgSq] = zerosLike(param);
      if (options.amsgrad) slots[kMaxExpAvgSq] = zerosLike(param);
    }
    TORCH_CHECK(!options.amsgrad || slots[kMaxExpAvgSq].defined(), "the state of parameter ", i,
                " has no 'max_exp_avg_sq': its first step was made without amsgrad. Set amsgrad before the "
                "first step");
    TORCH_CHECK(!options.differentiable || !slots[kStep].requires_grad(),
                "`requires_grad` is not supported for `step` in differentiable mode");
  }
}

// The update whose step size is a tensor, which autograd or a graph's capture can follow.
void recordedUpdate(const Adam& options, const at::Tensor& param, const at::Tensor& step,
                    const at::Tensor& exp_avg, const at::Tensor& exp_avg_sq,
                    const at::Tensor& max_exp_avg_sq) {
  const auto correction1 = options.beta1.correction(step, options.differentiable);
  const auto correction2 = options.beta2.correction(step, options.differentiable);
  const auto negated = options.lr.over(correction1).neg();
  const auto factor = correction2.sqrt() * negated;
  if (options.amsgrad) {
    const auto former = options.differentiable ? max_exp_avg_sq.clone() : max_exp_avg_sq;
    max_exp_avg_sq.copy_(at::maximum(former, exp_avg_sq));
  }
  const auto root = (options.amsgrad ? max_exp_avg_sq : exp_avg_sq).sqrt();
  const auto denominator = (root / factor).add_(dividedBy(options.eps, negated));
  param.addcdiv_(options.differentiable ? exp_avg.clone() : exp_avg, denominator);
}

// Whether squares below the smallest normal number can count as that number without changing a bit: its root
// must be too small to matter beside eps. The root is divided by a factor, which is smallest in the first
// step, so that step is what is checked.
bool smallDisappear(const Adam& options) {
  const double smallest = std::numeric_limits<float>::min();
  return !options.beta2.isTensor() && std::sqrt(smallest / (1 - options.beta2.number())) < options.eps * 1e-8;
}

// The square root to which eps is added. MKL takes nine times as long for the root of 0, which embeddings
// have many of, and longer for denormal numbers. So both are replaced where that changes nothing.
at::Tensor rootOf(const Adam& options, const at::Tensor& squares) {
  if (squares.scalar_type() != at::kFloat || !squares.is_cpu() || !smallDisappear(options))
    return squares.sqrt();
  return squares.clamp_min(std::numeric_limits<float>::min()).sqrt_();
}

void update(const Adam& options, const at::Tensor& param, double step, const at::Tensor& exp_avg,
            const at::Tensor& exp_avg_sq, at::Tensor max_exp_avg_sq) {
  if (options.amsgrad) at::maximum_out(max_exp_avg_sq, max_exp_avg_sq, exp_avg_sq);
  const auto denominator = rootOf(options, options.amsgrad ? max_exp_avg_sq : exp_avg_sq);
  if (options.beta2.isTensor())
    denominator.div_(options.beta2.correction(step).pow(0.5));
  else
    denominator.div_(std::pow(1 - std::pow(options.beta2.number(), step), 0.5));
  denominator.add_(options.eps);
  const auto factor = options.beta1.isTensor()
                          ? options.lr.over(options.beta1.correction(step)).neg().item()
                          : options.lr.negatedOver(1 - std::pow(options.beta1.number(), step));
  param.addcdiv_(exp_avg, denominator, factor);
}

void decayAndAverage(const Adam& options, const at::Tensor& param, at::Tensor& grad, const Slots& slots) {
  if (options.maximize) grad = grad.neg();
  if (options.weight_decay != 0) {
    if (options.decoupled)
      options.lr.decay(param, options.weight_decay);
    else
      grad = grad.add(param, options.weight_decay);
  }
  const at::Tensor pairs = realView(grad);
  options.beta1.average(realView(slots[kExpAvg]), pairs);
  options.beta2.averageSquare(realView(slots[kExpAvgSq]), pairs, options.differentiable);
}

bool takesFlat(const Adam& options);
FlatNumbers flatNumbers(const Adam& options, double step);

void singleOne(const Adam& options, const at::Tensor& param, const at::Tensor& grad, State& state) {
  const bool recorded = options.capturable || options.differentiable;
  const at::Tensor& counter = state.slots[kStep];
  double step = 0;
  if (recorded)
    counter.add_(1);
  else
    step = advance(counter);
  const bool flat = takesFlat(options);
  inBlocks(param, grad, state.slots, recorded, [&](const at::Tensor& p, at::Tensor g, const Slots& slots) {
    if (flat && isFlat(p, g, slots[kExpAvg], slots[kExpAvgSq])) {
      changed(p);
      changed(slots[kExpAvg]);
      changed(slots[kExpAvgSq]);
      return flatStep({{flatNumbers(options, step), p, g, slots[kExpAvg], slots[kExpAvgSq]}});
    }
    decayAndAverage(options, p, g, slots);
    const auto real = [&](Slot slot) { return realView(slots[slot]); };
    if (recorded)
      recordedUpdate(options, realView(p), counter, real(kExpAvg), real(kExpAvgSq), real(kMaxExpAvgSq));
    else
      update(options, realView(p), step, real(kExpAvg), real(kExpAvgSq), real(kMaxExpAvgSq));
  });
}

FlatNumbers flatNumbers(const Adam& options, double step) {
  return {
      options.beta1.number(),
      options.beta2.number(),
      options.eps,
      options.weight_decay,
      options.decoupled,
      options.lr.number(),
      step,
      smallDisappear(options) ? std::numeric_limits<float>::min() : -std::numeric_limits<float>::infinity()};
}

// Whether two passes give the bits of the operators: that depends on how libtorch was compiled. 77 elements
// are some whole vectors and a rest.
bool flatMatches(bool decoupled) {
  const at::NoGradGuard guard;
  const auto numbers_from = [](double begin, double step) {
    at::Tensor tensor = at::empty({77}, at::kFloat);
    auto* at = tensor.mutable_data_ptr<float>();
    for (int64_t i = 0; i < 77; ++i)
      at[i] = static_cast<float>(std::sin(begin + step * static_cast<double>(i)));
    return tensor;
  };
  Settings settings;
  settings.values = {0.003, 0.9, 0.999, 1e-8, 0.01, 0, 0, 0, 0, 0, 0, decoupled ? 1.0 : 0.0};
  Batch batch;
  batch.settings = &settings;
  const Adam options(batch);
  const at::Tensor param = numbers_from(1, 0.7), grad = numbers_from(2, 1.3), average = numbers_from(3, 2.1);
  const at::Tensor square = numbers_from(4, 0.9).abs();
  const FlatPart part{flatNumbers(options, 3), param.clone(), grad.clone(), average.clone(), square.clone()};
  Slots slots;
  slots[kExpAvg] = average;
  slots[kExpAvgSq] = square;
  at::Tensor given = grad;
  decayAndAverage(options, param, given, slots);
  update(options, param, 3, average, square, {});
  flatStep({part});
  return param.equal(part.param) && average.equal(part.average) && square.equal(part.square);
}

bool takesFlat(const Adam& options) {
  if (options.lr.isTensor() || options.tensorBetas() || options.amsgrad || options.maximize ||
      options.capturable || options.differentiable)
    return false;
  static const bool matches[2] = {flatMatches(false), flatMatches(true)};
  return matches[options.decoupled ? 1 : 0];
}

// Adds a small parameter to those that one pass steps; false if it is of another kind.
bool addFlat(const Adam& options, const at::Tensor& param, const at::Tensor& grad, State& state,
             std::vector<FlatPart>& parts) {
  Slots& slots = state.slots;
  if (!isSmall(param) || !isFlat(param, grad, slots[kExpAvg], slots[kExpAvgSq])) return false;
  parts.push_back(
      {flatNumbers(options, advance(slots[kStep])), param, grad, slots[kExpAvg], slots[kExpAvgSq]});
  changed(param);
  changed(slots[kExpAvg]);
  changed(slots[kExpAvgSq]);
  return true;
}

void single(const Batch& batch, const Adam& options) {
  if (options.capturable) refuseCapturable(batch, "params and state_steps", true);
  const bool flat = takesFlat(options);
  std::vector<FlatPart> parts;
  int64_t elements = 0;
  for (size_t i = 0; i < batch.size(); ++i) {
    const auto& param = batch.params[i];
    if (!flat || !addFlat(options, param, batch.grads[i], *batch.states[i], parts)) {
      singleOne(options, param, batch.grads[i], *batch.states[i]);
      continue;
    }
    elements += param.numel();
    if (elements < kFlatElements) continue;
    flatStep(parts);
    parts.clear();
    elements = 0;
  }
  if (!parts.empty()) flatStep(parts);
}

// -lr / (1 - beta1^t) and sqrt(1 - beta2^t) for tensors' own counters.
struct Corrections {
  std::vector<at::Scalar> step_sizes, roots;
};

Corrections corrections(const Adam& options, const Tensors& steps) {
  Corrections result;
  for (const auto& counter : steps) {
    const double step = counter.item().toDouble();
    result.step_sizes.emplace_back(options.lr.number() / (1 - std::pow(options.beta1.number(), step)) * -1);
    result.roots.emplace_back(std::pow(1 - std::pow(options.beta2.number(), step), 0.5));
  }
  return result;
}

void capturableUpdate(const Adam& options, const Tensors& params, const Tensors& steps,
                      const Tensors& exp_avgs, const Tensors& roots) {
  auto step_sizes = options.beta1.powers(steps);
  auto corrections2 = options.beta2.powers(steps);
  at::_foreach_sub_(step_sizes, 1);
  at::_foreach_sub_(corrections2, 1);
  at::_foreach_neg_(corrections2);
  if (options.lr.isTensor())
    at::_foreach_div_(step_sizes, options.lr.tensor());
  else
    at::_foreach_div_(step_sizes, options.lr.number());
  at::_foreach_reciprocal_(step_sizes);
  at::_foreach_sqrt_(corrections2);
  at::_foreach_div_(roots, corrections2);
  at::_foreach_add_(roots, options.eps);
  at::_foreach_div_(roots, step_sizes);
  at::_foreach_addcdiv_(params, exp_avgs, roots);
}

void multiOne(const Adam& options, Lists lists) {
  const auto steps = lists.column(kStep);
  auto exp_avgs = lists.column(kExpAvg), exp_avg_sqs = lists.column(kExpAvgSq),
       maxima = lists.column(kMaxExpAvgSq);
  realViews(lists);
  for (Tensors* tensors : {&exp_avgs, &exp_avg_sqs, &maxima}) realViews(*tensors);
  Tensors grads = options.maximize ? at::_foreach_neg(lists.grads) : lists.grads;
  for (const auto& step : steps) increment(step);
  if (options.weight_decay != 0) {
    if (options.decoupled && options.lr.isTensor()) {
      at::_foreach_mul_(lists.params, minusFrom(1, options.lr.tensor().mul(options.weight_decay)));
    } else if (options.decoupled) {
      at::_foreach_mul_(lists.params, 1 - options.lr.number() * options.weight_decay);
    } else {
      grads = at::_foreach_add(grads, lists.params, options.weight_decay);
    }
  }
  options.beta1.average(exp_avgs, grads);
  options.beta2.averageSquare(exp_avg_sqs, grads);
  if (options.amsgrad) at::_foreach_maximum_(maxima, exp_avg_sqs);
  const auto roots = at::_foreach_sqrt(options.amsgrad ? maxima : exp_avg_sqs);
  if (options.capturable) return capturableUpdate(options, lists.params, steps, exp_avgs, roots);
  const auto scalars = corrections(options, steps);
  at::_foreach_div_(roots, scalars.roots);
  at::_foreach_add_(roots, options.eps);
  at::_foreach_addcdiv_(lists.params, exp_avgs, roots, scalars.step_sizes);
}

void multi(const Batch& batch, const Adam& options) {
  TORCH_CHECK(!options.lr.isTensor() || options.capturable,
              "lr as a Tensor is not supported for capturable=False and foreach=True");
  TORCH_CHECK_VALUE(!options.tensorBetas() || options.capturable,
                    "betas as Tensors are not supported for capturable=False and foreach=True");
  if (options.capturable) refuseCapturable(batch, "params and state_steps", false);
  refuseDifferentiable(options.differentiable);
  for (auto& lists : byDeviceAndDtype(batch)) multiOne(options, std::move(lists));
}

void fusedOne(const Batch& batch, const Adam& options, const Lists& lists) {
  const auto steps = lists.column(kStep);
  const auto device = lists.params[0].device();
  const auto grad_scale = onDevice(batch.settings->grad_scale, device);
  const auto found_inf = onDevice(batch.settings->found_inf, device);
  const Tensors maxima = options.amsgrad ? lists.column(kMaxExpAvgSq) : Tensors();
  const Tensors exp_avgs = lists.column(kExpAvg), exp_avg_sqs = lists.column(kExpAvgSq);
  for (const auto& step : steps) increment(step);
  const double beta1 = options.beta1.number(), beta2 = options.beta2.number();
  const auto call = [&](auto function, auto lr) {
    inSlices(lists.params, [&](size_t begin, size_t end) {
      const auto part = [&](const Tensors& list) { return at::TensorList(list).slice(begin, end - begin); };
      function(part(lists.params), part(lists.grads), part(exp_avgs), part(exp_avg_sqs),
               options.amsgrad ? part(maxima) : at::TensorList(), part(steps), lr, beta1, beta2,
               options.weight_decay, options.eps, options.amsgrad, options.maximize, grad_scale, found_inf);
    });
  };
  const auto adam = [](auto&&... args) { at::_fused_adam_(std::forward<decltype(args)>(args)...); };
  const auto adamw = [](auto&&... args) { at::_fused_adamw_(std::forward<decltype(args)>(args)...); };
  const auto choose = [&](const auto& lr) { options.decoupled ? call(adamw, lr) : call(adam, lr); };
  options.lr.visit(choose);
  if (found_inf) at::_foreach_sub_(steps, Tensors(steps.size(), *found_inf));
}

void fused(const Batch& batch, const Adam& options) {
  TORCH_CHECK(!options.differentiable, "Adam with fused=True does not support differentiable=True");
  for (const auto& lists : byDeviceAndDtype(batch)) fusedOne(batch, options, lists);
}

void step(Batch& batch) {
  const Adam options(batch);
  const bool is_fused = maybe(batch, kFused).value_or(false);
  if (is_fused) refuseUnfusable(batch);
  initialize(batch, options, is_fused);
  if (is_fused) return fused(batch, options);
  const bool foreach = wantsForeach(batch, kForeach, kFused, options.differentiable) &&
                       (maybe(batch, kForeach) || !options.lr.isTensor() || options.capturable);
  return foreach ? multi(batch, options) : single(batch, options);
}

}  // namespace

const Row kRow = {"Adam", {LTN_OPTIONS(LTN_NAME)}, {LTN_STATE(LTN_NAME)}, kDifferentiable, step, nullptr};

#undef LTN_OPTIONS
#undef LTN_STATE

}  // namespace ltn::optim::adam
