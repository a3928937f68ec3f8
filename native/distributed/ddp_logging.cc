// The Logger of a DistributedDataParallel: what it is told, and the data that it gives.
#include <limits>

#include "core/boundary.h"
#include "dispatch/values.h"
#include "distributed/init.h"
#include "distributed/reducer.h"

namespace ltn {

namespace {

// describeModule(reducer, name, device ids, output device, broadcasts buffers, has SyncBatchNorm, static
// graph): for the logging data.
Napi::Value describeModule(const Napi::CallbackInfo& info) {
  const auto& parts = reducerOf(info);
  std::vector<int> devices;
  for (const int64_t id : readInts(info.Env(), info[2])) devices.push_back(static_cast<int>(id));
  parts->logger().set_construction_data_and_log(
      readString(info.Env(), info[1]), devices, static_cast<int>(readInt(info.Env(), info[3])),
      info[4].ToBoolean(), info[5].ToBoolean(), info[6].ToBoolean());
  return info.Env().Undefined();
}

// For the logging data: that inputs may be uneven, or what DistributedDataParallel itself has refused.
Napi::Value logUnevenInputs(const Napi::CallbackInfo& info) {
  reducerOf(info)->logger().set_uneven_input_join();
  return info.Env().Undefined();
}

Napi::Value logDdpError(const Napi::CallbackInfo& info) {
  reducerOf(info)->logger().set_error_and_log(readString(info.Env(), info[1]));
  return info.Env().Undefined();
}

Napi::Value setLoggingSampleRate(const Napi::CallbackInfo& info) {
  const int64_t rate = readInt(info.Env(), info[1]);
  if (rate < 1 || rate > std::numeric_limits<int>::max())
    throw ArgumentError("expected a rate of at least 1");
  reducerOf(info)->reducer().set_ddp_runtime_logging_sample_rate(static_cast<int>(rate));
  return info.Env().Undefined();
}

// [name, text or number][]
Napi::Value ddpLoggingData(const Napi::CallbackInfo& info) {
  const auto parts = reducerOf(info);
  at::DDPLoggingData data;
  parts->enter(stateOf(info.Env()), [&] { data = parts->logger().get_ddp_logging_data(); });
  auto result = Napi::Array::New(info.Env());
  const auto add = [&](const std::string& name, napi_value value) {
    auto pair = Napi::Array::New(info.Env(), 2);
    pair.Set(0u, name);
    pair.Set(1u, value);
    result.Set(result.Length(), pair);
  };
  for (const auto& [name, text] : data.strs_map) add(name, Napi::String::New(info.Env(), text));
  for (const auto& [name, number] : data.ints_map) add(name, intToJs(info.Env(), number));
  return result;
}

}  // namespace

void initDdpLogging(Napi::Object exports) {
  expose<describeModule>(exports, "describeModule");
  expose<logUnevenInputs>(exports, "logUnevenInputs");
  expose<logDdpError>(exports, "logDdpError");
  expose<setLoggingSampleRate>(exports, "setLoggingSampleRate");
  expose<ddpLoggingData>(exports, "ddpLoggingData");
}

}  // namespace ltn
