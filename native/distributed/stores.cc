// The key-value stores by which the processes of a group find each other.
#include <c10/util/Logging.h>

#include <cstdlib>
#include <cstring>
#include <torch/csrc/distributed/c10d/HashStore.hpp>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#include <utility>

#include "core/alone.h"
#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "distributed/group.h"
#include "distributed/init.h"
#include "distributed/loopback.h"
#include "distributed/store_file.h"

C10_DECLARE_int(caffe2_log_level);

namespace ltn {

using StorePtr = c10::intrusive_ptr<c10d::Store>;

// Empty once it has been closed.
struct HeldStore {
  StorePtr store;
};

template <>
struct BoxName<HeldStore> {
  static constexpr const char* kName = "Store";
};

StorePtr storeOf(napi_env env, napi_value value) {
  const auto& held = unbox<HeldStore>(env, value);
  if (!held->store) throw KindError("torch", "this store has been closed");
  return held->store;
}

Napi::Value storeToJs(Napi::Env env, StorePtr store) {
  return box(env, std::make_shared<HeldStore>(HeldStore{std::move(store)}));
}

std::chrono::milliseconds readTimeout(napi_env env, napi_value value) {
  return std::chrono::milliseconds(readInt(env, value));
}

namespace {

using Bytes = std::vector<uint8_t>;

Bytes readBytes(const Napi::Value& value) {
  if (!value.IsTypedArray()) throw ArgumentError("expected bytes");
  const auto array = value.As<Napi::TypedArray>();
  const auto* data = static_cast<const uint8_t*>(array.ArrayBuffer().Data()) + array.ByteOffset();
  return {data, data + array.ByteLength()};
}

Napi::Value bytesToJs(Napi::Env env, const Bytes& bytes) {
  auto buffer = Napi::ArrayBuffer::New(env, bytes.size());
  if (!bytes.empty()) std::memcpy(buffer.Data(), bytes.data(), bytes.size());
  return buffer;
}

template <class T, class Read>
std::vector<T> readArray(const Napi::Value& value, Read read) {
  if (!value.IsArray()) throw ArgumentError("expected an array");
  const auto array = value.As<Napi::Array>();
  std::vector<T> items;
  items.reserve(array.Length());
  for (uint32_t i = 0; i < array.Length(); ++i) items.push_back(read(array.Get(i)));
  return items;
}

std::vector<std::string> readKeys(const Napi::Value& value) {
  return readArray<std::string>(value, [](const Napi::Value& key) { return readString(key.Env(), key); });
}

template <class T>
Napi::Value arrayToJs(Napi::Env env, const std::vector<T>& items,
                      const std::function<Napi::Value(const T&)>& convert) {
  auto array = Napi::Array::New(env, items.size());
  for (size_t i = 0; i < items.size(); ++i) array.Set(static_cast<uint32_t>(i), convert(items[i]));
  return array;
}

// c10d reports each failed connection, with a C++ stack, on stderr; its errors say the same again. Whoever
// wants to see the reports sets TORCH_CPP_LOG_LEVEL, as with Python.
void quieten() {
  [[maybe_unused]] static const bool done = [] {
    if (!std::getenv("TORCH_CPP_LOG_LEVEL")) FLAGS_caffe2_log_level = c10::GLOG_FATAL;
    return true;
  }();
}

uint16_t readPort(const Napi::Value& value) {
  const int64_t port = readInt(value.Env(), value);
  if (port < 0 || port > 65535) throw ArgumentError("expected a port from 0 to 65535");
  return static_cast<uint16_t>(port);
}

// Where the address is that of this machine alone, nobody else may reach the store.
StorePtr makeTcpStore(const std::string& host, c10d::TCPStoreOptions options) {
  if (options.isServer && !options.masterListenFd) {
    if (const auto listening = listenOnLoopback(host, options.port)) {
      options.masterListenFd = listening->descriptor;
      options.port = listening->port;
    }
  }
  return c10::make_intrusive<c10d::TCPStore>(host, options);
}

// openTcpStore(host, port, workers or -1, isServer, timeout, waitForWorkers, multiTenant, useLibUV,
// descriptor that listens or -1, settle): with a settle function in a job, which it returns; with null at
// once.
Napi::Value openTcpStore(const Napi::CallbackInfo& info) {
  quieten();
  c10d::TCPStoreOptions options;
  const std::string host = readString(info.Env(), info[0]);
  options.port = readPort(info[1]);
  if (const int64_t workers = readInt(info.Env(), info[2]); workers >= 0)
    options.numWorkers = static_cast<size_t>(workers);
  options.isServer = info[3].As<Napi::Boolean>();
  options.timeout = readTimeout(info.Env(), info[4]);
  options.waitWorkers = info[5].As<Napi::Boolean>();
  options.multiTenant = info[6].As<Napi::Boolean>();
  options.useLibUV = info[7].As<Napi::Boolean>();
  if (const int64_t descriptor = readInt(info.Env(), info[8]); descriptor >= 0)
    options.masterListenFd = static_cast<int>(descriptor);
  if (info[9].IsNull()) return storeToJs(info.Env(), makeTcpStore(host, options));
  const auto open = [host, options]() -> Finish {
    auto store = makeTcpStore(host, options);
    return [store](EnvState& state) -> napi_value { return storeToJs(state.env, store); };
  };
  return box(info.Env(), startAlone(stateOf(info.Env()), open, info[9]));
}

// openFileStore(path, workers)
Napi::Value openFileStore(const Napi::CallbackInfo& info) {
  const int64_t workers = readInt(info.Env(), info[1]);
  if (workers != static_cast<int>(workers)) throw ArgumentError("FileStore: too many workers");
  const std::string path = readString(info.Env(), info[0]);
  return storeToJs(info.Env(), c10::make_intrusive<CheckedFileStore>(path, static_cast<int>(workers)));
}

Napi::Value openHashStore(const Napi::CallbackInfo& info) {
  return storeToJs(info.Env(), c10::make_intrusive<c10d::HashStore>());
}

// openPrefixStore(prefix, store)
Napi::Value openPrefixStore(const Napi::CallbackInfo& info) {
  return storeToJs(info.Env(), c10::make_intrusive<c10d::PrefixStore>(readString(info.Env(), info[0]),
                                                                      storeOf(info.Env(), info[1])));
}

// Lets go of the store, whose connection and server end when nobody else holds it.
Napi::Value closeStore(const Napi::CallbackInfo& info) {
  unbox<HeldStore>(info.Env(), info[0])->store.reset();
  return info.Env().Undefined();
}

// tcpStoreAddress(store): [host, port], or null for another kind.
Napi::Value tcpStoreAddress(const Napi::CallbackInfo& info) {
  const auto store = storeOf(info.Env(), info[0]);
  const auto* tcp = dynamic_cast<const c10d::TCPStore*>(store.get());
  if (!tcp) return info.Env().Null();
  auto address = Napi::Array::New(info.Env(), 2);
  address.Set(0u, Napi::String::New(info.Env(), tcp->getHost()));
  address.Set(1u, Napi::Number::New(info.Env(), tcp->getPort()));
  return address;
}

Napi::Value storeSet(const Napi::CallbackInfo& info) {
  storeOf(info.Env(), info[0])->set(readString(info.Env(), info[1]), readBytes(info[2]));
  return info.Env().Undefined();
}

// storeGet(store, key, settle): blocks until there is such a key. With a settle function in a job, which it
// returns; a store whose connection serves one call at a time answers nobody else meanwhile.
Napi::Value storeGet(const Napi::CallbackInfo& info) {
  const auto store = storeOf(info.Env(), info[0]);
  const std::string key = readString(info.Env(), info[1]);
  if (info[2].IsNull()) return bytesToJs(info.Env(), store->get(key));
  const auto get = [store, key]() -> Finish {
    const Bytes bytes = store->get(key);
    return [bytes](EnvState& state) -> napi_value { return bytesToJs(state.env, bytes); };
  };
  return box(info.Env(), startAlone(stateOf(info.Env()), get, info[2]));
}

// storeWait(store, keys, timeout in ms or -1 for the store's own, settle)
Napi::Value storeWait(const Napi::CallbackInfo& info) {
  const auto store = storeOf(info.Env(), info[0]);
  const auto keys = readKeys(info[1]);
  const auto given = readTimeout(info.Env(), info[2]);
  const auto timeout = given.count() < 0 ? store->getTimeout() : given;
  if (info[3].IsNull()) {
    store->wait(keys, timeout);
    return info.Env().Undefined();
  }
  const auto wait = [store, keys, timeout]() -> Finish {
    store->wait(keys, timeout);
    return [](EnvState& state) -> napi_value { return Napi::Env(state.env).Undefined(); };
  };
  startAlone(stateOf(info.Env()), wait, info[3]);
  return info.Env().Undefined();
}

Napi::Value storeAdd(const Napi::CallbackInfo& info) {
  const int64_t sum =
      storeOf(info.Env(), info[0])->add(readString(info.Env(), info[1]), readInt(info.Env(), info[2]));
  return {info.Env(), intToJs(info.Env(), sum)};
}

Napi::Value storeCompareSet(const Napi::CallbackInfo& info) {
  const auto now = storeOf(info.Env(), info[0])
                       ->compareSet(readString(info.Env(), info[1]), readBytes(info[2]), readBytes(info[3]));
  return bytesToJs(info.Env(), now);
}

Napi::Value storeDelete(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(),
                            storeOf(info.Env(), info[0])->deleteKey(readString(info.Env(), info[1])));
}

Napi::Value storeCheck(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), storeOf(info.Env(), info[0])->check(readKeys(info[1])));
}

Napi::Value storeCount(const Napi::CallbackInfo& info) {
  return {info.Env(), intToJs(info.Env(), storeOf(info.Env(), info[0])->getNumKeys())};
}

Napi::Value storeKeys(const Napi::CallbackInfo& info) {
  return arrayToJs<std::string>(info.Env(), storeOf(info.Env(), info[0])->listKeys(),
                                [&](const auto& key) { return Napi::String::New(info.Env(), key); });
}

Napi::Value storeTimeout(const Napi::CallbackInfo& info) {
  return {info.Env(), intToJs(info.Env(), storeOf(info.Env(), info[0])->getTimeout().count())};
}

Napi::Value storeSetTimeout(const Napi::CallbackInfo& info) {
  storeOf(info.Env(), info[0])->setTimeout(readTimeout(info.Env(), info[1]));
  return info.Env().Undefined();
}

Napi::Value storeExtended(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), storeOf(info.Env(), info[0])->hasExtendedApi());
}

Napi::Value storeAppend(const Napi::CallbackInfo& info) {
  storeOf(info.Env(), info[0])->append(readString(info.Env(), info[1]), readBytes(info[2]));
  return info.Env().Undefined();
}

Napi::Value storeMultiGet(const Napi::CallbackInfo& info) {
  return arrayToJs<Bytes>(info.Env(), storeOf(info.Env(), info[0])->multiGet(readKeys(info[1])),
                          [&](const auto& bytes) { return bytesToJs(info.Env(), bytes); });
}

Napi::Value storeMultiSet(const Napi::CallbackInfo& info) {
  const auto keys = readKeys(info[1]);
  const auto values = readArray<Bytes>(info[2], readBytes);
  if (keys.size() != values.size()) throw ArgumentError("multiSet: expected as many values as keys");
  storeOf(info.Env(), info[0])->multiSet(keys, values);
  return info.Env().Undefined();
}

Napi::Value storeQueuePush(const Napi::CallbackInfo& info) {
  storeOf(info.Env(), info[0])->queuePush(readString(info.Env(), info[1]), readBytes(info[2]));
  return info.Env().Undefined();
}

// storeQueuePop(store, key, block)
Napi::Value storeQueuePop(const Napi::CallbackInfo& info) {
  const bool block = info[2].As<Napi::Boolean>();
  return bytesToJs(info.Env(),
                   storeOf(info.Env(), info[0])->queuePop(readString(info.Env(), info[1]), block));
}

Napi::Value storeQueueLen(const Napi::CallbackInfo& info) {
  return {info.Env(),
          intToJs(info.Env(), storeOf(info.Env(), info[0])->queueLen(readString(info.Env(), info[1])))};
}

}  // namespace

void initStores(Napi::Object exports) {
  expose<openTcpStore>(exports, "openTcpStore");
  expose<openFileStore>(exports, "openFileStore");
  expose<openHashStore>(exports, "openHashStore");
  expose<openPrefixStore>(exports, "openPrefixStore");
  expose<closeStore>(exports, "closeStore");
  expose<tcpStoreAddress>(exports, "tcpStoreAddress");
  expose<storeSet>(exports, "storeSet");
  expose<storeGet>(exports, "storeGet");
  expose<storeWait>(exports, "storeWait");
  expose<storeAdd>(exports, "storeAdd");
  expose<storeCompareSet>(exports, "storeCompareSet");
  expose<storeDelete>(exports, "storeDelete");
  expose<storeCheck>(exports, "storeCheck");
  expose<storeCount>(exports, "storeCount");
  expose<storeKeys>(exports, "storeKeys");
  expose<storeTimeout>(exports, "storeTimeout");
  expose<storeSetTimeout>(exports, "storeSetTimeout");
  expose<storeExtended>(exports, "storeExtended");
  expose<storeAppend>(exports, "storeAppend");
  expose<storeMultiGet>(exports, "storeMultiGet");
  expose<storeMultiSet>(exports, "storeMultiSet");
  expose<storeQueuePush>(exports, "storeQueuePush");
  expose<storeQueuePop>(exports, "storeQueuePop");
  expose<storeQueueLen>(exports, "storeQueueLen");
}

}  // namespace ltn
