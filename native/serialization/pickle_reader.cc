#include "serialization/pickle_reader.h"

#include <string>

namespace ltn::serialization {

PickleReader::PickleReader(Builder& builder, std::string_view bytes, PersistentLoad persistent_load)
    : builder_(builder), bytes_(bytes), persistent_load_(std::move(persistent_load)) {}

const std::vector<PickleReader::Operation>& PickleReader::operations() {
  using P = PickleReader;
  static const std::vector<Operation> table = [] {
    std::vector<Operation> ops(256, nullptr);
    const std::pair<int, Operation> rows[] = {
        {0x80, &P::opProto},        {0x95, &P::opFrame},
        {'.', &P::opStop},          {'(', &P::opMark},
        {'0', &P::opPop},           {'1', &P::opPopMark},
        {'2', &P::opDup},           {'N', &P::opNone},
        {0x88, &P::opTrue},         {0x89, &P::opFalse},
        {'I', &P::opInt},           {'L', &P::opInt},
        {'J', &P::opBinInt},        {'K', &P::opBinInt1},
        {'M', &P::opBinInt2},       {0x8a, &P::opLong1},
        {0x8b, &P::opLong4},        {'F', &P::opFloat},
        {'G', &P::opBinFloat},      {'U', &P::opShortBinString},
        {'T', &P::opBinString},     {0x8c, &P::opShortBinUnicode},
        {'X', &P::opBinUnicode},    {0x8d, &P::opBinUnicode8},
        {'C', &P::opShortBinBytes}, {'B', &P::opBinBytes},
        {0x8e, &P::opBinBytes8},    {0x96, &P::opBinBytes8},
        {']', &P::opEmptyList},     {'}', &P::opEmptyDict},
        {0x8f, &P::opEmptySet},     {')', &P::opEmptyTuple},
        {'t', &P::opTuple},         {0x85, &P::opTuple1},
        {0x86, &P::opTuple2},       {0x87, &P::opTuple3},
        {'l', &P::opList},          {'d', &P::opDict},
        {0x91, &P::opFrozenSet},    {'a', &P::opAppend},
        {'e', &P::opAppends},       {0x90, &P::opAddItems},
        {'s', &P::opSetItem},       {'u', &P::opSetItems},
        {'c', &P::opGlobal},        {0x93, &P::opStackGlobal},
        {'R', &P::opReduce},        {0x81, &P::opNewObj},
        {0x92, &P::opNewObjEx},     {'b', &P::opBuild},
        {'Q', &P::opBinPersId},     {'g', &P::opGet},
        {'h', &P::opBinGet},        {'j', &P::opLongBinGet},
        {'p', &P::opPut},           {'q', &P::opBinPut},
        {'r', &P::opLongBinPut},    {0x94, &P::opMemoize},
        {'S', &P::opString},        {'V', &P::opUnicode},
        {'i', &P::opInst},          {'o', &P::opObj},
        {'P', &P::opPersId},
    };
    for (const auto& [code, operation] : rows) ops[static_cast<size_t>(code)] = operation;
    return ops;
  }();
  return table;
}

void PickleReader::fail(const std::string& what) const {
  throw CheckpointError("pickle, byte " + std::to_string(position_) + ": " + what);
}

void PickleReader::failCut(const std::string& what) const {
  throw CutOff("pickle, byte " + std::to_string(position_) + ": " + what);
}

Value PickleReader::load() {
  const auto& table = operations();
  while (!done_) {
    if (position_ >= bytes_.size()) failCut("it ends without a STOP; the file is cut off");
    const uint8_t code = byte();
    const Operation operation = table[code];
    if (!operation) fail("opcode " + std::to_string(code) + " is not allowed in a checkpoint");
    (this->*operation)();
  }
  return pop();
}

// --- input

std::string_view PickleReader::take(uint64_t count) {
  if (count > bytes_.size() - position_)
    failCut("a length of " + std::to_string(count) + " goes beyond the end");
  const std::string_view slice = bytes_.substr(position_, count);
  position_ += count;
  return slice;
}

std::string_view PickleReader::line() {
  const size_t end = bytes_.find('\n', position_);
  if (end == std::string_view::npos) failCut("a line has no end");
  const std::string_view text = bytes_.substr(position_, end - position_);
  position_ = end + 1;
  return text;
}

uint64_t PickleReader::little(int width) {
  const std::string_view raw = take(static_cast<uint64_t>(width));
  uint64_t value = 0;
  for (int i = width - 1; i >= 0; --i) value = value << 8 | static_cast<uint8_t>(raw[static_cast<size_t>(i)]);
  return value;
}

// --- stack

Value PickleReader::pop() {
  const Value value = top();
  stack_.pop_back();
  return value;
}

Value& PickleReader::top() {
  if (stack_.size() <= floor()) fail("the stack is empty");
  return stack_.back();
}

std::vector<Value> PickleReader::popMark() {
  if (marks_.empty()) fail("there is no mark on the stack");
  const auto from = stack_.begin() + static_cast<std::ptrdiff_t>(marks_.back());
  marks_.pop_back();
  builder_.arena().charge(static_cast<uint64_t>(stack_.end() - from) * sizeof(Value));
  std::vector<Value> items(from, stack_.end());
  stack_.erase(from, stack_.end());
  return items;
}

void PickleReader::pushNode(NodeKind kind, std::vector<Value> items) {
  Node* node = builder_.arena().make(kind);
  node->items = std::move(items);
  push(Value::of(node));
}

void PickleReader::pushTuple(size_t count) {
  if (stack_.size() - floor() < count) fail("the stack is empty");
  builder_.arena().charge(count * sizeof(Value));
  std::vector<Value> items(stack_.end() - static_cast<std::ptrdiff_t>(count), stack_.end());
  stack_.resize(stack_.size() - count);
  pushNode(NodeKind::kTuple, std::move(items));
}

void PickleReader::pushText(std::string_view text) {
  push(Value::of(builder_.arena().text(NodeKind::kText, text)));
}

void PickleReader::pushLong(std::string_view bytes) {
  if (bytes.size() > 8) return push(Value::of(builder_.arena().text(NodeKind::kBigInt, bytes)));
  uint64_t value = !bytes.empty() && (bytes.back() & 0x80) ? ~uint64_t{0} : 0;
  for (size_t i = bytes.size(); i-- > 0;) value = value << 8 | static_cast<uint8_t>(bytes[i]);
  push(Value::of(static_cast<int64_t>(value)));
}

void PickleReader::get(uint64_t index) {
  const auto found = memo_.find(index);
  if (found == memo_.end()) fail("memo " + std::to_string(index) + " was never written");
  push(found->second);
}

void PickleReader::put(uint64_t index) {
  const Value value = top();
  builder_.arena().charge(memo_.count(index) ? 0 : 48);  // a hash node
  memo_[index] = value;
}

}  // namespace ltn::serialization
