// Circles through native code: a hook, or a custom function's context, that reaches a tensor whose graph
// keeps it.
//
// V8 sees one half of such a circle (function → wrapper) and native code the other (handle → tensor → graph →
// function, a strong reference). So a search shows V8 the native half for a moment: for each wrapper whose
// graph leads to functions JavaScript gets an object that leads to them, to be hung on the wrapper, and the
// references of the graph become weak. A collection then finds what is dead, wrappers and functions together;
// what has lived gets its strong references back.
#include <torch/csrc/autograd/functions/accumulate_grad.h>
#include <torch/csrc/autograd/variable.h>

#include <unordered_map>
#include <unordered_set>

#include "autograd/function_node.h"
#include "autograd/init.h"
#include "autograd/node_box.h"
#include "core/boundary.h"
#include "core/js_callback.h"
#include "core/state.h"

namespace ltn {

namespace {

using torch::autograd::AccumulateGrad;
using torch::autograd::AutogradMeta;
using torch::autograd::DifferentiableViewMeta;
using torch::autograd::Node;

// A tensor or a node that some handle reaches.
struct Vertex {
  Node* node = nullptr;
  c10::TensorImpl* tensor = nullptr;
  std::vector<uint32_t> next;
  std::vector<std::shared_ptr<JsCallback>> callbacks;
  // Whether a callback can be reached from here, and whether something other than a wrapper reaches this.
  bool useful = false;
  bool rooted = false;
  // Whether a wrapper is watched that is this tensor's own.
  bool wrapped = false;
};

class Graph {
 public:
  explicit Graph(const std::vector<CallbackSite>& sites) {
    for (const auto& site : sites) {
      if (auto callback = site.callback.lock()) callbacks_[site.owner].push_back(std::move(callback));
    }
  }

  uint32_t visit(Node& node) { return visit(&node, nullptr); }
  uint32_t visit(const at::Tensor& tensor) { return visit(nullptr, tensor.unsafeGetTensorImpl()); }

  // Follows all that the visited vertices keep.
  void explore() {
    for (; explored_ < vertices_.size(); ++explored_) {
      std::vector<uint32_t> next;
      if (Node* const node = vertices_[explored_].node) {
        followNode(*node, next);
      } else {
        followTensor(*vertices_[explored_].tensor, next);
      }
      vertices_[explored_].next = std::move(next);
    }
    markUseful();
  }

  void root(uint32_t start) {
    std::vector<uint32_t> pending{start};
    while (!pending.empty()) {
      Vertex& vertex = vertices_[pending.back()];
      pending.pop_back();
      if (vertex.rooted || !vertex.useful) continue;
      vertex.rooted = true;
      pending.insert(pending.end(), vertex.next.begin(), vertex.next.end());
    }
  }

  // Whether something other than a handle and a node of the graph may hold this leaf, such as a module. Only
  // asked of a leaf without a watched wrapper.
  bool heldElsewhere(const Vertex& vertex) const {
    return vertex.tensor && !vertex.wrapped && c10::raw::intrusive_ptr::use_count(vertex.tensor) > 1;
  }

  std::vector<Vertex>& vertices() { return vertices_; }

 private:
  uint32_t visit(Node* node, c10::TensorImpl* tensor) {
    const void* const key = node ? static_cast<const void*>(node) : tensor;
    const auto [found, fresh] = index_.emplace(key, vertices_.size());
    if (!fresh) return found->second;
    Vertex vertex;
    vertex.node = node;
    vertex.tensor = tensor;
    const auto site = callbacks_.find(key);
    if (site != callbacks_.end()) vertex.callbacks = site->second;
    vertices_.push_back(std::move(vertex));
    return found->second;
  }

  void followNode(Node& node, std::vector<uint32_t>& next) {
    for (const auto& edge : node.next_edges()) {
      if (edge.function) next.push_back(visit(edge.function.get(), nullptr));
    }
    if (auto* const leaf = dynamic_cast<AccumulateGrad*>(&node)) {
      if (leaf->variable.defined()) next.push_back(visit(leaf->variable));
    }
    if (auto* const function = dynamic_cast<FunctionNode*>(&node)) {
      for (auto* const saved : function->savedTensors()) next.push_back(visit(nullptr, saved));
    }
  }

  void followTensor(c10::TensorImpl& tensor, std::vector<uint32_t>& next) {
    auto* const meta = static_cast<AutogradMeta*>(tensor.autograd_meta());
    if (!meta) return;
    if (meta->grad_fn_) next.push_back(visit(meta->grad_fn_.get(), nullptr));
    if (meta->grad_.defined()) next.push_back(visit(meta->grad_));
    if (!meta->is_view_) return;
    const auto& view = static_cast<DifferentiableViewMeta&>(*meta);
    if (view.has_bw_view()) next.push_back(visit(view.get_backward_view().base_));
  }

  void markUseful() {
    std::vector<std::vector<uint32_t>> before(vertices_.size());
    std::vector<uint32_t> pending;
    for (uint32_t i = 0; i < vertices_.size(); ++i) {
      for (const uint32_t next : vertices_[i].next) before[next].push_back(i);
      if (!vertices_[i].callbacks.empty()) pending.push_back(i);
    }
    while (!pending.empty()) {
      const uint32_t i = pending.back();
      pending.pop_back();
      if (std::exchange(vertices_[i].useful, true)) continue;
      pending.insert(pending.end(), before[i].begin(), before[i].end());
    }
  }

  std::unordered_map<const void*, std::vector<std::shared_ptr<JsCallback>>> callbacks_;
  std::unordered_map<const void*, uint32_t> index_;
  std::vector<Vertex> vertices_;
  size_t explored_ = 0;
};

struct Wrapper {
  uint32_t vertex;
  napi_ref reference;
};

// The tensors of the environment that autograd knows. What has no wrapper that can be watched yet is a root.
std::vector<Wrapper> enter(EnvState& state, Graph& graph) {
  std::vector<Wrapper> wrappers;
  std::vector<uint32_t> roots;
  state.tensors.forEachRecorded([&](const at::Tensor& tensor, napi_ref wrapper) {
    const uint32_t vertex = graph.visit(tensor);
    if (wrapper) {
      wrappers.push_back({vertex, wrapper});
      graph.vertices()[vertex].wrapped = true;
    } else {
      roots.push_back(vertex);
    }
  });
  // Nodes in JavaScript's hands, which lead to hooks without a tensor.
  forEachNode(state.env, [&](Node& node, napi_ref box) { wrappers.push_back({graph.visit(node), box}); });
  graph.explore();
  for (const uint32_t vertex : roots) graph.root(vertex);
  for (uint32_t i = 0; i < graph.vertices().size(); ++i) {
    if (graph.heldElsewhere(graph.vertices()[i])) graph.root(i);
  }
  return wrappers;
}

// An array for each vertex that leads to functions: of these, and of the arrays of the next ones.
std::vector<napi_value> mirror(napi_env env, const std::vector<Vertex>& vertices) {
  std::vector<napi_value> arrays(vertices.size());
  for (uint32_t i = 0; i < vertices.size(); ++i) {
    if (vertices[i].useful) check(env, napi_create_array(env, &arrays[i]));
  }
  for (uint32_t i = 0; i < vertices.size(); ++i) {
    uint32_t length = 0;
    if (!arrays[i]) continue;
    for (const auto& callback : vertices[i].callbacks) {
      if (const napi_value function = callback->function())
        check(env, napi_set_element(env, arrays[i], length++, function));
    }
    for (const uint32_t next : vertices[i].next) {
      if (arrays[next]) check(env, napi_set_element(env, arrays[i], length++, arrays[next]));
    }
  }
  return arrays;
}

// Whether nothing but JavaScript and the graphs of its tensors holds tensors now.
bool quiet(const EnvState& state) {
  return state.backward_depth == 0 && state.async_backwards == 0 && !state.calls->held();
}

// beginCycles(): null, or [wrappers, what each is to keep alive during the collection that follows now].
Napi::Value beginCycles(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  state.sites.forgetDead();
  if (state.sites.all().empty() || !quiet(state)) return info.Env().Null();
  Graph graph(state.sites.all());
  const auto wrappers = enter(state, graph);
  const auto arrays = mirror(info.Env(), graph.vertices());
  auto keys = Napi::Array::New(info.Env());
  auto values = Napi::Array::New(info.Env());
  uint32_t count = 0;
  for (const auto& [vertex, reference] : wrappers) {
    napi_value wrapper = nullptr;
    if (!arrays[vertex]) continue;
    if (napi_get_reference_value(info.Env(), reference, &wrapper) != napi_ok || !wrapper) continue;
    keys.Set(count, Napi::Value(info.Env(), wrapper));
    values.Set(count++, Napi::Value(info.Env(), arrays[vertex]));
  }
  for (const auto& vertex : graph.vertices()) {
    if (vertex.rooted) continue;
    for (const auto& callback : vertex.callbacks) {
      if (callback->weaken()) state.sites.weakened.push_back(callback);
    }
  }
  auto result = Napi::Array::New(info.Env(), 2);
  result.Set(0u, keys);
  result.Set(1u, values);
  return result;
}

// endCycles(): after the collection.
Napi::Value endCycles(const Napi::CallbackInfo& info) {
  auto& sites = stateOf(info.Env()).sites;
  for (const auto& callback : std::exchange(sites.weakened, {})) callback->strengthen();
  sites.searched();
  return info.Env().Undefined();
}

}  // namespace

void initCycles(Napi::Object exports) {
  expose<beginCycles>(exports, "beginCycles");
  expose<endCycles>(exports, "endCycles");
}

}  // namespace ltn
