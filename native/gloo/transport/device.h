// See gloo/context.h. Beside what ProcessGroupGloo.hpp needs, the parts of gloo's TCP transport that
// distributed/gloo_guard.cc calls; libtorch exports them on Linux, and a libtorch without them leaves them
// null.
#pragma once

#include <exception>
#include <string>

#ifdef __linux__
#define LTN_GLOO_TCP __attribute__((weak, visibility("default")))
#endif

namespace gloo::transport {

class Device;
class Pair;

#ifdef __linux__
namespace tcp {

class Loop;

// Is called on the loop's thread when its descriptor is ready.
class Handler {
 public:
  virtual ~Handler() = default;
  virtual void handleEvents(Loop& loop, int events) = 0;
};

// epoll, with a thread of its own. `run` goes on until the device ends.
class Loop {
 public:
  LTN_GLOO_TCP void run();
  LTN_GLOO_TCP void unregisterDescriptor(int descriptor, Handler* handler);
};

class Device {
 public:
  LTN_GLOO_TCP void registerDescriptor(int descriptor, int events, Handler* handler);
};

// A connection to another rank.
class Pair {
 public:
  LTN_GLOO_TCP bool isConnected();
  // Ends what waits on it with an error, and closes it.
  LTN_GLOO_TCP std::exception_ptr signalExceptionExternal(const std::string& message);
};

}  // namespace tcp
#endif

}  // namespace gloo::transport
