// What the steps of several optimizers share: Python's arithmetic where it is not libtorch's, and the
// division of a group into lists that the `_foreach_` and `_fused_` operators take.
#pragma once

#include <ATen/core/Tensor.h>
#include <c10/util/FunctionRef.h>

#include <functional>
#include <optional>
#include <vector>

#include "optim/holder.h"

namespace ltn::optim {

using Tensors = std::vector<at::Tensor>;

// x *= value as Python does it: with the number as a tensor on the right, where libtorch's own overload for
// numbers puts it on the left and so rounds it to bfloat16 first.
const at::Tensor& scale(const at::Tensor& x, double value);
at::Tensor times(const at::Tensor& x, double value);
// `1 - x`, `value - x`, as Python's operators on a tensor compute them.
at::Tensor minusFrom(double value, const at::Tensor& x);
// `value / x`: Python multiplies with the reciprocal.
at::Tensor dividedBy(double value, const at::Tensor& x);

// A learning rate: a number or a tensor of one element.
class Rate {
 public:
  explicit Rate(const Batch& batch, size_t option);
  bool isTensor() const { return tensor_.defined(); }
  const at::Tensor& tensor() const { return tensor_; }
  double number() const { return number_; }
  // `lr * factor` and `-lr` as the scalar that an operator is given.
  at::Scalar negated() const;
  // `lr / divisor`, `-(lr / divisor)` for a number.
  at::Scalar over(double divisor) const;
  at::Scalar negatedOver(double divisor) const;
  // `-lr * factor / divisor`
  at::Scalar negatedTimesOver(double factor, double divisor) const;
  // `x * lr`
  at::Tensor times(const at::Tensor& x) const;
  double value() const { return isTensor() ? tensor_.item().toDouble() : number_; }
  // param *= 1 - lr * decay
  void decay(const at::Tensor& param, double weight_decay) const;
  // `lr / divisor` for a tensor.
  at::Tensor over(const at::Tensor& divisor) const;

 private:
  at::Tensor tensor_;
  double number_ = 0;
};

// Adds one to a step counter and returns its value.
double advance(const at::Tensor& step);
// Adds one only.
void increment(const at::Tensor& step);
// A step counter of zero, on the CPU unless `on` is defined.
at::Tensor newStep(const Batch& batch, const at::Tensor* on = nullptr);
at::Tensor zerosLike(const at::Tensor& param);

// Python's default for `foreach`: only where all tensors are on an accelerator.
bool defaultsToForeach(const Batch& batch, bool differentiable);
// The value of an option that may be None.
std::optional<bool> maybe(const Batch& batch, size_t option);
// Whether to take the `_foreach_` path, by `foreach` and (where the optimizer has it) `fused`.
bool wantsForeach(const Batch& batch, size_t foreach, int fused, bool differentiable);

// Python's assertion that a step which a graph could capture runs on an accelerator. `what` names the
// tensors.
void refuseCapturable(const Batch& batch, const char* what, bool with_xla);
void refuseDifferentiable(bool differentiable);
// Python's check of `fused`: floating point tensors.
void refuseUnfusable(const Batch& batch);
void refuseSparse(const Batch& batch, const char* name, const char* instead);

// Lists of one device and dtype.
struct Lists {
  std::vector<size_t> indices;
  Tensors params, grads;
  std::vector<State*> states;

  Tensors column(size_t slot) const;
  // The same with complex tensors as pairs.
  Tensors realColumn(size_t slot) const;
};
std::vector<Lists> byDeviceAndDtype(const Batch& batch);
// Calls body(begin, end) for ranges that make up the list, on all threads where its tensors are many and
// alike. A kernel that shares out each tensor by itself has the threads wait for each other after each one.
void inSlices(const Tensors& tensors, c10::function_ref<void(size_t, size_t)> body);
// The gradients of a list as most steps begin: negated to maximize, with the decayed weights added.
Tensors decayed(const Lists& lists, bool maximize, double weight_decay);
// The values of step counters after one more step.
std::vector<double> advanceAll(const Tensors& steps);

// Fills the state of parameters that have none: the counter in slot 0, and what `fresh` makes.
template <class Fresh>
void begin(const Batch& batch, bool counter_on_device, Fresh fresh) {
  for (size_t i = 0; i < batch.size(); ++i) {
    auto& slots = batch.states[i]->slots;
    if (slots[0].defined()) continue;
    slots[0] = newStep(batch, counter_on_device ? &batch.params[i] : nullptr);
    fresh(slots, batch.params[i], batch.grads[i]);
  }
}

// Complex tensors as pairs of real numbers.
at::Tensor realView(const at::Tensor& tensor);
void realViews(Tensors& tensors);
void realViews(Lists& lists);

}  // namespace ltn::optim
