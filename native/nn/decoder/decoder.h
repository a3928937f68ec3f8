// Parts of decoders as one call each, with the bits of the operators that transformers calls for them.
#pragma once

#include <ATen/core/Tensor.h>

#include <optional>
#include <tuple>

namespace ltn::decoder {

// weight * (hidden / root of the mean square + eps), the mean in float32 over the last dimension.
at::Tensor rmsNorm(const at::Tensor& hidden, const at::Tensor& weight, double eps);

// Cosines and sines [batch, tokens, width] of positions [batch, tokens], in the dtype of `like`.
std::tuple<at::Tensor, at::Tensor> rotaryAngles(const at::Tensor& frequencies, const at::Tensor& positions,
                                                double scaling, const at::Tensor& like);

// Queries and keys [batch, tokens, heads, width] turned by the angles of their positions: [batch, heads,
// tokens, width].
std::tuple<at::Tensor, at::Tensor> rotary(const at::Tensor& query, const at::Tensor& key,
                                          const at::Tensor& cos, const at::Tensor& sin);

// Scaled dot product attention, as [batch, queries, heads * width].
at::Tensor attend(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                  const std::optional<at::Tensor>& mask, double dropout, bool causal, double scale,
                  bool grouped);

// Writes new keys and values behind the tokens that end at `end`, and gives all from `start` on: views.
std::tuple<at::Tensor, at::Tensor> appendTokens(const at::Tensor& keys, const at::Tensor& values,
                                                const at::Tensor& new_keys, const at::Tensor& new_values,
                                                int64_t start, int64_t end);

// Queries and keys [batch, tokens, heads, width], and values [batch, heads, tokens, width], of [batch,
// tokens, inputs].
std::tuple<at::Tensor, at::Tensor, at::Tensor> projectHeads(const at::Tensor& input, const at::Tensor& query,
                                                            const at::Tensor& key, const at::Tensor& value,
                                                            const std::optional<at::Tensor>& query_bias,
                                                            const std::optional<at::Tensor>& key_bias,
                                                            const std::optional<at::Tensor>& value_bias,
                                                            int64_t width);

// down(silu(gate(x)) * up(x)).
at::Tensor gatedMlp(const at::Tensor& input, const at::Tensor& gate, const at::Tensor& up,
                    const at::Tensor& down, const std::optional<at::Tensor>& gate_bias,
                    const std::optional<at::Tensor>& up_bias, const std::optional<at::Tensor>& down_bias);

// A linear layer whose weight is [inputs, outputs], as in the first GPT.
at::Tensor linearByColumns(const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias);

// Queries, keys and values of [batch, tokens, 3 * heads * width], each [batch, heads, tokens, width].
std::tuple<at::Tensor, at::Tensor, at::Tensor> splitHeads(const at::Tensor& all, int64_t heads);

// The curve of GPT-2 by its formula; the bits of gelu with "tanh" differ.
at::Tensor firstGelu(const at::Tensor& input);

}  // namespace ltn::decoder
