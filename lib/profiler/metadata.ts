import { valueError } from '../errors';

/** Text that is put into a JSON file as it is. @internal */
export function checkJson(label: string, json: string): string {
  try {
    JSON.parse(json);
  } catch (cause) {
    throw valueError(`${label}: the value is not JSON`, { cause });
  }
  return json;
}
