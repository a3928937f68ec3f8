// Weights in the order in which the tiles read them. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

// Vectors of hidden units in a forward panel: two where there is one gate, else one for each gate.
template <int kGates>
constexpr int kUnitVectors = kGates == 1 ? 2 : 1;

inline int64_t forwardWidth(Cell cell) { return gateCount(cell) == 1 ? kPair : kLanes; }
inline int64_t forwardPanels(Cell cell, int64_t hidden) { return panelCount(hidden, forwardWidth(cell)); }
inline int64_t forwardSize(Cell cell, int64_t hidden, int64_t columns) {
  return forwardPanels(cell, hidden) * forwardWidth(cell) * gateCount(cell) * columns;
}
inline int64_t backwardPanels(int64_t columns) { return panelCount(columns, kPair); }
inline int64_t backwardSize(Cell cell, int64_t hidden, int64_t columns) {
  return backwardPanels(columns) * kPair * gateCount(cell) * hidden;
}

// Panel p holds, for each column k, the units of the panel of each gate in turn.
inline void packForward(Cell cell, int64_t hidden, int64_t columns, const float* weight, float* packed,
                        int64_t first, int64_t last) {
  const int64_t width = forwardWidth(cell);
  const int64_t wide = width * gateCount(cell);
  for (int64_t panel = first; panel < last; panel++) {
    float* out = packed + panel * columns * wide;
    for (int64_t place = 0; place < wide; place++) {
      const int64_t unit = panel * width + place % width;
      if (unit >= hidden) {
        for (int64_t k = 0; k < columns; k++) out[k * wide + place] = 0.0F;
        continue;
      }
      const float* row = weight + (place / width * hidden + unit) * columns;
      for (int64_t k = 0; k < columns; k++) out[k * wide + place] = row[k];
    }
  }
}

// Panel p holds, for each row of the weights, the columns of the panel.
inline void packBackward(Cell cell, int64_t hidden, int64_t columns, bool rotate, const float* weight,
                         float* packed, int64_t first, int64_t last) {
  const int64_t depth = gateCount(cell) * hidden;
  const int64_t shift = rotate && cell == Cell::kGru ? 2 * hidden : 0;
  for (int64_t panel = first; panel < last; panel++) {
    const int64_t left = columns - panel * kPair;
    for (int64_t k = 0; k < depth; k++) {
      const float* from = weight + (k + shift) % depth * columns + panel * kPair;
      float* out = packed + (panel * depth + k) * kPair;
      store(out, loadPart(from, left));
      store(out + kLanes, loadPart(from + kLanes, left - kLanes));
    }
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
