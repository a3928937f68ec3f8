// gloo's own thread reads what other ranks send. Where a message is longer than what is waited for, because
// shapes or dtypes differ among ranks, it throws there, where nobody catches it, and the process would end.
// Here the thread is made to catch it: then everything that the group waits for ends with an error, on this
// rank and on the others.
#pragma once

#define USE_C10D_GLOO  // NOLINT(readability-identifier-naming): libtorch's headers ask for this name
#include <memory>
#include <string>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <vector>

namespace ltn {

class GlooGuard {
 public:
  // Makes the threads of the devices catch. Before a group uses them.
  explicit GlooGuard(const c10d::ProcessGroupGloo::Options& options);
  // The group whose connections are to fail when a thread has caught something.
  void watch(c10d::ProcessGroupGloo& group);

  struct Watched;

 private:
  std::shared_ptr<Watched> watched_;
};

// The ranks, in the group, to which there is no connection any more.
std::vector<int> lostRanks(c10d::ProcessGroupGloo& group);

// Ends whatever waits in the group with an error and closes its connections; nothing can be done with it
// afterwards. Called on any thread.
void failGloo(c10d::ProcessGroupGloo& group, const std::string& message);

}  // namespace ltn
