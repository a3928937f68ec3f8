// Archives of torch.jit.save.
#include <torch/csrc/jit/serialization/export.h>
#include <torch/csrc/jit/serialization/import.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "jit/guards.h"
#include "jit/init.h"
#include "jit/reader.h"
#include "jit/script.h"
#include "serialization/atomic_file.h"
#include "serialization/init.h"
#include "serialization/writer.h"

namespace ltn {

namespace {

using torch::jit::ExtraFilesMap;
using torch::jit::Module;

struct Loaded {
  Module module;
  std::vector<std::pair<std::string, std::string>> extra;
};

struct LoadRequest {
  std::string path;                               // used unless `source` is set
  std::shared_ptr<serialization::Source> source;  // a copy of the caller's bytes
  std::optional<c10::Device> device;
  std::vector<std::string> extra;

  std::shared_ptr<Loaded> operator()() const {
    mendOperators();
    const GuardedGraph guarded;  // a class's __setstate__ runs now
    ExtraFilesMap files;
    for (const auto& name : extra) files[name] = "";
    auto reader = openScriptArchive(source ? source : serialization::openFile(path));
    auto loaded = std::make_shared<Loaded>();
    loaded->module = torch::jit::load(std::move(reader), device, files);
    for (const auto& name : extra) loaded->extra.emplace_back(name, files[name]);
    return loaded;
  }
};

// (path or bytes, device or null, names of extra files)
LoadRequest readLoad(const Napi::CallbackInfo& info) {
  LoadRequest request;
  if (info[0].IsTypedArray()) {
    const auto bytes = info[0].As<Napi::Uint8Array>();
    request.source = serialization::copyMemory(bytes.Data(), bytes.ByteLength());
  } else {
    request.path = readString(info.Env(), info[0]);
  }
  if (info[1].IsString()) request.device = readDevice(info.Env(), info[1]);
  request.extra = readStrings(info.Env(), info[2]);
  return request;
}

// [module, contents of the extra files]
napi_value loadedToJs(EnvState& state, const std::shared_ptr<Loaded>& loaded) {
  const Napi::Env env(state.env);
  auto extra = Napi::Array::New(env);
  uint32_t i = 0;
  for (const auto& [name, content] : loaded->extra)
    extra.Set(i++, Napi::Buffer<char>::Copy(env, content.data(), content.size()));
  auto out = Napi::Array::New(env, 2);
  out.Set(0u, boxModule(env, loaded->module));
  out.Set(1u, extra);
  return out;
}

Napi::Value jitLoad(const Napi::CallbackInfo& info) {
  return {info.Env(), loadedToJs(stateOf(info.Env()), readLoad(info)())};
}

Napi::Value jitLoadAsync(const Napi::CallbackInfo& info) {
  return startReading(info[3], readLoad(info), loadedToJs);
}

// (module, path or null, names, contents): without a path the bytes.
Napi::Value jitSave(const Napi::CallbackInfo& info) {
  const Module& module = moduleOf(info[0]);
  ExtraFilesMap extra;
  const auto names = readStrings(info.Env(), info[2]);
  const auto contents = info[3].As<Napi::Array>();
  for (uint32_t i = 0; i < names.size(); ++i) {
    const auto bytes = contents.Get(i).As<Napi::Uint8Array>();
    extra[names[i]] = std::string(reinterpret_cast<const char*>(bytes.Data()), bytes.ByteLength());
  }
  std::string memory;
  std::optional<serialization::AtomicFile> file;
  if (info[1].IsString()) file.emplace(readString(info.Env(), info[1]));
  serialization::ErrorHolder out([&](const void* data, size_t size) {
    if (file) return file->write(data, size);
    memory.append(static_cast<const char*>(data), size);
  });
  torch::jit::ExportModule(
      module, [&](const void* data, size_t size) { return out.write(data, size); }, extra);
  out.rethrow();
  if (!file) return Napi::Buffer<char>::Copy(info.Env(), memory.data(), memory.size());
  file->commit();
  return info.Env().Undefined();
}

}  // namespace

void initScriptFiles(Napi::Object exports) {
  expose<jitLoad>(exports, "jitLoad");
  expose<jitLoadAsync>(exports, "jitLoadAsync");
  expose<jitSave>(exports, "jitSave");
}

}  // namespace ltn
