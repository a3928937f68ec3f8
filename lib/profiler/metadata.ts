import { valueError } from '../errors';

/** A key as it may stand between the quotes of a JSON file. @internal */
export function jsonKey(key: string): string {
  return JSON.stringify(key).slice(1, -1);
}

/** Text that is put into a JSON file as it is. @internal */
export function checkJson(label: string, json: string): string {
  try {
    JSON.parse(json);
  } catch (cause) {
    throw valueError(`${label}: the value is no JSON`, { cause });
  }
  return json;
}
