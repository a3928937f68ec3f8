// Small matrix products. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA::small {

// The left factor of a tile: element (m, k) of a row-major matrix, or of its transpose.
struct ByRows {
  const float* base;
  int64_t stride;
  const float* from(int64_t row) const { return base + row * stride; }
};
struct ByColumns {
  const float* base;
  int64_t stride;
  const float* from(int64_t row) const { return base + row; }
};

template <int M, int N, class Left>
LTN_INLINE void addProduct(Tile<M, N>& tile, const ByRows& a, int64_t row, const float* b, int64_t stride,
                           int64_t depth, Left left) {
  Tile<M, N> acc = tile;
  const RowPointers<M> rows = rowsFrom<M>(a.from(row), a.stride);
  for (int64_t k = 0; k < depth; k++, b += stride) {
    Vec right[N];
    LTN_UNROLL for (int n = 0; n < N; n++) right[n] = loadPart(b + n * kLanes, left - n * kLanes);
    LTN_UNROLL for (int m = 0; m < M; m++) {
      const Vec x = set1(rows.at[m][k]);
      LTN_UNROLL for (int n = 0; n < N; n++) acc.at[m][n] = fma(x, right[n], acc.at[m][n]);
    }
  }
  tile = acc;
}

template <int M, int N, class Left>
LTN_INLINE void addProduct(Tile<M, N>& tile, const ByColumns& a, int64_t row, const float* b, int64_t stride,
                           int64_t depth, Left left) {
  Tile<M, N> acc = tile;
  const float* column = a.from(row);
  for (int64_t k = 0; k < depth; k++, b += stride, column += a.stride) {
    Vec right[N];
    LTN_UNROLL for (int n = 0; n < N; n++) right[n] = loadPart(b + n * kLanes, left - n * kLanes);
    LTN_UNROLL for (int m = 0; m < M; m++) {
      const Vec x = set1(column[m]);
      LTN_UNROLL for (int n = 0; n < N; n++) acc.at[m][n] = fma(x, right[n], acc.at[m][n]);
    }
  }
  tile = acc;
}

// One panel of N vectors of columns: out = start + a · b, where start is one row for all or null.
template <int N, class Factor, class Left>
LTN_INLINE void productPanel(int64_t rows, int64_t depth, const Factor& a, const float* b, int64_t stride,
                             const float* start, float* out, int64_t out_stride, Left left, int64_t width) {
  forTiles<kPairRows>(0, rows, [&]<int M>(Height<M>, int64_t row) {
    Tile<M, N> tile;
    LTN_UNROLL for (int n = 0; n < N; n++) {
      const Vec first = start == nullptr ? set1(0.0F) : loadPart(start + n * kLanes, width - n * kLanes);
      LTN_UNROLL for (int m = 0; m < M; m++) tile.at[m][n] = first;
    }
    addProduct(tile, a, row, b, stride, depth, left);
    LTN_UNROLL for (int m = 0; m < M; m++) {
      LTN_UNROLL for (int n = 0; n < N; n++) {
        storePart(out + (row + m) * out_stride + n * kLanes, tile.at[m][n], width - n * kLanes);
      }
    }
  });
}

// out (rows × columns) = a (rows × depth) · b (depth × columns, row-major).
template <class Factor>
inline void productOf(int64_t rows, int64_t columns, int64_t depth, const Factor& a, const float* b,
                      float* out) {
  int64_t at = 0;
  for (; at + kPair <= columns; at += kPair) {
    productPanel<2>(rows, depth, a, b + at, columns, nullptr, out + at, columns, AllLanes{}, kPair);
  }
  for (; at < columns; at += kLanes) {
    const int64_t left = columns - at;
    if (left >= kLanes) {
      productPanel<1>(rows, depth, a, b + at, columns, nullptr, out + at, columns, AllLanes{}, kLanes);
    } else {
      productPanel<1>(rows, depth, a, b + at, columns, nullptr, out + at, columns, left, left);
    }
  }
}

// Packed weights: panels of two vectors of rows, the last of them of one if that is enough; for each column,
// the rows of the panel.
inline int64_t packedRows(int64_t out) { return panelCount(out, kLanes) * kLanes; }
inline int64_t packedSize(int64_t out, int64_t in) { return packedRows(out) * in; }

inline void packWeight(int64_t out, int64_t in, const float* weight, float* packed) {
  for (int64_t at = 0; at < out; at += kPair) {
    const int64_t width = packedRows(out) - at >= kPair ? kPair : kLanes;
    for (int64_t place = 0; place < width; place += 4, packed += 4) {
      const int64_t left = out - at - place;
      const float* row = weight + (at + place) * in;
      if (left >= 4) {
        for (int64_t k = 0; k < in; k++) {
          float* to = packed + k * width;
          to[0] = row[k];
          to[1] = row[in + k];
          to[2] = row[2 * in + k];
          to[3] = row[3 * in + k];
        }
        continue;
      }
      for (int64_t k = 0; k < in; k++) {
        for (int64_t i = 0; i < 4; i++) packed[k * width + i] = i < left ? row[i * in + k] : 0.0F;
      }
    }
    packed += width * (in - 1);
  }
}

inline void linear(int64_t rows, int64_t in, int64_t out, const float* x, const float* packed,
                   const float* bias, float* y) {
  const ByRows a{x, in};
  for (int64_t at = 0; at < out; at += kPair) {
    const float* start = bias == nullptr ? nullptr : bias + at;
    const int64_t left = out - at;
    if (packedRows(out) - at >= kPair) {
      productPanel<2>(rows, in, a, packed, kPair, start, y + at, out, AllLanes{},
                      left < kPair ? left : kPair);
      packed += kPair * in;
    } else {
      productPanel<1>(rows, in, a, packed, kLanes, start, y + at, out, AllLanes{},
                      left < kLanes ? left : kLanes);
    }
  }
}

inline void linearInput(int64_t rows, int64_t in, int64_t out, const float* dz, const float* weight,
                        float* dx) {
  productOf(rows, in, out, ByRows{dz, out}, weight, dx);
}

inline void linearWeight(int64_t rows, int64_t in, int64_t out, const float* dz, const float* x, float* dw) {
  productOf(out, in, rows, ByColumns{dz, out}, x, dw);
}

inline void addRows(int64_t rows, int64_t columns, const float* dz, float* sums) {
  constexpr int kWide = 8;
  int64_t at = 0;
  for (; at + kWide * kLanes <= columns; at += kWide * kLanes) {
    Vec sum[kWide];
    LTN_UNROLL for (int n = 0; n < kWide; n++) sum[n] = load(sums + at + n * kLanes);
    for (int64_t row = 0; row < rows; row++) {
      const float* from = dz + row * columns + at;
      LTN_UNROLL for (int n = 0; n < kWide; n++) sum[n] = sum[n] + load(from + n * kLanes);
    }
    LTN_UNROLL for (int n = 0; n < kWide; n++) store(sums + at + n * kLanes, sum[n]);
  }
  for (; at < columns; at += kLanes) {
    Vec sum = loadPart(sums + at, columns - at);
    for (int64_t row = 0; row < rows; row++) sum = sum + loadPart(dz + row * columns + at, columns - at);
    storePart(sums + at, sum, columns - at);
  }
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA::small
