// The Mersenne twister of libtorch's generators, many numbers at a time: loops that the compiler makes
// vectors of. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA::small {

constexpr int64_t kStateWords = 624;
constexpr int64_t kStateShift = 397;

LTN_INLINE uint32_t twisted(uint32_t far, uint32_t here, uint32_t next) {
  const uint32_t mixed = (here & 0x80000000U) | (next & 0x7fffffffU);
  return far ^ (mixed >> 1) ^ ((0U - (next & 1U)) & 0x9908b0dfU);
}

inline void twist(uint32_t* state) {
  constexpr int64_t kHead = kStateWords - kStateShift;
  for (int64_t i = 0; i < kHead; i++) state[i] = twisted(state[i + kStateShift], state[i], state[i + 1]);
  // In parts that read only what is finished.
  for (int64_t begin = kHead; begin < kStateWords - 1; begin += kHead) {
    const int64_t end = begin + kHead < kStateWords - 1 ? begin + kHead : kStateWords - 1;
    const uint32_t* before = state - kHead;
    for (int64_t i = begin; i < end; i++) state[i] = twisted(before[i], state[i], state[i + 1]);
  }
  state[kStateWords - 1] = twisted(state[kStateShift - 1], state[kStateWords - 1], state[0]);
}

inline void temper(int64_t count, const uint32_t* state, uint32_t* words) {
  for (int64_t i = 0; i < count; i++) {
    uint32_t y = state[i];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680U;
    y ^= (y << 15) & 0xefc60000U;
    words[i] = y ^ (y >> 18);
  }
}

// The first word has the upper bits.
inline void below(int64_t count, const uint32_t* words, int64_t threshold, uint8_t* mask) {
  for (int64_t i = 0; i < count; i++) {
    const int64_t bits = (static_cast<int64_t>(words[2 * i] & 0x1fffffU) << 32) | words[2 * i + 1];
    mask[i] = bits < threshold ? 1 : 0;
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA::small
