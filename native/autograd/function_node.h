// The node of a custom function: its backward is a JavaScript function.
#pragma once

#include <torch/csrc/autograd/custom_function.h>

#include <mutex>

#include "autograd/engine.h"
#include "core/errors.h"
#include "core/js_callback.h"

namespace ltn {

class FunctionNode : public torch::autograd::Node {
 public:
  FunctionNode(EnvState& state, std::string name, napi_value backward, bool materialize)
      : name_(std::move(name)),
        backward_(std::make_shared<JsCallback>(state, backward)),
        materialize_(materialize) {}

  std::string name() const override { return name_; }

  // From gradients of the outputs to gradients of the tensors among the inputs. The node's mutex is not held:
  // JavaScript has one thread, and that thread may be waiting for this call.
  torch::autograd::variable_list apply(torch::autograd::variable_list&& gradients) override {
    at::OptionalDeviceGuard guard;
    for (size_t i = 0; materialize_ && i < gradients.size(); ++i) {
      if (!gradients[i].defined()) gradients[i] = output_info_[i].zeros(guard);
    }
    return (*backward_)(gradients);
  }

  void release_variables() override {
    const std::lock_guard lock(saved_mutex_);
    released_ = true;
    if (unpacking_ == 0) forget();
  }

  // The context in JavaScript keeps the memory of the node by a weak pointer, and the function keeps the
  // context. So both are let go of here, when the last strong pointer ends.
  void release_resources() override {
    backward_.reset();
    saved_tensors_.clear();
    saved_.clear();
    output_info_.clear();
    torch::autograd::Node::release_resources();
  }

  void save(const std::vector<at::Tensor>& tensors) {
    for (const auto& tensor : tensors) {
      const bool is_output = tensor.defined() && tensor.grad_fn().get() == this;
      saved_.emplace_back(tensor, is_output);
      // A hook keeps what it has made of the tensor, and not the tensor.
      if (tensor.defined() && tensor.requires_grad() && !is_output && !saved_.back().has_hooks())
        saved_tensors_.push_back(tensor.unsafeGetTensorImpl());
    }
  }

  void remember(const std::vector<std::optional<at::Tensor>>& outputs) {
    for (const auto& output : outputs)
      output_info_.emplace_back(output ? torch::autograd::VariableInfo(*output)
                                       : torch::autograd::VariableInfo());
  }

  // Throws libtorch's error if one of them was changed in place, or the graph has been freed. Hooks on saved
  // tensors run JavaScript here, which may come back to this node, and may free its graph.
  std::vector<at::Tensor> unpack(const c10::intrusive_ptr<torch::autograd::Node>& self) {
    const std::lock_guard lock(saved_mutex_);
    if (released_) throw KindError("autograd", torch::autograd::ERR_BACKWARD_TWICE);
    const Unpacking unpacking(*this);
    std::vector<at::Tensor> tensors;
    tensors.reserve(saved_.size());
    for (const auto& variable : saved_) tensors.push_back(variable.unpack(self));
    return tensors;
  }

  const std::shared_ptr<JsCallback>& backward() const { return backward_; }
  // What it keeps of saved tensors that are no results of its own.
  const std::vector<c10::TensorImpl*>& savedTensors() const { return saved_tensors_; }

 private:
  // While one lives, what is saved stays.
  struct Unpacking {
    explicit Unpacking(FunctionNode& unpacked) : node(unpacked) { ++node.unpacking_; }
    ~Unpacking() {
      if (--node.unpacking_ == 0 && node.released_) node.forget();
    }
    Unpacking(const Unpacking&) = delete;
    Unpacking& operator=(const Unpacking&) = delete;
    FunctionNode& node;
  };
  void forget() {
    saved_tensors_.clear();
    saved_.clear();
  }

  const std::string name_;
  std::shared_ptr<JsCallback> backward_;
  const bool materialize_;
  std::vector<torch::autograd::VariableInfo> output_info_;
  std::vector<torch::autograd::SavedVariable> saved_;
  std::vector<c10::TensorImpl*> saved_tensors_;
  std::recursive_mutex saved_mutex_;
  int unpacking_ = 0;
  bool released_ = false;
};

}  // namespace ltn
