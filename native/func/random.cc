// rand_like and its kin with a generator, under vmap. A call without one comes here too, as those overloads
// are tried first; Python's goes to the overloads that have none. libtorch has rules for those only. For the
// others it would go through the batch in a loop, and draw whatever the randomness of the vmap is.
#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>
#include <ATen/functorch/DynamicLayer.h>
#include <ATen/functorch/PlumbingHelper.h>
#include <torch/library.h>

#include "tensor/generator.h"

namespace ltn {

namespace {

namespace ft = at::functorch;

// Whether the caller chose where the numbers come from. A worker's own generator was lent to the call. None
// is no choice, though Python's None gets the loop as well.
bool isGiven(const c10::IValue& argument) {
  return argument.isGenerator() && !isOwnGenerator(argument.toGenerator());
}

// The tensor like which numbers are drawn for the whole batch: at the level below, and with the batch in
// front where each is to get its own.
at::Tensor modelFor(const at::Tensor& self, const ft::DynamicLayer& layer) {
  const auto [value, batch] = ft::unwrapTensorAtLevel(self, layer.layerId());
  if (layer.randomness() == ft::RandomnessType::Same) return batch ? value.select(*batch, 0) : value;
  if (batch) return value.movedim(*batch, 0);
  auto sizes = value.sym_sizes().vec();
  sizes.insert(sizes.begin(), layer.batchSize());
  return value.expand_symint(sizes);
}

void drawLike(const c10::OperatorHandle& op, torch::jit::Stack* stack) {
  const c10::impl::ExcludeDispatchKeyGuard below(c10::DispatchKey::FuncTorchVmapMode);
  const auto place = op.schema().argumentIndexWithName("generator");
  const auto arguments = torch::jit::last(*stack, op.schema().arguments().size());
  // As in Python: libtorch's loop.
  if (isGiven(arguments[*place])) return op.callBoxed(*stack);

  const auto layer = ft::maybeCurrentDynamicLayer();
  TORCH_CHECK(layer && layer->key() == ft::TransformType::Vmap, op.operator_name(), ": no vmap is active");
  TORCH_CHECK(layer->randomness() != ft::RandomnessType::Error,
              "vmap: called random operation while in randomness error mode. Please either use the 'same' or "
              "'different' randomness flags on vmap or perform the randomness operation out of vmap");
  c10::IValue& self = torch::jit::peek(*stack, 0, arguments.size());
  self = modelFor(self.toTensor(), *layer);
  op.callBoxed(*stack);
  if (layer->randomness() == ft::RandomnessType::Same) return;
  stack->back() = ft::makeBatched(stack->back().toTensor(), 0, layer->layerId());
}

}  // namespace

TORCH_LIBRARY_IMPL(aten, FuncTorchVmapMode, m) {
  for (const char* name : {"rand_like.generator", "randn_like.generator", "randint_like.generator",
                           "randint_like.low_generator_dtype"})
    m.impl(name, torch::CppFunction::makeFromBoxedFunction<&drawLike>());
}

}  // namespace ltn
