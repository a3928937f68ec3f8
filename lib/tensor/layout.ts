import { typeError } from '../errors';

/**
 * How a tensor's elements are stored: `torch.strided`, `torch.sparseCoo` …
 *
 * @see https://docs.pytorch.org/docs/2.13/tensor_attributes.html#torch.layout
 */
export class Layout {
  constructor(
    readonly name: string,
    /** libtorch's c10::Layout. */
    readonly code: number,
  ) {
    Object.freeze(this);
  }

  toString(): string {
    return `torch.${this.name}`;
  }
}

export const strided = new Layout('strided', 0);
export const sparseCoo = new Layout('sparse_coo', 1);
export const sparseCsr = new Layout('sparse_csr', 2);
export const mkldnn = new Layout('_mkldnn', 3);
export const sparseCsc = new Layout('sparse_csc', 4);
export const sparseBsr = new Layout('sparse_bsr', 5);
export const sparseBsc = new Layout('sparse_bsc', 6);
export const jagged = new Layout('jagged', 7);

const LAYOUTS = [strided, sparseCoo, sparseCsr, mkldnn, sparseCsc, sparseBsr, sparseBsc, jagged];

/** The layout of a c10::Layout code. */
export function layoutOf(code: number): Layout {
  const layout = LAYOUTS[code];
  if (!layout) throw typeError(`libtorch-node knows no layout of code ${code}`);
  return layout;
}

/**
 * The order of dimensions in memory: `torch.contiguousFormat`, `torch.channelsLast` …
 *
 * @see https://docs.pytorch.org/docs/2.13/tensor_attributes.html#torch.memory_format
 */
export class MemoryFormat {
  constructor(
    readonly name: string,
    /** libtorch's c10::MemoryFormat. */
    readonly code: number,
  ) {
    Object.freeze(this);
  }

  toString(): string {
    return `torch.${this.name}`;
  }
}

export const contiguousFormat = new MemoryFormat('contiguous_format', 0);
export const preserveFormat = new MemoryFormat('preserve_format', 1);
export const channelsLast = new MemoryFormat('channels_last', 2);
export const channelsLast3d = new MemoryFormat('channels_last_3d', 3);
