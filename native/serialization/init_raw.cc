// The bindings of plain bytes (safetensors) and of archives of the C++ front end.
#include <ATen/ops/scalar_tensor.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "serialization/archive.h"
#include "serialization/dtypes.h"
#include "serialization/init.h"
#include "serialization/raw.h"

namespace ltn {
namespace {

std::string readHeader(const Napi::Value& value) {
  const auto bytes = value.As<Napi::Uint8Array>();
  return std::string(reinterpret_cast<const char*>(bytes.Data()), bytes.ByteLength());
}

struct RawRequest {
  std::string path;
  bool map;
  std::vector<serialization::RawTensor> tensors;
  c10::Device device;
};

// (path, map, dtypes, shapes, positions, device)
RawRequest readRawRequest(const Napi::CallbackInfo& info) {
  RawRequest request{
      readString(info.Env(), info[0]), info[1].ToBoolean(), {}, readDevice(info.Env(), info[5])};
  const auto dtypes = info[2].As<Napi::Array>(), shapes = info[3].As<Napi::Array>(),
             positions = info[4].As<Napi::Array>();
  for (uint32_t i = 0; i < dtypes.Length(); ++i) {
    const Napi::HandleScope scope(info.Env());
    const auto dtype = serialization::dtypeOfName(readString(info.Env(), dtypes.Get(i)));
    const int64_t position = readInt(info.Env(), positions.Get(i));
    if (!dtype || position < 0) throw ArgumentError("expected a dtype and a position");
    request.tensors.push_back({*dtype, readInts(info.Env(), shapes.Get(i)), static_cast<uint64_t>(position)});
  }
  return request;
}

std::vector<at::Tensor> readRawTensors(const RawRequest& request) {
  const auto source =
      request.map ? serialization::mapFile(request.path) : serialization::openFile(request.path);
  std::vector<at::Tensor> tensors = serialization::readRaw(*source, request.tensors, request.map);
  for (at::Tensor& tensor : tensors) tensor = tensor.to(request.device);
  return tensors;
}

Napi::Value rawRead(const Napi::CallbackInfo& info) {
  return Napi::Value(info.Env(), tensorsToJs(stateOf(info.Env()), readRawTensors(readRawRequest(info))));
}

Napi::Value rawReadAsync(const Napi::CallbackInfo& info) {
  return startReading(
      info[6], [request = readRawRequest(info)] { return readRawTensors(request); }, tensorsToJs);
}

// (path, header, tensors)
Napi::Value rawWrite(const Napi::CallbackInfo& info) {
  serialization::writeRaw(readString(info.Env(), info[0]), readHeader(info[1]),
                          readTensors(stateOf(info.Env()), info[2]));
  return info.Env().Undefined();
}

Napi::Value rawWriteAsync(const Napi::CallbackInfo& info) {
  return startWriting(info[3], [path = readString(info.Env(), info[0]), header = readHeader(info[1]),
                                tensors = readTensors(stateOf(info.Env()), info[2])] {
    serialization::writeRaw(path, header, tensors);
  });
}

// The value of an archive's entry, in the type that C++ reads it as.
c10::IValue readArchiveValue(EnvState& state, const std::string& form, const Napi::Value& value) {
  if (form == "tensor") return readTensor(state, value);
  if (form == "tensors") return readTensors(state, value);
  if (form == "int") return readInt(state.env, value);
  if (form == "size") return at::scalar_tensor(readInt(state.env, value), at::kLong);
  if (form == "double") return value.As<Napi::Number>().DoubleValue();
  if (form == "bool") return value.As<Napi::Boolean>().Value();
  if (form == "string") return readString(state.env, value);
  if (form == "none" || form == "level") return {};
  if (form == "doubles") {
    const auto pair = value.As<Napi::Array>();
    return std::make_tuple(pair.Get(0u).As<Napi::Number>().DoubleValue(),
                           pair.Get(1u).As<Napi::Number>().DoubleValue());
  }
  throw ArgumentError("an archive has no " + form);
}

// archiveSave(path, names of each entry, forms, values); the last name of a "level" is empty.
Napi::Value archiveSave(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto names = info[1].As<Napi::Array>(), forms = info[2].As<Napi::Array>(),
             values = info[3].As<Napi::Array>();
  std::vector<serialization::ArchiveEntry> entries;
  for (uint32_t i = 0; i < names.Length(); ++i) {
    const Napi::HandleScope scope(info.Env());
    const auto steps = names.Get(i).As<Napi::Array>();
    serialization::ArchiveEntry entry;
    for (uint32_t k = 0; k < steps.Length(); ++k) entry.path.push_back(readString(info.Env(), steps.Get(k)));
    entry.value = readArchiveValue(state, readString(info.Env(), forms.Get(i)), values.Get(i));
    entries.push_back(std::move(entry));
  }
  serialization::saveArchive(readString(info.Env(), info[0]), entries);
  return info.Env().Undefined();
}

}  // namespace

void initRawFiles(Napi::Object exports) {
  expose<rawRead>(exports, "rawRead");
  expose<rawReadAsync>(exports, "rawReadAsync");
  expose<rawWrite>(exports, "rawWrite");
  expose<rawWriteAsync>(exports, "rawWriteAsync");
  expose<archiveSave>(exports, "archiveSave");
}

}  // namespace ltn
