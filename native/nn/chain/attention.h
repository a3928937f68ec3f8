// Self-attention of several heads: the projection of queries, keys and values, which is libtorch's, and one
// node from there to what the output projection is given.
//
// Python's layer copies what the projection gives for each of the three, and with dropout libtorch computes
// and keeps the weights, the mask as floats, and their product. Here each head is computed on one thread,
// from the projection as it lies; kept are that, a byte for each weight with dropout, and a float for each
// row.
#pragma once

#include <ATen/core/Tensor.h>

#include <optional>

namespace ltn::chain {

struct AttentionOptions {
  int64_t heads = 1;
  bool batch_first = true;
  double dropout = 0;
  bool causal = false;
};

// What queries, keys and values are computed from: the weight is [3 E, E], the bias [3 E] or undefined.
struct Projection {
  at::Tensor input;
  at::Tensor weight;
  at::Tensor bias;
};

// The input is [N, L, E] or, without batch_first, [L, N, E], the result always [L, N, E]; the mask can be
// expanded to [N, heads, L, L], or is undefined. Nothing where libtorch is to compute it.
std::optional<at::Tensor> attention(const Projection& projection, const at::Tensor& mask,
                                    const AttentionOptions& options);

}  // namespace ltn::chain
