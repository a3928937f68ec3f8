// All time steps of a range of rows, backward, with the gradients of the weights. In the namespace of the
// including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

inline SumsLayout sumsLayout(Cell cell, int64_t hidden, int64_t input, int64_t state) {
  SumsLayout s{};
  s.panels = panelCount(hidden, kPair);
  s.panel_width = kPair;
  const int64_t columns = gateCount(cell) * s.panels * kPair;
  s.recurrent = columns * input;
  s.projection = s.recurrent + columns * state;
  s.bias = s.projection + (state != hidden ? panelCount(state, kPair) * kPair * hidden : 0);
  s.size = s.bias + blockCount(cell) * hidden;
  return s;
}

// The chunk's rows: where their dgates, inputs and previous states are; and one panel of dgates at a time,
// packed.
struct ChunkRows {
  int64_t count;
  const float** dgates;
  const float** x;
  const float** h_prev;
  float* panel;
};

inline void pointAtRows(const BackwardArgs& a, const Chunk& chunk, const Ring& ring, const ChunkRows& rows) {
  int64_t j = 0;
  for (Cursor cursor(chunk); !cursor.done(); cursor.advance(), j++) {
    const int64_t t = chunk.time(cursor.i());
    const int64_t row = cursor.row();
    const float* before = previousY(a, t, row);
    rows.dgates[j] = ring.at(cursor.i(), row);
    rows.x[j] = a.x.at(a.steps, t, row);
    rows.h_prev[j] = before != nullptr ? before + row * a.y_stride : a.h0 + row * a.state;
  }
}

// Packs columns `at`.. of dgates, `left` of them, and adds up the bias gradients where there are any.
template <class Left>
inline void packPanel(const ChunkRows& rows, int64_t at, Left left, float* bias) {
  Vec sum[2] = {set1(0.0F), set1(0.0F)};
  for (int64_t j = 0; j < rows.count; j++) {
    LTN_UNROLL for (int n = 0; n < 2; n++) {
      const Vec d = loadPart(rows.dgates[j] + at + n * kLanes, left - n * kLanes);
      store(rows.panel + j * kPair + n * kLanes, d);
      sum[n] = sum[n] + d;
    }
  }
  if (bias == nullptr) return;
  for (int n = 0; n < 2; n++) {
    const auto rest = left - n * kLanes;
    storePart(bias + n * kLanes, loadPart(bias + n * kLanes, rest) + sum[n], rest);
  }
}

// sums (columns rows of a panel's width) += the outer products of `a`'s rows, from column `at` on, with the
// packed panel.
inline void addOuter(const float* const* a, int64_t at, int64_t columns, const ChunkRows& rows, float* sums) {
  forTiles<kPairRows>(0, columns, [&]<int M>(Height<M>, int64_t from) {
    Tile<M, 2> tile;
    clear(tile);
    multiplyAddOuter(tile, a, at + from, rows.panel, rows.count);
    LTN_UNROLL for (int m = 0; m < M; m++) {
      LTN_UNROLL for (int n = 0; n < 2; n++) {
        float* sum = sums + (from + m) * kPair + n * kLanes;
        store(sum, load(sum) + tile.at[m][n]);
      }
    }
  });
}

inline void weightSums(const BackwardArgs& a, const ChunkRows& rows, float* sums) {
  const SumsLayout layout = sumsLayout(a.cell, a.hidden, a.input, a.state);
  const int64_t gates = gateCount(a.cell);
  const int64_t skipped = blockCount(a.cell) - gates;  // blocks before those of the recurrent weights
  for (int64_t block = 0; block < blockCount(a.cell); block++) {
    for (int64_t panel = 0; panel < layout.panels; panel++) {
      const int64_t u = panel * kPair;
      const int64_t at = block * a.hidden + u;
      withLanes(a.hidden - u, kPair, [&](auto left) { packPanel(rows, at, left, sums + layout.bias + at); });
      if (block < gates && a.wants_input_weight) {
        addOuter(rows.x, 0, a.input, rows, sums + (block * layout.panels + panel) * a.input * kPair);
      }
      if (block >= skipped && a.wants_recurrent_weight) {
        const int64_t place = (block - skipped) * layout.panels + panel;
        addOuter(rows.h_prev, 0, a.state, rows, sums + layout.recurrent + place * a.state * kPair);
      }
    }
  }
}

inline void projectionSums(const BackwardArgs& a, const ChunkRows& rows, float* sums) {
  float* sum = sums + sumsLayout(a.cell, a.hidden, a.input, a.state).projection;
  for (int64_t u = 0; u < a.state; u += kPair, sum += a.hidden * kPair) {
    withLanes(a.state - u, kPair, [&](auto left) { packPanel(rows, statePart(a) + u, left, nullptr); });
    addOuter(rows.dgates, rawPart(a), a.hidden, rows, sum);
  }
}

// dx of the chunk's rows.
inline void inputGrads(const BackwardArgs& a, const Chunk& chunk, const ChunkRows& rows) {
  const float* panel = a.packed_input;
  for (int64_t u = 0; u < a.input; u += kPair, panel += depth(a) * kPair) {
    Cursor cursor(chunk);
    forTiles<kPairRows>(0, rows.count, [&]<int M>(Height<M>, int64_t j) {
      RowPointers<M> in;
      for (int m = 0; m < M; m++) in.at[m] = rows.dgates[j + m];
      Tile<M, 2> tile;
      clear(tile);
      multiplyAdd(tile, in, panel, depth(a));
      for (int m = 0; m < M; m++, cursor.advance()) {
        float* out = a.dx.at(a.steps, chunk.time(cursor.i()), cursor.row()) + u;
        for (int n = 0; n < 2; n++) storePart(out + n * kLanes, tile.at[m][n], a.input - u - n * kLanes);
      }
    });
  }
}

template <Cell kCell, bool kProjected = false>
void backwardCell(const BackwardArgs& a, const Ring& ring, ChunkRows rows, int64_t row_end, float* sums) {
  const int64_t stride = ring.steps - 1;
  for (int64_t first = 0; first < a.steps.count; first += stride) {
    const int64_t last = first + stride < a.steps.count ? first + stride : a.steps.count;
    const Chunk chunk{a.steps, !a.reverse, first, last, ring.begin, row_end};
    for (int64_t i = first; i < last; i++) {
      if (chunk.rowsAt(i) > 0) backStep<kCell, kProjected>(a, ring, i, chunk.time(i), chunk.endAt(i));
    }
    rows.count = chunk.total();
    pointAtRows(a, chunk, ring, rows);
    weightSums(a, rows, sums);
    if (kProjected && a.wants_projection) projectionSums(a, rows, sums);
    if (a.dx.base != nullptr) inputGrads(a, chunk, rows);
  }
}

inline Ring ringOf(const BackwardArgs& a, int64_t begin, int64_t rows, float* base) {
  const int64_t columns = a.packed_projection != nullptr ? statePart(a) + a.state : rawPart(a);
  return {base, chunkSteps(rows, a.steps.count) + 1, begin, rows, columns + kPad};
}

inline int64_t backwardScratch(const BackwardArgs& a, int64_t rows) {
  const Ring ring = ringOf(a, 0, rows, nullptr);
  return ring.steps * rows * (ring.stride + kPair);
}

inline int64_t backwardPointers(const BackwardArgs& a, int64_t rows) {
  return 3 * rows * chunkSteps(rows, a.steps.count);
}

inline void backward(const BackwardArgs& a, int64_t row_begin, int64_t row_end, float* sums, float* scratch,
                     const float** pointers) {
  const int64_t rows = row_end - row_begin;
  const Ring ring = ringOf(a, row_begin, rows, scratch);
  const int64_t most = backwardPointers(a, rows) / 3;
  const ChunkRows chunk{0, pointers, pointers + most, pointers + 2 * most,
                        scratch + ring.steps * rows * ring.stride};
  switch (a.cell) {
    case Cell::kTanh:
      return backwardCell<Cell::kTanh>(a, ring, chunk, row_end, sums);
    case Cell::kRelu:
      return backwardCell<Cell::kRelu>(a, ring, chunk, row_end, sums);
    case Cell::kGru:
      return backwardCell<Cell::kGru>(a, ring, chunk, row_end, sums);
    case Cell::kLstm:
      if (a.packed_projection != nullptr)
        return backwardCell<Cell::kLstm, true>(a, ring, chunk, row_end, sums);
      return backwardCell<Cell::kLstm>(a, ring, chunk, row_end, sums);
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
