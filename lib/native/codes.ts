/**
 * The numbers that TypeScript and native code share, by family. Native code names its own from its enums
 * (`native.codes()`), and a test compares all of them with these.
 */

/** libtorch's c10::ScalarType, by the names of the dtypes. */
export const scalarType = {
  uint8: 0,
  int8: 1,
  int16: 2,
  int32: 3,
  int64: 4,
  float16: 5,
  float32: 6,
  float64: 7,
  complex32: 8,
  complex64: 9,
  complex128: 10,
  bool: 11,
  qint8: 12,
  quint8: 13,
  qint32: 14,
  bfloat16: 15,
  quint4x2: 16,
  quint2x4: 17,
  bits1x8: 18,
  bits2x4: 19,
  bits4x2: 20,
  bits8: 21,
  bits16: 22,
  float8_e5m2: 23,
  float8_e4m3fn: 24,
  float8_e5m2fnuz: 25,
  float8_e4m3fnuz: 26,
  uint16: 27,
  uint32: 28,
  uint64: 29,
  float8_e8m0fnu: 44,
  float4_e2m1fn_x2: 45,
} as const;

/** c10::Layout, by Python's names. */
export const layout = {
  strided: 0,
  sparse_coo: 1,
  sparse_csr: 2,
  _mkldnn: 3,
  sparse_csc: 4,
  sparse_bsr: 5,
  sparse_bsc: 6,
  jagged: 7,
} as const;

/** c10::MemoryFormat, by Python's names. */
export const memoryFormat = {
  contiguous_format: 0,
  preserve_format: 1,
  channels_last: 2,
  channels_last_3d: 3,
} as const;

/** c10::QScheme, by Python's names. */
export const qscheme = {
  per_tensor_affine: 0,
  per_channel_affine: 1,
  per_tensor_symmetric: 2,
  per_channel_symmetric: 3,
  per_channel_affine_float_qparams: 4,
} as const;

/** at::Reduction, which losses take. */
export const reduction = { none: 0, mean: 1, sum: 2 } as const;

/** How `embedding_bag` combines the rows of a bag. */
export const embeddingBag = { sum: 0, mean: 1, max: 2 } as const;

/** How `grid_sampler` finds a value between pixels, and outside of them. */
export const gridSample = { bilinear: 0, nearest: 1, bicubic: 2 } as const;
export const gridBorder = { zeros: 0, border: 1, reflection: 2 } as const;

/** Bits of `native.flags`. */
export const tensorFlag = {
  requiresGrad: 1,
  isLeaf: 2,
  contiguous: 4,
  pinned: 8,
  inference: 16,
  retainsGrad: 32,
  gradFn: 64,
  conj: 128,
  neg: 256,
  quantized: 512,
  nested: 1024,
} as const;

/** The first number of each index that `native.index` takes. */
export const indexKind = { none: 0, ellipsis: 1, boolean: 2, integer: 3, slice: 4, tensor: 5 } as const;

/** What the table of handles asks for: the first of `native.signals`. */
export const sweepSignal = { nothing: 0, sweep: 1, collectAndSweep: 2, collectAll: 3 } as const;

/** Kinds of nodes in the tree of a checkpoint. */
export const nodeKind = {
  text: 0,
  bytes: 1,
  bigint: 2,
  complex: 3,
  list: 4,
  tuple: 5,
  set: 6,
  frozenSet: 7,
  dict: 8,
  orderedDict: 9,
  size: 10,
  dtype: 11,
  device: 12,
  layout: 13,
  qscheme: 14,
  storage: 15,
  tensor: 16,
  global: 17,
  numpyDtype: 18,
  object: 19,
  numpyArray: 20,
} as const;

/** How a value of that tree stands in its table. */
export const wireTag = { none: 0, bool: 1, int: 2, long: 3, float: 4, node: 5 } as const;

/** Forms of a tensor in a checkpoint; the last two are read and never written. */
export const tensorForm = {
  strided: 0,
  meta: 1,
  quantized: 2,
  sparse: 3,
  nested: 4,
  converted: 5,
  numpy: 6,
} as const;

/** What may be opened: any pickle as a tree, an archive of the C++ front end, DCP's bare metadata. */
export const openMode = { tree: 0, archive: 1, metadata: 2 } as const;

/** Bits of `native.checkParameters`: a parameter occurs twice, or in another group, too. */
export const groupFault = { duplicates: 1, shared: 2 } as const;

/**
 * What `native.setOptimizerState` does with a tensor before it keeps it, as Python's `load_state_dict`. `load`: to the
 * parameter's device, and to its dtype where that is a floating point one; the counter stays as it is. `loadCapturable`:
 * the counter, too, goes to the parameter's device, as float32.
 */
export const stateCast = { none: 0, load: 1, loadCapturable: 2 } as const;

/** Muon's `adjustLrFn`. */
export const muonAdjustment = { original: 0, match_rms_adamw: 1 } as const;

/** What an argument of a plan is: how an exported program's graph gives it to a node. */
export const planTag = {
  none: 0,
  slot: 1,
  int: 2,
  float: 3,
  bool: 4,
  string: 5,
  complex: 6,
  list: 7,
  dtype: 8,
  device: 9,
  plan: 10,
  absent: 11,
} as const;

/** One of the numbers of a family. */
export type CodeOf<Family> = Family[keyof Family];

/** What stands first in a value of TorchScript that is no number, boolean, string or null: `native/jit/values.h`. */
export const scriptTag = { tensor: 0, list: 1, tuple: 2, dict: 3, complex: 4, device: 5 } as const;
