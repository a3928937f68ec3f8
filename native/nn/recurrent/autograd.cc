#include "nn/recurrent/autograd.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>

#include "nn/recurrent/aten.h"

namespace ltn::recurrent {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

using Sizes = std::optional<std::vector<int64_t>>;

// How a node's saved tensors are laid out: x, h0, c0, the parameters, y, and the gates and cells of two
// directions.
struct Saved {
  explicit Saved(const variable_list& all)
      : tensors(all), params(at::TensorList(all).slice(3, all.size() - 8)) {}
  const variable_list& tensors;
  at::TensorList params;
  const at::Tensor& x() const { return tensors[0]; }
  const at::Tensor& h0() const { return tensors[1]; }
  const at::Tensor& c0() const { return tensors[2]; }
  const at::Tensor& fromEnd(size_t i) const { return tensors[tensors.size() - i]; }
};

StepTable tableOf(const at::Tensor& x, const Sizes& sizes) {
  return sizes ? StepTable::packed(*sizes) : StepTable::dense(x.size(0), x.size(1));
}

void saveConfig(AutogradContext* context, const LayerConfig& config, const Sizes& sizes) {
  context->saved_data["config"] =
      std::vector<int64_t>{static_cast<int64_t>(config.cell), config.bidirectional ? 1 : 0,
                           config.has_biases ? 1 : 0, config.projected ? 1 : 0};
  if (sizes) context->saved_data["sizes"] = *sizes;
}

LayerConfig loadConfig(AutogradContext* context) {
  const auto saved = context->saved_data["config"].toIntVector();
  return {static_cast<Cell>(saved[0]), saved[1] != 0, saved[2] != 0, saved[3] != 0};
}

Sizes loadSizes(AutogradContext* context) {
  const auto found = context->saved_data.find("sizes");
  if (found == context->saved_data.end()) return std::nullopt;
  return found->second.toIntVector();
}

// The gradients with a graph of their own: the layer again with libtorch's kernels, differentiated by
// libtorch.
variable_list differentiableBackward(const LayerConfig& config, const Saved& saved, const Sizes& sizes,
                                     const variable_list& grads) {
  const AtenLayer call{config, saved.x(), saved.h0(), saved.c0(), saved.params, sizes};
  const variable_list results = runAtenLayer(call);
  variable_list outputs;
  variable_list weights;
  for (size_t i = 0; i < grads.size(); i++) {
    if (!grads[i].defined()) continue;
    outputs.push_back(results[i]);
    weights.push_back(grads[i]);
  }
  variable_list wanted;
  std::vector<size_t> places;
  for (size_t i = 0; i < 3 + saved.params.size(); i++) {
    const at::Tensor& input = saved.tensors[i];
    if (!input.defined() || !input.requires_grad()) continue;
    wanted.push_back(input);
    places.push_back(i);
  }
  variable_list out(3 + saved.params.size());
  const variable_list found = torch::autograd::grad(outputs, wanted, weights, std::nullopt, true, true);
  for (size_t i = 0; i < places.size(); i++) out[places[i]] = found[i];
  return out;
}

variable_list plainBackward(AutogradContext* context, const LayerConfig& config, const Saved& saved,
                            const Sizes& sizes, const variable_list& grads) {
  const LayerInput in{saved.x(), saved.h0(), saved.c0(), saved.params};
  const LayerTrace trace{
      saved.fromEnd(5), {saved.fromEnd(4), saved.fromEnd(3)}, {saved.fromEnd(2), saved.fromEnd(1)}};
  WantedGrads wanted{context->needs_input_grad(0), {}};
  const size_t states = saved.c0().defined() ? 3 : 2;  // an absent c0 is no edge of the graph
  for (size_t i = 0; i < saved.params.size(); i++)
    wanted.params.push_back(context->needs_input_grad(states + i));
  const OutputGrads from{grads[0], grads[1], grads.size() > 2 ? grads[2] : at::Tensor()};
  const LayerGrads found = layerBackward(config, tableOf(saved.x(), sizes), in, trace, from, wanted);
  variable_list out{found.x, found.h0, found.c0};
  out.insert(out.end(), found.params.begin(), found.params.end());
  return out;
}

struct LayerFunction : torch::autograd::Function<LayerFunction> {
  static variable_list forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& h0,
                               const std::optional<at::Tensor>& cells, at::TensorList params,
                               const LayerConfig& config, const Sizes& sizes) {
    const at::Tensor c0 = cells.value_or(at::Tensor());
    LayerOutput out = layerForward(config, tableOf(x, sizes), {x, h0, c0, params}, true);
    saveConfig(context, config, sizes);
    context->set_materialize_grads(false);
    variable_list save{x, h0, c0};
    save.insert(save.end(), params.begin(), params.end());
    save.insert(save.end(), {out.y, out.trace.gates[0], out.trace.gates[1], out.trace.c[0], out.trace.c[1]});
    context->save_for_backward(std::move(save));
    if (config.cell == Cell::kLstm) return {out.y, out.hn, out.cn};
    return {out.y, out.hn};
  }

  static variable_list backward(AutogradContext* context, const variable_list& grads) {
    const LayerConfig config = loadConfig(context);
    const Sizes sizes = loadSizes(context);
    const variable_list tensors = context->get_saved_variables();
    const Saved saved(tensors);
    variable_list out = at::GradMode::is_enabled() ? differentiableBackward(config, saved, sizes, grads)
                                                   : plainBackward(context, config, saved, sizes, grads);
    out.resize(out.size() + 2);  // nothing for config and sizes
    return out;
  }
};

bool needsGrad(const LayerInput& in) {
  if (!at::GradMode::is_enabled()) return false;
  if (in.x.requires_grad() || in.h0.requires_grad() || (in.c0.defined() && in.c0.requires_grad()))
    return true;
  return std::any_of(in.params.begin(), in.params.end(),
                     [](const at::Tensor& p) { return p.requires_grad(); });
}

}  // namespace

LayerStates layer(const LayerConfig& config, const LayerInput& in, const Sizes& sizes) {
  if (!needsGrad(in)) {
    LayerOutput out = layerForward(config, tableOf(in.x, sizes), in, false);
    return {out.y, out.hn, out.cn};
  }
  std::optional<at::Tensor> cells;
  if (in.c0.defined()) cells = in.c0;
  variable_list out = LayerFunction::apply(in.x, in.h0, cells, in.params, config, sizes);
  return {out[0], out[1], out.size() > 2 ? out[2] : at::Tensor()};
}

}  // namespace ltn::recurrent
