#include "serialization/bus_error.h"

#if defined(__linux__) || defined(__APPLE__)

#include <signal.h>
#include <unistd.h>

#include <string_view>

namespace ltn::serialization {
namespace {

constexpr std::string_view kText =
    "libtorch-node: a mapped file became shorter while its tensors were in use (loadSafetensors,\n"
    "torch.load with mmap: true, or fromFile). The bytes that they stand for are gone, so the process\n"
    "ends with SIGBUS. Replace a mapped file by renaming a new one over it, as torch.save does; do not\n"
    "write into it or cut it short.\n";

// SA_RESETHAND has put the default back: when this returns, the access is made again and ends the process,
// with the address of the access in a core file. Only write and raise are called, which a handler may.
void onBusError(int signal, siginfo_t* info, void* /*context*/) {
  if (info->si_code == BUS_ADRERR) {
    [[maybe_unused]] const ssize_t wrote = ::write(STDERR_FILENO, kText.data(), kText.size());
  }
  const bool sent = info->si_code <= 0;  // by kill(), so nothing is made again
  if (sent) ::raise(signal);
}

}  // namespace

void explainBusErrors() {
  struct sigaction present = {};
  if (::sigaction(SIGBUS, nullptr, &present) != 0 || (present.sa_flags & SA_SIGINFO) ||
      present.sa_handler != SIG_DFL)
    return;
  struct sigaction own = {};
  own.sa_sigaction = onBusError;
  own.sa_flags = SA_SIGINFO | SA_ONSTACK | static_cast<int>(SA_RESETHAND);
  ::sigemptyset(&own.sa_mask);
  ::sigaction(SIGBUS, &own, nullptr);
}

}  // namespace ltn::serialization

#else

namespace ltn::serialization {

void explainBusErrors() {}

}  // namespace ltn::serialization

#endif
