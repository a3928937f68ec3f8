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
template <int Gates, int M, class Left>
LTN_INLINE void start_tile(const ForwardArgs& a, const Span& s, int64_t row, const Panel<Left>& p,
                           Tile<M, Gates * kUnitVectors<Gates>>& tile) {
  if (s.x != nullptr) {
    bias_tile<Gates, M>(a, p.u, p.left, tile);
    return multiply_add(tile, rows_from<M>(s.x + row * a.x.row, a.x.row), p.input, a.input);
  }
  const int64_t stride = Gates == 1 ? a.y_stride : s.gate_stride;
  const float* const first = (Gates == 1 ? s.y : s.gates) + row * stride + p.u;
  LTN_UNROLL for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int n = 0; n < Gates * kUnitVectors<Gates>; n++) {
      const int64_t skip = n % kUnitVectors<Gates> * kLanes;
      tile.at[m][n] =
          load_part(first + m * stride + n / kUnitVectors<Gates> * a.hidden + skip, p.left - skip);
    }
  }
}

template <int M>
LTN_INLINE RowPointers<M> states_before(const Span& s, int64_t row) {
  return rows_from<M>(s.h_prev + row * s.h_stride, s.h_stride);
}

// A panel of a plain cell: M rows of two vectors of units.
template <class Act, int M, class Left>
inline void plain_tile(const ForwardArgs& a, const Span& s, int64_t row, const Panel<Left>& p) {
  Tile<M, 2> tile;
  start_tile<1, M>(a, s, row, p, tile);
  multiply_add(tile, states_before<M>(s, row), p.recurrent, a.state);
  float* const y = s.y + row * a.y_stride + p.u;
  LTN_UNROLL for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int n = 0; n < 2; n++) {
      store_part(y + m * a.y_stride + n * kLanes, Act::apply(tile.at[m][n]), p.left - n * kLanes);
    }
  }
}

template <int M, class Left>
inline void gru_tile(const ForwardArgs& a, const Span& s, int64_t row, const Panel<Left>& p) {
  Tile<M, 3> tile;
  start_tile<3, M>(a, s, row, p, tile);
  const Vec bias = load_part(a.bias + 3 * a.hidden + p.u, p.left);
  Vec n_input[M];
  LTN_UNROLL for (int m = 0; m < M; m++) {
    n_input[m] = tile.at[m][2];
    tile.at[m][2] = bias;
  }
  multiply_add(tile, states_before<M>(s, row), p.recurrent, a.state);
  for (int m = 0; m < M; m++) {
    const Vec h_prev = load_part(s.h_prev + (row + m) * s.h_stride + p.u, p.left);
    const Vec h = gru_unit(tile.at[m][0], tile.at[m][1], n_input[m], tile.at[m][2], h_prev,
                           s.gates + (row + m) * s.gate_stride + p.u, a.hidden, p.left, a.train);
    store_part(s.y + (row + m) * a.y_stride + p.u, h, p.left);
  }
}

template <int M, class Left>
inline void lstm_tile(const ForwardArgs& a, const Span& s, int64_t row, const Panel<Left>& p) {
  Tile<M, 4> tile;
  start_tile<4, M>(a, s, row, p, tile);
  multiply_add(tile, states_before<M>(s, row), p.recurrent, a.state);
  for (int m = 0; m < M; m++) {
    const Vec c_prev = load_part(s.c_prev + (row + m) * a.hidden + p.u, p.left);
    Vec c;
    const Vec h = lstm_unit(tile.at[m][0], tile.at[m][1], tile.at[m][2], tile.at[m][3], c_prev, c,
                            s.gates + (row + m) * s.gate_stride + p.u, a.hidden, p.left, a.train);
    store_part(s.c + (row + m) * a.hidden + p.u, c, p.left);
    store_part(s.out + (row + m) * s.out_stride + p.u, h, p.left);
  }
}

// What follows for the rows of a panel is in no near cache where gates of all steps are kept: asks for it.
inline void fetch_gates(const ForwardArgs& a, const Span& s, int64_t row, int64_t count, int64_t u) {
  if (!a.train) return;
  for (int64_t m = row; m < row + count; m++) {
    for (int64_t b = 0; b < block_count(a.cell); b++)
      prefetch(s.gates + m * s.gate_stride + b * a.hidden + u);
  }
}

template <Cell kCell, int M, class Left>
inline void cell_tile(const ForwardArgs& a, const Span& s, int64_t row, const Panel<Left>& p) {
  if constexpr (gate_count(kCell) > 1) fetch_gates(a, s, row, M, p.u);
  if constexpr (kCell == Cell::kTanh) plain_tile<PlainTanh, M>(a, s, row, p);
  if constexpr (kCell == Cell::kRelu) plain_tile<PlainRelu, M>(a, s, row, p);
  if constexpr (kCell == Cell::kGru) gru_tile<M>(a, s, row, p);
  if constexpr (kCell == Cell::kLstm) lstm_tile<M>(a, s, row, p);
}

template <Cell kCell>
inline void for_panels(const ForwardArgs& a, const Span& s) {
  constexpr int gates = static_cast<int>(gate_count(kCell));
  constexpr int width = kUnitVectors<gates> * kLanes;
  const float* input = a.packed_input;
  const float* recurrent = a.packed_recurrent;
  for (int64_t u = 0; u < a.hidden; u += width) {
    with_lanes(a.hidden - u, width, [&](auto left) {
      for_tiles<kAccumulators / (gates * kUnitVectors<gates>)>(
          s.begin, s.end, [&]<int M>(Height<M>, int64_t row) {
            cell_tile<kCell, M>(a, s, row, Panel<decltype(left)>{u, left, input, recurrent});
          });
    });
    input += a.input * gates * width;
    recurrent += a.state * gates * width;
  }
}

// Some more than `hidden`: rows a power of two apart share few cache sets.
inline int64_t raw_stride(const ForwardArgs& a) { return a.hidden + kPad; }

// y = o * tanh(c) times the projection, for the rows of a span.
inline void project(const ForwardArgs& a, const Span& s) {
  const float* panel = a.packed_projection;
  for (int64_t u = 0; u < a.state; u += kPair, panel += a.hidden * kPair) {
    with_lanes(a.state - u, kPair, [&](auto left) {
      for_tiles<kPairRows>(s.begin, s.end, [&]<int M>(Height<M>, int64_t row) {
        Tile<M, 2> tile;
        clear(tile);
        multiply_add(tile, rows_from<M>(s.out + row * s.out_stride, s.out_stride), panel, a.hidden);
        store_rows(s.y + row * a.y_stride + u, a.y_stride, tile, left);
      });
    });
  }
}

inline void forward_span(const ForwardArgs& a, const Span& s) {
  if (s.begin >= s.end) return;
  switch (a.cell) {
    case Cell::kTanh:
      return for_panels<Cell::kTanh>(a, s);
    case Cell::kRelu:
      return for_panels<Cell::kRelu>(a, s);
    case Cell::kGru:
      return for_panels<Cell::kGru>(a, s);
    case Cell::kLstm:
      for_panels<Cell::kLstm>(a, s);
      if (a.packed_projection != nullptr) project(a, s);
  }
}

// Rows of step t that start here take h0 and c0, the others what the step before left.
inline void forward_step(const ForwardArgs& a, const GateRows& gates, int64_t i, bool with_input) {
  const Chunk& chunk = gates.chunk;
  const int64_t t = chunk.time(i);
  const int64_t before = a.reverse ? t + 1 : t - 1;
  const int64_t rows_before = a.reverse ? a.steps.rows[t + 1] : t > 0 ? a.steps.rows[t] : 0;
  const int64_t end = chunk.end_at(i);
  const int64_t middle = rows_before < chunk.begin ? chunk.begin : rows_before < end ? rows_before : end;
  const bool all_cells = a.cell == Cell::kLstm && a.train;
  Span s{};
  s.begin = chunk.begin;
  s.end = middle;
  if (with_input) s.x = a.x.at(a.steps, t, 0);
  s.gate_stride = gates.stride();
  s.y = a.y + a.steps.offset[t] * a.y_stride;
  s.out_stride = a.packed_projection != nullptr ? raw_stride(a) : a.y_stride;
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
    forward_span(a, s);
  }
  s.begin = middle;
  s.end = end;
  s.h_prev = a.h0;
  s.h_stride = a.state;
  if (all_cells) s.c_prev = a.c0;
  forward_span(a, s);
}

// Copies the last h (and c) of the rows of [begin, end) that end with step t.
inline void keep_last(const ForwardArgs& a, int64_t t, int64_t begin, int64_t end) {
  const int64_t ending = a.reverse ? (t == 0 ? 0 : end) : a.steps.rows[t + 1];
  const auto state_bytes = static_cast<size_t>(a.state) * sizeof(float);
  const auto cell_bytes = static_cast<size_t>(a.hidden) * sizeof(float);
  for (int64_t row = begin > ending ? begin : ending; row < end; row++) {
    const int64_t at = a.steps.offset[t] + row;
    std::memcpy(a.hn + row * a.state, a.y + at * a.y_stride, state_bytes);
    if (a.cell == Cell::kLstm && a.train) std::memcpy(a.cn + row * a.hidden, a.c + at * a.hidden, cell_bytes);
  }
}

inline int64_t gate_scratch(const ForwardArgs& a, int64_t rows) {
  if (a.train || gate_count(a.cell) == 1) return 0;
  return chunk_steps(rows, a.steps.count) * rows * gate_count(a.cell) * a.hidden;
}

inline int64_t forward_scratch(const ForwardArgs& a, int64_t rows) {
  return gate_scratch(a, rows) + (a.packed_projection != nullptr ? rows * raw_stride(a) : 0);
}

// So many rows keep a panel of weights busy by themselves: then the products with input and state are one,
// and what lies between them stays in registers. Fewer rows do their inputs a chunk of steps at a time.
constexpr int64_t kRowsWithInput = 16;

inline void forward(const ForwardArgs& a, int64_t row_begin, int64_t row_end, float* scratch) {
  const int64_t stride = chunk_steps(row_end - row_begin, a.steps.count);
  float* const raw = scratch + gate_scratch(a, row_end - row_begin);
  for (int64_t first = 0; first < a.steps.count; first += stride) {
    const int64_t last = first + stride < a.steps.count ? first + stride : a.steps.count;
    const Chunk chunk{a.steps, a.reverse, first, last, row_begin, row_end};
    const GateRows gates{a, chunk, scratch, raw};
    const bool with_input = chunk.total() >= kRowsWithInput * (last - first);
    if (!with_input && gate_count(a.cell) == 1) input_product<1>(a, gates);
    if (!with_input && gate_count(a.cell) == 3) input_product<3>(a, gates);
    if (!with_input && gate_count(a.cell) == 4) input_product<4>(a, gates);
    for (int64_t i = first; i < last; i++) {
      if (chunk.rows_at(i) == 0) continue;
      forward_step(a, gates, i, with_input);
      keep_last(a, chunk.time(i), row_begin, chunk.end_at(i));
    }
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
