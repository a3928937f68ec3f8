#include "serialization/block_writer.h"

#ifndef _WIN32

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <system_error>

namespace ltn::serialization {
namespace {

constexpr size_t kBlock = size_t{4} << 20, kPage = 4096;
constexpr size_t kMost = 3;  // one is filled, one waits, one is written

}  // namespace

void BlockWriter::write(const void* data, size_t size) {
  const auto* from = static_cast<const char*>(data);
  while (size > 0) {
    if (!current_.memory) current_ = emptyBlock();
    const size_t part = std::min(size, kBlock - current_.filled);
    std::memcpy(current_.memory.get() + current_.filled, from, part);
    current_.filled += part;
    from += part, size -= part;
    if (current_.filled == kBlock) hand();
  }
}

BlockWriter::Block BlockWriter::emptyBlock() {
  std::unique_lock lock(mutex_);
  if (empty_.empty() && made_ < kMost) {
    ++made_;
    Block block{std::unique_ptr<char, Free>(static_cast<char*>(std::aligned_alloc(kPage, kBlock)))};
    if (!block.memory) throw std::bad_alloc();
    return block;
  }
  changed_.wait(lock, [&] { return error_ || !empty_.empty(); });
  if (error_) throw std::system_error(error_, std::generic_category());
  Block block = std::move(empty_.front());
  empty_.pop_front();
  block.filled = 0;
  return block;
}

// Gives the current block to the thread. A file shorter than a block needs neither it nor the disk's
// attention.
void BlockWriter::hand() {
  if (!thread_.joinable()) {
    setDirect(true);
    thread_ = std::thread([this] { serve(); });
  }
  const std::lock_guard lock(mutex_);
  if (error_) throw std::system_error(error_, std::generic_category());
  full_.push_back(std::move(current_));
  current_ = {};
  changed_.notify_all();
}

void BlockWriter::serve() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return stopped_ || !full_.empty(); });
    if (full_.empty()) return;
    Block block = std::move(full_.front());
    full_.pop_front();
    lock.unlock();
    int error = 0;
    try {
      put(block);
    } catch (const std::system_error& failure) {
      error = failure.code().value();
    }
    lock.lock();
    if (!error_) error_ = error;
    empty_.push_back(std::move(block));
    changed_.notify_all();
    if (error_) return;
  }
}

void BlockWriter::put(const Block& block) {
  for (size_t done = 0; done < block.filled;) {
    const ssize_t wrote =
        ::pwrite(file_, block.memory.get() + done, block.filled - done, static_cast<off_t>(position_ + done));
    if (wrote >= 0) {
      done += static_cast<size_t>(wrote);
    } else if (errno == EINVAL && direct_) {
      setDirect(false);  // the file system asks more of direct writes
    } else if (errno != EINTR) {
      throw std::system_error(errno, std::generic_category());
    }
    // If a block was written in part, its rest is not aligned.
    if (done % kPage && direct_) setDirect(false);
  }
#ifdef __linux__
  // Through the cache, the disk is asked to begin at once: the sync at the end is short then.
  if (!direct_ && block.filled == kBlock) {
    ::sync_file_range(file_, static_cast<off_t>(position_), kBlock, SYNC_FILE_RANGE_WRITE);
  }
#endif
  position_ += block.filled;
}

void BlockWriter::setDirect(bool direct) {
#ifdef __linux__
  const int flags = ::fcntl(file_, F_GETFL);
  direct_ = ::fcntl(file_, F_SETFL, direct ? flags | O_DIRECT : flags & ~O_DIRECT) == 0 && direct;
#elif defined(__APPLE__)
  direct_ = ::fcntl(file_, F_NOCACHE, direct ? 1 : 0) == 0 && direct;
#else
  direct_ = false && direct;
#endif
}

void BlockWriter::finish() {
  stop();
  if (error_) throw std::system_error(error_, std::generic_category());
  if (direct_) setDirect(false);  // the last block is not a whole one
  if (current_.filled > 0) put(current_);
  current_.filled = 0;
}

void BlockWriter::stop() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }
  thread_.join();
}

}  // namespace ltn::serialization

#endif
