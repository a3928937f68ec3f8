// Products with packed weights, and what follows them. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

using prepared::Activation;

// erf by formula 7.1.26 of Abramowitz and Stegun, as libtorch's vectors: at most 1.5e-7 off.
LTN_INLINE Vec erf(Vec x) {
  const Vec size = absolute(x);
  const Vec t = quotient(set1(1.0F), fma(atMost(size, 1e18F), set1(0.3275911F), set1(1.0F)));
  Vec p = set1(1.061405429F);
  p = fma(p, t, set1(-1.453152027F));
  p = fma(p, t, set1(1.421413741F));
  p = fma(p, t, set1(-0.284496736F));
  p = fma(p, t, set1(0.254829592F));
  const Vec square = atMost(size, 1e18F) * atMost(size, 1e18F);
  const Exponent e = splitExp(atLeast(set1(0.0F) - square, -87.0F));
  return withSignOf(fnma(p * t, fma(e.scale, e.small, e.scale), set1(1.0F)), x);
}

// ReLU6 of x + 3, over 6.
LTN_INLINE Vec hardSigmoid(Vec x) { return atMost(atLeast(x + set1(3.0F), 0.0F), 6.0F) * set1(1.0F / 6.0F); }

LTN_INLINE Vec geluTanh(Vec x) {
  const Vec inner = set1(0.7978845608F) * fma(set1(0.044715F) * x * x, x, x);
  return set1(0.5F) * x * (set1(1.0F) + tanh(inner));
}

template <class F>
LTN_INLINE void eachVector(float* row, int64_t count, const F& f) {
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes) store(row + i, f(load(row + i)));
  if (i < count) storeSome(row + i, f(loadSome(row + i, count - i)), count - i);
}

inline void activate(Activation activation, float slope, float* row, int64_t count) {
  switch (activation) {
    case Activation::kNone:
    case Activation::kCount:
      return;
    case Activation::kRelu:
      return eachVector(row, count, [](Vec x) { return atLeast(x, 0.0F); });
    case Activation::kGelu:
      return eachVector(row, count, [](Vec x) {
        return set1(0.5F) * x *
               (set1(1.0F) + erf(x * set1(0.70710678F)));  // NOLINT(modernize-use-std-numbers)
      });
    case Activation::kGeluTanh:
      return eachVector(row, count, [](Vec x) { return geluTanh(x); });
    case Activation::kSilu:
      return eachVector(row, count, [](Vec x) { return x * sigmoid(x); });
    case Activation::kHardswish:
      return eachVector(row, count, [](Vec x) { return x * hardSigmoid(x); });
    case Activation::kHardsigmoid:
      return eachVector(row, count, [](Vec x) { return hardSigmoid(x); });
    case Activation::kSigmoid:
      return eachVector(row, count, [](Vec x) { return sigmoid(x); });
    case Activation::kTanh:
      return eachVector(row, count, [](Vec x) { return tanh(x); });
    case Activation::kLeakyRelu: {
      const Vec times = set1(slope);
      return eachVector(row, count, [=](Vec x) { return fma(times, atMost(x, 0.0F), atLeast(x, 0.0F)); });
    }
    case Activation::kRelu6:
      return eachVector(row, count, [](Vec x) { return atMost(atLeast(x, 0.0F), 6.0F); });
  }
}

inline int64_t densePackedSize(int64_t outputs, int64_t columns) {
  return panelCount(outputs, kPair) * kPair * columns;
}

// Panel p holds, for each column k, the weights of the panel's outputs.
inline void packDense(int64_t outputs, int64_t columns, const float* weight, float* packed) {
  packForward(Cell::kRelu, outputs, columns, weight, packed, 0, panelCount(outputs, kPair));
}

// The same from a weight that is stored by columns: `columns` rows of `outputs` floats.
inline void packColumns(int64_t outputs, int64_t columns, const float* weight, int64_t stride,
                        float* packed) {
  for (int64_t panel = 0; panel * kPair < outputs; panel++) {
    const int64_t left = outputs - panel * kPair;
    for (int64_t k = 0; k < columns; k++, packed += kPair) {
      const float* from = weight + k * stride + panel * kPair;
      store(packed, loadPart(from, left));
      store(packed + kLanes, loadPart(from + kLanes, left - kLanes));
    }
  }
}

// As multiplyAdd, for few rows: kSplit sums for each place, as a chain of additions into one would wait for
// each other.
template <int M, int kSplit>
LTN_INLINE void multiplyAddSplit(Tile<M, 2>& tile, const RowPointers<M>& rows, const float* b, int64_t k) {
  Tile<M, 2> acc[kSplit];
  acc[0] = tile;
  LTN_UNROLL for (int s = 1; s < kSplit; s++) clear(acc[s]);
  int64_t i = 0;
  for (; i + kSplit <= k; i += kSplit, b += kSplit * kPair) {
    LTN_UNROLL for (int s = 0; s < kSplit; s++) {
      const Vec first = load(b + s * kPair);
      const Vec second = load(b + s * kPair + kLanes);
      LTN_UNROLL for (int m = 0; m < M; m++) {
        const Vec x = set1(rows.at[m][i + s]);
        acc[s].at[m][0] = fma(x, first, acc[s].at[m][0]);
        acc[s].at[m][1] = fma(x, second, acc[s].at[m][1]);
      }
    }
  }
  RowPointers<M> rest;
  LTN_UNROLL for (int m = 0; m < M; m++) rest.at[m] = rows.at[m] + i;
  multiplyAdd(acc[0], rest, b, k - i);
  LTN_UNROLL for (int s = 1; s < kSplit; s++) {
    LTN_UNROLL for (int m = 0; m < M; m++) {
      acc[0].at[m][0] = acc[0].at[m][0] + acc[s].at[m][0];
      acc[0].at[m][1] = acc[0].at[m][1] + acc[s].at[m][1];
    }
  }
  tile = acc[0];
}

struct DensePlace {
  const prepared::Dense& dense;
  prepared::Rows x, residual;
  float* y;
  int64_t y_stride;
};

template <int M, class Left>
LTN_INLINE void denseTile(const DensePlace& place, int64_t row, int64_t panel, Left left) {
  const auto& [dense, x, residual, y, y_stride] = place;
  Tile<M, 2> tile;
  const int64_t first = panel * kPair;
  LTN_UNROLL for (int n = 0; n < 2; n++) {
    const Vec bias = dense.bias ? loadPart(dense.bias + first + n * kLanes, left - n * kLanes) : set1(0.0F);
    LTN_UNROLL for (int m = 0; m < M; m++) tile.at[m][n] = bias;
  }
  const auto rows = rowsFrom<M>(x.base + row * x.stride, x.stride);
  const float* packed = dense.packed + first * dense.columns;
  constexpr int kSplit = kAccumulators / (2 * M) > 6 ? 6 : kAccumulators / (2 * M);
  if constexpr (kSplit > 1) {
    multiplyAddSplit<M, kSplit>(tile, rows, packed, dense.columns);
  } else {
    multiplyAdd(tile, rows, packed, dense.columns);
  }
  float* out = y + row * y_stride + first;
  if (residual.base) {
    LTN_UNROLL for (int m = 0; m < M; m++) {
      LTN_UNROLL for (int n = 0; n < 2; n++) {
        const float* from = residual.base + (row + m) * residual.stride + first + n * kLanes;
        tile.at[m][n] = tile.at[m][n] + loadPart(from, left - n * kLanes);
      }
    }
  }
  storeRows(out, y_stride, tile, left);
}

inline void runDense(const prepared::Dense& dense, prepared::Rows x, int64_t rows, prepared::Rows residual,
                     float* y, int64_t y_stride, int64_t panel_begin, int64_t panel_end) {
  const DensePlace place{dense, x, residual, y, y_stride};
  for (int64_t panel = panel_begin; panel < panel_end; panel++) {
    const int64_t left = dense.outputs - panel * kPair;
    const int64_t width = left < kPair ? left : kPair;
    forTiles<kPairRows>(0, rows, [&](auto height, int64_t row) {
      const auto tile_of = [&]<int M>(Height<M>) {
        withLanes(left, kPair, [&](auto lanes) { denseTile<M>(place, row, panel, lanes); });
        if (dense.activation == Activation::kNone) return;
        for (int m = 0; m < M; m++)
          activate(dense.activation, dense.slope, y + (row + m) * y_stride + panel * kPair, width);
      };
      tile_of(height);
    });
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
