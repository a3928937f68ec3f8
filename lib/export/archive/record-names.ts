/** Names of records in an archive, as torch.export.pt2_archive has them. */

export const FORMAT = 'archive_format';
export const FORMAT_VALUE = 'pt2';
export const VERSION = 'archive_version';
export const VERSION_VALUE = '0';
export const WEIGHTS = 'data/weights/';
export const CONSTANTS = 'data/constants/';
export const EXTRA = 'extra/';
export const WEIGHT_PREFIX = 'weight_';
export const CONSTANT_PREFIX = 'tensor_';

const MODEL = /^models\/(.+)\.json$/;

/** The name of the program that a record holds, or undefined. */
export function programIn(record: string): string | undefined {
  return MODEL.exec(record)?.[1];
}

export const modelRecord = (name: string): string => `models/${name}.json`;
export const weightsConfig = (name: string): string => `${WEIGHTS}${name}_weights_config.json`;
export const constantsConfig = (name: string): string => `${CONSTANTS}${name}_constants_config.json`;
export const sampleInputs = (name: string): string => `data/sample_inputs/${name}.pt`;
