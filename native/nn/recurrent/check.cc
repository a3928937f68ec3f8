// Which arguments the fused kernels take.
#include <ATen/TensorSubclassLikeUtils.h>

#include <algorithm>

#include "nn/recurrent/rnn.h"

namespace ltn::recurrent {

namespace {

const char* reasonOf(const at::Tensor& tensor, at::ScalarType dtype) {
  if (!tensor.defined()) return "an argument is undefined";
  if (!tensor.device().is_cpu()) return "not on the CPU";
  if (tensor.scalar_type() != dtype) return "mixed dtypes";
  if (tensor.layout() != at::kStrided || at::isTensorSubclassLike(tensor)) return "not a plain tensor";
  if (tensor.is_neg() || tensor._is_zerotensor()) return "a lazy view";
  if (tensor._fw_grad(0).defined()) return "forward-mode gradients";
  return nullptr;
}

const char* dtypeReason(const Request& r) {
  if (!r.input.defined()) return "an argument is undefined";
  const at::ScalarType dtype = r.input.scalar_type();
  if (dtype != at::kFloat && dtype != at::kBFloat16) return "neither float32 nor bfloat16";
  if (const char* reason = reasonOf(r.input, dtype)) return reason;
  if (const char* reason = reasonOf(r.hx, dtype)) return reason;
  if (r.cell == Cell::kLstm) {
    if (const char* reason = reasonOf(r.cx, dtype)) return reason;
  }
  for (const at::Tensor& param : r.params) {
    if (const char* reason = reasonOf(param, dtype)) return reason;
  }
  return nullptr;
}

bool isShape(const at::Tensor& tensor, c10::IntArrayRef sizes) { return tensor.sizes() == sizes; }

const char* paramsReason(const Request& r, int64_t input_size, int64_t hidden) {
  const int64_t directions = r.bidirectional ? 2 : 1;
  const int64_t state = r.hx.size(2);
  const int64_t each = r.paramsEach();
  const int64_t gates = gateCount(r.cell) * hidden;
  if (static_cast<int64_t>(r.params.size()) != r.num_layers * directions * each)
    return "another number of parameters";
  for (int64_t i = 0; i < r.num_layers * directions; i++) {
    const int64_t columns = i < directions ? input_size : directions * state;
    const at::Tensor* of = &r.params[i * each];
    if (!std::all_of(of, of + each, [](const at::Tensor& t) { return t.defined(); }))
      return "an undefined parameter";
    if (!isShape(of[0], {gates, columns}) || !isShape(of[1], {gates, state})) return "shapes of weights";
    if (r.has_biases && (!isShape(of[2], {gates}) || !isShape(of[3], {gates}))) return "shapes of biases";
    if (r.projected() && !isShape(of[each - 1], {state, hidden})) return "shape of a projection";
  }
  return nullptr;
}

}  // namespace

void checkBatchSizes(const Request& r) {
  const at::Tensor& sizes = r.batch_sizes;
  if (!sizes.defined()) return;
  TORCH_CHECK(sizes.dim() == 1 && sizes.numel() > 0 && sizes.scalar_type() == at::kLong &&
                  sizes.device().is_cpu() && sizes.is_contiguous() && !at::isTensorSubclassLike(sizes),
              "batch_sizes: expected a 1-D int64 tensor on the CPU with at least one element, got ",
              sizes.toString(), " of shape ", sizes.sizes());
  const auto* data = sizes.const_data_ptr<int64_t>();
  int64_t left = r.input.defined() && r.input.dim() > 0 ? r.input.size(0) : 0;
  for (int64_t t = 0; t < sizes.numel(); t++) {
    TORCH_CHECK(data[t] > 0 && (t == 0 || data[t] <= data[t - 1]),
                "batch_sizes: expected positive sizes that never grow, got ", data[t], " at ", t);
    TORCH_CHECK(data[t] <= left, "batch_sizes: expected them to add up to the rows of the data");
    left -= data[t];
  }
  TORCH_CHECK(left == 0, "batch_sizes: expected them to add up to the rows of the data, which has ", left,
              " more");
}

namespace {

const char* shapeReason(const Request& r) {
  const bool packed = r.batch_sizes.defined();
  if (r.num_layers < 1 || !(r.dropout >= 0 && r.dropout <= 1)) return "num_layers or dropout";
  if (r.input.dim() != (packed ? 2 : 3) || r.input.numel() == 0) return "shape of the input";
  if (r.hx.dim() != 3 || r.hx.numel() == 0) return "shape of the state";
  const int64_t batch =
      packed ? r.batch_sizes.const_data_ptr<int64_t>()[0] : r.input.size(r.batch_first ? 0 : 1);
  const int64_t layers = r.num_layers * (r.bidirectional ? 2 : 1);
  if (!isShape(r.hx, {layers, batch, r.hx.size(2)})) return "shape of the state";
  if (r.cell != Cell::kLstm) return paramsReason(r, r.input.size(-1), r.hx.size(2));
  if (!r.cx.defined() || r.cx.dim() != 3 || r.cx.numel() == 0 ||
      !isShape(r.cx, {layers, batch, r.cx.size(2)}))
    return "shape of the cell state";
  return paramsReason(r, r.input.size(-1), r.cx.size(2));
}

}  // namespace

const char* reasonForAten(const Request& r) {
  for (const at::Tensor* tensor : {&r.input, &r.hx}) {
    if (!tensor->defined()) return "an argument is undefined";
  }
  const char* reason = shapeReason(r);
  // libtorch's LSTM reads past the end of states and weights that are too small; what it refuses itself it
  // may refuse.
  const bool trusts = r.cell == Cell::kLstm && r.cx.defined() && r.input.numel() > 0;
  const bool may_project = static_cast<int64_t>(r.params.size()) ==
                           r.num_layers * (r.bidirectional ? 2 : 1) * (r.has_biases ? 5 : 3);
  TORCH_CHECK(reason == nullptr || !trusts || may_project,
              "lstm: arguments that do not fit each other: ", reason, "; input ", r.input.sizes(), ", state ",
              r.hx.sizes(), ", ", r.params.size(), " parameters");
  return reason != nullptr ? reason : dtypeReason(r);
}

}  // namespace ltn::recurrent
