#include "distributed/gloo_guard.h"

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#ifdef __linux__
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#endif

#ifdef __linux__
// The same functions under names that can be compared with null; a member function cannot.
extern "C" {
void ltnLoopRun() __asm__("_ZN4gloo9transport3tcp4Loop3runEv") __attribute__((weak));
void ltnLoopUnregister() __asm__("_ZN4gloo9transport3tcp4Loop20unregisterDescriptorEiPNS1_7HandlerE")
    __attribute__((weak));
void ltnDeviceRegister() __asm__("_ZN4gloo9transport3tcp6Device18registerDescriptorEiiPNS1_7HandlerE")
    __attribute__((weak));
void ltnPairSignal() __asm__(
    "_ZN4gloo9transport3tcp4Pair23signalExceptionExternalERKNSt7__cxx1112basic_stringIcSt11char_"
    "traitsIcESaIcEEE") __attribute__((weak));
void ltnPairConnected() __asm__("_ZN4gloo9transport3tcp4Pair11isConnectedEv") __attribute__((weak));
}
#endif

namespace ltn {

namespace {

// What is protected in ProcessGroupGloo.
struct Contexts : c10d::ProcessGroupGloo {
  static const std::vector<std::shared_ptr<gloo::Context>>& of(c10d::ProcessGroupGloo& group) {
    return group.*(&Contexts::contexts_);
  }
};

// gloo's unique_ptr is null for the rank itself. The pairs of its TCP transport are tcp::Pair.
void failContext(gloo::Context& context, int rank, int size, const std::string& message) {
#ifdef __linux__
  if (!ltnPairSignal) return;
  for (int other = 0; other < size; ++other) {
    if (other == rank) continue;
    if (auto* pair = reinterpret_cast<gloo::transport::tcp::Pair*>(context.getPair(other).get()))
      pair->signalExceptionExternal(message);
  }
#endif
}

}  // namespace

// Shared by a group and the threads of its devices.
struct GlooGuard::Watched {
  std::mutex mutex;
  std::vector<std::weak_ptr<gloo::Context>> contexts;
  int rank = 0;
  int size = 0;
  // What was caught first; it may come before the group is known.
  std::optional<std::string> caught;
  // How many threads catch.
  size_t catching = 0;
  std::condition_variable changed;

  void begin() {
    const std::lock_guard lock(mutex);
    ++catching;
    changed.notify_all();
  }

  void fail(const std::string& message) {
    const std::lock_guard lock(mutex);
    if (!caught) caught = message;
    for (const auto& weak : contexts) {
      if (const auto context = weak.lock()) failContext(*context, rank, size, *caught);
    }
  }
};

namespace {

// Whether the devices are those of gloo's TCP transport, as they are unless somebody asks for others.
bool usesTcp() {
  const char* transport = std::getenv("GLOO_DEVICE_TRANSPORT");
  return !transport || !*transport || std::string_view(transport).starts_with("TCP");
}

#ifdef __linux__

// Runs the thread's loop once more, within a `try`, and ends with it.
class CatchingLoop final : public gloo::transport::tcp::Handler {
 public:
  CatchingLoop(std::shared_ptr<GlooGuard::Watched> watched, int descriptor)
      : watched_(std::move(watched)), descriptor_(descriptor) {}

  void handleEvents(gloo::transport::tcp::Loop& loop, int) override {
    loop.unregisterDescriptor(descriptor_, this);
    close(descriptor_);
    watched_->begin();
    while (!runOnce(loop)) {
    }
    delete this;
  }

 private:
  bool runOnce(gloo::transport::tcp::Loop& loop) {
    try {
      loop.run();
      return true;
    } catch (const std::exception& error) {
      watched_->fail(error.what());
      return false;
    }
  }

  const std::shared_ptr<GlooGuard::Watched> watched_;
  const int descriptor_;
};

// A thread that has not begun by then belongs to a machine on which nothing works.
constexpr std::chrono::seconds kPatience{60};

bool canCatch() { return usesTcp() && ltnLoopRun && ltnLoopUnregister && ltnDeviceRegister && ltnPairSignal; }

void makeCatch(gloo::transport::Device& device, const std::shared_ptr<GlooGuard::Watched>& watched) {
  // Ready from the beginning.
  const int descriptor = eventfd(1, EFD_CLOEXEC | EFD_NONBLOCK);
  if (descriptor < 0) return watched->begin();
  auto& tcp = reinterpret_cast<gloo::transport::tcp::Device&>(device);
  tcp.registerDescriptor(descriptor, EPOLLIN, new CatchingLoop(watched, descriptor));
}

#endif

}  // namespace

GlooGuard::GlooGuard(const c10d::ProcessGroupGloo::Options& options) : watched_(std::make_shared<Watched>()) {
#ifdef __linux__
  if (!canCatch()) return;
  for (const auto& device : options.devices) makeCatch(*device, watched_);
  // Events that a thread has fetched together with ours would wait until the loop ends, and those of
  // connections come once only. So there may be no other before the threads catch.
  std::unique_lock lock(watched_->mutex);
  watched_->changed.wait_for(lock, kPatience, [&] { return watched_->catching >= options.devices.size(); });
#endif
}

void GlooGuard::watch(c10d::ProcessGroupGloo& group) {
  std::optional<std::string> caught;
  {
    const std::lock_guard lock(watched_->mutex);
    watched_->rank = group.getRank();
    watched_->size = group.getSize();
    const auto& contexts = Contexts::of(group);
    watched_->contexts.assign(contexts.begin(), contexts.end());
    caught = watched_->caught;
  }
  if (caught) watched_->fail(*caught);
}

std::vector<int> lostRanks(c10d::ProcessGroupGloo& group) {
  std::vector<int> lost;
#ifdef __linux__
  // With lazy connections most ranks have none, and asking for one makes it.
  if (!usesTcp() || !ltnPairConnected || c10d::getDefaultGlooLazyInit()) return lost;
  for (int other = 0; other < group.getSize(); ++other) {
    if (other == group.getRank()) continue;
    for (const auto& context : Contexts::of(group)) {
      auto* pair = reinterpret_cast<gloo::transport::tcp::Pair*>(context->getPair(other).get());
      if (pair && !pair->isConnected()) lost.push_back(other);
    }
  }
#endif
  return lost;
}

void failGloo(c10d::ProcessGroupGloo& group, const std::string& message) {
  if (!usesTcp()) return;
  for (const auto& context : Contexts::of(group))
    failContext(*context, group.getRank(), group.getSize(), message);
}

}  // namespace ltn
