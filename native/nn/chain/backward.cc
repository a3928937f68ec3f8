#include "nn/chain/backward.h"

#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/zeros.h>

#include <algorithm>

#include "nn/chain/forward.h"
#include "nn/recurrent/parallel.h"

namespace ltn::chain {

namespace {

using torch::autograd::variable_list;

// A run from its end to its start: the gradient of a step's output becomes that of its input.
class Walk {
 public:
  Walk(const ChainBackward& node, const at::Tensor& given, at::Tensor y)
      : node_(node),
        layout_(node.layout),
        result_(node.inputs.size()),
        y_(std::move(y)),
        grad_(given.contiguous()) {
    bool needed = wants(0);
    for (const Place& place : layout_.places) {
      needed_.push_back(needed);
      for (const size_t input : {place.weight, place.bias, place.extra}) {
        needed = needed || (input != 0 && wants(input));
      }
    }
    if (reads()) x_ = node.inputs[0].unpack();
  }

  variable_list run() {
    const at::AutoDispatchBelowADInplaceOrView guard;
    for (size_t end = layout_.places.size(); end > 0;) {
      size_t begin = end - 1;
      if (layout_.places[begin].kind == Place::Kind::kLinear) {
        linear(begin);
      } else {
        while (begin > 0 && layout_.places[begin - 1].kind != Place::Kind::kLinear) --begin;
        pointwise(begin, end);
      }
      if (!needed_[begin]) break;
      end = begin;
    }
    if (wants(0)) result_[0] = ofInput();
    return std::move(result_);
  }

 private:
  // What is done for each row of one step that is no product.
  struct Job {
    const Place* place;
    const float* dy;
    float* dx;
    int64_t weight;  // where its sums lie, -1 without
    int64_t bias;
  };

  bool wants(size_t input) const { return node_.task_should_compute_output(input); }

  // Whether the first step's gradients need the run's input.
  bool reads() const {
    const Place& first = layout_.places.front();
    switch (first.kind) {
      case Place::Kind::kLinear:
        return wants(first.weight);
      case Place::Kind::kLayerNorm:
        return wants(0) || (first.weight != 0 && wants(first.weight)) ||
               (first.bias != 0 && wants(first.bias));
      case Place::Kind::kActivation:
        return usesInput(first.activation) && wants(0);
      default:
        return false;
    }
  }

  const float* saved(int64_t place) const {
    const at::Tensor& from = place == kInput ? x_ : place == kOutput ? y_ : node_.values;
    return from.defined() ? from.const_data_ptr<float>() + std::max<int64_t>(place, 0) : nullptr;
  }
  const float* parameter(size_t input) {
    if (input == 0) return nullptr;
    held_.push_back(node_.inputs[input].unpack());
    return held_.back().const_data_ptr<float>();
  }
  at::Tensor matrix(int64_t place, int64_t width) const {
    const std::array<int64_t, 2> sizes = {layout_.rows, width};
    if (place == kInput) return x_.view(sizes);
    return node_.values.narrow(0, place, layout_.rows * width).view(sizes);
  }
  float* fresh(int64_t count) {
    held_.push_back(std::move(grad_));
    grad_ = at::empty({count}, at::kFloat);
    own_ = true;
    return grad_.mutable_data_ptr<float>();
  }
  float* over() { return own_ ? grad_.mutable_data_ptr<float>() : fresh(grad_.numel()); }

  void linear(size_t index) {
    const Place& place = layout_.places[index];
    if (wants(place.weight)) result_[place.weight] = ofWeight(place);
    if (place.bias != 0 && wants(place.bias) && !result_[place.bias].defined())
      result_[place.bias] = ofBias(place);
    if (!needed_[index]) return;
    if (layout_.large) return largeInput(index);
    const auto* dz = grad_.const_data_ptr<float>();
    const float* weight = parameter(place.weight);
    kernels().linear_input(layout_.rows, place.in, place.out, dz, weight, fresh(layout_.rows * place.in));
  }

  at::Tensor ofWeight(const Place& place) const {
    if (layout_.large) return at::mm(grad_.view({layout_.rows, place.out}).t(), matrix(place.from, place.in));
    at::Tensor result = at::empty({place.out, place.in}, at::kFloat);
    kernels().linear_weight(layout_.rows, place.in, place.out, grad_.const_data_ptr<float>(),
                            saved(place.from), result.mutable_data_ptr<float>());
    return result;
  }

  at::Tensor ofBias(const Place& place) const {
    at::Tensor result = at::zeros({place.out}, at::kFloat);
    kernels().add_rows(layout_.rows, place.out, grad_.const_data_ptr<float>(),
                       result.mutable_data_ptr<float>());
    return result;
  }

  // The sum with the gradient of a residual of the run's input costs nothing here.
  void largeInput(size_t index) {
    const Place& place = layout_.places[index];
    const at::Tensor weight = node_.inputs[place.weight].unpack();
    const at::Tensor dz = grad_.view({layout_.rows, place.out});
    if (index == 0 && residual_.defined()) {
      const at::Tensor start = residual_.view({layout_.rows, place.in});
      if (own_residual_)
        grad_ = start.addmm_(dz, weight);
      else
        grad_ = at::addmm(start, dz, weight);
      residual_ = at::Tensor();
    } else {
      grad_ = at::mm(dz, weight);
    }
    own_ = true;
  }

  void pointwise(size_t begin, size_t end) {
    std::vector<Job> jobs;
    const int64_t width = layout_.places[begin].out;
    int64_t sums = 0;
    const auto sum_of = [&](size_t input) {
      if (input == 0 || !wants(input)) return int64_t{-1};
      sums += width;
      return sums - width;
    };
    for (size_t i = end; i-- > begin;) {
      const Place& place = layout_.places[i];
      if (place.kind == Place::Kind::kResidual) {
        give(place);
      } else if (!place.merged) {
        Job job{&place, grad_.const_data_ptr<float>(), nullptr, -1, -1};
        job.weight = sum_of(place.weight);
        job.bias = sum_of(place.bias);
        const bool turns = place.from == kInput && layout_.turned > 0;
        if (needed_[i]) job.dx = turns ? fresh(grad_.numel()) : over();
        turned_ = turned_ || turns;
        if (job.dx || job.weight >= 0 || job.bias >= 0) jobs.push_back(job);
      }
      if (!needed_[i]) break;
    }
    const size_t bias = begin > 0 ? layout_.places[begin - 1].bias : 0;
    const int64_t bias_sum = sum_of(bias);
    if (jobs.empty() && bias_sum < 0) return;
    const Share share{jobs, width, sums, bias_sum};
    collect(share, compute(share), bias);
  }

  struct Share {
    const std::vector<Job>& jobs;
    int64_t width;
    int64_t sums;
    int64_t bias;  // where the sum of the whole gradient lies, -1 without
  };

  // The sums of each share of the rows.
  at::Tensor compute(const Share& share) {
    const int64_t shares = sharesOf(layout_, share.width);
    const at::Tensor sums = at::zeros({shares, share.sums}, at::kFloat);
    auto* first_sums = sums.mutable_data_ptr<float>();
    const auto* grad = grad_.const_data_ptr<float>();
    std::vector<const float*> weights;
    weights.reserve(share.jobs.size());
    for (const Job& job : share.jobs) weights.push_back(parameter(job.place->weight));
    recurrent::parallel(shares, 1, [&](int64_t first, int64_t last) {
      for (int64_t i = first; i < last; ++i) {
        float* own = first_sums + i * share.sums;
        eachBlock(shareOf(layout_, shares, i), share.width, [&](int64_t row, int64_t count) {
          for (size_t job = 0; job < share.jobs.size(); ++job)
            step(share.jobs[job], weights[job], row, count, own);
          if (share.bias >= 0)
            kernels().add_rows(count, share.width, grad + row * share.width, own + share.bias);
        });
      }
    });
    return sums;
  }

  void step(const Job& job, const float* weight, int64_t row, int64_t rows, float* sums) const {
    const Place& place = *job.place;
    if (place.from == kInput && layout_.turned > 0) return turnedStep(job, row, rows);
    const int64_t begin = row * place.out;
    const int64_t count = rows * place.out;
    const float* dy = job.dy + begin;
    float* dx = job.dx ? job.dx + begin : nullptr;
    const Kernels& use = kernels();
    switch (place.kind) {
      case Place::Kind::kLayerNorm:
        return use.layer_norm_backward(
            rows, place.in, saved(place.from) + begin, saved(place.stats) + 2 * row, weight, dy, dx,
            job.weight < 0 ? nullptr : sums + job.weight, job.bias < 0 ? nullptr : sums + job.bias);
      case Place::Kind::kActivation: {
        const float* kept = saved(usesInput(place.activation) ? place.from : place.to) + begin;
        if (place.scale != 1) return use.relu_keep_backward(count, kept, dy, place.scale, dx);
        return use.activate_backward(place.activation, count, kept, dy, dx);
      }
      default:
        return use.keep(count, dy, node_.masks[place.mask].const_data_ptr<uint8_t>() + begin, place.scale,
                        dx);
    }
  }

  // The mask of an input whose rows lie in another order, in which its gradient lies, too.
  void turnedStep(const Job& job, int64_t begin, int64_t rows) const {
    const Place& place = *job.place;
    const auto* mask = node_.masks[place.mask].const_data_ptr<uint8_t>();
    for (int64_t row = begin; row < begin + rows; ++row) {
      const int64_t at = inputRow(layout_, row) * place.out;
      kernels().keep(place.out, job.dy + row * place.out, mask + at, place.scale, job.dx + at);
    }
  }

  // Adds up the shares' sums, and hands them to the parameters.
  void collect(const Share& share, const at::Tensor& sums, size_t bias) {
    const int64_t shares = sums.size(0);
    const auto hand = [&](size_t input, int64_t place) {
      if (place < 0) return;
      at::Tensor& result = result_[input] = at::zeros({share.width}, at::kFloat);
      for (int64_t i = 0; i < shares; ++i)
        kernels().add_rows(1, share.width, sums.const_data_ptr<float>() + i * share.sums + place,
                           result.mutable_data_ptr<float>());
    };
    for (const Job& job : share.jobs) {
      hand(job.place->weight, job.weight);
      hand(job.place->bias, job.bias);
    }
    hand(bias, share.bias);
  }

  // What a residual has added gets the gradient as it is. So that is not written over any more.
  void give(const Place& place) {
    if (place.extra == 0) {
      if (!wants(0)) return;
      residual_ = residual_.defined() ? residual_.add(grad_.view_as(residual_)) : grad_;
      own_residual_ = own_;
    } else if (wants(place.extra)) {
      result_[place.extra] = grad_.view(outputSizes(place.out));
    }
    own_ = false;
  }

  std::vector<int64_t> outputSizes(int64_t width) const {
    std::vector<int64_t> sizes = layout_.sizes;
    sizes.back() = width;
    return sizes;
  }

  at::Tensor ofInput() const {
    if (turned_) {
      const std::vector<int64_t>& sizes = layout_.sizes;
      return grad_.view({sizes[1], sizes[0], sizes[2]}).transpose(0, 1);
    }
    at::Tensor result = grad_.view(layout_.sizes);
    if (!residual_.defined()) return result;
    const at::Tensor other = residual_.view(layout_.sizes);
    return own_ ? result.add_(other) : result.add(other);
  }

  const ChainBackward& node_;
  const Layout& layout_;
  variable_list result_;
  // Whether anything before step i wants a gradient.
  std::vector<bool> needed_;
  at::Tensor x_, y_;
  at::Tensor grad_;
  // Whether grad_ may be written over.
  bool own_ = false;
  // The gradient that a residual hands to the run's input.
  at::Tensor residual_;
  bool own_residual_ = false;
  // Whether grad_ lies as the input does.
  bool turned_ = false;
  // Whose memory is still read.
  std::vector<at::Tensor> held_;
};

}  // namespace

variable_list gradients(const ChainBackward& node, const at::Tensor& grad, at::Tensor y) {
  return Walk(node, grad, std::move(y)).run();
}

}  // namespace ltn::chain
