#include "serialization/archive.h"

#include <torch/serialize/input-archive.h>
#include <torch/serialize/output-archive.h>

#include <map>
#include <memory>

#include "serialization/atomic_file.h"
#include "serialization/error.h"
#include "serialization/writer.h"

namespace ltn::serialization {
namespace {

constexpr size_t kMaxDepth = 100;

void readAll(torch::serialize::InputArchive& archive, std::vector<std::string>& path,
             std::vector<ArchiveEntry>& out) {
  if (path.size() > kMaxDepth) throw CheckpointError("the archive is nested too deeply");
  for (const std::string& key : archive.keys()) {
    path.push_back(key);
    torch::serialize::InputArchive nested;
    c10::IValue value;
    if (archive.try_read(key, nested)) {
      readAll(nested, path, out);
    } else if (archive.try_read(key, value)) {
      out.push_back({path, std::move(value)});
    }
    path.pop_back();
  }
}

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
    for (const auto& [name, value] : values) archive.write(name, value.toTensor());
    for (const auto& [name, level] : children) {
      torch::serialize::OutputArchive nested(archive.compilation_unit());
      level->write(nested);
      archive.write(name, nested);
    }
  }
};

}  // namespace

std::vector<ArchiveEntry> loadArchive(const std::string& path) {
  torch::serialize::InputArchive archive;
  archive.load_from(path);
  std::vector<ArchiveEntry> out;
  std::vector<std::string> names;
  readAll(archive, names, out);
  return out;
}

void saveArchive(const std::string& path, const std::vector<ArchiveEntry>& entries) {
  Level root;
  for (const ArchiveEntry& entry : entries) {
    if (entry.path.empty() || entry.path.size() > kMaxDepth)
      throw CheckpointError("an archive entry needs a name");
    Level* level = &root;
    for (size_t i = 0; i + 1 < entry.path.size(); ++i) level = &level->child(entry.path[i]);
    level->values.emplace_back(entry.path.back(), entry.value);
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
