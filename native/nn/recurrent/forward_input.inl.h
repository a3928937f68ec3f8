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
    return gateCount(a.cell) == 1 ? a.y_stride
                                  : (a.train ? blockCount(a.cell) : gateCount(a.cell)) * a.hidden;
  }
  float* at(int64_t i, int64_t row) const {
    const int64_t place = a.steps.offset[chunk.time(i)] + row;
    if (gateCount(a.cell) == 1) return a.y + place * stride();
    if (a.train) return a.gates + place * stride();
    return scratch + ((i - chunk.first) * (chunk.end - chunk.begin) + row - chunk.begin) * stride();
  }
};

// M rows of biases, a vector for each gate (two for a plain cell).
template <int kGates, int M, class Left>
LTN_INLINE void biasTile(const ForwardArgs& a, int64_t u, Left left,
                         Tile<M, kGates * kUnitVectors<kGates>>& tile) {
  LTN_UNROLL for (int n = 0; n < kGates * kUnitVectors<kGates>; n++) {
    const int64_t skip = n % kUnitVectors<kGates> * kLanes;
    const Vec bias = loadPart(a.bias + n / kUnitVectors<kGates> * a.hidden + u + skip, left - skip);
    LTN_UNROLL for (int m = 0; m < M; m++) tile.at[m][n] = bias;
  }
}

template <int kGates, int M, class Left>
inline void inputTile(const ForwardArgs& a, const GateRows& gates, Cursor& cursor, int64_t u, Left left,
                      const float* panel) {
  constexpr int kVectors = kGates * kUnitVectors<kGates>;
  RowPointers<M> in;
  float* out[M];
  for (int m = 0; m < M; m++, cursor.advance()) {
    in.at[m] = a.x.at(a.steps, gates.chunk.time(cursor.i()), cursor.row());
    out[m] = gates.at(cursor.i(), cursor.row()) + u;
  }
  Tile<M, kVectors> tile;
  biasTile<kGates, M>(a, u, left, tile);
  multiplyAdd(tile, in, panel, a.input);
  for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int n = 0; n < kVectors; n++) {
      const int64_t skip = n % kUnitVectors<kGates> * kLanes;
      storePart(out[m] + n / kUnitVectors<kGates> * a.hidden + skip, tile.at[m][n], left - skip);
    }
  }
}

// The products of all rows of the chunk with the input weights, and the biases.
template <int kGates>
inline void inputProduct(const ForwardArgs& a, const GateRows& gates) {
  constexpr int kWidth = kUnitVectors<kGates> * kLanes;
  const int64_t rows = gates.chunk.total();
  const float* panel = a.packed_input;
  for (int64_t u = 0; u < a.hidden; u += kWidth, panel += a.input * kGates * kWidth) {
    Cursor cursor(gates.chunk);
    withLanes(a.hidden - u, kWidth, [&](auto left) {
      forTiles<kAccumulators / (kGates * kUnitVectors<kGates>)>(0, rows, [&]<int M>(Height<M>, int64_t) {
        inputTile<kGates, M>(a, gates, cursor, u, left, panel);
      });
    });
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
