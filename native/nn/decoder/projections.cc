#include <ATen/ops/linear.h>
#include <ATen/ops/mul.h>
#include <ATen/ops/silu.h>

#include "nn/decoder/decoder.h"
#include "nn/decoder/unrecorded.h"

namespace ltn::decoder {

std::tuple<at::Tensor, at::Tensor, at::Tensor> projectHeads(const at::Tensor& input, const at::Tensor& query,
                                                            const at::Tensor& key, const at::Tensor& value,
                                                            const std::optional<at::Tensor>& query_bias,
                                                            const std::optional<at::Tensor>& key_bias,
                                                            const std::optional<at::Tensor>& value_bias,
                                                            int64_t width) {
  TORCH_CHECK(input.dim() == 3 && width > 0, "project_heads: expected an input [batch, tokens, width]");
  const Unrecorded guard({input, query, key, value});
  const auto project = [&](const at::Tensor& weight, const std::optional<at::Tensor>& bias) {
    return at::linear(input, weight, bias).reshape({input.size(0), input.size(1), -1, width});
  };
  at::Tensor queries = project(query, query_bias);
  at::Tensor keys = project(key, key_bias);
  return {std::move(queries), std::move(keys), project(value, value_bias).transpose(1, 2)};
}

at::Tensor gatedMlp(const at::Tensor& input, const at::Tensor& gate, const at::Tensor& up,
                    const at::Tensor& down, const std::optional<at::Tensor>& gate_bias,
                    const std::optional<at::Tensor>& up_bias, const std::optional<at::Tensor>& down_bias) {
  const Unrecorded guard({input, gate, up, down});
  const at::Tensor opened = at::silu(at::linear(input, gate, gate_bias));
  return at::linear(opened.mul(at::linear(input, up, up_bias)), down, down_bias);
}

}  // namespace ltn::decoder
