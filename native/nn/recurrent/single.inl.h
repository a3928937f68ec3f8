// One step of one row without packing, for streams. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

// out[i..i+R-1] += dot(rows i.. of weight, x)
template <int R>
inline void dot_rows(const float* weight, int64_t columns, const float* x, float* out) {
  Vec acc[R];
  LTN_UNROLL for (int r = 0; r < R; r++) acc[r] = set1(0.0F);
  int64_t k = 0;
  for (; k + kLanes <= columns; k += kLanes) {
    const Vec v = load(x + k);
    LTN_UNROLL for (int r = 0; r < R; r++) acc[r] = fma(load(weight + r * columns + k), v, acc[r]);
  }
  if (k < columns) {
    const Vec v = load_some(x + k, columns - k);
    LTN_UNROLL for (int r = 0; r < R; r++) acc[r] =
        fma(load_some(weight + r * columns + k, columns - k), v, acc[r]);
  }
  LTN_UNROLL for (int r = 0; r < R; r++) out[r] += sum(acc[r]);
}

inline void gemv(const float* weight, int64_t rows, int64_t columns, const float* x, float* out) {
  int64_t i = 0;
  for (; i + 8 <= rows; i += 8) dot_rows<8>(weight + i * columns, columns, x, out + i);
  for (; i < rows; i++) dot_rows<1>(weight + i * columns, columns, x, out + i);
}

inline void cell_row(Cell cell, int64_t hidden, float* gates, const float* h_prev, float* h, float* c) {
  for (int64_t u = 0; u < hidden; u += kLanes) {
    const int64_t left = hidden - u;
    const auto gate = [&](int64_t block) { return load_part(gates + block * hidden + u, left); };
    Vec out = gate(0);
    if (cell == Cell::kTanh) {
      out = PlainTanh::apply(out);
    } else if (cell == Cell::kRelu) {
      out = PlainRelu::apply(out);
    } else if (cell == Cell::kGru) {
      out =
          gru_unit(out, gate(1), gate(2), gate(3), load_part(h_prev + u, left), nullptr, hidden, left, false);
    } else {
      Vec next;
      out = lstm_unit(out, gate(1), gate(2), gate(3), load_part(c + u, left), next, nullptr, hidden, left,
                      false);
      store_part(c + u, next, left);
    }
    store_part(h + u, out, left);
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
