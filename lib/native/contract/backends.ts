/** What the addon exports for `torch.backends`. The names are listed in the addon's interface, `lib/native/contract.ts`. */

/** The switches of native/core/backends.cc. */
export type BackendSwitch =
  | 'cudnn.enabled'
  | 'cudnn.benchmark'
  | 'cudnn.deterministic'
  | 'cudnn.allowTf32'
  | 'cuda.matmul.allowTf32'
  | 'cuda.flashSdp'
  | 'cuda.memEfficientSdp'
  | 'cuda.mathSdp'
  | 'cuda.cudnnSdp'
  | 'mkldnn.enabled'
  | 'mkldnn.deterministic'
  | 'nnpack.enabled';

export interface BackendsNative {
  getBackendSwitch(name: BackendSwitch): boolean;
  setBackendSwitch(name: BackendSwitch, enabled: boolean): void;
  getCudnnBenchmarkLimit(): number;
  setCudnnBenchmarkLimit(limit: number): void;
  /** The kernels of attention, in the order in which they are tried. */
  sdpPriority(): number[];
  setSdpPriority(order: readonly number[]): void;
  /** Versions are 0 where there is no such library. */
  backendFacts(): {
    readonly cudnn: boolean;
    readonly cudnnVersion: number;
    readonly cudaVersion: number;
    readonly mkl: boolean;
    readonly mkldnn: boolean;
    readonly openmp: boolean;
    readonly lapack: boolean;
    readonly nnpack: boolean;
  };
  getFloat32MatmulPrecision(): string;
}
