#include "serialization/package.h"

#include <bit>

#include "serialization/atomic_file.h"
#include "serialization/error.h"
#include "serialization/source.h"
#include "serialization/writer.h"
#include "serialization/zip_writer.h"

namespace ltn::serialization {
namespace {

// What Python 2.13 writes beside the records of a package.
constexpr std::string_view kPackageVersion = "6\n";

}  // namespace

std::vector<ZipRecord> readPackage(const std::string& path) {
  const auto source = openFile(path);
  if (!ZipIndex::matches(*source)) throw CheckpointError("it is not a zip file");
  return ZipIndex(*source).records();
}

void writePackage(const std::string& path, const std::vector<PackageRecord>& records) {
  AtomicFile file(path);
  ZipWriter zip([&](const void* data, size_t size) { file.write(data, size); });
  for (const PackageRecord& record : records) {
    if (const auto* text = std::get_if<std::string>(&record.content)) {
      zip.record(record.name, *text);
    } else {
      const c10::Storage storage = onCpu(std::get<c10::Storage>(record.content));
      zip.record(record.name, storage.data(), storage.nbytes());
    }
  }
  zip.record(".data/version", kPackageVersion);
  zip.record("byteorder", std::endian::native == std::endian::little ? "little" : "big");
  zip.finish();
  file.commit();
}

}  // namespace ltn::serialization
