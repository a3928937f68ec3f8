#include "nn/random_mask.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/ops/empty.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>

#include "nn/chain/kernels.h"

namespace ltn {

namespace {

constexpr int kWords = at::MERSENNE_STATE_N;
constexpr int kDigits = 53;

// The numbers of a generator's engine from where it is.
class Stream {
 public:
  explicit Stream(at::mt19937 engine) : engine_(engine), data_(engine.data()) {
    have_ = data_.left_ - 1;
    use_.temper(have_, data_.state_.data() + data_.next_, words_.data());
  }

  void draw(int64_t count, double probability, uint8_t* mask) {
    const auto threshold = static_cast<int64_t>(std::ceil(std::ldexp(probability, kDigits)));
    while (true) {
      const int64_t pairs = std::min<int64_t>((have_ - at_) / 2, count);
      use_.below(pairs, words_.data() + at_, threshold, mask);
      mask += pairs;
      count -= pairs;
      at_ += static_cast<int>(2 * pairs);
      if (count == 0) return;
      refill();
    }
  }

  // The engine after that.
  at::mt19937 engine() {
    const int left = have_ - at_;
    data_.left_ = left + 1;
    data_.next_ = static_cast<uint32_t>(kWords - left);
    engine_.set_data(data_);
    return engine_;
  }

 private:
  // A number that is left is the first of the next pair.
  void refill() {
    const int rest = have_ - at_;
    if (rest == 1) words_[0] = words_[at_];
    use_.twist(data_.state_.data());
    use_.temper(kWords, data_.state_.data(), words_.data() + rest);
    have_ = rest + kWords;
    at_ = 0;
  }

  const chain::Kernels& use_ = chain::kernels();
  at::mt19937 engine_;
  at::mt19937_data_pod data_;
  std::array<uint32_t, kWords + 1> words_;
  int have_ = 0;
  int at_ = 0;
};

// Whether an engine is where drawing leaves it: all that is left of its state is its end.
bool isUsual(at::mt19937& engine) {
  if (!engine.is_valid()) return false;
  const at::mt19937_data_pod data = engine.data();
  return data.left_ == 1 || data.left_ - 1 + static_cast<int>(data.next_) == kWords;
}

bool drawFrom(at::CPUGeneratorImpl& generator, int64_t count, double probability, uint8_t* mask) {
  const std::lock_guard lock(generator.mutex_);
  at::mt19937 engine = generator.engine();
  if (!isUsual(engine)) return false;
  Stream stream(engine);
  stream.draw(count, probability, mask);
  generator.set_engine(stream.engine());
  return true;
}

// Whether libtorch draws like this here: two generators give the same bytes, and the same number after them.
bool drawsAsLibtorch() {
  constexpr int64_t kCount = 1300;
  at::Generator ours = at::detail::createCPUGenerator(7);
  at::Generator theirs = at::detail::createCPUGenerator(7);
  auto* own = at::check_generator<at::CPUGeneratorImpl>(ours);
  auto* other = at::check_generator<at::CPUGeneratorImpl>(theirs);
  own->random();
  other->random();
  const at::Tensor expected = at::empty({kCount}, at::kByte);
  expected.bernoulli_(0.7, theirs);
  std::array<uint8_t, kCount> found;
  return drawFrom(*own, kCount, 0.7, found.data()) &&
         std::equal(found.begin(), found.end(), expected.const_data_ptr<uint8_t>()) &&
         own->random64() == other->random64();
}

}  // namespace

at::Tensor keepMask(int64_t count, double probability) {
  at::Tensor mask = at::empty({count}, at::kByte);
  static const bool same = drawsAsLibtorch();
  auto* generator = at::check_generator<at::CPUGeneratorImpl>(at::detail::getDefaultCPUGenerator());
  if (!same || !drawFrom(*generator, count, probability, mask.mutable_data_ptr<uint8_t>()))
    mask.bernoulli_(probability);
  return mask;
}

at::Tensor dropoutFactors(at::IntArrayRef sizes, double p) {
  const at::AutoDispatchBelowADInplaceOrView guard;
  const int64_t count = c10::multiply_integers(sizes);
  const at::Tensor mask = keepMask(count, 1 - p);
  at::Tensor factors = at::empty(sizes, at::kFloat);
  const auto* from = mask.const_data_ptr<uint8_t>();
  auto* to = factors.mutable_data_ptr<float>();
  const float scale = 1.0F / static_cast<float>(1 - p);
  for (int64_t i = 0; i < count; ++i) to[i] = static_cast<float>(from[i]) * scale;
  return factors;
}

}  // namespace ltn
