#include <ATen/TensorOperators.h>
#include <ATen/ops/add.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/mul.h>
#include <ATen/ops/pow.h>
#include <ATen/ops/split.h>
#include <ATen/ops/tanh.h>

#include <cmath>
#include <numbers>

#include "nn/decoder/decoder.h"
#include "nn/decoder/unrecorded.h"

namespace ltn::decoder {

at::Tensor linearByColumns(const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias) {
  TORCH_CHECK(input.dim() > 0 && weight.dim() == 2, "conv1d: expected an input with dimensions and a matrix");
  const Unrecorded guard({input, weight, bias});
  std::vector<int64_t> sizes = input.sizes().vec();
  sizes.back() = weight.size(1);
  return at::addmm(bias, input.reshape({-1, input.size(-1)}), weight).reshape(sizes);
}

std::tuple<at::Tensor, at::Tensor, at::Tensor> splitHeads(const at::Tensor& all, int64_t heads) {
  TORCH_CHECK(all.dim() == 3 && heads > 0 && all.size(2) % (3 * heads) == 0,
              "split_heads: expected [batch, tokens, 3 * heads * width]");
  const Unrecorded guard({all});
  const std::vector<at::Tensor> parts = at::split(all, all.size(2) / 3, 2);
  const auto by_head = [&](const at::Tensor& part) {
    return part.reshape({all.size(0), all.size(1), heads, all.size(2) / (3 * heads)}).transpose(1, 2);
  };
  return {by_head(parts[0]), by_head(parts[1]), by_head(parts[2])};
}

at::Tensor firstGelu(const at::Tensor& input) {
  const Unrecorded guard({input});
  // Gradients are added in the order of these operators.
  const at::Tensor half = input.mul(0.5);
  const at::Tensor cube = input.pow(3).mul(0.044715);
  const at::Tensor inner = input.add(cube).mul(std::sqrt(2 / std::numbers::pi));
  return half.mul(inner.tanh().add(1));
}

}  // namespace ltn::decoder
