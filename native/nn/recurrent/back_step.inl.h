// One time step of a range of rows, backward. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

// The gradients before the activations ("dgates") of the last few steps of a range of rows, a step in turn at
// each of `steps` places: blocks in the order of the weights, but GRU has n r z and the hidden half of n, so
// that the first three are what the input weights saw and the last three what the recurrent weights saw. An
// LSTM with a projection has o * tanh(c) and then the gradient of h, for the projection's own gradient.
struct Ring {
  float* base;
  int64_t steps;
  int64_t begin;  // the first row of the range
  int64_t rows;   // rows of the range
  int64_t
      stride;  // floats a row; some more than the blocks, as rows a power of two apart share few cache sets
  float* at(int64_t i, int64_t row) const { return base + (i % steps * rows + row - begin) * stride; }
};

inline int64_t recurrentPart(const BackwardArgs& a) { return a.cell == Cell::kGru ? a.hidden : 0; }
inline int64_t depth(const BackwardArgs& a) { return gateCount(a.cell) * a.hidden; }
inline int64_t rawPart(const BackwardArgs& a) { return blockCount(a.cell) * a.hidden; }
inline int64_t statePart(const BackwardArgs& a) { return rawPart(a) + a.hidden; }

// Rows [begin, end) of step t, the i-th of the walk. `follows`: the rows had a step after t, in the order of
// the direction, which is the one before in this walk. h_prev and c_prev are what they came from.
struct BackSpan {
  const Ring& ring;
  int64_t begin;
  int64_t end;
  int64_t i;
  int64_t t;
  bool follows;
  const float* h_prev;
  int64_t h_stride;
  const float* c_prev;
};

// Everything that reaches h of M rows, two vectors of its columns, from outside the layer and from the step
// that followed.
template <int M, class Left>
LTN_INLINE void gatherDh(const BackwardArgs& a, const BackSpan& s, int64_t row, int64_t u, Left left,
                         const float* panel, Tile<M, 2>& dh) {
  clear(dh);
  if (s.follows) {
    multiplyAdd(dh, rowsFrom<M>(s.ring.at(s.i - 1, row) + recurrentPart(a), s.ring.stride), panel, depth(a));
  }
  if (a.dy.base != nullptr) {
    const RowPointers<M> from = rowsFrom<M>(a.dy.at(a.steps, s.t, row) + u, a.dy.row);
    LTN_UNROLL for (int m = 0; m < M; m++) {
      LTN_UNROLL for (int n = 0; n < 2; n++) dh.at[m][n] =
          dh.at[m][n] + loadPart(from.at[m] + n * kLanes, left - n * kLanes);
    }
  }
  if (s.follows && a.cell != Cell::kGru) return;
  const RowPointers<M> carried = rowsFrom<M>(a.dh + row * a.state + u, a.state);
  LTN_UNROLL for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int n = 0; n < 2; n++) dh.at[m][n] =
        dh.at[m][n] + loadPart(carried.at[m] + n * kLanes, left - n * kLanes);
  }
}

// One vector of units of one row; the pointers are at its first unit, `left` units from the end.
template <class Left>
struct BackUnit {
  const float* gates;
  const float* y;
  const float* h_prev;
  const float* c;
  const float* c_prev;
  float* dh;
  float* dc;
  int64_t hidden;
  Left left;
};

template <Cell kCell>
struct Derivative;

template <>
struct Derivative<Cell::kTanh> {
  template <class Left>
  LTN_INLINE static void apply(const BackUnit<Left>& p, Vec dh, Vec (&out)[1]) {
    const Vec h = loadPart(p.y, p.left);
    out[0] = dh * fnma(h, h, set1(1.0F));
  }
};

template <>
struct Derivative<Cell::kRelu> {
  template <class Left>
  LTN_INLINE static void apply(const BackUnit<Left>& p, Vec dh, Vec (&out)[1]) {
    out[0] = zeroUnlessPositive(dh, loadPart(p.y, p.left));
  }
};

template <>
struct Derivative<Cell::kGru> {
  template <class Left>
  LTN_INLINE static void apply(const BackUnit<Left>& p, Vec dh, Vec (&out)[4]) {
    const Vec one = set1(1.0F);
    const Vec r = loadPart(p.gates, p.left);
    const Vec z = loadPart(p.gates + p.hidden, p.left);
    const Vec n = loadPart(p.gates + 2 * p.hidden, p.left);
    const Vec n_hidden = loadPart(p.gates + 3 * p.hidden, p.left);
    const Vec h_prev = loadPart(p.h_prev, p.left);
    out[0] = dh * (one - z) * fnma(n, n, one);
    out[1] = out[0] * n_hidden * r * (one - r);
    out[2] = dh * (h_prev - n) * z * (one - z);
    out[3] = out[0] * r;
    storePart(p.dh, dh * z, p.left);
  }
};

template <>
struct Derivative<Cell::kLstm> {
  template <class Left>
  LTN_INLINE static void apply(const BackUnit<Left>& p, Vec dh, Vec (&out)[5]) {
    const Vec one = set1(1.0F);
    const Vec i = loadPart(p.gates, p.left);
    const Vec f = loadPart(p.gates + p.hidden, p.left);
    const Vec g = loadPart(p.gates + 2 * p.hidden, p.left);
    const Vec o = loadPart(p.gates + 3 * p.hidden, p.left);
    const Vec squashed = tanh(loadPart(p.c, p.left));
    const Vec dc = fma(dh * o, fnma(squashed, squashed, one), loadPart(p.dc, p.left));
    out[0] = dc * g * i * (one - i);
    out[1] = dc * loadPart(p.c_prev, p.left) * f * (one - f);
    out[2] = dc * i * fnma(g, g, one);
    out[3] = dh * squashed * o * (one - o);
    out[4] = o * squashed;  // costs nothing where it is not kept
    storePart(p.dc, dc * f, p.left);
  }
};

template <Cell kCell, class Left>
LTN_INLINE BackUnit<Left> backUnit(const BackwardArgs& a, const BackSpan& s, int64_t row, int64_t u,
                                   Left left) {
  const int64_t at = a.steps.offset[s.t] + row;
  const int64_t state = row * a.hidden + u;
  BackUnit<Left> p{};
  if (gateCount(kCell) > 1) p.gates = a.gates + at * blockCount(kCell) * a.hidden + u;
  p.y = a.y + at * a.y_stride + u;
  p.h_prev = s.h_prev + row * s.h_stride + u;
  p.dh = a.dh + state;
  if (kCell == Cell::kLstm) {
    p.c = a.c + at * a.hidden + u;
    p.c_prev = s.c_prev + state;
    p.dc = a.dc + state;
  }
  p.hidden = a.hidden;
  p.left = left;
  return p;
}

// Asks for what backTile reads after its product: the forward pass wrote it long ago, and by now it is in no
// near cache.
template <Cell kCell, bool kProjected, int M>
inline void fetchAhead(const BackwardArgs& a, const BackSpan& s, int64_t row, int64_t u) {
  const auto fetch = [&](const float* p) {
    prefetch(p);
    prefetch(p + kLanes);
  };
  for (int m = 0; m < M; m++) {
    const auto p = backUnit<kCell>(a, s, row + m, u, AllLanes{});
    if (gateCount(kCell) == 1) fetch(p.y);
    for (int64_t b = 0; gateCount(kCell) > 1 && b < blockCount(kCell); b++) fetch(p.gates + b * p.hidden);
    if (kCell == Cell::kGru) fetch(p.h_prev);
    if (kCell == Cell::kLstm) fetch(p.c_prev);
    if (!kProjected && a.dy.base != nullptr) fetch(a.dy.at(a.steps, s.t, row + m) + u);
  }
}

// The gradient of o * tanh(c), from that of h.
template <int M>
LTN_INLINE void unproject(const BackwardArgs& a, const BackSpan& s, int64_t row, const float* panel,
                          Tile<M, 2>& dh) {
  clear(dh);
  multiplyAdd(dh, rowsFrom<M>(s.ring.at(s.i, row) + statePart(a), s.ring.stride), panel, a.state);
}

template <Cell kCell, bool kProjected, int M, class Left>
inline void backTile(const BackwardArgs& a, const BackSpan& s, int64_t row, int64_t u, Left left,
                     const float* panel) {
  constexpr int kBlocks = static_cast<int>(blockCount(kCell));
  constexpr int kKept = kBlocks + (kProjected ? 1 : 0);
  Tile<M, 2> dh;
  fetchAhead<kCell, kProjected, M>(a, s, row, u);
  if constexpr (kProjected) {
    unproject(a, s, row, panel, dh);
  } else {
    gatherDh(a, s, row, u, left, panel, dh);
  }
  for (int m = 0; m < M; m++) {
    float* out = s.ring.at(s.i, row) + m * s.ring.stride + u;
    LTN_UNROLL for (int n = 0; n < 2; n++) {
      const int64_t skip = n * kLanes;
      if (skip >= a.hidden - u) break;
      Vec d[kBlocks + (kCell == Cell::kLstm ? 1 : 0)];
      Derivative<kCell>::apply(backUnit<kCell>(a, s, row + m, u + skip, left - skip), dh.at[m][n], d);
      LTN_UNROLL for (int b = 0; b < kKept; b++) storePart(out + b * a.hidden + skip, d[b], left - skip);
    }
  }
}

// The gradient of h, for the projection and its gradient to read.
inline void keepStateGrads(const BackwardArgs& a, const BackSpan& s) {
  const float* panel = a.packed_recurrent;
  for (int64_t u = 0; u < a.state; u += kPair, panel += depth(a) * kPair) {
    withLanes(a.state - u, kPair, [&](auto left) {
      forTiles<kPairRows>(s.begin, s.end, [&]<int M>(Height<M>, int64_t row) {
        Tile<M, 2> dh;
        gatherDh(a, s, row, u, left, panel, dh);
        storeRows(s.ring.at(s.i, row) + statePart(a) + u, s.ring.stride, dh, left);
      });
    });
  }
}

template <Cell kCell, bool kProjected>
inline void backSpan(const BackwardArgs& a, const BackSpan& s) {
  if constexpr (kProjected) keepStateGrads(a, s);
  const float* panel = kProjected ? a.packed_projection : a.packed_recurrent;
  const int64_t size = (kProjected ? a.state : depth(a)) * kPair;
  for (int64_t u = 0; u < a.hidden; u += kPair, panel += size) {
    withLanes(a.hidden - u, kPair, [&](auto left) {
      forTiles<kPairRows>(s.begin, s.end, [&]<int M>(Height<M>, int64_t row) {
        backTile<kCell, kProjected, M>(a, s, row, u, left, panel);
      });
    });
  }
}

// What the recurrent weights pass on to h0 of rows that began with this step.
inline void finishDh0(const BackwardArgs& a, const BackSpan& s) {
  const float* panel = a.packed_recurrent;
  for (int64_t u = 0; u < a.state; u += kPair, panel += depth(a) * kPair) {
    forTiles<kPairRows>(s.begin, s.end, [&]<int M>(Height<M>, int64_t row) {
      float* const dh0 = a.dh + row * a.state + u;
      Tile<M, 2> dh;
      clear(dh);
      if (a.cell == Cell::kGru) {
        for (int m = 0; m < M; m++) {
          for (int n = 0; n < 2; n++)
            dh.at[m][n] = loadPart(dh0 + m * a.state + n * kLanes, a.state - u - n * kLanes);
        }
      }
      multiplyAdd(dh, rowsFrom<M>(s.ring.at(s.i, row) + recurrentPart(a), s.ring.stride), panel, depth(a));
      storeRows(dh0, a.state, dh, a.state - u);
    });
  }
}

// Where the rows of step t stop having a step later in time: rows[t + 1].
inline int64_t goingOn(const BackwardArgs& a, int64_t t, int64_t begin, int64_t end) {
  const int64_t rows = a.steps.rows[t + 1];
  return rows < begin ? begin : rows < end ? rows : end;
}

// Row 0 of what row `row` of step t came from: y of the step before, or null for h0.
inline const float* previousY(const BackwardArgs& a, int64_t t, int64_t row) {
  const bool has = a.reverse ? row < a.steps.rows[t + 1] : t > 0;
  return has ? a.y + a.steps.offset[a.reverse ? t + 1 : t - 1] * a.y_stride : nullptr;
}

template <Cell kCell, bool kProjected>
inline void backStep(const BackwardArgs& a, const Ring& ring, int64_t i, int64_t t, int64_t end) {
  const int64_t middle = goingOn(a, t, ring.begin, end);
  const int64_t parts[2][2] = {{ring.begin, middle}, {middle, end}};
  for (int part = 0; part < 2; part++) {
    const int64_t begin = parts[part][0];
    if (begin >= parts[part][1]) continue;
    BackSpan s{ring, begin, parts[part][1], i, t, a.reverse ? t > 0 : part == 0, a.h0, a.state, a.c0};
    const float* before = previousY(a, t, begin);
    if (before != nullptr) {
      s.h_prev = before;
      s.h_stride = a.y_stride;
      if (kCell == Cell::kLstm) s.c_prev = a.c + a.steps.offset[a.reverse ? t + 1 : t - 1] * a.hidden;
    }
    backSpan<kCell, kProjected>(a, s);
    if (before == nullptr) finishDh0(a, s);
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
