#include "dispatch/operator.h"

#include <ATen/ScalarOps.h>
#include <c10/core/impl/LocalDispatchKeySet.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/errors.h"
#include "core/state.h"
#include "func/bare.h"
#include "tensor/sparse.h"
#include "trace/recorder.h"

namespace ltn {

namespace {

constexpr size_t kFewArguments = 4;
constexpr size_t kMaxArguments = 40;  // the longest schema of libtorch 2.13 has 29

bool given(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  napi_typeof(env, value, &type);
  return type != napi_undefined;
}

c10::IValue readArgument(const BoundOperator& op, size_t i, napi_value value) {
  try {
    return fromJs(op.state, op.arguments[i], value);
  } catch (const ArgumentError& error) {
    throw ArgumentError("argument '" + op.handle.schema().arguments()[i].name() + "': " + error.what());
  }
}

bool isMinusZero(double number) { return number == 0 && std::signbit(number); }

bool isMinusZero(const BoundOperator& op, size_t i, const c10::IValue& value) {
  if (op.arguments[i].kind == Kind::kScalar) return value.isDouble() && isMinusZero(value.toDouble());
  if (op.arguments[i].kind != Kind::kTensor || !value.isTensor()) return false;
  const at::Tensor& tensor = value.toTensor();
  if (!tensor.defined() || !tensor.unsafeGetTensorImpl()->is_wrapped_number()) return false;
  // A result stays a number where all were numbers: it may be of another shape by now, or have no memory.
  return tensor.scalar_type() == at::kDouble && tensor.is_cpu() && tensor.layout() == at::kStrided &&
         tensor.numel() == 1 && tensor.has_storage() && tensor.storage().data() &&
         isMinusZero(*tensor.const_data_ptr<double>());
}

bool isFloat(at::ScalarType type) { return at::isFloatingType(type) || at::isComplexType(type); }

bool isFloat(const BoundOperator& op, size_t i, const c10::IValue& value) {
  if (value.isTensor()) return value.toTensor().defined() && isFloat(value.toTensor().scalar_type());
  if (value.isTensorList()) {
    const auto list = value.toTensorList();
    return std::any_of(list.begin(), list.end(), [](const at::Tensor& tensor) {
      return tensor.defined() && isFloat(tensor.scalar_type());
    });
  }
  if (op.arguments[i].kind == Kind::kScalar) return value.isDouble() || value.isComplexDouble();
  return op.dtype == i && value.isInt() && isFloat(static_cast<at::ScalarType>(value.toInt()));
}

// JavaScript's -0 is Python's integer 0 where nothing else in the call is a float, and its -0.0 where
// something is.
void settleMinusZeros(const BoundOperator& op, torch::jit::Stack& stack) {
  std::vector<size_t> zeros;
  for (size_t i = 0; i < stack.size(); ++i) {
    if (isMinusZero(op, i, stack[i])) zeros.push_back(i);
  }
  if (zeros.empty()) return;
  for (size_t i = 0; i < stack.size(); ++i) {
    if (!isMinusZero(op, i, stack[i]) && isFloat(op, i, stack[i])) return;
  }
  for (const size_t i : zeros) {
    if (stack[i].isDouble()) {
      stack[i] = int64_t{0};
    } else {
      stack[i] = at::scalar_to_tensor(c10::Scalar(int64_t{0}));
      stack[i].toTensor().unsafeGetTensorImpl()->set_wrapped_number(true);
    }
  }
}

torch::jit::Stack readStack(const BoundOperator& op, size_t argc, const napi_value* argv) {
  torch::jit::Stack stack;
  const size_t count = op.arguments.size();
  stack.reserve(count);
  for (size_t i = 0; i < count; ++i) {
    if (i < argc && (!(op.arguments[i].optional || !op.required[i]) || given(op.state.env, argv[i]))) {
      stack.push_back(readArgument(op, i, argv[i]));
    } else if (op.required[i]) {
      throw ArgumentError("argument '" + op.handle.schema().arguments()[i].name() + "' is missing");
    } else {
      stack.push_back(op.defaults[i]);
    }
  }
  settleMinusZeros(op, stack);
  return stack;
}

bool onCpu(const c10::IValue& value) {
  if (value.isTensor()) return !value.toTensor().defined() || value.toTensor().is_cpu();
  return !value.isDevice() || value.toDevice().is_cpu();
}

// If no generator is given, the environment's own is used, where it has one. A process has one default
// generator, but a loader's worker is to draw what a worker process of Python draws.
void lendGenerator(const BoundOperator& op, torch::jit::Stack& stack) {
  if (!op.state.generator || !op.generator || !stack[*op.generator].isNone()) return;
  if (std::all_of(stack.begin(), stack.end(), onCpu)) stack[*op.generator] = *op.state.generator;
}

napi_value results(EnvState& state, torch::jit::Stack& stack) {
  if (stack.size() == 1) return toJs(state, std::move(stack[0]));
  if (stack.empty()) return Napi::Env(state.env).Undefined();
  napi_value array = nullptr;
  check(state.env, napi_create_array_with_length(state.env, stack.size(), &array));
  for (size_t i = 0; i < stack.size(); ++i) {
    check(state.env, napi_set_element(state.env, array, i, toJs(state, std::move(stack[i]))));
  }
  return array;
}

// For the error that is about to be made: the operator, its schema and the tensors that it was given.
napi_value describeCall(const BoundOperator& op, size_t argc, const napi_value* argv) {
  const Napi::Env env(op.state.env);
  const auto& schema = op.handle.schema();
  auto details = Napi::Object::New(env);
  details.Set("operator", Napi::String::New(env, schema.operator_name().name));
  details.Set("schema", Napi::String::New(env, c10::str(schema)));
  auto inputs = Napi::Object::New(env);
  for (size_t i = 0; i < std::min(argc, op.arguments.size()); ++i) {
    Handle handle = 0;
    if (op.arguments[i].kind != Kind::kTensor || op.arguments[i].list) continue;
    if (napi_get_value_int32(env, argv[i], &handle) != napi_ok || !op.state.tensors.alive(handle)) continue;
    inputs.Set(schema.arguments()[i].name(), describeTensor(op.state.tensors.get(handle)));
  }
  details.Set("inputs", inputs);
  return details;
}

// `schema` as a C++ signature, if it is one of those that are called directly.
std::string signatureOf(const c10::FunctionSchema& schema) {
  std::string text;
  for (const auto& argument : schema.arguments()) {
    if (argument.alias_info()) return "";
    text += argument.real_type()->str() + ",";
  }
  const auto& returns = schema.returns();
  return returns.size() == 1 && returns[0].type()->str() == "Tensor" && !returns[0].alias_info() ? text : "";
}

// Nothing to record: no input has ever met autograd, so its kernels would only pass the call on.
// Wrappers of torch.func are recorded at a level of their own.
bool plain(const at::Tensor& tensor) {
  return tensor.unsafeGetTensorImpl()->autograd_meta() == nullptr && !isTransformed(tensor);
}

// What is looked at to check a call is no part of a graph that is being recorded.
void runChecks(const BoundOperator& op, torch::jit::Stack& stack) {
  std::optional<Unrecorded> checks;
  if (isRecording()) checks.emplace();
  op.checks.check(stack);
}

c10::DispatchKeySet keysOf(const c10::IValue& value) {
  if (value.isTensor())
    return value.toTensor().defined() ? value.toTensor().key_set() : c10::DispatchKeySet();
  c10::DispatchKeySet keys;
  if (value.isTensorList()) {
    for (const at::Tensor& tensor : value.toTensorList())
      if (tensor.defined()) keys = keys | tensor.key_set();
  } else if (value.isOptionalTensorList()) {
    for (const std::optional<at::Tensor> tensor : value.toOptionalTensorList())
      if (tensor && tensor->defined()) keys = keys | tensor->key_set();
  }
  return keys;
}

// What the dispatcher hands to the kernel of a key: that key, and those behind it of the tensors. Two keys
// are passed by where the operator has no kernel for them.
c10::DispatchKeySet keysFor(const BoundOperator& op, const torch::jit::Stack& stack) {
  c10::DispatchKeySet keys;
  for (const c10::IValue& value : stack) keys = keys | keysOf(value);
  keys = c10::impl::computeDispatchKeySet(keys, c10::DispatchKeySet(c10::DispatchKeySet::FULL));
  for (const auto skipped : {c10::DispatchKey::ADInplaceOrView, c10::DispatchKey::BackendSelect}) {
    if (!op.handle.hasKernelForDispatchKey(skipped)) keys = keys.remove(skipped);
  }
  const c10::DispatchKeySet behind(c10::DispatchKeySet::FULL_AFTER, *op.key);
  return (keys & behind) | c10::DispatchKeySet(*op.key);
}

struct Direct {
  const BoundOperator& bound;
  const at::Tensor& a;
  const at::Tensor& b;

  at::Tensor operator()(std::monostate) const { throw ArgumentError("this operator needs a stack"); }

  at::Tensor operator()(const Unary& op) const {
    bound.checks.checkLayout(a);
    if (!plain(a)) return op.call(a);
    const c10::impl::ExcludeDispatchKeyGuard guard(bound.skipped);
    return op.call(a);
  }

  at::Tensor operator()(const Binary& op) const {
    bound.checks.checkLayout(a);
    bound.checks.checkLayout(b);
    if (!plain(a) || !plain(b)) return op.call(a, b);
    const c10::impl::ExcludeDispatchKeyGuard guard(bound.skipped);
    return op.call(a, b);
  }

  at::Tensor operator()(const BinaryAlpha& op) const {
    bound.checks.checkLayout(a);
    bound.checks.checkLayout(b);
    if (!plain(a) || !plain(b)) return op.call(a, b, 1);
    const c10::impl::ExcludeDispatchKeyGuard guard(bound.skipped);
    return op.call(a, b, 1);
  }
};

napi_value call(const BoundOperator& op, size_t argc, const napi_value* argv) {
  if (argc == directArity(op) && argc > 0) {
    const at::Tensor& a = readTensor(op.state, argv[0]);
    at::Tensor single = callDirect(op, a, argc == 1 ? a : readTensor(op.state, argv[1]));
    if (!single.defined()) return Napi::Env(op.state.env).Null();
    napi_value handle = nullptr;
    check(op.state.env, napi_create_int32(op.state.env, op.state.tensors.add(std::move(single)), &handle));
    return handle;
  }
  torch::jit::Stack stack = readStack(op, argc, argv);
  callChecked(op, stack);
  return results(op.state, stack);
}

// Throws the current exception into JavaScript, and says which operator was called with what.
void report(const BoundOperator& op, size_t argc, const napi_value* argv) noexcept {
  const auto error = std::current_exception();
  bool pending = false;
  napi_is_exception_pending(op.state.env, &pending);
  try {
    napi_value details = pending ? nullptr : describeCall(op, argc, argv);
    try {
      std::rethrow_exception(error);
    } catch (...) {
      throwCurrent(op.state.env, details);
    }
  } catch (...) {
    throwCurrent(op.state.env);
  }
}

}  // namespace

BoundOperator::BoundOperator(EnvState& environment, const c10::OperatorHandle& op,
                             std::optional<c10::DispatchKey> only)
    : state(environment), handle(op), checks(op), key(only) {
  if (key) kernel = op.getComputedKernelForDispatchKey(*key);
  for (const auto& argument : op.schema().arguments()) {
    arguments.push_back(argumentType(argument.real_type(), argument.N().value_or(0)));
    if (arguments.back().kind == Kind::kGenerator) generator = arguments.size() - 1;
    if (argument.name() == "dtype") dtype = arguments.size() - 1;
    const bool has_default = argument.default_value().has_value();
    defaults.push_back(has_default ? *argument.default_value() : c10::IValue());
    required.push_back(!has_default && !arguments.back().optional);
  }
  // An operator with a guard always makes a stack.
  if (!key && !checks.hasGuard() && op.operator_name().name.starts_with("aten::")) {
    const std::string signature = signatureOf(op.schema());
    if (signature == "Tensor,") direct = op.typed<at::Tensor(const at::Tensor&)>();
    if (signature == "Tensor,Tensor,") direct = op.typed<at::Tensor(const at::Tensor&, const at::Tensor&)>();
    // Only `alpha` is 1 by default: the scalar of dist is 2.
    if (signature == "Tensor,Tensor,Scalar," && op.schema().arguments()[2].name() == "alpha")
      direct = op.typed<at::Tensor(const at::Tensor&, const at::Tensor&, const at::Scalar&)>();
  }
  // What autograd's kernel skips while it calls the one below. An operator without such a kernel consists of
  // others, which may be views; one that is a view, or writes, says so in a kernel of its own.
  if (op.hasKernelForDispatchKey(c10::DispatchKey::Autograd) &&
      !op.hasKernelForDispatchKey(c10::DispatchKey::ADInplaceOrView)) {
    skipped = c10::autograd_dispatch_keyset_with_ADInplaceOrView;
  }
  TORCH_CHECK(arguments.size() <= kMaxArguments, op.operator_name(), " has too many arguments");
}

size_t directArity(const BoundOperator& op) {
  if (std::holds_alternative<std::monostate>(op.direct)) return 0;
  return std::holds_alternative<Unary>(op.direct) ? 1 : 2;
}

at::Tensor callDirect(const BoundOperator& op, const at::Tensor& a, const at::Tensor& b) {
  return std::visit(Direct{op, a, b}, op.direct);
}

void callChecked(const BoundOperator& op, torch::jit::Stack& stack) {
  lendGenerator(op, stack);
  runChecks(op, stack);
  op.checks.separate(stack);
  if (op.kernel) {
    op.kernel->callBoxed(op.handle, keysFor(op, stack), &stack);
  } else {
    op.handle.callBoxed(stack);
  }
}

std::string describeTensor(const at::Tensor& tensor) {
  // Tensors of a nested one have sizes of their own.
  if (tensor.is_nested()) return c10::str("nested ", tensor.scalar_type(), " ", tensor.device().str());
  return c10::str(tensor.scalar_type(), tensor.sizes(), " ", tensor.device().str());
}

napi_value callOperator(napi_env env, napi_callback_info info) noexcept {
  // Node fills the rest of the array with undefined, which takes time. So a short one is tried first.
  size_t argc = kFewArguments;
  std::array<napi_value, kMaxArguments> argv;
  void* data = nullptr;
  napi_get_cb_info(env, info, &argc, argv.data(), nullptr, &data);
  const auto& op = *static_cast<BoundOperator*>(data);
  if (argc > kFewArguments) {
    argc = kMaxArguments;
    napi_get_cb_info(env, info, &argc, argv.data(), nullptr, nullptr);
    argc = std::min(argc, kMaxArguments);
  }
  try {
    const napi_value result = call(op, argc, argv.data());
    if (Warnings::waiting()) deliverWarnings(env);
    return result;
  } catch (...) {
    report(op, argc, argv.data());
    return nullptr;
  }
}

}  // namespace ltn
