/**
 * Where a training step spends its time: a table, and a trace for ui.perfetto.dev.
 *
 *   node scripts/run-ts.cjs examples/profiling.ts [folder]
 */
import * as torch from 'libtorch-node';

const { nn, optim, profiler } = torch;
const folder = process.argv[2] ?? 'profile';

const model = new nn.Sequential(new nn.Linear(64, 256), new nn.ReLU(), new nn.Linear(256, 10));
const optimizer = new optim.AdamW(model.parameters(), { lr: 1e-3 });
const data = new torch.data.TensorDataset(torch.randn([512, 64]), torch.randint(10, [512]));
const loader = new torch.data.DataLoader(data, { batchSize: 64, shuffle: true });

const recorder = new profiler.profile({
  schedule: profiler.schedule({ wait: 1, warmup: 1, active: 3, repeat: 1 }),
  onTraceReady: profiler.tensorboardTraceHandler(folder),
  recordShapes: true,
  profileMemory: true,
  withEventLoop: true,
});

async function main(): Promise<void> {
  recorder.start();
  for await (const [x, y] of loader) {
    optimizer.zeroGrad();
    const loss = profiler.recordFunction('forward', () =>
      nn.functional.crossEntropy(model.forward(x) as torch.Tensor, y),
    );
    profiler.recordFunction('backward', () => loss.backward());
    optimizer.step();
    recorder.step();
  }
  recorder.stop();

  console.log(recorder.keyAverages().table({ sortBy: 'selfCpuTimeTotal', rowLimit: 12 }));
  console.log(`the trace is in ${folder}: open it at ui.perfetto.dev`);
}

void main();
