// The pointwise parts, forward, of one vector of units. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

struct PlainTanh {
  static Vec apply(Vec z) { return tanh(z); }
};
struct PlainRelu {
  static Vec apply(Vec z) { return atLeast(z, 0.0F); }
};

// Each keeps `n` units of its activated gates at `gates`, a block every `hidden` floats, if `keep`.
template <class Left>
LTN_INLINE Vec gruUnit(Vec r_sum, Vec z_sum, Vec n_input, Vec n_hidden, Vec h_prev, float* gates,
                       int64_t hidden, Left n, bool keep) {
  const Vec r = sigmoid(r_sum);
  const Vec z = sigmoid(z_sum);
  const Vec fresh = tanh(fma(r, n_hidden, n_input));
  if (keep) {
    storePart(gates, r, n);
    storePart(gates + hidden, z, n);
    storePart(gates + 2 * hidden, fresh, n);
    storePart(gates + 3 * hidden, n_hidden, n);
  }
  return fma(z, h_prev - fresh, fresh);
}

template <class Left>
LTN_INLINE Vec lstmUnit(Vec i_sum, Vec f_sum, Vec g_sum, Vec o_sum, Vec c_prev, Vec& c, float* gates,
                        int64_t hidden, Left n, bool keep) {
  const Vec i = sigmoid(i_sum);
  const Vec f = sigmoid(f_sum);
  const Vec g = tanh(g_sum);
  const Vec o = sigmoid(o_sum);
  c = fma(f, c_prev, i * g);
  if (keep) {
    storePart(gates, i, n);
    storePart(gates + hidden, f, n);
    storePart(gates + 2 * hidden, g, n);
    storePart(gates + 3 * hidden, o, n);
  }
  return o * tanh(c);
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
