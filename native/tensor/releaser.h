// Large memory is given back to the system by a thread of its own: unmapping 300 MB holds a thread up for 10
// ms on an ordinary machine and for 100 on a virtual one, and here it would be that of the event loop.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <vector>

namespace ltn {

class Releaser {
 public:
  struct Block {
    void* memory;
    size_t bytes;
  };

  // Never destroyed: tensors end after the exit handlers have begun.
  static Releaser& instance();

  // Frees a block of libtorch's: soon, on another thread, if it is large, else at once.
  void release(void* block, size_t bytes);
  // Returns when nothing is left to be freed. Whoever wants much memory calls it first, so that what is given
  // back and what is taken are not there at the same time.
  void finish();

 private:
  void serve();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Block> waiting_;
  bool started_ = false;
  bool freeing_ = false;
};

}  // namespace ltn
