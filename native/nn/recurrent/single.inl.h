// One step of one row without packing, for streams. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

// out[i..i+R-1] += dot(rows i.. of weight, x)
template <int R>
inline void dotRows(const float* weight, int64_t columns, const float* x, float* out) {
  Vec acc[R];
  LTN_UNROLL for (int r = 0; r < R; r++) acc[r] = set1(0.0F);
  int64_t k = 0;
  for (; k + kLanes <= columns; k += kLanes) {
    const Vec v = load(x + k);
    LTN_UNROLL for (int r = 0; r < R; r++) acc[r] = fma(load(weight + r * columns + k), v, acc[r]);
  }
  if (k < columns) {
    const Vec v = loadSome(x + k, columns - k);
    LTN_UNROLL for (int r = 0; r < R; r++) acc[r] =
        fma(loadSome(weight + r * columns + k, columns - k), v, acc[r]);
  }
  LTN_UNROLL for (int r = 0; r < R; r++) out[r] += sum(acc[r]);
}

inline void gemv(const float* weight, int64_t rows, int64_t columns, const float* x, float* out) {
  int64_t i = 0;
  for (; i + 8 <= rows; i += 8) dotRows<8>(weight + i * columns, columns, x, out + i);
  for (; i < rows; i++) dotRows<1>(weight + i * columns, columns, x, out + i);
}

inline void cellRow(Cell cell, int64_t hidden, float* gates, const float* h_prev, float* h, float* c) {
  for (int64_t u = 0; u < hidden; u += kLanes) {
    const int64_t left = hidden - u;
    const auto gate = [&](int64_t block) { return loadPart(gates + block * hidden + u, left); };
    Vec out = gate(0);
    if (cell == Cell::kTanh) {
      out = PlainTanh::apply(out);
    } else if (cell == Cell::kRelu) {
      out = PlainRelu::apply(out);
    } else if (cell == Cell::kGru) {
      out = gruUnit(out, gate(1), gate(2), gate(3), loadPart(h_prev + u, left), nullptr, hidden, left, false);
    } else {
      Vec next;
      out =
          lstmUnit(out, gate(1), gate(2), gate(3), loadPart(c + u, left), next, nullptr, hidden, left, false);
      storePart(c + u, next, left);
    }
    storePart(h + u, out, left);
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
