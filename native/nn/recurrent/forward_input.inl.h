// The products of several steps with the input weights, forward. In the namespace of the including
// instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

// Where the products with the input wait: with the activated gates that replace them, for plain cells in y
// itself, else in scratch memory for the steps at hand.
struct GateRows {
  const ForwardArgs& a;
  const Chunk& chunk;
  float* scratch;
  float* raw;  // a step's o * tanh(c), which the projection turns into h

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

// M rows of biases, a vector for each gate (two for a plain cell).
template <int Gates, int M, class Left>
LTN_INLINE void bias_tile(const ForwardArgs& a, int64_t u, Left left,
                          Tile<M, Gates * kUnitVectors<Gates>>& tile) {
  LTN_UNROLL for (int n = 0; n < Gates * kUnitVectors<Gates>; n++) {
    const int64_t skip = n % kUnitVectors<Gates> * kLanes;
    const Vec bias = load_part(a.bias + n / kUnitVectors<Gates> * a.hidden + u + skip, left - skip);
    LTN_UNROLL for (int m = 0; m < M; m++) tile.at[m][n] = bias;
  }
}

template <int Gates, int M, class Left>
inline void input_tile(const ForwardArgs& a, const GateRows& gates, Cursor& cursor, int64_t u, Left left,
                       const float* panel) {
  constexpr int vectors = Gates * kUnitVectors<Gates>;
  RowPointers<M> in;
  float* out[M];
  for (int m = 0; m < M; m++, cursor.advance()) {
    in.at[m] = a.x.at(a.steps, gates.chunk.time(cursor.i()), cursor.row());
    out[m] = gates.at(cursor.i(), cursor.row()) + u;
  }
  Tile<M, vectors> tile;
  bias_tile<Gates, M>(a, u, left, tile);
  multiply_add(tile, in, panel, a.input);
  for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int n = 0; n < vectors; n++) {
      const int64_t skip = n % kUnitVectors<Gates> * kLanes;
      store_part(out[m] + n / kUnitVectors<Gates> * a.hidden + skip, tile.at[m][n], left - skip);
    }
  }
}

// The products of all rows of the chunk with the input weights, and the biases.
template <int Gates>
inline void input_product(const ForwardArgs& a, const GateRows& gates) {
  constexpr int width = kUnitVectors<Gates> * kLanes;
  const int64_t rows = gates.chunk.total();
  const float* panel = a.packed_input;
  for (int64_t u = 0; u < a.hidden; u += width, panel += a.input * Gates * width) {
    Cursor cursor(gates.chunk);
    with_lanes(a.hidden - u, width, [&](auto left) {
      for_tiles<kAccumulators / (Gates * kUnitVectors<Gates>)>(0, rows, [&]<int M>(Height<M>, int64_t) {
        input_tile<Gates, M>(a, gates, cursor, u, left, panel);
      });
    });
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
