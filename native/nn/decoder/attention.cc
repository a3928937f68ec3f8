#include <ATen/ops/scaled_dot_product_attention.h>

#include "nn/decoder/decoder.h"
#include "nn/decoder/unrecorded.h"

namespace ltn::decoder {

at::Tensor attend(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                  const std::optional<at::Tensor>& mask, double dropout, bool causal, double scale,
                  bool grouped) {
  TORCH_CHECK(query.dim() == 4, "attend: expected queries [batch, heads, tokens, width]");
  const Unrecorded guard({query, key, value});
  const at::Tensor attended =
      at::scaled_dot_product_attention(query, key, value, mask, dropout, causal, scale, grouped);
  return attended.transpose(1, 2).contiguous().reshape({query.size(0), query.size(2), -1});
}

std::tuple<at::Tensor, at::Tensor> appendTokens(const at::Tensor& keys, const at::Tensor& values,
                                                const at::Tensor& new_keys, const at::Tensor& new_values,
                                                int64_t start, int64_t end) {
  const Unrecorded guard({keys, values, new_keys, new_values});
  const auto append = [start, end](const at::Tensor& all, const at::Tensor& more) {
    TORCH_CHECK(all.dim() == 4 && more.dim() == 4, "append_tokens: expected [batch, heads, tokens, width]");
    const int64_t added = more.size(2);
    all.narrow(2, end, added).copy_(more);
    return all.narrow(2, start, end + added - start);
  };
  return {append(keys, new_keys), append(values, new_values)};
}

}  // namespace ltn::decoder
