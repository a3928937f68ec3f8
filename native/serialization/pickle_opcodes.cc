// What each opcode does to the stack; `PickleReader::operations` says which byte is which.
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <string>

#include "serialization/pickle_reader.h"

namespace ltn::serialization {
namespace {

// Python refuses longer ones too (sys.int_info.default_max_str_digits): reading them takes quadratic time.
constexpr size_t kMostDigits = 4300;

}  // namespace

void PickleReader::opProto() {
  const uint8_t protocol = byte();
  if (protocol > 5) fail("protocol " + std::to_string(protocol) + " is not known");
}

void PickleReader::opFrame() {
  const uint64_t length = little(8);
  if (length > bytes_.size() - position_) failCut("a frame goes beyond the end");
}

void PickleReader::opPop() {
  if (!marks_.empty() && marks_.back() == stack_.size()) {
    marks_.pop_back();
  } else {
    pop();
  }
}

void PickleReader::opInt() {
  std::string_view text = line();
  if (text == "00" || text == "01") return push(Value::boolean(text == "01"));
  if (!text.empty() && text.back() == 'L') text.remove_suffix(1);
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return push(Value::of(value));
  pushDecimal(text);
}

// Digits beyond 64 bits, as two's complement. Python has the same limit on their number.
void PickleReader::pushDecimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > kMostDigits) fail("a decimal integer is malformed or too long");
  std::string bytes;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') fail("a decimal integer is malformed");
    auto carry = static_cast<unsigned>(digit - '0');
    for (char& byte : bytes) {
      carry += static_cast<uint8_t>(byte) * 10u;
      byte = static_cast<char>(carry & 0xff);
      carry >>= 8;
    }
    if (carry > 0) bytes.push_back(static_cast<char>(carry));
  }
  bytes.push_back('\0');
  unsigned carry = 1;
  for (size_t i = 0; negative && i < bytes.size(); ++i) {
    carry += static_cast<uint8_t>(~bytes[i]);
    bytes[i] = static_cast<char>(carry & 0xff);
    carry >>= 8;
  }
  pushLong(builder_.arena().keep(std::move(bytes)));
}

void PickleReader::opFloat() {
  const std::string text(line());
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != 0) fail("a decimal number is malformed");
  push(Value::of(value));
}

void PickleReader::opBinFloat() {
  uint64_t bits = 0;
  for (const char c : take(8)) bits = bits << 8 | static_cast<uint8_t>(c);
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  push(Value::of(value));
}

void PickleReader::opDict() {
  std::vector<Value> items = popMark();
  if (items.size() % 2) fail("a dict has a key without a value");
  pushNode(NodeKind::kDict, std::move(items));
}

void PickleReader::opAppend() {
  const Value item = pop();
  builder_.append(top(), {item});
}

void PickleReader::opAppends() {
  const std::vector<Value> items = popMark();
  builder_.append(top(), items);
}

void PickleReader::opAddItems() {
  const std::vector<Value> items = popMark();
  builder_.addItems(top(), items);
}

void PickleReader::opSetItem() {
  const Value value = pop();
  const Value key = pop();
  builder_.setItems(top(), {key, value});
}

void PickleReader::opSetItems() {
  const std::vector<Value> items = popMark();
  if (items.size() % 2) fail("a dict has a key without a value");
  builder_.setItems(top(), items);
}

void PickleReader::pushGlobal(std::string_view module, std::string_view name) {
  push(builder_.global(module, name));
}

void PickleReader::opGlobal() {
  const std::string_view module = line();
  pushGlobal(module, line());
}

void PickleReader::opStackGlobal() {
  const Value name = pop();
  const Value module = pop();
  if (!name.is(NodeKind::kText) || !module.is(NodeKind::kText)) fail("a class name is not a string");
  pushGlobal(module.node->text, name.node->text);
}

void PickleReader::opReduce() {
  const Value arguments = pop();
  const Value function = pop();
  push(builder_.call(function, arguments));
}

// (module, name) in lines, and the arguments from the mark on: how protocol 0 makes objects of old classes.
void PickleReader::opInst() {
  const std::string_view module = line();
  const std::string_view name = line();
  const Value function = builder_.global(module, name);
  pushNode(NodeKind::kTuple, popMark());
  const Value arguments = pop();
  push(builder_.call(function, arguments));
}

// The same in protocol 1: the class is the first of the items.
void PickleReader::opObj() {
  std::vector<Value> items = popMark();
  if (items.empty()) fail("an object has no class");
  const Value function = items.front();
  items.erase(items.begin());
  pushNode(NodeKind::kTuple, std::move(items));
  const Value arguments = pop();
  push(builder_.call(function, arguments));
}

void PickleReader::opNewObj() {
  const Value arguments = pop();
  const Value type = pop();
  push(builder_.construct(type, arguments));
}

void PickleReader::opNewObjEx() {
  const Value named = pop();
  if (!named.is(NodeKind::kDict)) fail("keyword arguments are not a dict");
  opNewObj();
}

void PickleReader::opBuild() {
  const Value state = pop();
  builder_.build(top(), state);
}

void PickleReader::opBinPersId() {
  const Value id = pop();
  push(persistent_load_(id));
}

void PickleReader::opGet() {
  opInt();
  const Value index = pop();
  get(static_cast<uint64_t>(index.integer));
}

void PickleReader::opPut() {
  opInt();
  const Value index = pop();
  put(static_cast<uint64_t>(index.integer));
}

}  // namespace ltn::serialization
