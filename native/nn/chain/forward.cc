#include "nn/chain/forward.h"

#include <ATen/Parallel.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>

#include <algorithm>
#include <cstring>

#include "nn/random_mask.h"
#include "nn/recurrent/kernels.h"
#include "nn/recurrent/parallel.h"

namespace ltn::chain {

namespace {

// Rows for which packing the weights does not pay.
constexpr int64_t kFewRows = 4;
// Floats of a block of rows, and of the least share of a thread.
constexpr int64_t kBlock = 1 << 13;
constexpr int64_t kShare = 1 << 15;

const float* dataOf(const std::vector<at::Tensor>& inputs, size_t index) {
  return index == 0 ? nullptr : inputs[index].const_data_ptr<float>();
}

class Forward {
 public:
  Forward(const Plan& plan, const at::Tensor& y, const at::Tensor& values)
      : plan_(plan), layout_(plan.layout), y_(y), values_(values) {
    x_ = plan.inputs[0].const_data_ptr<float>();
    out_ = y.mutable_data_ptr<float>();
    kept_ = values.defined() ? values.mutable_data_ptr<float>() : nullptr;
  }

  std::vector<at::Tensor> run() {
    const std::vector<Place>& places = layout_.places;
    for (size_t begin = 0; begin < places.size();) {
      size_t end = begin + 1;
      if (places[begin].kind == Place::Kind::kLinear) {
        layout_.large ? largeLinear(places[begin]) : linear(places[begin]);
      } else {
        while (end < places.size() && places[end].kind != Place::Kind::kLinear) ++end;
        pointwise(begin, end);
      }
      begin = end;
    }
    for (const Place& place : places) {
      if (place.merged) masks_[place.mask] = at::Tensor();
    }
    return std::move(masks_);
  }

 private:
  const float* from(const Place& place) const {
    return place.from == kInput ? x_ : place.from == kOutput ? out_ : kept_ + place.from;
  }
  float* to(const Place& place) const { return place.to == kOutput ? out_ : kept_ + place.to; }

  at::Tensor matrix(int64_t place, int64_t width) const {
    const std::array<int64_t, 2> sizes = {layout_.rows, width};
    if (place == kInput) return plan_.inputs[0].view(sizes);
    if (place == kOutput) return y_.view(sizes);
    return values_.narrow(0, place, layout_.rows * width).view(sizes);
  }

  void largeLinear(const Place& place) const {
    at::Tensor y = matrix(place.to, place.out);
    const at::Tensor x = matrix(place.from, place.in);
    const at::Tensor weight = plan_.inputs[place.weight].t();
    if (place.bias == 0)
      at::mm_out(y, x, weight);
    else
      at::addmm_out(y, plan_.inputs[place.bias], x, weight);
  }

  void linear(const Place& place) {
    const Kernels& use = kernels();
    const float* weight = dataOf(plan_.inputs, place.weight);
    const float* bias = dataOf(plan_.inputs, place.bias);
    const float* x = from(place);
    float* y = to(place);
    if (layout_.rows > kFewRows) {
      float* packed = packingSpace();
      use.pack(place.out, place.in, weight, packed);
      return use.linear(layout_.rows, place.in, place.out, x, packed, bias, y);
    }
    for (int64_t row = 0; row < layout_.rows; ++row, x += place.in, y += place.out) {
      if (bias)
        std::memcpy(y, bias, sizeof(float) * static_cast<size_t>(place.out));
      else
        std::memset(y, 0, sizeof(float) * static_cast<size_t>(place.out));
      recurrent::kernels().gemv(weight, place.out, place.in, x, y);
    }
  }

  // Room for the packed weights of any one step.
  float* packingSpace() {
    if (!packed_.defined()) {
      int64_t most = 0;
      for (const Place& place : layout_.places) {
        if (place.kind != Place::Kind::kLinear) continue;
        most = std::max(most, kernels().packed_size(place.out, place.in));
      }
      packed_ = at::empty({most}, at::kFloat);
    }
    return packed_.mutable_data_ptr<float>();
  }

  void pointwise(size_t begin, size_t end) {
    const int64_t width = layout_.places[begin].out;
    for (size_t i = begin; i < end; ++i) {
      const Place& place = layout_.places[i];
      if (place.kind == Place::Kind::kMask)
        masks_.push_back(keepMask(layout_.rows * width, 1 - plan_.dropped[place.mask]));
    }
    const int64_t shares = sharesOf(layout_, width);
    recurrent::parallel(shares, 1, [&](int64_t first, int64_t last) {
      for (int64_t share = first; share < last; ++share) {
        eachBlock(shareOf(layout_, shares, share), width, [&](int64_t row, int64_t count) {
          for (size_t i = begin; i < end; ++i) step(layout_.places[i], row, count);
        });
      }
    });
  }

  void step(const Place& place, int64_t row, int64_t rows) const {
    const Kernels& use = kernels();
    if (place.from == kInput && layout_.turned > 0) return turnedStep(place, row, rows);
    const int64_t at = row * place.out;
    const int64_t count = rows * place.out;
    const float* x = from(place) + at;
    float* y = to(place) + at;
    switch (place.kind) {
      case Place::Kind::kActivation:
        return use.activate(place.activation, count, x, y);
      case Place::Kind::kLayerNorm:
        return use.layer_norm(rows, place.in, place.eps, x, dataOf(plan_.inputs, place.weight),
                              dataOf(plan_.inputs, place.bias), y, kept_ + place.stats + 2 * row);
      case Place::Kind::kResidual:
        return use.add(count, x, plan_.inputs[place.extra].const_data_ptr<float>() + at, y);
      default:
        return use.keep(count, x, masks_[place.mask].const_data_ptr<uint8_t>() + at, place.scale, y);
    }
  }

  // The first step, whose rows and mask lie in another order.
  void turnedStep(const Place& place, int64_t begin, int64_t rows) const {
    for (int64_t row = begin; row < begin + rows; ++row) {
      const int64_t at = inputRow(layout_, row) * place.out;
      float* y = to(place) + row * place.out;
      if (place.kind == Place::Kind::kMask)
        kernels().keep(place.out, x_ + at, masks_[place.mask].const_data_ptr<uint8_t>() + at, place.scale, y);
      else
        kernels().add(place.out, x_ + at, dataOf(plan_.inputs, place.extra) + row * place.out, y);
    }
  }

  const Plan& plan_;
  const Layout& layout_;
  const at::Tensor& y_;
  const at::Tensor& values_;
  std::vector<at::Tensor> masks_;
  at::Tensor packed_;
  const float* x_;
  float* out_;
  float* kept_;
};

}  // namespace

int64_t sharesOf(const Layout& layout, int64_t width) {
  if (!layout.large) return 1;
  const int64_t most = std::min<int64_t>(at::get_num_threads(), layout.rows * width / kShare);
  return std::clamp<int64_t>(most, 1, layout.rows);
}

void eachBlock(Rows rows, int64_t width, c10::function_ref<void(int64_t, int64_t)> f) {
  const int64_t block = std::max<int64_t>(kBlock / width, 1);
  for (int64_t row = rows.begin; row < rows.end; row += block) f(row, std::min(block, rows.end - row));
}

std::vector<at::Tensor> compute(const Plan& plan, const at::Tensor& y, const at::Tensor& values) {
  return Forward(plan, y, values).run();
}

}  // namespace ltn::chain
