// gloo's headers are in no package of libtorch, and ProcessGroupGloo.hpp includes them. It has pointers to
// gloo's types only, so these few declarations, made for this purpose, give its classes the layout that they
// have in libtorch. Nothing here may be constructed: libtorch makes the objects. What is called is no virtual
// function.
#pragma once

#include <chrono>
#include <memory>

namespace gloo {

namespace transport {

class Pair;

class UnboundBuffer {
 public:
  virtual ~UnboundBuffer() = 0;
};

}  // namespace transport

// The connections of one rank with all others.
class Context {
 public:
  void setTimeout(std::chrono::milliseconds timeout);
  std::unique_ptr<transport::Pair>& getPair(int rank);
};

}  // namespace gloo
