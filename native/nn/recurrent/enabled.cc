#include <atomic>
#include <cstdlib>
#include <cstring>

#include "nn/recurrent/rnn.h"

namespace ltn::recurrent {

namespace {

bool initial() {
  const char* value = std::getenv("LIBTORCH_NODE_FUSED_RNN");
  return value == nullptr || std::strcmp(value, "0") != 0;
}

std::atomic<bool>& enabled() {
  static std::atomic<bool> value{initial()};
  return value;
}

}  // namespace

bool isEnabled() { return enabled().load(std::memory_order_relaxed); }
void setEnabled(bool value) { enabled().store(value, std::memory_order_relaxed); }

}  // namespace ltn::recurrent
