import { Device } from '../../tensor/device';
import { dtypeOfCode, layoutOfCode, memoryFormatOfCode } from '../schema-codes';
import type { DeviceRef } from '../schema/tensor-meta';

type Fail = (what: string) => never;

/** The schema's numbers as libtorch's. @internal */
export const codes = {
  dtype: (code: number, fail: Fail): number =>
    dtypeOfCode(code)?.code ?? fail(`this library has no dtype of number ${code}`),
  layout: (code: number, fail: Fail): number =>
    layoutOfCode(code)?.code ?? fail(`this library has no layout of number ${code}`),
  memoryFormat: (code: number, fail: Fail): number =>
    memoryFormatOfCode(code)?.code ?? fail(`this library has no memory format of number ${code}`),
  device: ({ type, index }: DeviceRef, fail: Fail): string => {
    if (!/^[a-z]+$/.test(type) || !(index === null || Number(index) >= 0))
      return fail(`${type}:${index} is not a device`);
    return (index === null ? new Device(type) : new Device(type, Number(index))).toString();
  },
};
