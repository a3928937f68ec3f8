#include "serialization/archive.h"

#include <torch/serialize/output-archive.h>

#include <memory>

#include "serialization/atomic_file.h"
#include "serialization/error.h"
#include "serialization/writer.h"

namespace ltn::serialization {
namespace {

constexpr size_t kMaxDepth = 100;

// A level of names, gathered before it is written: an archive is complete when it is put into its parent.
struct Level {
  std::vector<std::pair<std::string, c10::IValue>> values;
  std::vector<std::pair<std::string, std::unique_ptr<Level>>> children;

  Level& child(const std::string& name) {
    for (auto& [known, level] : children) {
      if (known == name) return *level;
    }
    return *children.emplace_back(name, std::make_unique<Level>()).second;
  }

  void write(torch::serialize::OutputArchive& archive) const {
    for (const auto& [name, value] : values) {
      // What C++ writes as a tensor becomes a parameter of the archive, everything else an attribute.
      if (value.isTensor()) {
        archive.write(name, value.toTensor());
      } else {
        archive.write(name, value);
      }
    }
    for (const auto& [name, level] : children) {
      torch::serialize::OutputArchive nested(archive.compilation_unit());
      level->write(nested);
      archive.write(name, nested);
    }
  }
};

}  // namespace

void saveArchive(const std::string& path, const std::vector<ArchiveEntry>& entries) {
  Level root;
  for (const ArchiveEntry& entry : entries) {
    if (entry.path.empty() || entry.path.size() > kMaxDepth)
      throw CheckpointError("an archive entry needs a name");
    Level* level = &root;
    for (size_t i = 0; i + 1 < entry.path.size(); ++i) level = &level->child(entry.path[i]);
    if (!entry.path.back().empty()) level->values.emplace_back(entry.path.back(), entry.value);
  }
  torch::serialize::OutputArchive archive;
  root.write(archive);
  AtomicFile file(path);
  ErrorHolder out([&](const void* data, size_t size) { file.write(data, size); });
  archive.save_to([&](const void* data, size_t size) { return out.write(data, size); });
  out.rethrow();
  file.commit();
}

}  // namespace ltn::serialization
