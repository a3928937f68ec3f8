// Blocks of rows times packed weights, held in registers. In the namespace of the including instruction set.
#if defined(__clang__)
#define LTN_UNROLL _Pragma("unroll")
#elif defined(__GNUC__)
#define LTN_UNROLL _Pragma("GCC unroll 16")
#else
#define LTN_UNROLL
#endif
// A tile that is passed to a function that was not inlined goes through memory.
#if defined(__clang__) || defined(__GNUC__)
#define LTN_INLINE inline __attribute__((always_inline))
#else
#define LTN_INLINE inline
#endif

namespace ltn::recurrent::LTN_RECURRENT_ISA {

// M rows of N vectors.
template <int M, int N>
struct Tile {
  Vec at[M][N];
};

// The first floats of M rows.
template <int M>
struct RowPointers {
  const float* at[M];
};

template <int M>
inline RowPointers<M> rowsFrom(const float* first, int64_t stride) {
  RowPointers<M> rows;
  LTN_UNROLL for (int m = 0; m < M; m++) rows.at[m] = first + m * stride;
  return rows;
}

template <int M, int N>
inline void clear(Tile<M, N>& tile) {
  LTN_UNROLL for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int n = 0; n < N; n++) tile.at[m][n] = set1(0.0F);
  }
}

// tile += a (M rows of k floats) * b (k rows of N vectors, packed).
template <int M, int N>
LTN_INLINE void multiplyAdd(Tile<M, N>& tile, const RowPointers<M>& rows, const float* b, int64_t k) {
  Tile<M, N> acc = tile;
  const RowPointers<M> a = rows;
  for (int64_t i = 0; i < k; i++, b += N * kLanes) {
    Vec weight[N];
    LTN_UNROLL for (int n = 0; n < N; n++) weight[n] = load(b + n * kLanes);
    LTN_UNROLL for (int m = 0; m < M; m++) {
      const Vec x = set1(a.at[m][i]);
      LTN_UNROLL for (int n = 0; n < N; n++) acc.at[m][n] = fma(x, weight[n], acc.at[m][n]);
    }
  }
  tile = acc;
}

// tile += the sum over j of (a[j][from .. from + M - 1], as a column) * (row j of b, packed).
template <int M, int N>
LTN_INLINE void multiplyAddOuter(Tile<M, N>& tile, const float* const* a, int64_t from, const float* b,
                                 int64_t count) {
  Tile<M, N> acc = tile;
  for (int64_t j = 0; j < count; j++, b += N * kLanes) {
    const float* column = a[j] + from;
    Vec row[N];
    LTN_UNROLL for (int n = 0; n < N; n++) row[n] = load(b + n * kLanes);
    LTN_UNROLL for (int m = 0; m < M; m++) {
      const Vec x = set1(column[m]);
      LTN_UNROLL for (int n = 0; n < N; n++) acc.at[m][n] = fma(x, row[n], acc.at[m][n]);
    }
  }
  tile = acc;
}

// How many units are left from a place on: a number, or this where a panel is known to be full, so that
// nothing is asked inside of it.
struct AllLanes {};
inline AllLanes operator-(AllLanes all, int64_t) { return all; }

inline Vec loadPart(const float* p, AllLanes) { return load(p); }
inline void storePart(float* p, Vec a, AllLanes) { store(p, a); }
inline Vec loadPart(const float* p, int64_t n) {
  return n >= kLanes ? load(p) : n > 0 ? loadSome(p, n) : set1(0.0F);
}
inline void storePart(float* p, Vec a, int64_t n) {
  if (n >= kLanes) {
    store(p, a);
  } else if (n > 0) {
    storeSome(p, a, n);
  }
}

// Stores M rows of two vectors, `left` floats of each, every `stride` floats.
template <int M, class Left>
LTN_INLINE void storeRows(float* first, int64_t stride, const Tile<M, 2>& tile, Left left) {
  LTN_UNROLL for (int m = 0; m < M; m++) {
    LTN_UNROLL for (int n = 0; n < 2; n++) {
      storePart(first + m * stride + n * kLanes, tile.at[m][n], left - n * kLanes);
    }
  }
}

// Calls f with what is left of `width` places.
template <class F>
inline void withLanes(int64_t left, int64_t width, const F& f) {
  if (left >= width) {
    f(AllLanes{});
  } else {
    f(left);
  }
}

template <int M>
struct Height {};

// Calls f(Height<count>{}, row). The count, at most kMax, is a constant of the compiler's.
template <int kMax, class F>
inline void withHeight(int64_t count, int64_t row, const F& f) {
  if (count == kMax) {
    f(Height<kMax>{}, row);
  } else if constexpr (kMax > 1) {
    withHeight<kMax - 1>(count, row, f);
  }
}

// The height of tile i, where `tiles` tiles share `rows` rows as evenly as can be.
inline int64_t tileHeight(int64_t rows, int64_t tiles, int64_t i) {
  return rows / tiles + (i < rows % tiles ? 1 : 0);
}

template <int kMax, class F>
inline void forTiles(int64_t begin, int64_t end, const F& f) {
  const int64_t rows = end - begin;
  if (rows <= 0) return;
  const int64_t tiles = (rows + kMax - 1) / kMax;
  for (int64_t i = 0, row = begin; i < tiles; i++) {
    const int64_t height = tileHeight(rows, tiles, i);
    withHeight<kMax>(height, row, f);
    row += height;
  }
}

constexpr int kPair = 2 * kLanes;             // floats in a panel of two vectors
constexpr int kPairRows = kAccumulators / 2;  // rows of a tile of two vectors
constexpr int kPad = 16;                      // floats between rows that are a power of two long

inline int64_t panelCount(int64_t columns, int64_t width) { return (columns + width - 1) / width; }

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
