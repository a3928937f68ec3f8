// A pickle machine that builds trees and nothing else.
//
// It reads protocols 0 to 5 as far as Python's `weights_only` unpickler and its pickler produce them. Every
// opcode consumes input, lengths are checked against what is left, and no opcode recurses, so a pickle of n
// bytes ends after at most n steps in memory bounded by the arena.
#pragma once

#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "serialization/builder.h"
#include "serialization/value.h"

namespace ltn::serialization {

// Turns the persistent id of `torch.save` into a storage node (or whatever the format means by it).
using PersistentLoad = std::function<Value(Value id)>;

class PickleReader {
 public:
  PickleReader(Builder& builder, std::string_view bytes, PersistentLoad persistent_load);

  // Reads one pickle up to its STOP.
  Value load();

  // How many bytes the pickle took, for formats that go on behind it.
  size_t position() const { return position_; }

 private:
  using Operation = void (PickleReader::*)();
  static const std::vector<Operation>& operations();

  [[noreturn]] void fail(const std::string& what) const;
  [[noreturn]] void failCut(const std::string& what) const;

  // Input.
  std::string_view take(uint64_t count);
  std::string_view line();
  uint8_t byte() { return static_cast<uint8_t>(take(1)[0]); }
  uint64_t little(int width);

  // Stack.
  void push(Value value) { stack_.push_back(value); }
  Value pop();
  Value& top();
  size_t floor() const { return marks_.empty() ? 0 : marks_.back(); }
  std::vector<Value> popMark();
  void pushNode(NodeKind kind, std::vector<Value> items);
  void pushTuple(size_t count);
  void pushText(std::string_view text);
  void pushBytes(std::string_view bytes) { push(Value::of(builder_.arena().text(NodeKind::kBytes, bytes))); }
  void pushLong(std::string_view bytes);
  void pushDecimal(std::string_view text);
  void pushGlobal(std::string_view module, std::string_view name);
  void get(uint64_t index);
  void put(uint64_t index);

  // Opcodes.
  void opProto();
  void opFrame();
  void opStop() { done_ = true; }
  void opMark() { marks_.push_back(stack_.size()); }
  void opPop();
  void opPopMark() { popMark(); }
  void opDup() { push(top()); }
  void opNone() { push(Value::none()); }
  void opTrue() { push(Value::boolean(true)); }
  void opFalse() { push(Value::boolean(false)); }
  void opInt();
  void opBinInt() { push(Value::of(static_cast<int64_t>(static_cast<int32_t>(little(4))))); }
  void opBinInt1() { push(Value::of(static_cast<int64_t>(little(1)))); }
  void opBinInt2() { push(Value::of(static_cast<int64_t>(little(2)))); }
  void opLong1() { pushLong(take(little(1))); }
  void opLong4() { pushLong(take(little(4))); }
  void opFloat();
  void opBinFloat();
  void opString();
  void opUnicode();
  void opShortBinString() { pushText(take(little(1))); }
  void opBinString() { pushText(take(little(4))); }
  void opShortBinUnicode() { pushText(take(little(1))); }
  void opBinUnicode() { pushText(take(little(4))); }
  void opBinUnicode8() { pushText(take(little(8))); }
  void opShortBinBytes() { pushBytes(take(little(1))); }
  void opBinBytes() { pushBytes(take(little(4))); }
  void opBinBytes8() { pushBytes(take(little(8))); }
  void opEmptyList() { pushNode(NodeKind::kList, {}); }
  void opEmptyDict() { pushNode(NodeKind::kDict, {}); }
  void opEmptySet() { pushNode(NodeKind::kSet, {}); }
  void opEmptyTuple() { pushNode(NodeKind::kTuple, {}); }
  void opTuple() { pushNode(NodeKind::kTuple, popMark()); }
  void opTuple1() { pushTuple(1); }
  void opTuple2() { pushTuple(2); }
  void opTuple3() { pushTuple(3); }
  void opList() { pushNode(NodeKind::kList, popMark()); }
  void opDict();
  void opFrozenSet() { pushNode(NodeKind::kFrozenSet, popMark()); }
  void opAppend();
  void opAppends();
  void opAddItems();
  void opSetItem();
  void opSetItems();
  void opGlobal();
  void opStackGlobal();
  void opReduce();
  void opInst();
  void opObj();
  void opPersId() { fail("it refers to something outside of it"); }
  void opNewObj();
  void opNewObjEx();
  void opBuild();
  void opBinPersId();
  void opGet();
  void opBinGet() { get(little(1)); }
  void opLongBinGet() { get(little(4)); }
  void opPut();
  void opBinPut() { put(little(1)); }
  void opLongBinPut() { put(little(4)); }
  void opMemoize() { put(memo_.size()); }

  Builder& builder_;
  std::string_view bytes_;
  PersistentLoad persistent_load_;
  size_t position_ = 0;
  bool done_ = false;
  std::vector<Value> stack_;
  std::vector<size_t> marks_;
  std::unordered_map<uint64_t, Value> memo_;
};

}  // namespace ltn::serialization
