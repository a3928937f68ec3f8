import * as torch from '../../lib/index';
import { runPython } from '../support/python';

const SCRIPT = `
import torch
def attempt(call):
    try:
        return ["value", call()]
    except BaseException as error:
        return ["error", str(error).split(chr(10))[0]]
c, b = torch.cuda, torch.backends
calls = {
    "isAvailable": c.is_available, "deviceCount": c.device_count, "isInitialized": c.is_initialized,
    "memoryAllocated": c.memory_allocated, "maxMemoryReserved": c.max_memory_reserved,
    "memoryStats": lambda: dict(c.memory_stats()),
    "getRngStateAll": lambda: len(c.get_rng_state_all()),
    "setDevice": lambda: c.set_device(-1), "wrongDevice": lambda: c.set_device("cpu"),
    "isPinned": lambda: torch.ones(2).is_pinned(),
    "precision": torch.get_float32_matmul_precision,
    "cudnn": lambda: [b.cudnn.enabled, b.cudnn.benchmark, b.cudnn.deterministic, b.cudnn.allow_tf32],
    "matmul": lambda: b.cuda.matmul.allow_tf32,
    "sdp": lambda: [b.cuda.flash_sdp_enabled(), b.cuda.mem_efficient_sdp_enabled(), b.cuda.math_sdp_enabled(),
                    b.cuda.cudnn_sdp_enabled()],
    "libraries": lambda: [b.mkl.is_available(), b.mkldnn.is_available(), b.openmp.is_available()],
    "mkldnn": lambda: b.mkldnn.enabled,
    "built": lambda: [b.cuda.is_built(), b.cudnn.is_available()],
    "version": lambda: [torch.version.cuda, b.cudnn.version()],
    "synchronize": c.synchronize, "currentDevice": c.current_device, "getDeviceName": c.get_device_name,
    "archList": c.get_arch_list, "gencodeFlags": c.get_gencode_flags, "tf32": c.is_tf32_supported,
    "deviceOf": lambda: c.device_of(torch.ones(2)).__enter__(), "ipcCollect": c.ipc_collect,
    "peer": lambda: c.can_device_access_peer(0, 1),
    "fraction": lambda: c.set_per_process_memory_fraction(2.0), "getFraction": c.get_per_process_memory_fraction,
    "syncMode": lambda: c.set_sync_debug_mode("warn"), "getSyncMode": c.get_sync_debug_mode,
    "caching": lambda: c.caching_allocator_enable(False), "generators": lambda: len(c.default_generators),
    "rangePush": lambda: c.nvtx.range_push("a"), "rangePop": c.nvtx.range_pop, "mark": lambda: c.nvtx.mark("a"),
    "initialSeed": lambda: (torch.manual_seed(5), c.initial_seed())[1], "to": lambda: list(torch.ones(2).to("cuda").shape),
}
output = {name: attempt(call) for name, call in calls.items()}
`;

type Outcome = readonly ['value', unknown] | readonly ['error', string];

const { cuda, backends } = torch;
const CALLS: Readonly<Record<string, () => unknown>> = {
  isAvailable: cuda.isAvailable,
  deviceCount: cuda.deviceCount,
  isInitialized: cuda.isInitialized,
  memoryAllocated: () => cuda.memoryAllocated(),
  maxMemoryReserved: () => cuda.maxMemoryReserved(),
  memoryStats: () => cuda.memoryStats(),
  getRngStateAll: () => cuda.getRngStateAll().length,
  setDevice: () => {
    cuda.setDevice(-1);
    return null;
  },
  wrongDevice: () => cuda.setDevice('cpu'),
  archList: () => cuda.getArchList(),
  gencodeFlags: () => cuda.getGencodeFlags(),
  tf32: () => cuda.isTf32Supported(),
  deviceOf: () => cuda.deviceOf(torch.ones([2]), () => null),
  ipcCollect: () => cuda.ipcCollect(),
  peer: () => cuda.canDeviceAccessPeer(0, 1),
  isPinned: () => torch.ones([2]).isPinned(),
  precision: torch.getFloat32MatmulPrecision,
  cudnn: () => {
    const { enabled, benchmark, deterministic, allowTf32 } = backends.cudnn;
    return [enabled, benchmark, deterministic, allowTf32];
  },
  matmul: () => backends.cuda.matmul.allowTf32,
  sdp: () => [
    backends.cuda.flashSdpEnabled(),
    backends.cuda.memEfficientSdpEnabled(),
    backends.cuda.mathSdpEnabled(),
    backends.cuda.cudnnSdpEnabled(),
  ],
  libraries: () => [backends.mkl.isAvailable(), backends.mkldnn.isAvailable(), backends.openmp.isAvailable()],
  mkldnn: () => backends.mkldnn.enabled,
  built: () => [backends.cuda.isBuilt(), backends.cudnn.isAvailable()],
  version: () => [torch.version.cuda, backends.cudnn.version()],
  synchronize: () => {
    cuda.synchronize();
    return null;
  },
  currentDevice: cuda.currentDevice,
  getDeviceName: () => cuda.getDeviceName(),
  fraction: () => cuda.setPerProcessMemoryFraction(2),
  getFraction: () => cuda.getPerProcessMemoryFraction(),
  syncMode: () => cuda.setSyncDebugMode('warn'),
  getSyncMode: cuda.getSyncDebugMode,
  caching: () => {
    cuda.cachingAllocatorEnable(false);
    return null;
  },
  generators: () => cuda.defaultGenerators().length,
  rangePush: () => cuda.nvtx.rangePush('a'),
  rangePop: cuda.nvtx.rangePop,
  mark: () => cuda.nvtx.mark('a'),
  initialSeed: () => {
    torch.manualSeed(5);
    return cuda.initialSeed();
  },
  to: () => torch.ones([2]).to('cuda').shape,
};

// How many ranges are open is counted here; Python asks NVIDIA's tool, which says -2 where none watches.
const COUNTED = ['rangePush', 'rangePop'];

// What some of them set belongs to the process.
afterAll(() => {
  if (!cuda.isAvailable()) return;
  cuda.setSyncDebugMode('default');
  cuda.cachingAllocatorEnable(true);
});

const python = runPython<Record<string, Outcome>>(SCRIPT);

test.each(Object.keys(CALLS))("%s is Python's", (name) => {
  const [kind, expected] = python[name] ?? [];
  const call = CALLS[name] as () => unknown;
  if (kind === 'value' && COUNTED.includes(name)) expect([call(), expected]).toEqual([0, expect.any(Number)]);
  else if (kind === 'value') expect(call() ?? null).toEqual(expected);
  else expect(call).toThrow(expected as string);
});
