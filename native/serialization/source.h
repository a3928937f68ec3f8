// Where the bytes of a checkpoint come from: a file, a mapping of a file, or memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace ltn::serialization {

class Source {
 public:
  virtual ~Source() = default;
  virtual uint64_t size() const = 0;

  // Copies [offset, offset + count) to `out`; throws when that is not inside the source.
  virtual void read(uint64_t offset, void* out, uint64_t count) const = 0;

  // The bytes themselves when they are addressable (a mapping, memory), else null.
  virtual uint8_t* data() const { return nullptr; }

  // What has to stay alive as long as data() is used.
  virtual std::shared_ptr<void> owner() const { return nullptr; }

  std::string text(uint64_t offset, uint64_t count) const;

 protected:
  // Throws unless [offset, offset + count) is inside the source.
  void check(uint64_t offset, uint64_t count) const;
};

std::shared_ptr<Source> openFile(const std::string& path);

// Private and writable: pages are read when they are touched, and a write never reaches the file.
std::shared_ptr<Source> mapFile(const std::string& path);

// [offset, offset + size) of another source as one of its own; throws where it goes beyond the end.
std::shared_ptr<Source> windowOf(std::shared_ptr<Source> whole, uint64_t offset, uint64_t size);

// Memory of its own, aligned as libtorch aligns its storages; the caller fills data().
std::shared_ptr<Source> allocateMemory(uint64_t size);

// The same with a copy of `data`.
std::shared_ptr<Source> copyMemory(const void* data, uint64_t size);

}  // namespace ltn::serialization
