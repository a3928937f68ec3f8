// The bindings of archives of exported programs.
#include <ATen/core/Tensor.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "serialization/init.h"
#include "serialization/package.h"
#include "serialization/saver.h"
#include "serialization/to_js.h"

namespace ltn {
namespace {

using serialization::PackageRecord;
using serialization::ZipRecord;

Napi::Value recordsToJs(Napi::Env env, const std::vector<ZipRecord>& records) {
  Napi::Array out = Napi::Array::New(env, records.size());
  for (uint32_t i = 0; i < records.size(); ++i) {
    const Napi::HandleScope scope(env);
    const ZipRecord& record = records[i];
    Napi::Object row = Napi::Object::New(env);
    row.Set("name", static_cast<napi_value>(serialization::textToJs(env, record.name)));
    row.Set("whole", static_cast<napi_value>(serialization::textToJs(env, record.whole)));
    row.Set("crc", static_cast<double>(record.crc));
    row.Set("offset", static_cast<double>(record.offset));
    row.Set("size", static_cast<double>(record.size));
    row.Set("stored", static_cast<double>(record.stored));
    row.Set("compressed", record.compressed);
    out.Set(i, row);
  }
  return out;
}

Napi::Value zipRecords(const Napi::CallbackInfo& info) {
  return recordsToJs(info.Env(), serialization::readPackage(readString(info.Env(), info[0])));
}

Napi::Value zipRecordsAsync(const Napi::CallbackInfo& info) {
  return startReading(
      info[1], [path = readString(info.Env(), info[0])] { return serialization::readPackage(path); },
      [](EnvState& state, const std::vector<ZipRecord>& records) -> napi_value {
        return recordsToJs(state.env, records);
      });
}

// (names, contents): bytes, or a tensor whose whole storage is meant.
std::vector<PackageRecord> readPackageRecords(const Napi::Value& names, const Napi::Value& contents) {
  auto& state = stateOf(names.Env());
  const auto labels = names.As<Napi::Array>(), values = contents.As<Napi::Array>();
  if (labels.Length() != values.Length()) throw ArgumentError("expected a name for each record");
  std::vector<PackageRecord> out;
  for (uint32_t i = 0; i < labels.Length(); ++i) {
    const Napi::HandleScope scope(names.Env());
    PackageRecord record{readString(names.Env(), labels.Get(i)), std::string()};
    const Napi::Value value = values.Get(i);
    if (value.IsTypedArray()) {
      const auto bytes = value.As<Napi::Uint8Array>();
      record.content = std::string(reinterpret_cast<const char*>(bytes.Data()), bytes.ByteLength());
    } else {
      record.content = serialization::withStorage(readTensor(state, value)).storage();
    }
    out.push_back(std::move(record));
  }
  return out;
}

// (path, names, contents)
Napi::Value zipWrite(const Napi::CallbackInfo& info) {
  serialization::writePackage(readString(info.Env(), info[0]), readPackageRecords(info[1], info[2]));
  return info.Env().Undefined();
}

Napi::Value zipWriteAsync(const Napi::CallbackInfo& info) {
  return startWriting(
      info[3], [path = readString(info.Env(), info[0]), records = readPackageRecords(info[1], info[2])] {
        serialization::writePackage(path, records);
      });
}

}  // namespace

void initPackages(Napi::Object exports) {
  expose<zipRecords>(exports, "zipRecords");
  expose<zipRecordsAsync>(exports, "zipRecordsAsync");
  expose<zipWrite>(exports, "zipWrite");
  expose<zipWriteAsync>(exports, "zipWriteAsync");
}

}  // namespace ltn
