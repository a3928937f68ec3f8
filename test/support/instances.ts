/** One object of each public class, for walks over methods. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as torch from '../../lib/index';
import { DISTRIBUTIONS, TRANSFORMS, type Made, make } from './distribution-corpus';
import { CASES } from './nn-corpus';
import { linear, writeProgram } from './programs';

const { nn, optim, data, training, text, datasets, cuda, amp, autograd, distributed, sparse } = torch;
const { prune, parametrize, rnn } = nn.utils;
const { ddpCommHooks } = distributed.algorithms;
const { PeriodicModelAverager } = distributed.algorithms.modelAveraging.averagers;
const { lrScheduler: S, swaUtils } = optim;

const folder = mkdtempSync(path.join(os.tmpdir(), 'instances-'));
const file = (name: string): string => path.join(folder, name);
let count = 0;

const x = (): torch.Tensor => torch.ones([2, 2]);
const weights = (): torch.Tensor[] => [torch.ones([2, 2]).requiresGrad_()];
const sgd = (): torch.optim.SGD => new optim.SGD(weights(), { lr: 0.1 });
const rows = (): torch.data.TensorDataset => new data.TensorDataset(x());

type Make = Readonly<Record<string, () => object>>;

const TENSORS: Make = {
  Tensor: x,
  Parameter: () => new nn.Parameter(x()),
  Buffer: () => new nn.Buffer(x()),
  DType: () => torch.float32,
  Device: () => x().device,
  Layout: () => torch.strided,
  MemoryFormat: () => torch.contiguousFormat,
  Complex: () => torch.complexNumber(1, 2),
  Generator: () => new torch.Generator(),
  Slice: () => torch.slice(0, 1),
  RemovableHandle: () =>
    torch
      .ones([1])
      .requiresGrad_()
      .registerHook(() => undefined),
  FunctionContext: () => new autograd.FunctionContext(),
  Node: () => x().requiresGrad_().mul(2).gradFn as object,
  AllowMutationOnSavedContext: () => new autograd.graph.AllowMutationOnSavedContext(),
  GraphExecGroup: () => new torch.utils.checkpoint.GraphExecGroup(),
  Library: () => new torch.library.Library('surplus', 'FRAGMENT'),
  GradScaler: () => new amp.GradScaler('cpu'),
  TorchError: () => new torch.TorchError('no'),
};

const program = (): torch.export.ExportedProgram => torch.export.load(writeProgram(file('model.pt2'), linear()));

const PROGRAMS: Make = {
  ExportedProgram: program,
  ExportedModule: () => program().module(),
  GraphSignature: () => program().graphSignature,
  AotiModel: () => Object.create(torch.export.AotiModel.prototype) as object,
  ScriptModule: () => torch.jit.trace(new nn.Linear(2, 2), x(), { checkTrace: false, dynamicSizes: false }),
  Dim: () => new torch.export.Dim('batch'),
  ONNXProgram: () => torch.onnx.export(new nn.Linear(2, 2), [x()]),
};

const TRAINING: Make = {
  Checkpoints: () => new training.Checkpoints(file('checkpoints')),
  EarlyStopping: () => new training.EarlyStopping(),
  Ema: () => new training.Ema(),
  Swa: () => new training.Swa({ startEpoch: 1 }),
  ExampleQueue: () => new training.ExampleQueue(file('queue')),
  CsvLog: () => new training.CsvLog(file('log.csv')),
  JsonLinesLog: () => new training.JsonLinesLog(file('log.jsonl')),
  LearningRateMonitor: () => new training.LearningRateMonitor(),
  ProgressBar: () => new training.ProgressBar(),
  TensorBoard: () => new training.TensorBoard(file('board')),
  RunDirectory: () => new training.RunDirectory(file(`run${count++}`)),
  BLEU: () => new training.BLEU(),
  CHRF: () => new training.CHRF(),
  ROUGE: () => new training.ROUGE(),
  ExactMatch: () => new training.ExactMatch(),
  Trainer: () => {
    const model = new nn.Linear(2, 2);
    const loss = (output: torch.Tensor): torch.Tensor => output.sum();
    return new training.Trainer({ model, loss, optimizer: new optim.SGD(model.parameters(), { lr: 0.1 }) });
  },
  WorkerRun: () => training.trainInWorker('/none.js', { signal: AbortSignal.abort() }),
  AUROC: () => new training.AUROC(),
  Accuracy: () => new training.Accuracy(),
  ConfusionMatrix: () => new training.ConfusionMatrix(2),
  F1: () => new training.F1(),
  Precision: () => new training.Precision(),
  Recall: () => new training.Recall(),
  TopK: () => new training.TopK(1),
  MeanAbsoluteError: () => new training.MeanAbsoluteError(),
  MeanSquaredError: () => new training.MeanSquaredError(),
  Perplexity: () => new training.Perplexity(),
  R2Score: () => new training.R2Score(),
};

const labeled = (): torch.datasets.FileDataset => {
  writeFileSync(file('a.txt'), 'a');
  return new datasets.FileDataset([[file('a.txt'), 0]], ['a'], () => 'a');
};

const DATA: Make = {
  ChainDataset: () => new data.ChainDataset([data.IterableDataset.from([1])]),
  ConcatDataset: () => new data.ConcatDataset([rows()]),
  StackDataset: () => new data.StackDataset([rows()]),
  Subset: () => new data.Subset(rows(), [0]),
  DataLoader: () => new data.DataLoader([1, 2]),
  DistributedSampler: () => new data.DistributedSampler([1, 2], 1, 0),
  BatchSampler: () => new data.BatchSampler([0, 1], 1, false),
  RandomSampler: () => new data.RandomSampler([1]),
  SequentialSampler: () => new data.SequentialSampler([1]),
  SubsetRandomSampler: () => new data.SubsetRandomSampler([0]),
  WeightedRandomSampler: () => new data.WeightedRandomSampler([1], 1),
  TensorDataset: rows,
  LengthBucketSampler: () => new data.LengthBucketSampler([1, 2], 1),
  WorkerDataset: () => new data.WorkerDataset('/none.js'),
  FileDataset: labeled,
  FolderDataset: labeled,
  CsvDataset: () => new datasets.CsvDataset(file('a.csv')),
  JsonLinesDataset: () => new datasets.JsonLinesDataset(file('a.jsonl')),
  ArrowDataset: () => new datasets.ArrowDataset(file('a.arrow')),
  ParquetDataset: () => new datasets.ParquetDataset(file('a.parquet')),
  Vocab: () => new text.Vocab(['a']),
};

const OPTIM: Make = {
  ...Object.fromEntries(
    Object.entries(optim)
      .filter(([name]) => /^[A-Z]/.test(name) && !['Optimizer', 'LBFGS'].includes(name))
      .map(([name, Class]) => [name, () => new (Class as typeof optim.SGD)(weights(), { lr: 0.1 })]),
  ),
  LBFGS: () => new optim.LBFGS(weights()),
  Muon: () => new optim.Muon(weights()),
  Optimizer: sgd,
  LRScheduler: () => new S.StepLR(sgd(), 1),
  LambdaLR: () => new S.LambdaLR(sgd(), () => 1),
  MultiplicativeLR: () => new S.MultiplicativeLR(sgd(), () => 1),
  StepLR: () => new S.StepLR(sgd(), 1),
  MultiStepLR: () => new S.MultiStepLR(sgd(), [1]),
  ConstantLR: () => new S.ConstantLR(sgd()),
  ExponentialLR: () => new S.ExponentialLR(sgd(), 0.9),
  LinearLR: () => new S.LinearLR(sgd()),
  PolynomialLR: () => new S.PolynomialLR(sgd()),
  CosineAnnealingLR: () => new S.CosineAnnealingLR(sgd(), 3),
  CosineAnnealingWarmRestarts: () => new S.CosineAnnealingWarmRestarts(sgd(), 2),
  ReduceLROnPlateau: () => new S.ReduceLROnPlateau(sgd()),
  CyclicLR: () => new S.CyclicLR(sgd(), 0.1, 0.2, { cycleMomentum: false }),
  OneCycleLR: () => new S.OneCycleLR(sgd(), 0.3, 40, { cycleMomentum: false }),
  ChainedScheduler: () => new S.ChainedScheduler([new S.StepLR(sgd(), 1)]),
  SequentialLR: () => {
    const o = sgd();
    return new S.SequentialLR(o, [new S.StepLR(o, 1), new S.StepLR(o, 1)], [1]);
  },
  SWALR: () => new swaUtils.SWALR(sgd(), 0.1),
  AveragedModel: () => new swaUtils.AveragedModel(new nn.Linear(2, 2)),
};

const pruned =
  (Class: new (...args: never[]) => object, ...args: unknown[]) =>
  (): object =>
    new (Class as new (...args: unknown[]) => object)(...args);

const NN: Make = {
  ...Object.fromEntries(
    CASES.map(({ kind, args, options }) => [
      kind,
      () => new (nn as unknown as Record<string, new (...args: unknown[]) => object>)[kind]!(...args, options),
    ]),
  ),
  Module: () => new nn.Linear(2, 2),
  ModuleList: () => new nn.ModuleList(),
  ModuleDict: () => new nn.ModuleDict(),
  Sequential: () => new nn.Sequential(new nn.ReLU()),
  ParameterList: () => new nn.ParameterList(),
  ParameterDict: () => new nn.ParameterDict(),
  IncompatibleKeys: () => new nn.Linear(1, 1).loadStateDict(new nn.Linear(1, 1).stateDict()),
  TransformerEncoder: () => new nn.TransformerEncoder(new nn.TransformerEncoderLayer(4, 2), 1),
  TransformerDecoder: () => new nn.TransformerDecoder(new nn.TransformerDecoderLayer(4, 2), 1),
  RNNCellBase: () => new nn.RNNCell(2, 2),
  L1Unstructured: pruned(prune.L1Unstructured, 0.5),
  RandomUnstructured: pruned(prune.RandomUnstructured, 0.5),
  LnStructured: pruned(prune.LnStructured, 0.5, 2),
  RandomStructured: pruned(prune.RandomStructured, 0.5),
  CustomFromMask: pruned(prune.CustomFromMask, x()),
  PruningContainer: pruned(prune.PruningContainer),
  BasePruningMethod: pruned(prune.L1Unstructured, 0.5),
  PackedSequence: () => rnn.packSequence([torch.ones([2])]),
  ParametrizationList: () => {
    const linear = new nn.Linear(2, 2);
    parametrize.registerParametrization(linear, 'weight', new nn.Identity());
    return (linear as unknown as { parametrizations: torch.nn.ModuleDict }).parametrizations.get('weight');
  },
};

/** A process group of this process alone, which what is distributed needs. */
export async function joinAlone(): Promise<void> {
  await distributed.initProcessGroup('gloo', { store: new distributed.HashStore(), rank: 0, worldSize: 1 });
}

const replica = (): torch.nn.parallel.DistributedDataParallel =>
  new nn.parallel.DistributedDataParallel(new nn.Linear(2, 2));
const work = (): torch.distributed.Work => distributed.allReduce(x(), { asyncOp: true });

/** The first six need {@link joinAlone} before. */
const DISTRIBUTED: Make = {
  DistributedDataParallel: replica,
  ProcessGroup: () => replica().processGroup,
  Work: work,
  Future: () => work().getFuture(),
  Join: () => new distributed.algorithms.Join([replica()]),
  ZeroRedundancyOptimizer: () => new distributed.optim.ZeroRedundancyOptimizer(weights(), optim.SGD, { lr: 0.1 }),
  JoinHook: () => new distributed.algorithms.JoinHook(),
  ModelAverager: () => new PeriodicModelAverager(2),
  PostLocalSGDOptimizer: () =>
    new distributed.optim.PostLocalSGDOptimizer(new optim.SGD(weights(), { lr: 0.1 }), new PeriodicModelAverager(2)),
  PowerSGDState: () => new ddpCommHooks.powerSGDHook.PowerSGDState(null),
  PostLocalSGDState: () => new ddpCommHooks.postLocalSGDHook.PostLocalSGDState(null, null, 1),
  GradBucket: () => new nn.parallel.GradBucket(0, true, x(), []),
  DDPStrategy: () => new training.DDPStrategy(),
  FileStore: () => new distributed.FileStore(file('store'), 1),
  SpawnContext: () => new distributed.SpawnContext({ nprocs: 0 } as never, '', 0),
  DefaultLoadPlanner: () => new distributed.checkpoint.DefaultLoadPlanner(),
  DefaultSavePlanner: () => new distributed.checkpoint.DefaultSavePlanner(),
  FileSystemReader: () => new distributed.checkpoint.FileSystemReader(file('shards')),
  FileSystemWriter: () => new distributed.checkpoint.FileSystemWriter(file('shards')),
  Metadata: () => new distributed.checkpoint.Metadata({ stateDictMetadata: new Map() }),
};

const described: readonly Made[] = [...DISTRIBUTIONS, ...TRANSFORMS.map(([transform]) => transform)];
const { distributions } = torch;

const PROBABILITY: Make = {
  ...Object.fromEntries(described.map((one) => [one.make, () => make(one) as object])),
  Distribution: () => new distributions.Distribution(),
  ExponentialFamily: () => new distributions.ExponentialFamily(),
  LogitRelaxedBernoulli: () => new distributions.LogitRelaxedBernoulli(0.5, 0.5),
  ExpRelaxedCategorical: () => new distributions.ExpRelaxedCategorical(0.5, torch.ones([2])),
  Transform: () => new distributions.ExpTransform(),
  Constraint: () => distributions.constraints.positive,
  Dependent: () => distributions.constraints.dependent,
  MixtureSameFamilyConstraint: () =>
    new distributions.constraints.MixtureSameFamilyConstraint(distributions.constraints.positive),
};

/** By the name of the class. What needs a GPU is not here. */
export const INSTANCES: Make = {
  ...{ ...TENSORS, ...PROGRAMS, ...TRAINING, ...DATA, ...OPTIM, ...NN, ...DISTRIBUTED },
  ...PROBABILITY,
};

/** Classes whose objects need a GPU. */
export const ON_GPU: readonly unknown[] = [
  cuda.Event,
  cuda.Stream,
  cuda.CUDAGraph,
  cuda.MemPool,
  torch.accelerator.Graph,
];

const { benchmark, tensorboard } = torch.utils;
const { dynamic } = torch.ao.nn.quantized;
const { profiler: parts } = torch.autograd;
const task = (): torch.utils.benchmark.TaskSpec => new benchmark.TaskSpec('x');

/** The same by the class, where two have one name. */
export const MADE = new Map<unknown, () => object>([
  [torch.profiler.profile, () => new torch.profiler.profile()],
  [torch.profiler.ExecutionTraceObserver, () => new torch.profiler.ExecutionTraceObserver()],
  [torch.training.Profiler, () => new torch.training.Profiler(file('profile'))],
  [parts.profile, () => new parts.profile()],
  [parts.EnforceUnique, () => new parts.EnforceUnique()],
  [parts.EventList, () => new parts.EventList()],
  [parts.FunctionEventAvg, () => new parts.FunctionEventAvg()],
  [parts.Interval, () => new parts.Interval(0, 1)],
  [parts.MemRecordsAcc, () => new parts.MemRecordsAcc([])],
  [parts.emitItt, () => new parts.emitItt(false)],
  [parts.emitNvtx, () => new parts.emitNvtx(false)],
  [torch.cpu.Event, () => new torch.cpu.Event()],
  [torch.cpu.Stream, () => new torch.cpu.Stream()],
  [torch.masked.MaskedTensor, () => torch.masked.maskedTensor(x(), x().gt(0))],
  [torch.sparse.checkSparseTensorInvariants, () => new torch.sparse.checkSparseTensorInvariants()],
  [nn.attention.bias.CausalBias, () => nn.attention.bias.causalUpperLeft(2, 2)],
  [nn.DataParallel, () => new nn.DataParallel(new nn.Linear(2, 2), [])],
  [tensorboard.FileWriter, () => new tensorboard.FileWriter(file('events'))],
  [tensorboard.RecordWriter, () => new tensorboard.RecordWriter({ write: () => undefined })],
  [benchmark.Compare, () => new benchmark.Compare([])],
  [benchmark.Measurement, () => new benchmark.Measurement(1, [1], task())],
  [benchmark.TaskSpec, task],
  [benchmark.Timer, () => new benchmark.Timer(() => 1)],
  [benchmark.FuzzedParameter, () => new benchmark.FuzzedParameter('n', 1, 4, 'uniform')],
  [benchmark.FuzzedSparseTensor, () => new benchmark.FuzzedSparseTensor('x', [2])],
  [benchmark.FuzzedTensor, () => new benchmark.FuzzedTensor('x', [2])],
  [benchmark.Fuzzer, () => new benchmark.Fuzzer([], [])],
  [benchmark.ParameterAlias, () => new benchmark.ParameterAlias('n')],
  [torch.library.SafeKernelFunction, () => torch.library.getKernel('aten::sin', 'CPU')],
  [torch.nested.JaggedTensor, () => torch.nested.nestedTensorFromJagged(x(), torch.tensor([0, 2]))],
  [sparse.SparseSemiStructuredTensor, () => new sparse.SparseSemiStructuredTensor([2, 4], x())],
  [sparse.SparseSemiStructuredTensorCUTLASS, () => new sparse.SparseSemiStructuredTensorCUTLASS([2, 4], x())],
  [sparse.SparseSemiStructuredTensorCUSPARSELT, () => new sparse.SparseSemiStructuredTensorCUSPARSELT([2, 4], x())],
  [cuda.StreamContext, () => new cuda.StreamContext(null)],
  [tensorboard.SummaryWriter, () => new tensorboard.SummaryWriter(file('tensorboard'))],
  [dynamic.Linear, () => dynamic.Linear.fromFloat(new nn.Linear(2, 2))],
  [dynamic.LSTM, () => dynamic.LSTM.fromFloat(new nn.LSTM(2, 2))],
  [dynamic.GRU, () => dynamic.GRU.fromFloat(new nn.GRU(2, 2))],
  [dynamic.LSTMCell, () => dynamic.LSTMCell.fromFloat(new nn.LSTMCell(2, 2))],
  [dynamic.GRUCell, () => dynamic.GRUCell.fromFloat(new nn.GRUCell(2, 2))],
  [dynamic.RNNCell, () => dynamic.RNNCell.fromFloat(new nn.RNNCell(2, 2))],
]);
