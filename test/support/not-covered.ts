/** What docs/coverage.md says of the names of Python's that are not here. */
import { RENAMED_CLASSES } from '../../scripts/ops/names';

type Reasons = Readonly<Record<string, string>>;

/** The same reason for several names of a list. */
const because = (list: string, reason: string, names: string): Reasons =>
  Object.fromEntries(names.split(' ').map((name) => [`${list}.${name}`, reason]));

/** Names that have another name here, as JavaScript writes classes. */
export const RENAMED: Reasons = {
  ...RENAMED_CLASSES,
  'torch.from_numpy': 'fromTypedArray',
  'torch.Tensor.numpy': 'asTypedArray',
  'torch.Tensor.const_data_ptr': 'dataPtr',
};

/** Names that apply, and are missing. */
export const NOT_HERE: Reasons = {
  ...because('torch', 'streams of any device: `torch.cuda.Stream` and `torch.cuda.Event` are there', 'Stream Event'),
  ...because(
    'torch',
    'constants of the build: `torch.version.config` shows it',
    'has_lapack has_mkl has_openmp has_spectral',
  ),
  ...because('torch', 'old names of `mm`, `hspmm` and `sspaddmm`', 'dsmm hsmm saddmm spmm'),
  ...because('torch', 'threads are there from the start', 'init_num_threads'),
  ...because('torch.Tensor', 'gradients have the dtype of their tensor', 'grad_dtype'),
  ...because('torch.Tensor', 'loading swaps no tensors of other classes in', 'module_load'),
  ...because('torch.nn', 'the loss is not computed in chunks; the result is the same', 'LinearCrossEntropyOptions'),
  ...because(
    'torch.nn',
    'lazy layers have none before their first input',
    'UninitializedBuffer UninitializedParameter',
  ),
  ...because('torch.nn.functional', 'for 8-bit floats on recent GPUs', 'scaled_grouped_mm scaled_mm'),
  ...because(
    'torch.cuda',
    'libtorch 2.14, which the CUDA build is made for, leaves it to Python’s own bindings of CUDA’s driver',
    'GreenContext',
  ),
};

const COMPILER = 'for `torch.compile`, a compiler of Python’s bytecode';
const SCRIPT = 'the compiler of TorchScript, as Python’s programs see it';
const STORAGES = 'storages as objects: tensors share their memory as typed arrays here';
const OLD_TENSORS = 'types of tensors from before there were dtypes';
const STORAGE_READER = 'a part of Python’s reader of storages';
const SHELL = 'a dtype for compilers: libtorch has no kernels for it';
const STORAGE_NAMES =
  'BoolStorage ByteStorage CharStorage DoubleStorage FloatStorage IntStorage LongStorage ShortStorage';
const TENSOR_NAMES = 'BoolTensor ByteTensor CharTensor DoubleTensor FloatTensor IntTensor LongTensor ShortTensor';

/** Names that mean something in a Python program only. */
export const DOES_NOT_APPLY: Reasons = {
  ...because('torch', STORAGES, `${STORAGE_NAMES} TypedStorage UntypedStorage`),
  ...because('torch', OLD_TENSORS, TENSOR_NAMES),
  ...because('torch', COMPILER, 'compile SymBool SymFloat SymInt sym_fresh_size'),
  ...because('torch', SHELL, 'bit int1 int2 int3 int4 int5 int6 int7 uint1 uint2 uint3 uint4 uint5 uint6 uint7'),
  ...because('torch', 'a class of types that Python’s programs compare', 'qscheme Tag'),
  ...because('torch', 'classes of errors: `TorchError` has a code for each', 'AcceleratorError FatalError'),
  ...because(
    'torch',
    SCRIPT,
    'AVG AggregationType AliasDb AnyType Argument ArgumentSpec AwaitType Block BoolType BufferDict CallStack Capsule ' +
      'ClassType Code CompilationUnit CompleteArgumentSpec ComplexType ConcreteModuleType ConcreteModuleTypeBuilder ' +
      'DeepCopyMemoTable DeserializationStorageContext DeviceObjType DictType EnumType ErrorReport ExecutionPlan FileCheck ' +
      'FloatType FunctionSchema Future FutureType Gradient Graph GraphExecutorState IODescriptor InferredType IntType ' +
      'InterfaceType JITException ListType LiteScriptModule LockingLogger ModuleDict Node NoneType NoopLogger NumberType ' +
      'OperatorInfo OptionalType ParameterDict PyObjectType PyTorchFileReader PyTorchFileWriter RRefType SUM ScriptClass ' +
      'ScriptClassFunction ScriptDict ScriptDictIterator ScriptDictKeyIterator ScriptFunction ScriptList ScriptListIterator ' +
      'ScriptMethod ScriptModule ScriptModuleSerializer ScriptObject ScriptObjectProperty SerializationStorageContext ' +
      'StaticModule StreamObjType StringType SymBoolType SymIntType TensorType TracingState TupleType Type UnionType Use ' +
      'Value fork import_ir_module import_ir_module_from_buffer merge_type_from_type_comment parse_ir parse_schema ' +
      'parse_type_comment unify_type_list wait',
  ),
  ...because(
    'torch',
    'measures modules of TorchScript in threads of C++',
    'BenchmarkConfig BenchmarkExecutionStats ThroughputBenchmark',
  ),
  ...because(
    'torch',
    'a part of Python’s protocol for classes that are like tensors',
    'DisableTorchFunction DisableTorchFunctionSubclass DispatchKey DispatchKeySet ExcludeDispatchKeyGuard',
  ),
  ...because('torch.Tensor', STORAGES, 'untyped_storage'),
  ...because('torch.nn.Module', COMPILER, 'compile'),
  ...because('torch.nn.attention', 'a variable of the Python module that its checks read', 'WARN_FOR_UNFUSED_KERNELS'),
  ...because(
    'torch.optim',
    'runs a step on tensors without elements, for `torch.compile`',
    'swap_in_optimizer_params_and_state',
  ),
  ...because('torch.autograd.graph', COMPILER, 'region_activation_memory_budget'),
  ...because('torch.autograd.profiler', 'nvprof, which NVIDIA has taken out of CUDA', 'load_nvprof parse_nvprof_trace'),
  ...because('torch.library', 'sizes that depend on data, for `torch.compile`', 'get_ctx'),
  ...because('torch.library', 'reads Python’s type hints; JavaScript has none at run time', 'infer_schema'),
  ...because('torch.library', 'rules for classes of Python that are like tensors', 'register_torch_dispatch'),
  ...because('torch.library', 'kernels of Triton, a language within Python', 'triton_op wrap_triton'),
  ...because(
    'torch.cuda',
    STORAGES,
    `${STORAGE_NAMES} BFloat16Storage ComplexDoubleStorage ComplexFloatStorage HalfStorage`,
  ),
  ...because('torch.cuda', OLD_TENSORS, `${TENSOR_NAMES} BFloat16Tensor HalfTensor`),
  ...because(
    'torch.cuda',
    'passes raw pointers between libraries that use CUDA; JavaScript has none',
    'CUDAPluggableAllocator ExternalStream caching_allocator_alloc caching_allocator_delete change_current_allocator ' +
      'current_blas_handle current_solver_handle get_stream_from_external',
  ),
  ...because(
    'torch.cuda',
    'CUDA’s functions for Python',
    'CudaError check_error cudaStatus cudart DeferredCudaCallError',
  ),
  ...because(
    'torch.serialization',
    STORAGE_READER,
    'SourceChangeWarning StorageType check_module_version_greater_or_equal default_restore_location location_tag mkdtemp ' +
      'normalize_storage_type storage_to_tensor_type validate_cuda_device validate_hpu_device register_package',
  ),
  ...because('torch.serialization', 'flags of Python’s `mmap`', 'get_default_mmap_options set_default_mmap_options'),
  ...because('torch.testing', 'checks the texts of graphs that the compiler of TorchScript makes', 'FileCheck'),
  ...because('torch.hub', 'runs the Python code of a repository', 'help list load'),
  ...because(
    'torch.utils.benchmark',
    'counts instructions of a Python process under Valgrind',
    'CallgrindStats CopyIfCallgrind FunctionCount FunctionCounts',
  ),
  ...because('torch.utils.benchmark', 'whether a text is Python or C++: functions are measured here', 'Language'),
};
