import { readText } from './archive';

/** A project that a wheel needs, and in which versions. */
export interface Pin {
  readonly project: string;
  /** `==9.24.0.43`, `==13.1.1.3.*`, `<14,>=13.0.88` */
  readonly specifier: string;
  /** Parts of a bundle such as `cuda-toolkit`, whose own metadata names a project for each. */
  readonly extras: readonly string[];
}

/** Gets one wheel for each pin, in the same order. */
export type FetchPins = (pins: readonly Pin[]) => Promise<readonly string[]>;

/**
 * The wheels that hold NVIDIA's libraries for a CUDA wheel of torch. What only Python needs (triton, the bindings) is
 * left out, and so a torch can be used whose other requirements cannot be met.
 */
export async function fetchNvidia(torchWheel: string, fetchPins: FetchPins): Promise<readonly string[]> {
  const direct = await readPins(torchWheel, []);
  const bundles = direct.filter(({ project }) => project === 'cuda-toolkit');
  const pins = direct.filter(({ project }) => project.startsWith('nvidia-'));
  for (const [i, wheel] of (await fetchPins(bundles)).entries()) {
    pins.push(...(await readPins(wheel, bundles[i]?.extras ?? [])));
  }
  const projects = new Map(pins.map((pin) => [pin.project, pin])); // two parts of a bundle may need the same one
  return fetchPins([...projects.values()]);
}

async function readPins(wheel: string, extras: readonly string[]): Promise<Pin[]> {
  const metadata = await readText(wheel, (name) => /^[^/]+\.dist-info\/METADATA$/.test(name));
  return parsePins(metadata ?? '', extras);
}

/** The requirements of NVIDIA's projects that hold on this platform with these extras. */
export function parsePins(metadata: string, extras: readonly string[], platform = process.platform): Pin[] {
  const pins: Pin[] = [];
  for (const [, text = '', marker = ''] of metadata.matchAll(/^Requires-Dist:\s*([^;\n]+)(?:;(.*))?$/gm)) {
    const [, project, parts = '', specifier = ''] = /^([\w.-]+)\s*(?:\[([^\]]*)\])?\s*\(?([^()]*)/.exec(text) ?? [];
    if (project === undefined || !holds(marker, extras, platform)) continue;
    if (!/^(nvidia-|cuda-toolkit$)/.test(project)) continue;
    pins.push({
      project,
      specifier: specifier.replaceAll(' ', ''),
      extras: parts
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    });
  }
  return pins;
}

const SYSTEMS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['Linux', 'linux'],
  win32: ['Windows', 'win32'],
  darwin: ['Darwin', 'darwin'],
};

/** Understands the two kinds of condition that matter here: the platform, and the extra. */
function holds(marker: string, extras: readonly string[], platform: NodeJS.Platform): boolean {
  const named = (pattern: RegExp) => [...marker.matchAll(pattern)].map(([, value]) => value ?? '');
  const systems = named(/(?:platform_system|sys_platform)\s*==\s*["'](\w+)["']/g);
  const wanted = named(/extra\s*==\s*["']([\w.-]+)["']/g);
  const systemFits = systems.length === 0 || systems.some((system) => SYSTEMS[platform]?.includes(system));
  return systemFits && (wanted.length === 0 || wanted.some((extra) => extras.includes(extra)));
}
