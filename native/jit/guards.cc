#include "jit/guards.h"

#include <torch/library.h>

#include <array>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "dispatch/checks.h"
#include "jit/code_arguments.h"

namespace ltn {

namespace {

// Why code of a file must not call an operator; null for what it may call. What is not in the dispatcher
// stands in operators.cc.
const char* refusalOf(const std::string& name) {
  constexpr std::array<std::string_view, 4> kNetwork = {"c10d", "_c10d_functional",
                                                        "_c10d_functional_autograd", "symm_mem"};
  if (name == "aten::from_file") return "it opens files";
  const std::string_view library = std::string_view(name).substr(0, name.find("::"));
  for (const std::string_view one : kNetwork)
    if (library == one) return "it talks to other processes";
  return nullptr;
}

// The checks of an operator, and those of its dtypes, layouts and memory formats: a graph has them as
// integers, which kernels look up in tables.
struct GraphChecks {
  explicit GraphChecks(const c10::OperatorHandle& op)
      : refusal(refusalOf(op.schema().name())), checks(op), codes(op.schema()) {}
  const char* refusal;
  OperatorChecks checks;
  CodeArguments codes;
};

const GraphChecks& checksOf(const c10::OperatorHandle& op) {
  // Of the thread, so that no lock is needed; there are few threads and operators.
  static thread_local std::unordered_map<c10::OperatorHandle, GraphChecks> known;
  const auto found = known.find(op);
  return found != known.end() ? found->second : known.try_emplace(op, op).first->second;
}

// The arguments are the last of the stack: below lie values of the graph that calls.
void runChecks(const GraphChecks& graph, size_t count, torch::jit::Stack& stack) {
  graph.codes.check(torch::jit::last(stack, count));
  if (!graph.checks.hasMore()) return graph.checks.checkLayouts(torch::jit::last(stack, count));
  const auto first = stack.end() - static_cast<std::ptrdiff_t>(count);
  torch::jit::Stack arguments(std::make_move_iterator(first), std::make_move_iterator(stack.end()));
  graph.checks.run(arguments);
  std::move(arguments.begin(), arguments.end(), first);
}

void checkAndCall(const c10::OperatorHandle& op, c10::DispatchKeySet keys, torch::jit::Stack* stack) {
  const GraphChecks& graph = checksOf(op);
  TORCH_CHECK(graph.refusal == nullptr, "code of a file must not call ", op.schema().name(), ": ",
              graph.refusal);
  runChecks(graph, op.schema().arguments().size(), *stack);
  // What the operator itself calls is libtorch's own, as in a direct call.
  const c10::impl::ExcludeDispatchKeyGuard once(kGuardKey);
  op.redispatchBoxed(keys & c10::DispatchKeySet(c10::DispatchKeySet::FULL_AFTER, kGuardKey), stack);
}

}  // namespace

TORCH_LIBRARY_IMPL(_, DeferredInit, m) {
  m.fallback(torch::CppFunction::makeFromBoxedFunction<&checkAndCall>());
}

}  // namespace ltn
