#include "serialization/init.h"

#include <utility>

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "serialization/bus_error.h"
#include "serialization/open_checkpoint.h"
#include "serialization/to_js.h"
#include "serialization/writer.h"

namespace ltn {

template <>
struct BoxName<serialization::OpenCheckpoint> {
  static constexpr const char* kName = "checkpoint";
};

template <>
struct BoxName<serialization::Saver> {
  static constexpr const char* kName = "saver";
};

template <>
struct BoxName<serialization::Source> {
  static constexpr const char* kName = "memory";
};

namespace {

using serialization::OpenCheckpoint;
using serialization::OpenMode;
using serialization::OpenRequest;
using serialization::Saver;

Napi::Array textsToJs(Napi::Env env, const std::vector<std::string>& values) {
  Napi::Array out = Napi::Array::New(env, values.size());
  for (uint32_t i = 0; i < values.size(); ++i) out.Set(i, values[i]);
  return out;
}

// (bytes): memory for a file whose bytes come in pieces, so that a large copy does not hold the thread up.
Napi::Value memoryCreate(const Napi::CallbackInfo& info) {
  const int64_t size = readInt(info.Env(), info[0]);
  if (size < 0) throw ArgumentError("expected a size");
  return box(info.Env(), serialization::allocateMemory(static_cast<uint64_t>(size)));
}

// (memory, position, bytes)
Napi::Value memoryWrite(const Napi::CallbackInfo& info) {
  const auto& memory = unbox<serialization::Source>(info.Env(), info[0]);
  if (!memory) throw ArgumentError("this memory was read already");
  const int64_t position = readInt(info.Env(), info[1]);
  const auto bytes = info[2].As<Napi::Uint8Array>();
  const auto size = static_cast<int64_t>(memory->size());
  if (position < 0 || position > size || static_cast<int64_t>(bytes.ByteLength()) > size - position) {
    throw ArgumentError("a piece does not fit");
  }
  std::copy_n(bytes.Data(), bytes.ByteLength(), memory->data() + position);
  return info.Env().Undefined();
}

std::pair<uint64_t, uint64_t> readWindow(const Napi::Array& window) {
  const int64_t offset = readInt(window.Env(), window.Get(0u)), size = readInt(window.Env(), window.Get(1u));
  if (offset < 0 || size < 0) throw ArgumentError("expected an offset and a size");
  return {static_cast<uint64_t>(offset), static_cast<uint64_t>(size)};
}

// (path or bytes or memory, map, mode), and the window of a file. Memory is taken out of its box: it ends
// with what was read from it.
OpenRequest readRequest(const Napi::CallbackInfo& info, const Napi::Value& window) {
  OpenRequest request;
  if (info[0].IsTypedArray()) {
    const auto bytes = info[0].As<Napi::Uint8Array>();
    request.source = serialization::copyMemory(bytes.Data(), bytes.ByteLength());
  } else if (info[0].IsExternal()) {
    request.source = std::exchange(unbox<serialization::Source>(info.Env(), info[0]), nullptr);
    if (!request.source) throw ArgumentError("this memory was read already");
  } else {
    request.path = readString(info.Env(), info[0]);
  }
  request.map = info[1].ToBoolean();
  const int64_t mode = readInt(info.Env(), info[2]);
  if (mode < 0 || mode > static_cast<int64_t>(OpenMode::kMetadata)) throw ArgumentError("expected a mode");
  request.mode = static_cast<OpenMode>(mode);
  if (window.IsArray()) request.window = readWindow(window.As<Napi::Array>());
  return request;
}

Napi::Value checkpointOpen(const Napi::CallbackInfo& info) {
  return box(info.Env(), std::make_shared<OpenCheckpoint>(readRequest(info, info[3])));
}

Napi::Value checkpointOpenAsync(const Napi::CallbackInfo& info) {
  using Opened = std::shared_ptr<OpenCheckpoint>;
  return startReading(
      info[3], [request = readRequest(info, info[4])] { return std::make_shared<OpenCheckpoint>(request); },
      [](EnvState& state, const Opened& opened) -> napi_value { return box(state.env, opened); });
}

Napi::Value checkpointInfo(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto& opened = unbox<OpenCheckpoint>(env, info[0]);
  const serialization::Checkpoint& checkpoint = opened->checkpoint();
  Napi::Object out = Napi::Object::New(env);
  out.Set("format", checkpoint.format);
  out.Set("bigEndian", checkpoint.big_endian);
  out.Set("objects", static_cast<double>(opened->table().nodes) + static_cast<double>(opened->table().cells));
  out.Set("trailing", static_cast<double>(checkpoint.trailing));
  out.Set("values", static_cast<double>(opened->table().stream.size()));
  out.Set("locations", textsToJs(env, opened->locations()));
  out.Set("foreign", textsToJs(env, {checkpoint.foreign.begin(), checkpoint.foreign.end()}));
  std::vector<std::string> unreadable;  // name, reason, name, reason ...
  for (const auto& [name, reason] : checkpoint.unreadable)
    unreadable.insert(unreadable.end(), {name, reason});
  out.Set("unreadable", textsToJs(env, unreadable));
  std::vector<std::string> records;
  records.reserve(checkpoint.records.size());
  for (const auto& record : checkpoint.records) records.push_back(record.name);
  out.Set("records", textsToJs(env, records));
  return out;
}

Napi::Value checkpointTable(const Napi::CallbackInfo& info) {
  return serialization::tableToJs(info.Env(), unbox<OpenCheckpoint>(info.Env(), info[0])->table());
}

Napi::Value checkpointTensors(const Napi::CallbackInfo& info) {
  const auto& tensors = unbox<OpenCheckpoint>(info.Env(), info[0])->table().tensors;
  Napi::Array out = Napi::Array::New(info.Env(), tensors.size());
  for (uint32_t i = 0; i < tensors.size(); ++i) {
    const Napi::HandleScope scope(info.Env());
    out.Set(i, serialization::tensorInfoToJs(info.Env(), *tensors[i]->tensor));
  }
  return out;
}

// The device of each location, in the order of `locations`. Locations stay here: they may be no proper
// strings.
std::map<std::string, std::string> readDevices(const OpenCheckpoint& opened, const Napi::Value& value) {
  const std::vector<std::string> locations = opened.locations();
  const auto devices = value.As<Napi::Array>();
  if (devices.Length() != locations.size()) throw ArgumentError("expected a device for each location");
  std::map<std::string, std::string> out;
  for (uint32_t i = 0; i < locations.size(); ++i) out[locations[i]] = devices.Get(i).As<Napi::String>();
  return out;
}

Napi::Value handlesToJs(Napi::Env env, const std::vector<at::Tensor>& tensors) {
  return {env, tensorsToJs(stateOf(env), tensors)};
}

Napi::Value checkpointRead(const Napi::CallbackInfo& info) {
  const auto& opened = unbox<OpenCheckpoint>(info.Env(), info[0]);
  return handlesToJs(info.Env(), opened->read(readDevices(*opened, info[1])));
}

Napi::Value checkpointReadAsync(const Napi::CallbackInfo& info) {
  const std::shared_ptr<OpenCheckpoint> opened = unbox<OpenCheckpoint>(info.Env(), info[0]);
  return startReading(
      info[2], [opened, devices = readDevices(*opened, info[1])] { return opened->read(devices); },
      tensorsToJs);
}

struct Parts {
  std::vector<at::Tensor> targets;
  std::vector<int64_t> offsets;
};

Parts readParts(Napi::Env env, const Napi::Value& targets, const Napi::Value& offsets) {
  Parts parts;
  parts.targets = readTensors(stateOf(env), targets);
  const auto numbers = offsets.As<Napi::Array>();
  for (uint32_t i = 0; i < numbers.Length(); ++i) parts.offsets.push_back(readInt(env, numbers.Get(i)));
  if (parts.offsets.size() != parts.targets.size()) throw ArgumentError("expected an offset for each tensor");
  return parts;
}

// (checkpoint, tensors, where each begins)
Napi::Value checkpointReadInto(const Napi::CallbackInfo& info) {
  const auto& opened = unbox<OpenCheckpoint>(info.Env(), info[0]);
  const Parts parts = readParts(info.Env(), info[1], info[2]);
  return Napi::Boolean::New(info.Env(), opened->readInto(parts.targets, parts.offsets));
}

Napi::Value checkpointReadIntoAsync(const Napi::CallbackInfo& info) {
  const std::shared_ptr<OpenCheckpoint> opened = unbox<OpenCheckpoint>(info.Env(), info[0]);
  return startReading(
      info[3],
      [opened, parts = readParts(info.Env(), info[1], info[2])] {
        return opened->readInto(parts.targets, parts.offsets);
      },
      [](EnvState& state, const bool& read) -> napi_value { return Napi::Boolean::New(state.env, read); });
}

Napi::Value saverCreate(const Napi::CallbackInfo& info) { return box(info.Env(), std::make_shared<Saver>()); }

Napi::Value saverAdd(const Napi::CallbackInfo& info) {
  const at::Tensor& tensor = readTensor(stateOf(info.Env()), info[1]);
  return serialization::savedToJs(info.Env(), unbox<Saver>(info.Env(), info[0])->add(tensor));
}

std::string readBytes(const Napi::Value& value) {
  const auto bytes = value.As<Napi::Uint8Array>();
  return std::string(reinterpret_cast<const char*>(bytes.Data()), bytes.ByteLength());
}

// (saver, path, pickle)
Napi::Value saverWrite(const Napi::CallbackInfo& info) {
  const auto& saver = unbox<Saver>(info.Env(), info[0]);
  serialization::writeZipFile(readString(info.Env(), info[1]), readBytes(info[2]), saver->storages());
  return info.Env().Undefined();
}

Napi::Value saverWriteAsync(const Napi::CallbackInfo& info) {
  return startWriting(info[3], [saver = unbox<Saver>(info.Env(), info[0]),
                                path = readString(info.Env(), info[1]), pickle = readBytes(info[2])] {
    serialization::writeZipFile(path, pickle, saver->storages());
  });
}

// (saver, pickle): the file as an ArrayBuffer. Written twice, the first time to learn its size, so that it is
// in memory once.
Napi::Value saverWriteBuffer(const Napi::CallbackInfo& info) {
  const auto& saver = unbox<Saver>(info.Env(), info[0]);
  const std::string pickle = readBytes(info[1]);
  size_t size = 0;
  serialization::writeZip([&](const void*, size_t count) { size += count; }, pickle, saver->storages());
  Napi::ArrayBuffer buffer = Napi::ArrayBuffer::New(info.Env(), size);
  auto* to = static_cast<char*>(buffer.Data());
  const auto append = [&](const void* data, size_t count) {
    to = std::copy_n(static_cast<const char*>(data), count, to);
  };
  serialization::writeZip(append, pickle, saver->storages());
  return buffer;
}

using serialization::Archive;

// (path, savers, pickles)
std::vector<Archive> readArchives(const Napi::CallbackInfo& info) {
  const auto savers = info[1].As<Napi::Array>(), pickles = info[2].As<Napi::Array>();
  if (savers.Length() != pickles.Length()) throw ArgumentError("expected a pickle for each saver");
  std::vector<Archive> out;
  for (uint32_t i = 0; i < savers.Length(); ++i) {
    const Napi::HandleScope scope(info.Env());
    out.push_back({readBytes(pickles.Get(i)), unbox<Saver>(info.Env(), savers.Get(i))->storages()});
  }
  return out;
}

Napi::Value lengthsToJs(Napi::Env env, const std::vector<uint64_t>& lengths) {
  Napi::Array out = Napi::Array::New(env, lengths.size());
  for (uint32_t i = 0; i < lengths.size(); ++i) out.Set(i, static_cast<double>(lengths[i]));
  return out;
}

Napi::Value archivesWrite(const Napi::CallbackInfo& info) {
  return lengthsToJs(info.Env(),
                     serialization::writeZipFiles(readString(info.Env(), info[0]), readArchives(info)));
}

Napi::Value archivesWriteAsync(const Napi::CallbackInfo& info) {
  using Lengths = std::vector<uint64_t>;
  return startReading(
      info[3],
      [path = readString(info.Env(), info[0]), archives = readArchives(info)] {
        return serialization::writeZipFiles(path, archives);
      },
      [](EnvState& state, const Lengths& lengths) -> napi_value { return lengthsToJs(state.env, lengths); });
}

}  // namespace

void initSerialization(Napi::Object exports) {
  serialization::explainBusErrors();
  expose<memoryCreate>(exports, "memoryCreate");
  expose<memoryWrite>(exports, "memoryWrite");
  expose<checkpointOpen>(exports, "checkpointOpen");
  expose<checkpointOpenAsync>(exports, "checkpointOpenAsync");
  expose<checkpointInfo>(exports, "checkpointInfo");
  expose<checkpointTable>(exports, "checkpointTable");
  expose<checkpointTensors>(exports, "checkpointTensors");
  expose<checkpointRead>(exports, "checkpointRead");
  expose<checkpointReadAsync>(exports, "checkpointReadAsync");
  expose<checkpointReadInto>(exports, "checkpointReadInto");
  expose<checkpointReadIntoAsync>(exports, "checkpointReadIntoAsync");
  expose<saverCreate>(exports, "saverCreate");
  expose<saverAdd>(exports, "saverAdd");
  expose<saverWrite>(exports, "saverWrite");
  expose<saverWriteAsync>(exports, "saverWriteAsync");
  expose<saverWriteBuffer>(exports, "saverWriteBuffer");
  expose<archivesWrite>(exports, "archivesWrite");
  expose<archivesWriteAsync>(exports, "archivesWriteAsync");
  initRawFiles(exports);
  initPackages(exports);
}

}  // namespace ltn
