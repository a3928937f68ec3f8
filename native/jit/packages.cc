// Packages of AOTInductor: a model that Python has compiled to native code.
#include <torch/csrc/inductor/aoti_package/model_package_loader.h>

#include <cstdlib>
#include <mutex>

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "jit/init.h"
#include "jit/script.h"
#include "serialization/init.h"

namespace ltn {

using Package = torch::inductor::AOTIModelPackageLoader;

template <>
struct BoxName<Package> {
  static constexpr const char* kName = "compiled package";
};

namespace {

// The code of a package reads this when it first runs, and trusts sizes, dtypes and devices without it.
void checkInputs() {
  static std::once_flag done;
  std::call_once(done, [] {
#ifdef _WIN32
    _putenv_s("AOTI_RUNTIME_CHECK_INPUTS", "1");
#else
    setenv("AOTI_RUNTIME_CHECK_INPUTS", "1", 1);
#endif
  });
}

struct PackageRequest {
  std::string path, model;
  bool single_threaded;
  size_t runners;
  c10::DeviceIndex device;

  std::shared_ptr<Package> operator()() const {
    checkInputs();
    return std::make_shared<Package>(path, model, single_threaded, runners, device);
  }
};

// (path, model, single thread, runners, device)
PackageRequest readRequest(const Napi::CallbackInfo& info) {
  const napi_env env = info.Env();
  const int64_t runners = readInt(env, info[3]), device = readInt(env, info[4]);
  if (runners < 1 || runners > 1024 || device < -1 || device > 127) throw ArgumentError("out of range");
  return {readString(env, info[0]), readString(env, info[1]), info[2].ToBoolean(),
          static_cast<size_t>(runners), static_cast<c10::DeviceIndex>(device)};
}

Napi::Value packageLoad(const Napi::CallbackInfo& info) { return box(info.Env(), readRequest(info)()); }

Napi::Value packageLoadAsync(const Napi::CallbackInfo& info) {
  return startReading(info[5], readRequest(info),
                      [](EnvState& state, const std::shared_ptr<Package>& loaded) -> napi_value {
                        return box(state.env, loaded);
                      });
}

// {metadata: [name, value][], callSpec, constants}
Napi::Value packageInfo(const Napi::CallbackInfo& info) {
  const auto& package = unbox<Package>(info.Env(), info[0]);
  auto metadata = Napi::Array::New(info.Env());
  uint32_t count = 0;
  for (const auto& [name, value] : package->get_metadata()) {
    auto row = Napi::Array::New(info.Env(), 2);
    row.Set(0u, name);
    row.Set(1u, value);
    metadata.Set(count++, row);
  }
  const auto texts = [&](const std::vector<std::string>& values) {
    auto out = Napi::Array::New(info.Env(), values.size());
    for (uint32_t i = 0; i < values.size(); ++i) out.Set(i, values[i]);
    return out;
  };
  auto out = Napi::Object::New(info.Env());
  out.Set("metadata", metadata);
  out.Set("callSpec", texts(package->get_call_spec()));
  out.Set("constants", texts(package->get_constant_fqns()));
  return out;
}

Napi::Value packageRun(const Napi::CallbackInfo& info) {
  const auto outputs = unbox<Package>(info.Env(), info[0])->run(readTensors(stateOf(info.Env()), info[1]));
  return {info.Env(), tensorsToJs(stateOf(info.Env()), outputs)};
}

// (package, inputs, settle)
Napi::Value packageRunAsync(const Napi::CallbackInfo& info) {
  const auto run = [package = unbox<Package>(info.Env(), info[0]),
                    inputs = readTensors(stateOf(info.Env()), info[1])] { return package->run(inputs); };
  return startReading(info[2], run, tensorsToJs);
}

// (package, names, tensors, whether all constants have to be there)
Napi::Value packageLoadConstants(const Napi::CallbackInfo& info) {
  const auto names = readStrings(info.Env(), info[1]);
  const auto tensors = readTensors(stateOf(info.Env()), info[2]);
  if (names.size() != tensors.size()) throw ArgumentError("expected a tensor for each name");
  std::unordered_map<std::string, at::Tensor> map;
  for (size_t i = 0; i < names.size(); ++i) map.emplace(names[i], tensors[i]);
  unbox<Package>(info.Env(), info[0])->load_constants(map, false, info[3].ToBoolean());
  return info.Env().Undefined();
}

}  // namespace

void initCompiledPackages(Napi::Object exports) {
  expose<packageLoad>(exports, "packageLoad");
  expose<packageLoadAsync>(exports, "packageLoadAsync");
  expose<packageInfo>(exports, "packageInfo");
  expose<packageRun>(exports, "packageRun");
  expose<packageRunAsync>(exports, "packageRunAsync");
  expose<packageLoadConstants>(exports, "packageLoadConstants");
}

}  // namespace ltn
