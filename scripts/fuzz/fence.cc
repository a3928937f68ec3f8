// An allocator for tensors on the CPU that ends the process where memory beside a storage is touched, not
// later: each storage has pages of its own, with pages that nobody may touch on both sides. The fuzz of
// operators loads it before libtorch-node (--fence), which leaves an allocator alone that is there already.
#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>
#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <unordered_map>

namespace {

constexpr size_t kPage = 4096;
constexpr size_t kAlignment = 64;  // what libtorch's own allocator promises
constexpr uint8_t kFilling = 0xa5;
constexpr size_t kMost = size_t{1} << 30;  // no fence around what is larger: sizes are extremes

size_t up(size_t size, size_t unit) { return (size + unit - 1) / unit * unit; }

struct Block {
  void* mapping;
  size_t length;
  size_t bytes;
};

struct Blocks {
  std::mutex mutex;
  std::unordered_map<void*, Block> all;
};

Blocks& blocks() {
  static auto* const instance = new Blocks();
  return *instance;
}

// The storage ends where the page does, but for its alignment; what is left over is filled.
void* take(size_t bytes) {
  const size_t room = up(up(bytes, kAlignment), kPage), length = room + 2 * kPage;
  void* const mapping = mmap(nullptr, length, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  TORCH_CHECK(mapping != MAP_FAILED, "no memory for ", bytes, " bytes");
  auto* const begin = static_cast<uint8_t*>(mapping) + kPage;
  TORCH_CHECK(mprotect(begin, room, PROT_READ | PROT_WRITE) == 0, "no memory for ", bytes, " bytes");
  if (room <= kPage * 16) std::memset(begin, kFilling, room);
  uint8_t* const block = begin + room - up(bytes, kAlignment);
  std::memset(block + bytes, kFilling, up(bytes, kAlignment) - bytes);
  const std::lock_guard lock(blocks().mutex);
  blocks().all[block] = {mapping, length, bytes};
  return block;
}

void give(void* block) {
  if (!block) return;
  Block own{};
  {
    const std::lock_guard lock(blocks().mutex);
    const auto found = blocks().all.find(block);
    if (found == blocks().all.end()) return std::free(block);
    own = found->second;
    blocks().all.erase(found);
  }
  const auto* const end = static_cast<uint8_t*>(block);
  for (size_t i = own.bytes; i < up(own.bytes, kAlignment); ++i)
    if (end[i] != kFilling) std::abort();
  munmap(own.mapping, own.length);
}

class Fence final : public c10::Allocator {
 public:
  c10::DataPtr allocate(size_t bytes) override {
    if (bytes == 0) return {nullptr, nullptr, &give, c10::Device(c10::kCPU)};
    TORCH_CHECK(bytes <= kMost, "no memory for ", bytes, " bytes");
    void* const block = take(bytes);
    return {block, block, &give, c10::Device(c10::kCPU)};
  }
  c10::DeleterFnPtr raw_deleter() const override { return &give; }
  void copy_data(void* to, const void* from, size_t bytes) const override {
    default_copy_data(to, from, bytes);
  }
};

[[maybe_unused]] const bool installed = [] {
  c10::SetCPUAllocator(new Fence(), 200);
  return true;
}();

}  // namespace
