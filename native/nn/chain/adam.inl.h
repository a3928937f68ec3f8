// One step of Adam in two passes, with the roundings of libtorch's operators: lerp and addcmul multiply and
// add in one, addcdiv does not. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA::small {

inline void adamAverages(const chain::AdamNumbers& numbers, int64_t count, float* param, const float* grad,
                         float* average, float* square, float* roots) {
  const bool decays = numbers.decay != 1.0F;
  const bool adds = numbers.weight_decay != 0.0F;
  forVectors(count, [&](int64_t at, auto left) {
    Vec g = loadPart(grad + at, left);
    if (decays) storePart(param + at, loadPart(param + at, left) * set1(numbers.decay), left);
    if (adds) g = fma(loadPart(param + at, left), set1(numbers.weight_decay), g);
    const Vec m = loadPart(average + at, left);
    storePart(average + at, fma(set1(numbers.weight1), g - m, m), left);
    const Vec v = loadPart(square + at, left) * set1(numbers.beta2);
    const Vec next = fma(set1(numbers.weight2) * g, g, v);
    storePart(square + at, next, left);
    storePart(roots + at, atLeast(next, numbers.floor), left);
  });
}

inline void adamUpdate(const chain::AdamNumbers& numbers, int64_t count, float* param, const float* average,
                       const float* roots) {
  forVectors(count, [&](int64_t at, auto left) {
    const Vec below = divide(loadPart(roots + at, left), set1(numbers.correction)) + set1(numbers.eps);
    const Vec step = divide(set1(numbers.factor) * loadPart(average + at, left), below);
    storePart(param + at, loadPart(param + at, left) + step, left);
  });
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA::small
