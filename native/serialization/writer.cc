#include "serialization/writer.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

#include <bit>

#include "serialization/atomic_file.h"

namespace ltn::serialization {
namespace {

// What Python 2.13 writes beside the pickle.
constexpr std::string_view kFormatVersion = "1", kStorageAlignment = "64";

}  // namespace

c10::Storage onCpu(const c10::Storage& storage) {
  if (storage.device_type() == c10::DeviceType::CPU) return storage;
  const auto options = at::TensorOptions().dtype(at::kByte).device(storage.device());
  at::Tensor bytes = at::empty({0}, options).set_(storage, 0, {static_cast<int64_t>(storage.nbytes())}, {1});
  return bytes.cpu().storage();
}

size_t ErrorHolder::write(const void* data, size_t size) noexcept {
  try {
    if (!error_) write_(data, size);
  } catch (...) {
    error_ = std::current_exception();
  }
  return size;
}

void ErrorHolder::rethrow() const {
  if (error_) std::rethrow_exception(error_);
}

void writeZip(const WriteBytes& write, const Archive& archive) {
  ZipWriter zip(write, archive.options.checksums);
  zip.record("data.pkl", archive.pickle);
  zip.record(".format_version", kFormatVersion);
  zip.record(".storage_alignment", kStorageAlignment);
  zip.record("byteorder", std::endian::native == std::endian::little ? "little" : "big");
  for (size_t i = 0; i < archive.storages.size(); ++i) {
    const std::string name = "data/" + std::to_string(i);
    if (archive.options.skip_data) {
      zip.emptyRecord(name, archive.storages[i].nbytes());
      continue;
    }
    const c10::Storage storage = onCpu(archive.storages[i]);
    zip.record(name, storage.data(), storage.nbytes());
  }
  zip.record("version", "3\n");
  zip.finish();
}

void writeZipFile(const std::string& path, const Archive& archive) {
  AtomicFile file(path);
  writeZip([&](const void* data, size_t size) { file.write(data, size); }, archive);
  file.commit();
}

std::vector<uint64_t> writeZipFiles(const std::string& path, const std::vector<Archive>& archives) {
  AtomicFile file(path);
  std::vector<uint64_t> lengths;
  for (const Archive& archive : archives) {
    uint64_t length = 0;
    const auto write = [&](const void* data, size_t size) {
      file.write(data, size);
      length += size;
    };
    writeZip(write, archive);
    lengths.push_back(length);
  }
  file.commit();
  return lengths;
}

}  // namespace ltn::serialization
