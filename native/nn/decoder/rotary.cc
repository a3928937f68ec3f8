#include <ATen/TensorOperators.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/cos.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/sin.h>
#include <torch/csrc/autograd/custom_function.h>

#include "nn/chain/conditions.h"
#include "nn/decoder/decoder.h"
#include "nn/decoder/loops.h"
#include "nn/decoder/unrecorded.h"

namespace ltn::decoder {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// `x` is [batch, heads, tokens, width].
at::Tensor byOperators(const at::Tensor& x, const at::Tensor& cos, const at::Tensor& sin) {
  const int64_t half = x.size(-1) / 2;
  const at::Tensor straight = x * cos;
  const at::Tensor upper = x.narrow(-1, half, half).neg();
  return straight + at::cat({upper, x.narrow(-1, 0, half)}, -1) * sin;
}

bool isRows(const at::Tensor& tensor) {
  return isPlainFloat(tensor) && tensor.dim() == 4 && tensor.stride(3) == 1 && !tensor._fw_grad(0).defined();
}

bool isAngles(const at::Tensor& angles, const at::Tensor& x) {
  return isRows(angles) && !angles.requires_grad() && angles.size(1) == 1 && angles.size(2) == x.size(2) &&
         angles.size(3) == x.size(3) && (angles.size(0) == 1 || angles.size(0) == x.size(0));
}

bool fits(const at::Tensor& x, const at::Tensor& cos, const at::Tensor& sin) {
  return isRows(x) && x.size(3) % 2 == 0 && x.numel() > 0 && !x.is_inference() && isAngles(cos, x) &&
         isAngles(sin, x) && cos.strides() == sin.strides() && cos.sizes() == sin.sizes() &&
         !chain::isUnusual();
}

Places placesOf(const at::Tensor& tensor) {
  return {tensor.size(0) == 1 ? 0 : tensor.stride(0), tensor.stride(1), tensor.stride(2)};
}

// Memory as the operators lay it out: the heads of a token side by side, or, for gradients, the tokens of a
// head.
at::Tensor bySide(const at::Tensor& x) {
  return at::empty({x.size(0), x.size(2), x.size(1), x.size(3)}, x.options()).transpose(1, 2);
}
at::Tensor byHeads(const at::Tensor& x) { return at::empty(x.sizes(), x.options()); }

// What a loop gives for the rows of `x`.
template <class Memory, class Loop>
at::Tensor turned(const at::Tensor& x, const at::Tensor& cos, const at::Tensor& sin, const Memory& memory,
                  const Loop& loop) {
  const at::AutoDispatchBelowADInplaceOrView guard;
  at::Tensor y = memory(x);
  const Turning turning{x.size(0),
                        x.size(1),
                        x.size(2),
                        x.size(3),
                        placesOf(x),
                        placesOf(y),
                        placesOf(cos),
                        cos.const_data_ptr<float>(),
                        sin.const_data_ptr<float>()};
  loop(turning, x.const_data_ptr<float>(), y.mutable_data_ptr<float>());
  return y;
}

struct TurnFunction : torch::autograd::Function<TurnFunction> {
  static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& cos,
                            const at::Tensor& sin) {
    context->save_for_backward({cos, sin});
    return turned(x, cos, sin, bySide, turn);
  }

  static variable_list backward(AutogradContext* context, const variable_list& grads) {
    const variable_list saved = context->get_saved_variables();
    const at::Tensor &grad = grads[0], &cos = saved[0], &sin = saved[1];
    if (!grad.defined()) return variable_list(3);
    if (!at::GradMode::is_enabled() && isRows(grad))
      return {turned(grad, cos, sin, byHeads, turnBack), {}, {}};
    const int64_t half = grad.size(-1) / 2;
    const at::Tensor side = grad * sin;
    const at::Tensor back = at::cat({side.narrow(-1, half, half), side.narrow(-1, 0, half).neg()}, -1);
    return {back + grad * cos, {}, {}};
  }
};

at::Tensor rotate(const at::Tensor& x, const at::Tensor& cos, const at::Tensor& sin) {
  if (!fits(x, cos, sin)) return byOperators(x, cos, sin);
  if (at::GradMode::is_enabled() && x.requires_grad()) return TurnFunction::apply(x, cos, sin);
  return turned(x, cos, sin, bySide, turn);
}

}  // namespace

std::tuple<at::Tensor, at::Tensor> rotary(const at::Tensor& query, const at::Tensor& key,
                                          const at::Tensor& cos, const at::Tensor& sin) {
  TORCH_CHECK(query.dim() == 4 && key.dim() == 4, "rotary: expected [batch, tokens, heads, width]");
  const Unrecorded guard({query, key, cos, sin});
  return {rotate(query.transpose(1, 2), cos, sin), rotate(key.transpose(1, 2), cos, sin)};
}

std::tuple<at::Tensor, at::Tensor> rotaryAngles(const at::Tensor& frequencies, const at::Tensor& positions,
                                                double scaling, const at::Tensor& like) {
  TORCH_CHECK(positions.dim() == 2, "rotary_angles: expected positions [batch, tokens]");
  const Unrecorded guard({frequencies, positions, like});
  const int64_t batch = positions.size(0);
  const at::Tensor column = frequencies.to(at::kFloat).reshape({1, -1, 1}).expand({batch, -1, 1});
  const at::Tensor row = positions.reshape({batch, 1, positions.size(1)}).to(at::kFloat);
  const at::Tensor angles = at::matmul(column, row).transpose(1, 2);
  const at::Tensor both = at::cat({angles, angles}, -1);
  const auto scaled = [&](at::Tensor values) {
    if (scaling != 1) values = values * scaling;
    return values.to(like.scalar_type());
  };
  return {scaled(both.cos()), scaled(both.sin())};
}

}  // namespace ltn::decoder
