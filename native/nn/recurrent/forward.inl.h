// All time steps of a range of rows, forward. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

// Where the products with the input wait: with the activated gates that replace them, for plain cells in y
// itself, else in scratch memory for the steps at hand.
struct GateRows {
  const ForwardArgs& a;
  const Chunk& chunk;
  float* scratch;

  int64_t stride() const {
    return gate_count(a.cell) == 1 ? a.y_stride
                                   : (a.train ? block_count(a.cell) : gate_count(a.cell)) * a.hidden;
  }
  float* at(int64_t i, int64_t row) const {
    const int64_t place = a.steps.offset[chunk.time(i)] + row;
    if (gate_count(a.cell) == 1) return a.y + place * stride();
    if (a.train) return a.gates + place * stride();
    return scratch + ((i - chunk.first) * (chunk.end - chunk.begin) + row - chunk.begin) * stride();
  }
};

template <int Gates, int M>
inline void input_tile(const ForwardArgs& a, const GateRows& gates, Cursor& cursor, int64_t u,
                       const float* panel) {
  constexpr int vectors = Gates * kUnitVectors<Gates>;
  RowPointers<M> in;
  float* out[M];
  for (int m = 0; m < M; m++, cursor.advance()) {
    in.at[m] = a.x.at(a.steps, gates.chunk.time(cursor.i()), cursor.row());
    out[m] = gates.at(cursor.i(), cursor.row()) + u;
  }
  Tile<M, vectors> tile;
  LTN_UNROLL for (int n = 0; n < vectors; n++) {
    const int64_t skip = n % kUnitVectors<Gates> * kLanes;
    const Vec bias = load_part(a.bias + n / kUnitVectors<Gates> * a.hidden + u + skip, a.hidden - u - skip);
    LTN_UNROLL for (int m = 0; m < M; m++) tile.at[m][n] = bias;
  }
  multiply_add(tile, in, panel, a.input);
  LTN_UNROLL for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int n = 0; n < vectors; n++) {
      const int64_t skip = n % kUnitVectors<Gates> * kLanes;
      store_part(out[m] + n / kUnitVectors<Gates> * a.hidden + skip, tile.at[m][n], a.hidden - u - skip);
    }
  }
}

// The products of all rows of the chunk with the input weights, and the biases.
template <int Gates>
inline void input_product(const ForwardArgs& a, const GateRows& gates) {
  constexpr int vectors = Gates * kUnitVectors<Gates>;
  const int64_t rows = gates.chunk.total();
  const float* panel = a.packed_input;
  for (int64_t u = 0; u < a.hidden; u += kUnitVectors<Gates> * kLanes, panel += a.input * vectors * kLanes) {
    Cursor cursor(gates.chunk);
    for_tiles<kAccumulators / vectors>(
        0, rows, [&]<int M>(Height<M>, int64_t) { input_tile<Gates, M>(a, gates, cursor, u, panel); });
  }
}

// Rows [begin, end) of one step; the pointers are those of the row numbered 0.
struct Span {
  int64_t begin;
  int64_t end;
  float* gates;
  int64_t gate_stride;
  float* y;
  const float* h_prev;
  int64_t h_stride;
  const float* c_prev;
  float* c;
};

// A panel of a plain cell: M rows of two vectors of units from unit u on.
template <class Act, int M>
inline void plain_tile(const ForwardArgs& a, const Span& s, int64_t row, int64_t u, const float* panel) {
  Tile<M, 2> tile;
  float* const y = s.y + row * a.y_stride + u;
  LTN_UNROLL for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int n = 0; n < 2; n++) {
      tile.at[m][n] = load_part(y + m * a.y_stride + n * kLanes, a.hidden - u - n * kLanes);
    }
  }
  multiply_add(tile, rows_from<M>(s.h_prev + row * s.h_stride, s.h_stride), panel, a.hidden);
  LTN_UNROLL for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int n = 0; n < 2; n++) {
      store_part(y + m * a.y_stride + n * kLanes, Act::apply(tile.at[m][n]), a.hidden - u - n * kLanes);
    }
  }
}

template <int M>
inline void gru_tile(const ForwardArgs& a, const Span& s, int64_t row, int64_t u, const float* panel) {
  const int64_t left = a.hidden - u;
  float* const first = s.gates + row * s.gate_stride + u;
  const Vec bias = load_part(a.bias + 3 * a.hidden + u, left);
  Tile<M, 3> tile;
  LTN_UNROLL for (int m = 0; m < M; m++) {
    tile.at[m][0] = load_part(first + m * s.gate_stride, left);
    tile.at[m][1] = load_part(first + m * s.gate_stride + a.hidden, left);
    tile.at[m][2] = bias;
  }
  multiply_add(tile, rows_from<M>(s.h_prev + row * s.h_stride, s.h_stride), panel, a.hidden);
  LTN_UNROLL for (int m = 0; m < M; m++) {
    float* gates = first + m * s.gate_stride;
    const Vec n_input = load_part(gates + 2 * a.hidden, left);
    const Vec h_prev = load_part(s.h_prev + (row + m) * s.h_stride + u, left);
    const Vec h = gru_unit(tile.at[m][0], tile.at[m][1], n_input, tile.at[m][2], h_prev, gates, a.hidden,
                           left, a.train);
    store_part(s.y + (row + m) * a.y_stride + u, h, left);
  }
}

template <int M>
inline void lstm_tile(const ForwardArgs& a, const Span& s, int64_t row, int64_t u, const float* panel) {
  const int64_t left = a.hidden - u;
  float* const first = s.gates + row * s.gate_stride + u;
  Tile<M, 4> tile;
  LTN_UNROLL for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int g = 0; g < 4; g++) tile.at[m][g] =
        load_part(first + m * s.gate_stride + g * a.hidden, left);
  }
  multiply_add(tile, rows_from<M>(s.h_prev + row * s.h_stride, s.h_stride), panel, a.hidden);
  LTN_UNROLL for (int m = 0; m < M; m++) {
    const Vec c_prev = load_part(s.c_prev + (row + m) * a.hidden + u, left);
    Vec c;
    const Vec h = lstm_unit(tile.at[m][0], tile.at[m][1], tile.at[m][2], tile.at[m][3], c_prev, c,
                            first + m * s.gate_stride, a.hidden, left, a.train);
    store_part(s.c + (row + m) * a.hidden + u, c, left);
    store_part(s.y + (row + m) * a.y_stride + u, h, left);
  }
}

template <int Gates, class TileOf>
inline void for_panels(const ForwardArgs& a, const Span& s, const TileOf& tile_of) {
  constexpr int width = kUnitVectors<Gates> * kLanes;
  const float* panel = a.packed_recurrent;
  for (int64_t u = 0; u < a.hidden; u += width, panel += a.hidden * Gates * width) {
    for_tiles<kAccumulators / (Gates * kUnitVectors<Gates>)>(
        s.begin, s.end, [&]<int M>(Height<M> height, int64_t row) { tile_of(height, row, u, panel); });
  }
}

inline void forward_span(const ForwardArgs& a, const Span& s) {
  if (s.begin >= s.end) return;
  switch (a.cell) {
    case Cell::kTanh:
      return for_panels<1>(a, s, [&]<int M>(Height<M>, int64_t row, int64_t u, const float* panel) {
        plain_tile<PlainTanh, M>(a, s, row, u, panel);
      });
    case Cell::kRelu:
      return for_panels<1>(a, s, [&]<int M>(Height<M>, int64_t row, int64_t u, const float* panel) {
        plain_tile<PlainRelu, M>(a, s, row, u, panel);
      });
    case Cell::kGru:
      return for_panels<3>(a, s, [&]<int M>(Height<M>, int64_t row, int64_t u, const float* panel) {
        gru_tile<M>(a, s, row, u, panel);
      });
    case Cell::kLstm:
      return for_panels<4>(a, s, [&]<int M>(Height<M>, int64_t row, int64_t u, const float* panel) {
        lstm_tile<M>(a, s, row, u, panel);
      });
  }
}

// Rows of step t that start here take h0 and c0, the others what the step before left.
inline void forward_step(const ForwardArgs& a, const GateRows& gates, int64_t i) {
  const Chunk& chunk = gates.chunk;
  const int64_t t = chunk.time(i);
  const int64_t before = a.reverse ? t + 1 : t - 1;
  const int64_t rows_before = a.reverse ? a.steps.rows[t + 1] : t > 0 ? a.steps.rows[t] : 0;
  const int64_t end = chunk.end_at(i);
  const int64_t middle = rows_before < chunk.begin ? chunk.begin : rows_before < end ? rows_before : end;
  const bool all_cells = a.cell == Cell::kLstm && a.train;
  Span s{chunk.begin, middle, nullptr, gates.stride(), a.y + a.steps.offset[t] * a.y_stride, nullptr,
         0,           a.c,    a.c};
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
  s.h_stride = a.hidden;
  if (all_cells) s.c_prev = a.c0;
  forward_span(a, s);
}

// Copies the last h (and c) of the rows of [begin, end) that end with step t.
inline void keep_last(const ForwardArgs& a, int64_t t, int64_t begin, int64_t end) {
  const int64_t ending = a.reverse ? (t == 0 ? 0 : end) : a.steps.rows[t + 1];
  const auto bytes = static_cast<size_t>(a.hidden) * sizeof(float);
  for (int64_t row = begin > ending ? begin : ending; row < end; row++) {
    const int64_t at = a.steps.offset[t] + row;
    std::memcpy(a.hn + row * a.hidden, a.y + at * a.y_stride, bytes);
    if (a.cell == Cell::kLstm && a.train) std::memcpy(a.cn + row * a.hidden, a.c + at * a.hidden, bytes);
  }
}

inline int64_t forward_scratch(const ForwardArgs& a, int64_t rows) {
  if (a.train || gate_count(a.cell) == 1) return 0;
  return chunk_steps(rows, a.steps.count) * rows * gate_count(a.cell) * a.hidden;
}

inline void forward(const ForwardArgs& a, int64_t row_begin, int64_t row_end, float* scratch) {
  const int64_t stride = chunk_steps(row_end - row_begin, a.steps.count);
  for (int64_t first = 0; first < a.steps.count; first += stride) {
    const int64_t last = first + stride < a.steps.count ? first + stride : a.steps.count;
    const Chunk chunk{a.steps, a.reverse, first, last, row_begin, row_end};
    const GateRows gates{a, chunk, scratch};
    if (gate_count(a.cell) == 1) input_product<1>(a, gates);
    if (gate_count(a.cell) == 3) input_product<3>(a, gates);
    if (gate_count(a.cell) == 4) input_product<4>(a, gates);
    for (int64_t i = first; i < last; i++) {
      if (chunk.rows_at(i) == 0) continue;
      forward_step(a, gates, i);
      keep_last(a, chunk.time(i), row_begin, chunk.end_at(i));
    }
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
