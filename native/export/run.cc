#include "export/run.h"

#include <memory>
#include <utility>
#include <vector>

#include "core/boundary.h"
#include "core/errors.h"
#include "core/jobs.h"
#include "core/js_reference.h"
#include "core/state.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

using program::NodeError;
using program::Plan;
using Results = std::vector<c10::IValue>;

// A call with all that it needs to run on another thread. JavaScript that runs within a kernel might let go
// of the plan's box.
struct PlanCall {
  std::shared_ptr<Plan> plan;
  std::vector<c10::IValue> given;

  Results operator()() { return plan->run(std::move(given)); }
};

// (plan, held, inputs): handles of the tensors that belong to the module, and the inputs of the call.
PlanCall readCall(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  auto& state = stateOf(env);
  PlanCall call{unbox<Plan>(env, info[0]), {}};
  const auto held = info[1].As<Napi::Int32Array>();
  const auto inputs = info[2].As<Napi::Array>();
  call.given.reserve(held.ElementLength() + inputs.Length());
  for (size_t i = 0; i < held.ElementLength(); ++i) {
    if (!state.tensors.alive(held[i])) throw KindError("torch", "a tensor of this program was disposed");
    call.given.emplace_back(state.tensors.get(held[i]));
  }
  for (uint32_t i = 0; i < inputs.Length(); ++i) call.given.push_back(readPlanInput(state, inputs.Get(i)));
  return call;
}

napi_value detailsOf(Napi::Env env, const NodeError& error) {
  auto details = Napi::Object::New(env);
  details.Set("operator", error.operator_name);
  details.Set("schema", error.schema);
  details.Set("node", error.label);
  auto inputs = Napi::Object::New(env);
  for (const auto& [name, text] : error.inputs) inputs.Set(name, text);
  details.Set("inputs", inputs);
  return details;
}

napi_value nodeErrorToJs(napi_env env, const NodeError& error) {
  return errorToJs(env, error.cause, detailsOf(env, error));
}

// Tensors are handles, and anything else is an array of itself.
napi_value resultsToJs(EnvState& state, Results results) {
  const Napi::Env env(state.env);
  Napi::Array out = Napi::Array::New(env, results.size());
  for (uint32_t i = 0; i < results.size(); ++i) {
    const bool number = !results[i].isTensor();
    Napi::Value value(env, toJs(state, std::move(results[i])));
    if (number && !value.IsNull()) {
      Napi::Array single = Napi::Array::New(env, 1);
      single.Set(0u, value);
      value = single;
    }
    out.Set(i, value);
  }
  return out;
}

Napi::Value planRun(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  PlanCall call = readCall(info);
  Results results;
  try {
    results = call();
  } catch (const NodeError& error) {
    napi_throw(env, nodeErrorToJs(env, error));
    throw PendingException();
  }
  return {env, resultsToJs(stateOf(env), std::move(results))};
}

// A node's error is made where there is JavaScript: it names the node.
Finish failing(const NodeError& error) {
  return [error](EnvState& state) -> napi_value {
    auto holder = Napi::Array::New(Napi::Env(state.env), 1);
    holder.Set(0u, Napi::Value(state.env, nodeErrorToJs(state.env, error)));
    throw JsError(std::make_shared<JsReference>(state.env, holder));
  };
}

Napi::Value planRunAsync(const Napi::CallbackInfo& info) {
  const auto call = std::make_shared<PlanCall>(readCall(info));
  const auto work = [call]() -> Finish {
    try {
      auto results = std::make_shared<Results>((*call)());
      return [results](EnvState& state) { return resultsToJs(state, std::move(*results)); };
    } catch (const NodeError& error) {
      return failing(error);
    }
  };
  return Napi::Number::New(info.Env(), static_cast<double>(startJob(stateOf(info.Env()), work, info[3])));
}

}  // namespace

void initPlanRuns(Napi::Object exports) {
  expose<planRun>(exports, "planRun");
  expose<planRunAsync>(exports, "planRunAsync");
}

}  // namespace ltn
