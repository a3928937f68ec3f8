// Writes a file from its beginning to its end in large blocks, on a thread of its own. Where the file system
// takes blocks past the page cache they go straight to the disk: that spares a copy and the memory of it, and
// leaves little to wait for when the file is synced.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace ltn::serialization {

class BlockWriter {
 public:
  // Borrows the file. Errors are std::system_error.
  explicit BlockWriter(int file) : file_(file) {}
  BlockWriter(const BlockWriter&) = delete;
  BlockWriter& operator=(const BlockWriter&) = delete;
  // Forgets what is not on its way to the disk.
  ~BlockWriter() { stop(); }

  void write(const void* data, size_t size);
  // Everything is written when this returns, though not yet durable.
  void finish();

 private:
  struct Free {
    void operator()(char* memory) const { std::free(memory); }
  };
  struct Block {
    std::unique_ptr<char, Free> memory;
    size_t filled = 0;
  };

  Block emptyBlock();
  void hand();
  void serve();
  void stop();
  void put(const Block& block);
  void setDirect(bool direct);

  const int file_;
  bool direct_ = false;
  uint64_t position_ = 0;
  Block current_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Block> full_, empty_;
  size_t made_ = 0;
  int error_ = 0;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace ltn::serialization
