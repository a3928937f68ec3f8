// gloo's headers are in no package of libtorch, and ProcessGroupGloo.hpp includes them. It has pointers to
// gloo's types only, so these few declarations, made for this purpose, give its classes the layout that they
// have in libtorch. Nothing here may be constructed or called: ProcessGroupGloo's own functions make and use
// the objects.
#pragma once

#include <chrono>

namespace gloo {

class Context {
 public:
  void setTimeout(std::chrono::milliseconds timeout);
};

namespace transport {

class UnboundBuffer {
 public:
  virtual ~UnboundBuffer() = 0;
};

}  // namespace transport
}  // namespace gloo
