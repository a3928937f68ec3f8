// A few time steps of a range of rows as one list of rows. In the namespace of the including instruction set.
namespace ltn::recurrent::LTN_RECURRENT_ISA {

// Rows that are worked on at a time, over as many steps as that takes: enough for the products to run at full
// rate, few enough to stay in the cache.
constexpr int64_t kChunkRows = 128;

inline int64_t chunkSteps(int64_t rows, int64_t steps) {
  const int64_t wanted = rows >= kChunkRows ? 1 : kChunkRows / rows;
  return wanted < steps ? wanted : steps;
}

// Steps first..last-1, numbered in the order of the walk, of rows [begin, end).
struct Chunk {
  const Steps& steps;
  bool descending;  // the walk goes from the last step to the first
  int64_t first;
  int64_t last;
  int64_t begin;
  int64_t end;

  int64_t time(int64_t i) const { return descending ? steps.count - 1 - i : i; }
  int64_t endAt(int64_t i) const {
    const int64_t rows = steps.rows[time(i)];
    return rows < end ? rows : end;
  }
  int64_t rowsAt(int64_t i) const { return endAt(i) > begin ? endAt(i) - begin : 0; }
  int64_t total() const {
    int64_t sum = 0;
    for (int64_t i = first; i < last; i++) sum += rowsAt(i);
    return sum;
  }
};

// Walks through the rows of a chunk, step by step.
class Cursor {
 public:
  explicit Cursor(const Chunk& chunk) : chunk_(chunk), i_(chunk.first), row_(chunk.begin) { settle(); }
  int64_t i() const { return i_; }
  int64_t row() const { return row_; }
  bool done() const { return i_ >= chunk_.last; }
  void advance() {
    row_++;
    settle();
  }

 private:
  void settle() {
    while (i_ < chunk_.last && row_ >= chunk_.endAt(i_)) {
      i_++;
      row_ = chunk_.begin;
    }
  }
  const Chunk& chunk_;
  int64_t i_;
  int64_t row_;
};

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
