// The operators of the namespace libtorch_node that decoders call. They consist of libtorch's, which is what
// transforms, tracers and recordings see.
#include <torch/library.h>

#include "nn/decoder/decoder.h"
#include "trace/recorder.h"

namespace ltn::decoder {

namespace {

void implementAll(torch::Library& m) {
  m.impl("rms_norm", TORCH_FN(rmsNorm));
  m.impl("rotary_angles", TORCH_FN(rotaryAngles));
  m.impl("rotary", TORCH_FN(rotary));
  m.impl("attend", TORCH_FN(attend));
  m.impl("append_tokens", TORCH_FN(appendTokens));
  m.impl("project_heads", TORCH_FN(projectHeads));
  m.impl("gated_mlp", TORCH_FN(gatedMlp));
  m.impl("conv1d", TORCH_FN(linearByColumns));
  m.impl("split_heads", TORCH_FN(splitHeads));
  m.impl("gelu_new", TORCH_FN(firstGelu));
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(libtorch_node, m) {
  m.def("conv1d(Tensor input, Tensor weight, Tensor bias) -> Tensor");
  m.def(
      "project_heads(Tensor input, Tensor query, Tensor key, Tensor value, Tensor? query_bias, Tensor? "
      "key_bias, "
      "Tensor? value_bias, int width) -> (Tensor, Tensor, Tensor)");
  m.def(
      "gated_mlp(Tensor input, Tensor gate, Tensor up, Tensor down, Tensor? gate_bias, Tensor? up_bias, "
      "Tensor? down_bias) -> Tensor");
  m.def("split_heads(Tensor all, int heads) -> (Tensor, Tensor, Tensor)");
  m.def("gelu_new(Tensor input) -> Tensor");
  m.def("rms_norm(Tensor hidden, Tensor weight, float eps) -> Tensor");
  m.def(
      "rotary_angles(Tensor frequencies, Tensor positions, float scaling, Tensor like) -> (Tensor, Tensor)");
  m.def("rotary(Tensor query, Tensor key, Tensor cos, Tensor sin) -> (Tensor, Tensor)");
  m.def(
      "attend(Tensor query, Tensor key, Tensor value, Tensor? mask, float dropout, bool causal, float scale, "
      "bool grouped) -> Tensor");
  m.def(
      "append_tokens(Tensor keys, Tensor values, Tensor new_keys, Tensor new_values, int start, int end) -> "
      "(Tensor, "
      "Tensor)");
}

TORCH_LIBRARY_IMPL(libtorch_node, CompositeImplicitAutograd, m) { implementAll(m); }
TORCH_LIBRARY_IMPL(libtorch_node, FuncTorchBatchedDecomposition, m) { implementAll(m); }
TORCH_LIBRARY_IMPL(libtorch_node, Tracer, m) { implementAll(m); }
TORCH_LIBRARY_IMPL(libtorch_node, TESTING_ONLY_GenericMode, m) { implementAll(m); }
static_assert(kRecordingKey == c10::DispatchKey::TESTING_ONLY_GenericMode);

}  // namespace ltn::decoder
