import { typeError } from '../errors';
import * as codes from '../native/codes';
import { refuseSurplus } from '../arguments/read';

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
    ...surplus: []
  ) {
    refuseSurplus('Layout', 2, surplus);
    Object.freeze(this);
  }

  toString(): string {
    return `torch.${this.name}`;
  }
}

export const strided = new Layout('strided', codes.layout.strided);
export const sparseCoo = new Layout('sparse_coo', codes.layout.sparse_coo);
export const sparseCsr = new Layout('sparse_csr', codes.layout.sparse_csr);
export const mkldnn = new Layout('_mkldnn', codes.layout._mkldnn);
export const sparseCsc = new Layout('sparse_csc', codes.layout.sparse_csc);
export const sparseBsr = new Layout('sparse_bsr', codes.layout.sparse_bsr);
export const sparseBsc = new Layout('sparse_bsc', codes.layout.sparse_bsc);
export const jagged = new Layout('jagged', codes.layout.jagged);

const LAYOUTS = [strided, sparseCoo, sparseCsr, mkldnn, sparseCsc, sparseBsr, sparseBsc, jagged];

/** The layout of a c10::Layout code. */
export function layoutOf(code: number): Layout {
  const layout = LAYOUTS[code];
  if (!layout) throw typeError(`libtorch-node does not know the layout with code ${code}`);
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
    ...surplus: []
  ) {
    refuseSurplus('MemoryFormat', 2, surplus);
    Object.freeze(this);
  }

  toString(): string {
    return `torch.${this.name}`;
  }
}

export const contiguousFormat = new MemoryFormat('contiguous_format', codes.memoryFormat.contiguous_format);
export const preserveFormat = new MemoryFormat('preserve_format', codes.memoryFormat.preserve_format);
export const channelsLast = new MemoryFormat('channels_last', codes.memoryFormat.channels_last);
export const channelsLast3d = new MemoryFormat('channels_last_3d', codes.memoryFormat.channels_last_3d);
