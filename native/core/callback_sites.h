// Which JavaScript functions (hooks, custom functions) the native graphs of an environment hold, and where. A
// graph holds them by strong references. A function that reaches its own tensor is then a circle which V8
// cannot see; autograd/cycles.cc finds those.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace ltn {

class JsCallback;

struct CallbackSite {
  std::weak_ptr<JsCallback> callback;
  // The node of the graph, or the implementation of the leaf. It is compared, and never followed.
  const void* owner;
};

class CallbackSites {
 public:
  // Returns whether there are now so many that a search for circles is due.
  bool add(const std::shared_ptr<JsCallback>& callback, const void* owner) {
    if (sites_.size() >= next_search_) forgetDead();
    sites_.push_back({callback, owner});
    return sites_.size() >= next_search_;
  }
  void forgetDead() {
    std::erase_if(sites_, [](const CallbackSite& site) { return site.callback.expired(); });
  }
  // After a search: the next is due when there are twice as many.
  void searched() {
    forgetDead();
    next_search_ = std::max(kFirstSearch, 2 * sites_.size());
  }
  const std::vector<CallbackSite>& all() const { return sites_; }

  // The functions that the search in progress has made weak.
  std::vector<std::shared_ptr<JsCallback>> weakened;

 private:
  static constexpr size_t kFirstSearch = 5'000;
  std::vector<CallbackSite> sites_;
  size_t next_search_ = kFirstSearch;
};

}  // namespace ltn
