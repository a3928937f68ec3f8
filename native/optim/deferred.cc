#include <ATen/core/grad_mode.h>

#include "optim/holder.h"

namespace ltn::optim {

namespace {

// Another tensor over the same elements, with the same version counter: autograd still sees that they change.
at::Tensor shadow(const at::Tensor& tensor) { return tensor.defined() ? tensor.detach() : tensor; }

void shadowAll(std::vector<at::Tensor>& tensors) {
  for (auto& tensor : tensors) tensor = shadow(tensor);
}

}  // namespace

void DeferredStep::add(Batch batch, const Settings& settings) {
  auto part = std::make_unique<Part>();
  part->settings = settings;
  part->settings.lr = shadow(settings.lr);
  part->settings.beta1 = shadow(settings.beta1);
  part->settings.beta2 = shadow(settings.beta2);
  part->batch = std::move(batch);
  part->batch.settings = &part->settings;
  shadowAll(part->batch.params);
  shadowAll(part->batch.grads);
  part->owners = part->batch.states;
  for (const State* owner : part->owners) {
    State state;
    if (owner) state = *owner;
    for (auto& slot : state.slots) slot = shadow(slot);
    part->states.push_back(std::move(state));
  }
  part->before = part->states;
  for (size_t i = 0; i < part->owners.size(); ++i) {
    if (part->owners[i]) part->batch.states[i] = &part->states[i];
  }
  parts_.push_back(std::move(part));
}

void DeferredStep::run() {
  const at::NoGradGuard guard;
  for (const auto& part : parts_) {
    if (part->batch.size() > 0) row_.step(part->batch);
  }
}

void DeferredStep::finish() {
  for (const auto& part : parts_) {
    for (size_t i = 0; i < part->owners.size(); ++i) {
      if (!part->owners[i]) continue;
      for (size_t slot = 0; slot < kMaxSlots; ++slot) {
        const auto& now = part->states[i].slots[slot];
        if (!now.is_same(part->before[i].slots[slot])) part->owners[i]->slots[slot] = now;
      }
    }
  }
}

}  // namespace ltn::optim
