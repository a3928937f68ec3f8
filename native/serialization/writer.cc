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

void writeZip(const WriteBytes& write, std::string_view pickle, const std::vector<c10::Storage>& storages) {
  ZipWriter zip(write);
  zip.record("data.pkl", pickle);
  zip.record(".format_version", kFormatVersion);
  zip.record(".storage_alignment", kStorageAlignment);
  zip.record("byteorder", std::endian::native == std::endian::little ? "little" : "big");
  for (size_t i = 0; i < storages.size(); ++i) {
    const c10::Storage storage = onCpu(storages[i]);
    zip.record("data/" + std::to_string(i), storage.data(), storage.nbytes());
  }
  zip.record("version", "3\n");
  zip.finish();
}

void writeZipFile(const std::string& path, std::string_view pickle,
                  const std::vector<c10::Storage>& storages) {
  AtomicFile file(path);
  writeZip([&](const void* data, size_t size) { file.write(data, size); }, pickle, storages);
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
    writeZip(write, archive.pickle, archive.storages);
    lengths.push_back(length);
  }
  file.commit();
  return lengths;
}

}  // namespace ltn::serialization
