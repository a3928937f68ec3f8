// Calls of a module's methods.
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/passes/inliner.h>
#include <torch/csrc/jit/runtime/jit_exception.h>
#include <torch/csrc/jit/serialization/python_print.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "jit/guards.h"
#include "jit/init.h"
#include "jit/script.h"
#include "jit/values.h"

namespace ltn {

namespace {

using torch::jit::Method;

// A call with its arguments, which are all that it needs to run on another thread.
struct ScriptCall {
  torch::jit::Module module;
  std::string name;
  std::vector<c10::IValue> arguments;

  c10::IValue operator()() const {
    const GuardedGraph guarded;
    try {
      // Fills defaults in, and checks the number and the types of the arguments.
      return module.get_method(name)(arguments);
    } catch (const torch::jit::JITException& error) {
      // It quotes the module's code, in which nothing is to be translated.
      throw KindError("script", error.what());
    }
  }

  bool returnsTensor() const {
    const auto& returns = module.get_method(name).function().getSchema().returns();
    return returns.size() == 1 && returns[0].type()->kind() == c10::TypeKind::TensorType;
  }

  napi_value toResult(EnvState& state, c10::IValue value) const {
    return returnsTensor() ? toJs(state, std::move(value)) : taggedToJs(state, value);
  }
};

bool isLeftOut(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  napi_typeof(env, value, &type);
  return type == napi_undefined;
}

// (module, method, arguments in the schema's order); what is undefined takes its default.
ScriptCall readCall(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  ScriptCall call{moduleOf(info[0]), readString(info.Env(), info[1]), {}};
  const auto& schema = call.module.get_method(call.name).function().getSchema();
  const auto given = info[2].As<Napi::Array>();
  if (given.Length() + 1 != schema.arguments().size()) throw ArgumentError("expected all arguments");
  for (uint32_t i = 0; i < given.Length(); ++i) {
    const c10::Argument& argument = schema.arguments()[i + 1];
    const Napi::Value value = given.Get(i);
    if (isLeftOut(info.Env(), value)) {
      if (!argument.default_value()) throw ArgumentError("argument '" + argument.name() + "' is missing");
      call.arguments.push_back(*argument.default_value());
    } else {
      call.arguments.push_back(scriptFromJs(state, *argument.type(), value));
    }
  }
  return call;
}

Napi::Value jitCall(const Napi::CallbackInfo& info) {
  const ScriptCall call = readCall(info);
  return {info.Env(), call.toResult(stateOf(info.Env()), call())};
}

// (module, method, arguments, settle)
Napi::Value jitCallAsync(const Napi::CallbackInfo& info) {
  auto call = std::make_shared<ScriptCall>(readCall(info));
  const auto work = [call]() -> Finish {
    auto result = std::make_shared<c10::IValue>((*call)());
    call->arguments.clear();
    return [call, result](EnvState& state) { return call->toResult(state, std::move(*result)); };
  };
  call.reset();
  return Napi::Number::New(info.Env(), static_cast<double>(startJob(stateOf(info.Env()), work, info[3])));
}

std::string codeOf(const Method& method) {
  std::vector<c10::IValue> constants;
  torch::jit::PrintDepsTable dependencies;
  torch::jit::PythonPrint printer(constants, dependencies);
  printer.printMethod(method.function());
  return printer.str();
}

// (module, method, 'code' or 'graph' or 'inlinedGraph')
Napi::Value jitText(const Napi::CallbackInfo& info) {
  const Method method = moduleOf(info[0]).get_method(readString(info.Env(), info[1]));
  const std::string what = readString(info.Env(), info[2]);
  if (what == "code") return Napi::String::New(info.Env(), codeOf(method));
  if (what == "graph") return Napi::String::New(info.Env(), method.graph()->toString());
  const auto graph = method.graph()->copy();
  torch::jit::Inline(*graph);
  return Napi::String::New(info.Env(), graph->toString());
}

}  // namespace

void initScriptCalls(Napi::Object exports) {
  expose<jitCall>(exports, "jitCall");
  expose<jitCallAsync>(exports, "jitCallAsync");
  expose<jitText>(exports, "jitText");
}

}  // namespace ltn
