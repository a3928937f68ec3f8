// What the pickle machine may build: the allow-list, and one function for each name on it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "serialization/value.h"

namespace ltn::serialization {

// The arguments of a call in a pickle, checked as they are taken.
class Arguments {
 public:
  Arguments(std::string_view function, Value tuple);

  size_t size() const { return items_->size(); }
  Value at(size_t index) const;
  int64_t integer(size_t index) const;
  double real(size_t index) const;
  bool boolean(size_t index) const;
  std::string_view text(size_t index) const;
  std::vector<int64_t> integers(size_t index) const;
  Node* node(size_t index, NodeKind kind, const char* what) const;

  [[noreturn]] void fail(const std::string& what) const;

 private:
  std::string_view function_;
  const std::vector<Value>* items_;
};

// Which names a pickle may use. Nothing runs whatever it uses.
enum class Names : uint8_t {
  kAny,       // a class that is not on the list of safe ones becomes an Object node, and its name is kept
  kMetadata,  // those of the `.metadata` of a distributed checkpoint and no others; its classes become
              // Objects
};

class Builder {
 public:
  Builder(Arena& arena, Names names) : arena_(arena), metadata_(names == Names::kMetadata) {}

  Arena& arena() { return arena_; }

  // Names that are not on the allow-list.
  const std::set<std::string>& foreign() const { return foreign_; }

  // Names that are, with what was wrong with a value of theirs.
  const std::map<std::string, std::string>& unreadable() const { return unreadable_; }

  Value global(std::string_view module, std::string_view name);
  Value call(Value function, Value arguments);
  Value construct(Value type, Value arguments);
  void build(Value target, Value state);
  void append(Value target, const std::vector<Value>& items);
  void addItems(Value target, const std::vector<Value>& items);
  void setItems(Value target, const std::vector<Value>& items);

 private:
  using Handler = Value (Builder::*)(const Arguments&);
  static Handler handlerOf(std::string_view name);

  Value callGlobal(Node* function, Value arguments);
  Value object(std::string_view class_name, Value arguments);
  Value unreadable(std::string_view name, Value arguments, const std::string& reason);
  Node* tensorNode(TensorForm form);
  void extend(Node* node, const std::vector<Value>& items);
  TensorSpec strided(const Arguments& arguments);

  Value makeSet(const Arguments& arguments);
  Value makeFrozenSet(const Arguments& arguments);
  Value makeCollection(const Arguments& arguments, NodeKind kind);
  Value makeOrderedDict(const Arguments& arguments);
  Value makeCounter(const Arguments& arguments);
  Value makeBytes(const Arguments& arguments);
  Value makeByteArray(const Arguments& arguments);
  Value makeComplex(const Arguments& arguments);
  Value makeSize(const Arguments& arguments);
  Value makeDevice(const Arguments& arguments);
  Value makeLayout(const Arguments& arguments);
  Value makeReconstructed(const Arguments& arguments);

  Value loadStorage(const Arguments& arguments);
  Value rebuildTensor(const Arguments& arguments);
  Value rebuildTensorV2(const Arguments& arguments);
  Value rebuildTensorV3(const Arguments& arguments);
  Value rebuildMeta(const Arguments& arguments);
  Value rebuildQuantized(const Arguments& arguments);
  Value rebuildSparse(const Arguments& arguments);
  Value rebuildNested(const Arguments& arguments);
  Value rebuildConverted(const Arguments& arguments);
  Value rebuildParameter(const Arguments& arguments);
  Value rebuildParameterWithState(const Arguments& arguments);
  Value rebuildFromType(const Arguments& arguments);
  Value wrapperOf(std::string_view class_name, const Arguments& arguments);
  Node* localTensorOf(const Arguments& arguments);
  static void takeAttributes(Node& node);

  Value numpyDtype(const Arguments& arguments);
  Value numpyScalar(const Arguments& arguments);
  Value numpyReconstruct(const Arguments& arguments);
  Value numpyFromBuffer(const Arguments& arguments);
  void buildNumpyDtype(Node* dtype, Value state);
  void buildNumpyArray(Node* array, Value state);
  void buildNumpySubclass(Node* object, Value state);
  void fillNumpyArray(Node* array, Node* dtype, Value shape, bool fortran, Value content);
  void fillNumbers(Node* array, const Node* dtype, const std::vector<int64_t>& size, bool fortran,
                   std::string_view raw);

  Value metadataGlobal(const std::string& full);

  Arena& arena_;
  bool metadata_;
  std::set<std::string> foreign_;
  std::map<std::string, std::string> unreadable_;
};

}  // namespace ltn::serialization
