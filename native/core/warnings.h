// libtorch's warnings (TORCH_WARN), which libtorch alone would print on stderr. Any thread may warn, even in
// the middle of a kernel where no JavaScript may run. So warnings wait in their environment's queue until its
// own thread leaves native code; then lib/errors.ts emits them.
#pragma once

#include <c10/util/Exception.h>
#include <napi.h>

#include <atomic>
#include <mutex>
#include <string>
#include <vector>

namespace ltn {

struct EnvState;

class Warnings : public c10::WarningHandler {
 public:
  struct Entry {
    std::string message;
    bool deprecation;
  };

  // Warnings of this thread come here from now on.
  Warnings() { c10::WarningUtils::set_warning_handler(this); }
  // Called on the thread that made it.
  ~Warnings() override;
  Warnings(const Warnings&) = delete;
  Warnings& operator=(const Warnings&) = delete;

  // Takes one in. Called on any thread.
  void process(const c10::Warning& warning) override;
  // Takes out what waits.
  std::vector<Entry> take();

  // How many wait, in all environments. A call looks at nothing else, so it costs next to nothing.
  static bool waiting() { return waiting_.load(std::memory_order_relaxed) != 0; }

 private:
  // A loop that warns without an end must not fill the memory before it comes back.
  static constexpr size_t kMost = 1000;
  static inline std::atomic<int64_t> waiting_{0};
  std::mutex mutex_;
  std::vector<Entry> entries_;
};

// Hands what waits to JavaScript, unless an exception is pending there. On the environment's thread.
void deliverWarnings(napi_env env) noexcept;

void initWarnings(Napi::Object exports);

}  // namespace ltn
