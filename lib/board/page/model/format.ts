/** How figures, times and sizes are written. */

/** A figure in a few digits; `–` is none, `NaN` is one that is not finite. */
export function figure(value: number | null | undefined, digits = 4): string {
  if (value === undefined) return '–';
  if (value === null) return 'NaN';
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-4 || size >= 1e6)) {
    return Number(value.toPrecision(digits - 1))
      .toExponential()
      .replace('e+', 'e');
  }
  return String(Number(value.toPrecision(size >= 1000 ? Math.max(digits, 6) : digits)));
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

export function bytes(value: number | null | undefined, digits = 3): string {
  if (value == null) return '–';
  let [size, unit] = [value, 0];
  while (Math.abs(size) >= 1000 && unit < UNITS.length - 1) [size, unit] = [size / 1000, unit + 1];
  return `${Number(size.toPrecision(Math.max(digits, 3)))} ${UNITS[unit] ?? ''}`;
}

/** A length of time in its two largest units. */
export function duration(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms) || ms < 0) return '–';
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** A short length of time, for the marks of an axis. */
export function shortDuration(seconds: number): string {
  if (seconds === 0) return '0';
  if (Math.abs(seconds) < 60) return `${Number(seconds.toPrecision(3))} s`;
  if (Math.abs(seconds) < 7200) return `${Number((seconds / 60).toPrecision(3))} min`;
  return Math.abs(seconds) < 172_800
    ? `${Number((seconds / 3600).toPrecision(3))} h`
    : `${Number((seconds / 86_400).toPrecision(3))} d`;
}

/** How long ago something was. */
export function ago(time: number | null, now: number): string {
  if (time === null) return '';
  const seconds = Math.max(0, (now - time) / 1000);
  if (seconds < 10) return 'now';
  if (seconds < 60) return `${Math.floor(seconds)} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  const days = Math.floor(seconds / 86_400);
  return days < 365 ? `${days} d ago` : `${Math.floor(days / 365)} y ago`;
}

/** A date and time, to the minute. */
export function moment(time: number | null): string {
  return time === null ? '–' : new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

export const setting = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'number' ? figure(value, 6) : String(value);
