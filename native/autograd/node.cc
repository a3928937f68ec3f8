// Nodes of the graph: what they are called, what they lead to, hooks on them, and backward from and to edges.
#include <c10/core/impl/LocalDispatchKeySet.h>
#include <torch/csrc/autograd/engine.h>
#include <torch/csrc/autograd/functions/basic_ops.h>
#include <torch/csrc/autograd/graph_task.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/csrc/autograd/variable.h>

#include <mutex>
#include <unordered_map>

#include "autograd/engine.h"
#include "autograd/function_node.h"
#include "autograd/hook.h"
#include "autograd/init.h"
#include "autograd/node_box.h"
#include "core/boundary.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

using torch::autograd::Edge;
using torch::autograd::variable_list;
using NodePointer = c10::intrusive_ptr<torch::autograd::Node>;

// The boxes of nodes that JavaScript of an environment holds: a search for circles begins at them.
class NodeBoxes {
 public:
  explicit NodeBoxes(napi_env env) : env_(env) {}
  NodeBoxes(const NodeBoxes&) = delete;
  NodeBoxes& operator=(const NodeBoxes&) = delete;

  void add(const std::shared_ptr<NodeHandle>& held, napi_value box) {
    if (entries_.size() >= next_prune_) prune();
    napi_ref reference = nullptr;
    check(env_, napi_create_reference(env_, box, 0, &reference));
    entries_.push_back({held, reference});
  }

  void forEach(const std::function<void(torch::autograd::Node&, napi_ref)>& visit) {
    prune();
    for (const auto& [held, reference] : entries_) {
      if (const auto handle = held.lock()) visit(*handle->node, reference);
    }
  }

 private:
  struct Entry {
    std::weak_ptr<NodeHandle> held;
    napi_ref box;
  };

  // Forgets boxes that have been released; the next time is when there are twice as many.
  void prune() {
    std::erase_if(entries_, [this](const Entry& entry) {
      return entry.held.expired() && napi_delete_reference(env_, entry.box) == napi_ok;
    });
    next_prune_ = std::max(kFirstPrune, 2 * entries_.size());
  }

  static constexpr size_t kFirstPrune = 1000;
  napi_env env_;
  std::vector<Entry> entries_;
  size_t next_prune_ = kFirstPrune;
};

std::mutex boxes_mutex;
std::unordered_map<napi_env, std::unique_ptr<NodeBoxes>> boxes_by_env;

NodeBoxes& nodeBoxes(napi_env env) {
  const std::lock_guard lock(boxes_mutex);
  auto& boxes = boxes_by_env[env];
  if (!boxes) {
    boxes = std::make_unique<NodeBoxes>(env);
    const auto forget = [](void* data) {
      const std::lock_guard last(boxes_mutex);
      boxes_by_env.erase(static_cast<napi_env>(data));
    };
    napi_add_env_cleanup_hook(env, forget, env);
  }
  return *boxes;
}

}  // namespace

Napi::Value nodeToJs(Napi::Env env, const NodePointer& node) {
  if (!node) return env.Null();
  auto pair = Napi::Array::New(env, 2);
  pair.Set(0u, static_cast<double>(reinterpret_cast<uintptr_t>(node.get())));
  const auto held = std::make_shared<NodeHandle>(NodeHandle{node});
  const auto external = box(env, held, 256);
  nodeBoxes(env).add(held, external);
  pair.Set(1u, external);
  return pair;
}

void forEachNode(napi_env env, const std::function<void(torch::autograd::Node&, napi_ref)>& visit) {
  nodeBoxes(env).forEach(visit);
}

const NodePointer& readNode(napi_env env, napi_value value) {
  const auto& handle = unbox<NodeHandle>(env, value);
  if (!handle) throw ArgumentError("this Node has been released");
  return handle->node;
}

bool willExecute(const torch::autograd::Node& node) {
  const auto* executed = torch::autograd::get_current_graph_task_exec_info();
  if (!executed)
    throw KindError("autograd", "_get_should_execute_nodes should only be called during the backward pass");
  auto* const key = const_cast<torch::autograd::Node*>(&node);
  if (executed->empty()) return torch::autograd::get_current_graph_task_nodes_in_graph()->contains(key);
  const auto found = executed->find(key);
  if (found == executed->end() || !found->second.should_execute()) return false;
  if (node.topological_nr() == 0 && found->second.captures_) {
    throw KindError("autograd",
                    "A leaf node was passed to _will_engine_execute_node but we are currently running "
                    "autograd.grad(). This is currently not supported.");
  }
  return true;
}

namespace {

Napi::Value edgeToJs(Napi::Env env, const Edge& edge) {
  auto pair = Napi::Array::New(env, 2);
  pair.Set(0u, nodeToJs(env, edge.function));
  pair.Set(1u, static_cast<double>(edge.input_nr));
  return pair;
}

// gradFn(handle): a node, or null for a leaf.
Napi::Value gradFn(const Napi::CallbackInfo& info) {
  return nodeToJs(info.Env(), readTensor(stateOf(info.Env()), info[0]).grad_fn());
}

// gradientEdge(handle): [node, number]; the node of a leaf is the one that adds to its `grad`.
Napi::Value gradientEdge(const Napi::CallbackInfo& info) {
  return edgeToJs(info.Env(), torch::autograd::impl::gradient_edge(readTensor(stateOf(info.Env()), info[0])));
}

Napi::Value outputNr(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(),
                           static_cast<double>(readTensor(stateOf(info.Env()), info[0]).output_nr()));
}

Napi::Value nodeName(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), readNode(info.Env(), info[0])->name());
}

// nodeNext(node): [node, number] of each input of the operator.
Napi::Value nodeNext(const Napi::CallbackInfo& info) {
  const auto& edges = readNode(info.Env(), info[0])->next_edges();
  auto array = Napi::Array::New(info.Env(), edges.size());
  for (uint32_t i = 0; i < edges.size(); ++i) array.Set(i, edgeToJs(info.Env(), edges[i]));
  return array;
}

Napi::Value nodeSequence(const Napi::CallbackInfo& info) {
  return Napi::BigInt::New(info.Env(), readNode(info.Env(), info[0])->sequence_nr());
}

// nodeInputs(node): shape, dtype, device and nestedness of each gradient that it takes; null where there is
// none.
Napi::Value nodeInputs(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto& node = readNode(env, info[0]);
  auto array = Napi::Array::New(env, node->num_inputs());
  for (uint32_t i = 0; i < node->num_inputs(); ++i) {
    const auto& input = node->input_metadata(i);
    if (input.was_default_constructed()) {
      array.Set(i, env.Null());
      continue;
    }
    auto row = Napi::Object::New(env);
    if (!input.is_nested_tensor()) {
      const auto shape = input.shape_as_dim_vector();
      row.Set("shape", Napi::Value(env, intsToJs(env, C10_AS_INTARRAYREF_SLOW(shape))));
    }
    row.Set("dtype", static_cast<int>(c10::typeMetaToScalarType(input.dtype())));
    row.Set("device", input.device().str());
    row.Set("nested", input.is_nested_tensor());
    array.Set(i, row);
  }
  return array;
}

// nodeVariable(node): the leaf whose `grad` it adds to, or null for a node that does something else.
Napi::Value nodeVariable(const Napi::CallbackInfo& info) {
  auto* leaf = dynamic_cast<torch::autograd::AccumulateGrad*>(readNode(info.Env(), info[0]).get());
  if (!leaf) return info.Env().Null();
  return {info.Env(), toJs(stateOf(info.Env()), c10::IValue(leaf->variable))};
}

// nodeSaved(node): what a custom function has saved, as savedTensors; null for a node of libtorch.
Napi::Value nodeSaved(const Napi::CallbackInfo& info) {
  const auto& node = readNode(info.Env(), info[0]);
  auto* function = dynamic_cast<FunctionNode*>(node.get());
  if (!function) return info.Env().Null();
  std::vector<at::Tensor> tensors;
  runEngineOffThread([&] { tensors = function->unpack(node); });
  return {info.Env(), tensorsToJs(stateOf(info.Env()), tensors)};
}

}  // namespace

// A tensor that is kept as operators keep what backward needs: by the hooks on saved tensors, and with its
// version.
struct SavedTensor {
  torch::autograd::SavedVariable variable;
};

template <>
struct BoxName<SavedTensor> {
  static constexpr const char* kName = "SavedTensor";
};

namespace {

// saveTensor(handle): the box of what is saved; unpackSaved(box): its tensor.
Napi::Value saveTensor(const Napi::CallbackInfo& info) {
  auto saved = std::make_shared<SavedTensor>();
  saved->variable = torch::autograd::SavedVariable(readTensor(stateOf(info.Env()), info[0]), false);
  return box(info.Env(), std::move(saved), 256);
}

Napi::Value unpackSaved(const Napi::CallbackInfo& info) {
  const auto saved = unbox<SavedTensor>(info.Env(), info[0]);
  return {info.Env(), toJs(stateOf(info.Env()), c10::IValue(saved->variable.unpack()))};
}

// detachTracked(handle): the same values, which know of changes in place also where autograd is below.
Napi::Value detachTracked(const Napi::CallbackInfo& info) {
  using c10::impl::tls_set_dispatch_key_excluded;
  constexpr auto kTracks = c10::DispatchKey::ADInplaceOrView;
  const auto& tensor = readTensor(stateOf(info.Env()), info[0]);
  const bool former = c10::impl::tls_is_dispatch_key_excluded(kTracks);
  tls_set_dispatch_key_excluded(kTracks, false);
  at::Tensor result;
  try {
    result = tensor.detach();
  } catch (...) {
    tls_set_dispatch_key_excluded(kTracks, former);
    throw;
  }
  tls_set_dispatch_key_excluded(kTracks, former);
  return {info.Env(), toJs(stateOf(info.Env()), c10::IValue(std::move(result)))};
}

variable_list join(const variable_list& first, const variable_list& second) {
  variable_list all = first;
  all.insert(all.end(), second.begin(), second.end());
  return all;
}

// Nothing, where the hook leaves them as they are.
variable_list orElse(variable_list&& changed, const variable_list& given) {
  if (changed.empty()) return given;
  return std::move(changed);
}

class NodeHook : public torch::autograd::FunctionPostHook {
 public:
  explicit NodeHook(std::shared_ptr<Hook> hook) : hook_(std::move(hook)) {}
  variable_list operator()(const variable_list& results, const variable_list& given) override {
    const auto callback = hook_->callback();
    if (!callback) return results;
    return orElse((*callback)(join(results, given), {static_cast<int64_t>(results.size())}), results);
  }

 private:
  std::shared_ptr<Hook> hook_;
};

class NodePreHook : public torch::autograd::FunctionPreHook {
 public:
  explicit NodePreHook(std::shared_ptr<Hook> hook) : hook_(std::move(hook)) {}
  variable_list operator()(const variable_list& given) override {
    const auto callback = hook_->callback();
    return callback ? orElse((*callback)(given), given) : given;
  }

 private:
  std::shared_ptr<Hook> hook_;
};

// registerNodeHook(node, hook): hook([...gradInputs, ...gradOutputs], count) returns as many as gradInputs,
// or [].
Napi::Value registerNodeHook(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto& node = readNode(info.Env(), info[0]);
  const auto hook = std::make_shared<Hook>(state, info[1]);
  node->add_post_hook(std::make_unique<NodeHook>(hook));
  return boxHook(state, hook, node.get());
}

// registerNodePreHook(node, hook): hook(gradOutputs) returns as many, or [].
Napi::Value registerNodePreHook(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto& node = readNode(info.Env(), info[0]);
  const auto hook = std::make_shared<Hook>(state, info[1]);
  node->add_pre_hook(std::make_unique<NodePreHook>(hook));
  return boxHook(state, hook, node.get());
}

// [node, number][]
std::vector<Edge> readEdges(const Napi::Value& value) {
  const auto array = value.As<Napi::Array>();
  std::vector<Edge> edges;
  for (uint32_t i = 0; i < array.Length(); ++i) {
    const auto pair = Napi::Value(array.Get(i)).As<Napi::Array>();
    const auto& node = readNode(value.Env(), pair.Get(0u));
    const int64_t number = readInt(value.Env(), pair.Get(1u));
    const auto count = static_cast<int64_t>(node->num_inputs());
    if (number < 0 || number >= count)
      throw ArgumentError(
          c10::str("a GradientEdge names output ", number, " of ", node->name(), ", which has ", count));
    edges.emplace_back(node, static_cast<uint32_t>(number));
  }
  return edges;
}

// runEdges(roots, gradients, retainGraph, createGraph, accumulate, inputs): handles, null where unused.
// `roots` and `inputs` are edges; gradients are given for each root.
Napi::Value runEdges(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto roots = readEdges(info[0]);
  const auto gradients = readTensors(state, info[1]);
  const bool retain = info[2].As<Napi::Boolean>(), create = info[3].As<Napi::Boolean>();
  const bool accumulate = info[4].As<Napi::Boolean>();
  const auto inputs = readEdges(info[5]);
  variable_list result;
  runEngine(state, [&] {
    result = torch::autograd::Engine::get_default_engine().execute(roots, gradients, retain, create,
                                                                   accumulate, inputs);
  });
  return {info.Env(), tensorsToJs(state, result)};
}

// memoryOf(handle): a number that tensors share which begin at the same place of memory.
Napi::Value memoryOf(const Napi::CallbackInfo& info) {
  const auto& tensor = readTensor(stateOf(info.Env()), info[0]);
  const void* place = tensor.unsafeGetTensorImpl();
  if (tensor.has_storage() && tensor.storage().data())
    place = static_cast<const char*>(tensor.storage().data()) + tensor.storage_offset() * tensor.itemsize();
  return Napi::Number::New(info.Env(), static_cast<double>(reinterpret_cast<uintptr_t>(place)));
}

// incrementVersions(handles): as if each had been changed in place.
Napi::Value incrementVersions(const Napi::CallbackInfo& info) {
  for (const auto& tensor : readTensors(stateOf(info.Env()), info[0])) {
    if (!tensor.is_inference()) torch::autograd::impl::bump_version(tensor);
  }
  return info.Env().Undefined();
}

}  // namespace

void initNode(Napi::Object exports) {
  expose<gradFn>(exports, "gradFn");
  expose<gradientEdge>(exports, "gradientEdge");
  expose<outputNr>(exports, "outputNr");
  expose<nodeName>(exports, "nodeName");
  expose<nodeNext>(exports, "nodeNext");
  expose<nodeSequence>(exports, "nodeSequence");
  expose<nodeInputs>(exports, "nodeInputs");
  expose<nodeVariable>(exports, "nodeVariable");
  expose<nodeSaved>(exports, "nodeSaved");
  expose<saveTensor>(exports, "saveTensor");
  expose<unpackSaved>(exports, "unpackSaved");
  expose<detachTracked>(exports, "detachTracked");
  expose<registerNodeHook>(exports, "registerNodeHook");
  expose<registerNodePreHook>(exports, "registerNodePreHook");
  expose<runEdges>(exports, "runEdges");
  expose<memoryOf>(exports, "memoryOf");
  expose<incrementVersions>(exports, "incrementVersions");
}

}  // namespace ltn
