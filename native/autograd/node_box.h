// Nodes of the graph as JavaScript holds them: a box that keeps the node, and with it what the node leads to.
#pragma once

#include <napi.h>
#include <torch/csrc/autograd/function.h>

#include <functional>

#include "core/box.h"

namespace ltn {

struct EnvState;

struct NodeHandle {
  c10::intrusive_ptr<torch::autograd::Node> node;
};

template <>
struct BoxName<NodeHandle> {
  static constexpr const char* kName = "Node";
};

// [address, box], or null without a node. One node has one address as long as a box keeps it.
Napi::Value nodeToJs(Napi::Env env, const c10::intrusive_ptr<torch::autograd::Node>& node);

// Calls `visit` with each node that JavaScript of this environment holds, and with a weak reference to its
// box.
void forEachNode(napi_env env, const std::function<void(torch::autograd::Node&, napi_ref)>& visit);

const c10::intrusive_ptr<torch::autograd::Node>& readNode(napi_env env, napi_value value);

// Whether the backward that runs on this thread executes the node.
bool willExecute(const torch::autograd::Node& node);

}  // namespace ltn
