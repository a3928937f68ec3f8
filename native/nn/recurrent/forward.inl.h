// All time steps of a range of rows, forward. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

// Rows [begin, end) of one step; the pointers are those of the row numbered 0. With `x`, the product with the
// input is still to be done; else its result is in `gates`, for plain cells in `y`.
//
// An LSTM puts o * tanh(c) into `out`, which is y unless that is still to be projected.
struct Span {
  int64_t begin;
  int64_t end;
  const float* x;
  float* gates;
  int64_t gate_stride;
  float* y;
  float* out;
  int64_t out_stride;
  const float* h_prev;
  int64_t h_stride;
  const float* c_prev;
  float* c;
};

// A panel of both weights and its first unit.
template <class Left>
struct Panel {
  int64_t u;
  Left left;
  const float* input;
  const float* recurrent;
};

// What M rows of a panel get from their input, with the biases.
template <int kGates, int M, class Left>
LTN_INLINE void startTile(const ForwardArgs& a, const Span& s, int64_t row, const Panel<Left>& p,
                          Tile<M, kGates * kUnitVectors<kGates>>& tile) {
  if (s.x != nullptr) {
    biasTile<kGates, M>(a, p.u, p.left, tile);
    return multiplyAdd(tile, rowsFrom<M>(s.x + row * a.x.row, a.x.row), p.input, a.input);
  }
  const int64_t stride = kGates == 1 ? a.y_stride : s.gate_stride;
  const float* const first = (kGates == 1 ? s.y : s.gates) + row * stride + p.u;
  LTN_UNROLL for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int n = 0; n < kGates * kUnitVectors<kGates>; n++) {
      const int64_t skip = n % kUnitVectors<kGates> * kLanes;
      tile.at[m][n] =
          loadPart(first + m * stride + n / kUnitVectors<kGates> * a.hidden + skip, p.left - skip);
    }
  }
}

template <int M>
LTN_INLINE RowPointers<M> statesBefore(const Span& s, int64_t row) {
  return rowsFrom<M>(s.h_prev + row * s.h_stride, s.h_stride);
}

// A panel of a plain cell: M rows of two vectors of units.
template <class Act, int M, class Left>
inline void plainTile(const ForwardArgs& a, const Span& s, int64_t row, const Panel<Left>& p) {
  Tile<M, 2> tile;
  startTile<1, M>(a, s, row, p, tile);
  multiplyAdd(tile, statesBefore<M>(s, row), p.recurrent, a.state);
  float* const y = s.y + row * a.y_stride + p.u;
  LTN_UNROLL for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int n = 0; n < 2; n++) {
      storePart(y + m * a.y_stride + n * kLanes, Act::apply(tile.at[m][n]), p.left - n * kLanes);
    }
  }
}

template <int M, class Left>
inline void gruTile(const ForwardArgs& a, const Span& s, int64_t row, const Panel<Left>& p) {
  Tile<M, 3> tile;
  startTile<3, M>(a, s, row, p, tile);
  const Vec bias = loadPart(a.bias + 3 * a.hidden + p.u, p.left);
  Vec n_input[M];
  LTN_UNROLL for (int m = 0; m < M; m++) {
    n_input[m] = tile.at[m][2];
    tile.at[m][2] = bias;
  }
  multiplyAdd(tile, statesBefore<M>(s, row), p.recurrent, a.state);
  for (int m = 0; m < M; m++) {
    const Vec h_prev = loadPart(s.h_prev + (row + m) * s.h_stride + p.u, p.left);
    const Vec h = gruUnit(tile.at[m][0], tile.at[m][1], n_input[m], tile.at[m][2], h_prev,
                          s.gates + (row + m) * s.gate_stride + p.u, a.hidden, p.left, a.train);
    storePart(s.y + (row + m) * a.y_stride + p.u, h, p.left);
  }
}

template <int M, class Left>
inline void lstmTile(const ForwardArgs& a, const Span& s, int64_t row, const Panel<Left>& p) {
  Tile<M, 4> tile;
  startTile<4, M>(a, s, row, p, tile);
  multiplyAdd(tile, statesBefore<M>(s, row), p.recurrent, a.state);
  for (int m = 0; m < M; m++) {
    const Vec c_prev = loadPart(s.c_prev + (row + m) * a.hidden + p.u, p.left);
    Vec c;
    const Vec h = lstmUnit(tile.at[m][0], tile.at[m][1], tile.at[m][2], tile.at[m][3], c_prev, c,
                           s.gates + (row + m) * s.gate_stride + p.u, a.hidden, p.left, a.train);
    storePart(s.c + (row + m) * a.hidden + p.u, c, p.left);
    storePart(s.out + (row + m) * s.out_stride + p.u, h, p.left);
  }
}

// What follows for the rows of a panel is in no near cache where gates of all steps are kept: asks for it.
inline void fetchGates(const ForwardArgs& a, const Span& s, int64_t row, int64_t count, int64_t u) {
  if (!a.train) return;
  for (int64_t m = row; m < row + count; m++) {
    for (int64_t b = 0; b < blockCount(a.cell); b++) prefetch(s.gates + m * s.gate_stride + b * a.hidden + u);
  }
}

template <Cell kCell, int M, class Left>
inline void cellTile(const ForwardArgs& a, const Span& s, int64_t row, const Panel<Left>& p) {
  if constexpr (gateCount(kCell) > 1) fetchGates(a, s, row, M, p.u);
  if constexpr (kCell == Cell::kTanh) plainTile<PlainTanh, M>(a, s, row, p);
  if constexpr (kCell == Cell::kRelu) plainTile<PlainRelu, M>(a, s, row, p);
  if constexpr (kCell == Cell::kGru) gruTile<M>(a, s, row, p);
  if constexpr (kCell == Cell::kLstm) lstmTile<M>(a, s, row, p);
}

template <Cell kCell>
inline void forPanels(const ForwardArgs& a, const Span& s) {
  constexpr int kGates = static_cast<int>(gateCount(kCell));
  constexpr int kWidth = kUnitVectors<kGates> * kLanes;
  const float* input = a.packed_input;
  const float* recurrent = a.packed_recurrent;
  for (int64_t u = 0; u < a.hidden; u += kWidth) {
    withLanes(a.hidden - u, kWidth, [&](auto left) {
      forTiles<kAccumulators / (kGates * kUnitVectors<kGates>)>(
          s.begin, s.end, [&]<int M>(Height<M>, int64_t row) {
            cellTile<kCell, M>(a, s, row, Panel<decltype(left)>{u, left, input, recurrent});
          });
    });
    input += a.input * kGates * kWidth;
    recurrent += a.state * kGates * kWidth;
  }
}

// Some more than `hidden`: rows a power of two apart share few cache sets.
inline int64_t rawStride(const ForwardArgs& a) { return a.hidden + kPad; }

// y = o * tanh(c) times the projection, for the rows of a span.
inline void project(const ForwardArgs& a, const Span& s) {
  const float* panel = a.packed_projection;
  for (int64_t u = 0; u < a.state; u += kPair, panel += a.hidden * kPair) {
    withLanes(a.state - u, kPair, [&](auto left) {
      forTiles<kPairRows>(s.begin, s.end, [&]<int M>(Height<M>, int64_t row) {
        Tile<M, 2> tile;
        clear(tile);
        multiplyAdd(tile, rowsFrom<M>(s.out + row * s.out_stride, s.out_stride), panel, a.hidden);
        storeRows(s.y + row * a.y_stride + u, a.y_stride, tile, left);
      });
    });
  }
}

inline void forwardSpan(const ForwardArgs& a, const Span& s) {
  if (s.begin >= s.end) return;
  switch (a.cell) {
    case Cell::kTanh:
      return forPanels<Cell::kTanh>(a, s);
    case Cell::kRelu:
      return forPanels<Cell::kRelu>(a, s);
    case Cell::kGru:
      return forPanels<Cell::kGru>(a, s);
    case Cell::kLstm:
      forPanels<Cell::kLstm>(a, s);
      if (a.packed_projection != nullptr) project(a, s);
  }
}

// Rows of step t that start here take h0 and c0, the others what the step before left.
inline void forwardStep(const ForwardArgs& a, const GateRows& gates, int64_t i, bool with_input) {
  const Chunk& chunk = gates.chunk;
  const int64_t t = chunk.time(i);
  const int64_t before = a.reverse ? t + 1 : t - 1;
  const int64_t rows_before = a.reverse ? a.steps.rows[t + 1] : t > 0 ? a.steps.rows[t] : 0;
  const int64_t end = chunk.endAt(i);
  const int64_t middle = rows_before < chunk.begin ? chunk.begin : rows_before < end ? rows_before : end;
  const bool all_cells = a.cell == Cell::kLstm && a.train;
  Span s{};
  s.begin = chunk.begin;
  s.end = middle;
  if (with_input) s.x = a.x.at(a.steps, t, 0);
  s.gate_stride = gates.stride();
  s.y = a.y + a.steps.offset[t] * a.y_stride;
  s.out_stride = a.packed_projection != nullptr ? rawStride(a) : a.y_stride;
  s.out = a.packed_projection != nullptr ? gates.raw - chunk.begin * s.out_stride : s.y;
  s.c_prev = a.c;
  s.c = a.c;
  s.gates = gates.at(i, chunk.begin) - chunk.begin * s.gate_stride;
  if (all_cells) s.c = a.c + a.steps.offset[t] * a.hidden;
  if (s.begin < s.end) {
    const int64_t base = a.steps.offset[before];
    s.h_prev = a.y + base * a.y_stride;
    s.h_stride = a.y_stride;
    if (all_cells) s.c_prev = a.c + base * a.hidden;
    forwardSpan(a, s);
  }
  s.begin = middle;
  s.end = end;
  s.h_prev = a.h0;
  s.h_stride = a.state;
  if (all_cells) s.c_prev = a.c0;
  forwardSpan(a, s);
}

// Copies the last h (and c) of the rows of [begin, end) that end with step t.
inline void keepLast(const ForwardArgs& a, int64_t t, int64_t begin, int64_t end) {
  const int64_t ending = a.reverse ? (t == 0 ? 0 : end) : a.steps.rows[t + 1];
  const auto state_bytes = static_cast<size_t>(a.state) * sizeof(float);
  const auto cell_bytes = static_cast<size_t>(a.hidden) * sizeof(float);
  for (int64_t row = begin > ending ? begin : ending; row < end; row++) {
    const int64_t at = a.steps.offset[t] + row;
    std::memcpy(a.hn + row * a.state, a.y + at * a.y_stride, state_bytes);
    if (a.cell == Cell::kLstm && a.train) std::memcpy(a.cn + row * a.hidden, a.c + at * a.hidden, cell_bytes);
  }
}

inline int64_t gateScratch(const ForwardArgs& a, int64_t rows) {
  if (a.train || gateCount(a.cell) == 1) return 0;
  return chunkSteps(rows, a.steps.count) * rows * gateCount(a.cell) * a.hidden;
}

inline int64_t forwardScratch(const ForwardArgs& a, int64_t rows) {
  return gateScratch(a, rows) + (a.packed_projection != nullptr ? rows * rawStride(a) : 0);
}

// With this many rows or more in a step, a tile is multiplied with the input weights and then with the
// recurrent ones, and stays in registers in between. With fewer rows, the inputs of several steps are
// multiplied together.
constexpr int64_t kRowsWithInput = 16;

inline void forward(const ForwardArgs& a, int64_t row_begin, int64_t row_end, float* scratch) {
  const int64_t stride = chunkSteps(row_end - row_begin, a.steps.count);
  float* const raw = scratch + gateScratch(a, row_end - row_begin);
  for (int64_t first = 0; first < a.steps.count; first += stride) {
    const int64_t last = first + stride < a.steps.count ? first + stride : a.steps.count;
    const Chunk chunk{a.steps, a.reverse, first, last, row_begin, row_end};
    const GateRows gates{a, chunk, scratch, raw};
    const bool with_input = chunk.total() >= kRowsWithInput * (last - first);
    if (!with_input && gateCount(a.cell) == 1) inputProduct<1>(a, gates);
    if (!with_input && gateCount(a.cell) == 3) inputProduct<3>(a, gates);
    if (!with_input && gateCount(a.cell) == 4) inputProduct<4>(a, gates);
    for (int64_t i = first; i < last; i++) {
      if (chunk.rowsAt(i) == 0) continue;
      forwardStep(a, gates, i, with_input);
      keepLast(a, chunk.time(i), row_begin, chunk.endAt(i));
    }
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
