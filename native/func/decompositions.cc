// Operators that libtorch's vmap has no rule for, and that Python decomposes when it is first used: losses,
// and addr. The steps are Python's (torch/_decomp/decompositions.py), so that the results have the same bits.
#include <ATen/core/Reduction.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/abs.h>
#include <ATen/ops/full_like.h>
#include <ATen/ops/gather.h>
#include <ATen/ops/logical_or.h>
#include <ATen/ops/outer.h>
#include <ATen/ops/result_type.h>
#include <ATen/ops/scatter.h>
#include <ATen/ops/sign.h>
#include <ATen/ops/where.h>
#include <ATen/ops/zeros_like.h>
#include <torch/library.h>

namespace ltn {

namespace {

using OptionalTensor = std::optional<at::Tensor>;

double meanOf(const at::Tensor& input, int64_t reduction, double factor) {
  return reduction == at::Reduction::Mean ? factor / static_cast<double>(input.numel()) : factor;
}

at::Tensor mseLossBackward(const at::Tensor& grad, const at::Tensor& self, const at::Tensor& target,
                           int64_t reduction) {
  return self.sub(target).mul(meanOf(self, reduction, 2.0)).mul(grad);
}

at::Tensor smoothL1LossBackward(const at::Tensor& grad, const at::Tensor& self, const at::Tensor& target,
                                int64_t reduction, double beta) {
  const at::Tensor x = self.sub(target);
  const at::Tensor scaled = grad.mul(meanOf(self, reduction, 1.0));
  return at::where(at::abs(x).lt(beta), scaled.mul(x).div(beta), scaled.mul(at::sign(x)));
}

at::Tensor huberLossBackward(const at::Tensor& grad, const at::Tensor& self, const at::Tensor& target,
                             int64_t reduction, double delta) {
  const double norm = meanOf(self, reduction, 1.0);
  const at::Tensor x = self.sub(target);
  return at::where(x.lt(-delta), grad.mul(-norm).mul(delta),
                   at::where(x.gt(delta), grad.mul(norm).mul(delta), x.mul(norm).mul(grad)));
}

// Classes are the second dimension, or the only one.
int64_t classDim(const at::Tensor& self) { return self.dim() < 2 ? 0 : 1; }

at::Tensor alongClasses(const at::Tensor& weight, const at::Tensor& self) {
  std::vector<int64_t> shape(self.dim(), 1);
  shape[classDim(self)] = weight.size(0);
  return weight.reshape(shape);
}

// The dispatcher calls kernels by the signature of the schema, which has a SymInt by its value.
// NOLINTBEGIN(performance-unnecessary-value-param)
std::tuple<at::Tensor, at::Tensor> nllLossForward(const at::Tensor& input, const at::Tensor& target,
                                                  const OptionalTensor& weight, int64_t reduction,
                                                  c10::SymInt ignored) {
  const bool weighted = weight && weight->defined();
  const int64_t dim = classDim(input);
  const at::Scalar ignore = ignored.guard_int(__FILE__, __LINE__);
  const at::Tensor weights = weighted ? alongClasses(*weight, input) : at::Tensor();
  const at::Tensor self = weighted ? input.mul(weights) : input;
  const at::Tensor counted = target.ne(ignore);
  const at::Tensor index = at::where(counted, target, 0).unsqueeze(dim);
  at::Tensor result = at::where(counted, at::gather(self, dim, index).squeeze(dim).neg(), 0);
  if (reduction == at::Reduction::None && input.dim() > 1) return {result, self.new_full({}, 0.0)};
  const at::Tensor total =
      weighted
          ? at::where(counted, at::gather(weights.expand(self.sizes()), dim, index).squeeze(dim), 0).sum()
          : counted.sum().to(self.options());
  if (reduction == at::Reduction::Sum) result = result.sum();
  if (reduction == at::Reduction::Mean) result = result.sum().div(total);
  return {result, total};
}

at::Tensor nllLossBackward(const at::Tensor& grad_output, const at::Tensor& self, const at::Tensor& labels,
                           const OptionalTensor& weight, int64_t reduction, c10::SymInt ignored,
                           const at::Tensor& total_weight) {
  const int64_t dim = classDim(self);
  const at::Scalar ignore = ignored.guard_int(__FILE__, __LINE__);
  at::Tensor grad = reduction == at::Reduction::Mean ? grad_output.div(total_weight) : grad_output;
  const bool one = self.dim() == 1 && labels.dim() > 0;
  const at::Tensor target = (one ? labels.select(0, 0) : labels).unsqueeze(dim);
  const at::Tensor counted = target.ne(ignore);
  const at::Tensor chosen = at::scatter(at::zeros_like(self), dim, at::where(counted, target, 0), -1.0);
  if (chosen.dim() > grad.dim() && grad.dim() > 0) grad = grad.unsqueeze(dim);
  if (weight && weight->defined()) grad = grad.mul(alongClasses(*weight, self));
  return chosen.mul(at::where(counted, grad, 0));
}
// NOLINTEND(performance-unnecessary-value-param)

at::Tensor addrOf(const at::Tensor& input, const at::Tensor& vec1, const at::Tensor& vec2,
                  const at::Scalar& beta, const at::Scalar& alpha) {
  TORCH_CHECK(vec1.dim() == 1, "addr: Expected 1-D argument vec1, but got ", vec1.dim(), "-D");
  TORCH_CHECK(vec2.dim() == 1, "addr: Expected 1-D argument vec2, but got ", vec2.dim(), "-D");
  const at::Tensor self = input.expand({vec1.size(0), vec2.size(0)});
  const bool no_beta = beta.equal(0), no_alpha = alpha.equal(0);
  const at::Tensor product = at::outer(vec1, vec2);
  if (self.scalar_type() == at::kBool) {
    const at::Tensor right = no_alpha ? at::full_like(self, false) : product;
    return no_beta ? right : at::logical_or(self, right);
  }
  return no_beta ? product.mul(alpha) : self.mul(beta).add(product.mul(alpha));
}

// Tensor::conj of C++ and Python looks at the dtype before it dispatches.
at::Tensor conjOf(const at::Tensor& self) { return self.conj(); }

}  // namespace

TORCH_LIBRARY_IMPL(aten, FuncTorchBatched, m) {
  m.impl("mse_loss_backward", mseLossBackward);
  m.impl("smooth_l1_loss_backward", smoothL1LossBackward);
  m.impl("huber_loss_backward", huberLossBackward);
  m.impl("nll_loss_forward", nllLossForward);
  m.impl("nll_loss2d_forward", nllLossForward);
  m.impl("nll_loss_backward", nllLossBackward);
  m.impl("nll_loss2d_backward", nllLossBackward);
  m.impl("addr", addrOf);
  m.impl("conj", conjOf);
}

}  // namespace ltn
