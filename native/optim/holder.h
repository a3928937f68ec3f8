// One holder for every optimizer, on torch::optim: parameter groups and the state by parameter are
// torch::optim's; what a step does to one group comes from a row of the registry and follows Python's
// arithmetic, not the C++ front end's.
#pragma once

#include <torch/optim/optimizer.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "core/box.h"

namespace ltn::optim {

constexpr size_t kMaxSlots = 6;

// The state of one parameter: tensors, in the order of its row's `state`.
using Slots = std::array<at::Tensor, kMaxSlots>;

struct State : torch::optim::OptimizerCloneableParamState<State> {
  // Keeps the parameter alive, since the state is found by its address.
  at::Tensor owner;
  Slots slots;
};

// What JavaScript hands over for one step of one group.
struct Settings {
  // The group's options in the order of its row's `options`: booleans are 0 or 1, None is NaN.
  std::vector<double> values;
  // The learning rate and the betas, where they are tensors.
  at::Tensor lr, beta1, beta2;
  // From a GradScaler, for fused steps.
  at::Tensor grad_scale, found_inf;
  // The dtype of `step`: float64 if that is the default dtype.
  at::ScalarType scalar_dtype = at::kFloat;
};

// The parameters of a group that have a gradient, with what a step needs of them.
struct Batch {
  std::vector<at::Tensor> params, grads;
  // One for each parameter; new ones have only undefined tensors.
  std::vector<State*> states;
  const Settings* settings = nullptr;

  double value(size_t option) const { return settings->values[option]; }
  bool flag(size_t option) const { return settings->values[option] == 1; }
  size_t size() const { return params.size(); }
};

// One optimizer: names as Python has them.
struct Row {
  const char* name;
  // A name that occurs twice in a row is a pair, as `betas`.
  std::vector<const char*> options;
  std::vector<const char*> state;
  // Where the numbers of the options are: whether autograd records the step.
  int differentiable;
  void (*step)(Batch& batch);
  // Whether a parameter has state at all, under these settings; null: always.
  bool (*keeps_state)(const Settings& settings) = nullptr;
  // Makes the state before the first step; null: the first step does.
  void (*begin)(Batch& batch) = nullptr;
  // Whether the counter is a number to JavaScript, not a tensor.
  bool plain_counter = false;
};

// One step of some groups, to be made on another thread: on tensors of its own over the same elements, so
// that nothing that happens to the originals meanwhile pulls them from under it.
class DeferredStep {
 public:
  explicit DeferredStep(const Row& row) : row_(row) {}
  DeferredStep(const DeferredStep&) = delete;
  DeferredStep& operator=(const DeferredStep&) = delete;

  void add(Batch batch, const Settings& settings);
  void run();
  // Gives the parameters the state that the step made; on the thread of the holder.
  void finish();

 private:
  struct Part {
    Settings settings;
    Batch batch;
    // The states that the step works on, what they began with, and whose they are.
    std::vector<State> states, before;
    std::vector<State*> owners;
  };

  const Row& row_;
  std::vector<std::unique_ptr<Part>> parts_;
};

// Every method throws while a deferred step is out, except those that end it.
class Holder final : public torch::optim::Optimizer {
 public:
  explicit Holder(const Row& row);

  const Row& row() const { return row_; }
  void refuseBusy() const;
  // Sets or adds (where `index` is their number) the parameters of a group.
  void setGroup(size_t index, std::vector<at::Tensor> params);
  // The groups in which each of these parameters occurs already, and whether one occurs twice among them.
  bool hasDuplicates(const std::vector<at::Tensor>& params) const;
  bool sharesWithOtherGroup(size_t index, const std::vector<at::Tensor>& params) const;
  void stepGroup(size_t index, const Settings& settings);
  // Gives all parameters of a group their first state, where that does not wait for the first step.
  void beginGroup(size_t index, const Settings& settings);
  // A step of all groups with the settings of each group's last step.
  at::Tensor step(LossClosure closure = nullptr) override;

  // The state of a parameter, or null.
  State* find(const at::Tensor& param);
  State& stateOf(const at::Tensor& param);
  void forget(const at::Tensor& param);
  void forgetAll();

  // Takes a group's step into the deferred one; the first group begins it, `settle` ends it.
  void defer(size_t index, const Settings& settings);
  const std::shared_ptr<DeferredStep>& deferred() const { return deferred_; }
  void settle();

 private:
  Batch gather(size_t index, const Settings& settings, bool without_gradient = false);

  const Row& row_;
  std::vector<Settings> last_;
  std::shared_ptr<DeferredStep> deferred_;
};

}  // namespace ltn::optim

namespace ltn {
template <>
struct BoxName<optim::Holder> {
  static constexpr const char* kName = "Optimizer";
};
}  // namespace ltn
