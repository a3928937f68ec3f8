// exp, sigmoid and tanh on vectors, in the namespace of the including instruction set. Errors against
// float64, over all finite inputs, as test/parity/recurrent checks them: sigmoid and tanh 4 units in the last
// place.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

// exp(x) = 2^n * (1 + small); |r| <= ln(2) / 2, where the Taylor series to r^7 is good to 2e-8 of r.
struct Exponent {
  Vec scale;  // 2^n
  Vec small;  // exp(r) - 1
};

LTN_INLINE Exponent splitExp(Vec x) {
  // log2(e), and ln(2) in two parts: the larger one is exact in a product with n.
  // NOLINTBEGIN(modernize-use-std-numbers)
  const Vec n = roundEven(x * set1(1.44269504F));
  const Vec r = fnma(n, set1(-2.12194440e-4F), fnma(n, set1(0.693359375F), x));
  // NOLINTEND(modernize-use-std-numbers)
  Vec p = set1(1.0F / 5040);
  p = fma(p, r, set1(1.0F / 720));
  p = fma(p, r, set1(1.0F / 120));
  p = fma(p, r, set1(1.0F / 24));
  p = fma(p, r, set1(1.0F / 6));
  p = fma(p, r, set1(0.5F));
  return {powerOfTwo(n), fma(p, r * r, r)};
}

LTN_INLINE Vec sigmoid(Vec x) {
  const Exponent e = splitExp(atMost(atLeast(set1(0.0F) - x, -87.0F), 87.0F));
  const Vec open = quotient(set1(1.0F), set1(1.0F) + fma(e.scale, e.small, e.scale));
  return zeroUnlessPositive(open, x + set1(87.0F));  // exactly zero, as its product with an infinity shows
}

// With E = exp(2|x|) - 1, tanh |x| = E / (E + 2), which keeps its precision near zero. tanh(15) is 1 in
// float32.
LTN_INLINE Vec tanh(Vec x) {
  const Vec twice = atMost(absolute(x) * set1(2.0F), 30.0F);
  const Exponent e = splitExp(twice);
  const Vec expm1 = fma(e.scale, e.small, e.scale - set1(1.0F));
  return withSignOf(quotient(expm1, expm1 + set1(2.0F)), x);
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
