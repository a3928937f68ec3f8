#include "tensor/generator.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

// For kernels, which know of no environment. Only compared: the environment keeps the generator.
thread_local const c10::GeneratorImpl* own_generator = nullptr;

// The state of the Mersenne twister, for the most part.
constexpr int64_t kBytes = sizeof(at::CPUGeneratorImpl) + 128;

at::Generator generatorFor(const c10::Device& device) {
  if (device.is_cpu()) return at::detail::createCPUGenerator();
  return at::globalContext().getAcceleratorHooksInterface(device.type()).getNewGenerator(device.index());
}

uint64_t readSeed(const Napi::CallbackInfo& info, size_t index) {
  // Python takes int64 and uint64; a negative seed is its two's complement.
  if (info[index].IsBigInt()) {
    bool lossless = false;
    const uint64_t wide = info[index].As<Napi::BigInt>().Uint64Value(&lossless);
    if (lossless) return wide;
  }
  return static_cast<uint64_t>(readInt(info.Env(), info[index]));
}

void seed(at::Generator& generator, uint64_t value) {
  const std::lock_guard lock(generator.mutex());
  generator.set_current_seed(value);
}

Napi::Value seedToJs(Napi::Env env, uint64_t seed) {
  if (seed > (1ull << 53)) return Napi::BigInt::New(env, seed);
  return Napi::Number::New(env, static_cast<double>(seed));
}

Napi::Value newGenerator(const Napi::CallbackInfo& info) {
  const auto device = readDevice(info.Env(), info[0]);
  return box(info.Env(), std::make_shared<at::Generator>(generatorFor(device)), kBytes);
}

// defaultGenerator(device): shared with everything else in the process, unless the environment has its own.
Napi::Value defaultGenerator(const Napi::CallbackInfo& info) {
  const auto device = readDevice(info.Env(), info[0]);
  const auto& own = stateOf(info.Env()).generator;
  if (own && device.is_cpu()) return box(info.Env(), std::make_shared<at::Generator>(*own));
  return box(info.Env(), std::make_shared<at::Generator>(at::globalContext().defaultGenerator(device)));
}

at::Generator& generatorOf(const Napi::CallbackInfo& info) {
  return *unbox<at::Generator>(info.Env(), info[0]);
}

Napi::Value setSeed(const Napi::CallbackInfo& info) {
  seed(generatorOf(info), readSeed(info, 1));
  return info.Env().Undefined();
}

Napi::Value freshSeed(const Napi::CallbackInfo& info) {
  auto& generator = generatorOf(info);
  const std::lock_guard lock(generator.mutex());
  return seedToJs(info.Env(), generator.seed());
}

Napi::Value initialSeed(const Napi::CallbackInfo& info) {
  return seedToJs(info.Env(), generatorOf(info).current_seed());
}

Napi::Value generatorDevice(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), generatorOf(info).device().str());
}

Napi::Value getState(const Napi::CallbackInfo& info) {
  return {info.Env(), toJs(stateOf(info.Env()), generatorOf(info).get_state())};
}

Napi::Value setState(const Napi::CallbackInfo& info) {
  generatorOf(info).set_state(readTensor(stateOf(info.Env()), info[1]));
  return info.Env().Undefined();
}

// manualSeed(seed): every default generator, as torch.manual_seed; the environment's own, if it has one.
Napi::Value manualSeed(const Napi::CallbackInfo& info) {
  auto& own = stateOf(info.Env()).generator;
  const uint64_t value = readSeed(info, 0);
  own ? seed(*own, value) : at::manual_seed(value);
  return info.Env().Undefined();
}

// ownGenerator(seed): from now on this environment draws from a default CPU generator of its own.
Napi::Value ownGenerator(const Napi::CallbackInfo& info) {
  auto generator = at::detail::createCPUGenerator();
  seed(generator, readSeed(info, 0));
  own_generator = generator.unsafeGetGeneratorImpl();
  stateOf(info.Env()).generator = std::move(generator);
  return info.Env().Undefined();
}

}  // namespace

bool isOwnGenerator(const at::Generator& generator) {
  return own_generator != nullptr && generator.unsafeGetGeneratorImpl() == own_generator;
}

void initGenerator(Napi::Object exports) {
  expose<newGenerator>(exports, "newGenerator");
  expose<defaultGenerator>(exports, "defaultGenerator");
  expose<setSeed>(exports, "setSeed");
  expose<freshSeed>(exports, "freshSeed");
  expose<initialSeed>(exports, "initialSeed");
  expose<generatorDevice>(exports, "generatorDevice");
  expose<getState>(exports, "getState");
  expose<setState>(exports, "setState");
  expose<manualSeed>(exports, "manualSeed");
  expose<ownGenerator>(exports, "ownGenerator");
}

}  // namespace ltn
