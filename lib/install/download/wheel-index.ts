import type { Flavour } from '../types';
import { InstallError } from './errors';
import type { Http } from './http';
import { compareReleases, satisfies } from './specifier';

/** PyTorch's own index; mirrors keep its folders. */
const DEFAULT_INDEX = 'https://download.pytorch.org/whl';

/** A file that an index offers. */
export interface WheelLink {
  readonly name: string;
  readonly url: string;
  readonly sha256: string;
}

export interface WheelTarget {
  readonly project: string;
  /** `==2.13.0` */
  readonly specifier: string;
  readonly flavour: Flavour;
  readonly platform?: NodeJS.Platform;
  readonly arch?: string;
}

/** `LIBTORCH_NODE_INDEX_URL`, else the official one. */
export function indexBase(env: NodeJS.ProcessEnv): string {
  return (env['LIBTORCH_NODE_INDEX_URL'] || DEFAULT_INDEX).replace(/\/+$/, '');
}

/** Finds the wheel for a target in the index `<base>/<flavour>/` (PEP 503). */
export async function findWheel(http: Http, base: string, target: WheelTarget): Promise<WheelLink> {
  const address = `${base}/${target.flavour}/${target.project}/`;
  const { text, url } = await http.page(address);
  const link = chooseWheel(parseIndex(text, url), target);
  if (!link) throw noWheel(address, target);
  return link;
}

/** The links of an index page that carry a sha256; those without one are not for us. */
export function parseIndex(html: string, page: string): readonly WheelLink[] {
  const links: WheelLink[] = [];
  for (const [, href] of html.matchAll(/<a\s[^>]*?href\s*=\s*["']([^"']+)["']/gi)) {
    const link = href === undefined ? undefined : parseLink(unescapeHtml(href), page);
    if (link) links.push(link);
  }
  return links;
}

function parseLink(href: string, page: string): WheelLink | undefined {
  const url = URL.canParse(href, page) ? new URL(href, page) : undefined;
  const sha256 = url && /^#sha256=([0-9a-f]{64})$/i.exec(url.hash)?.[1];
  if (!url || !sha256) return undefined;
  url.hash = '';
  const name = fileNameOf(url);
  if (name === undefined) return undefined;
  return { name, url: url.href, sha256: sha256.toLowerCase() };
}

/** The file's name; `undefined` for one that is wrongly escaped, or would lead out of the folder of downloads. */
function fileNameOf(url: URL): string | undefined {
  try {
    const name = decodeURIComponent(url.pathname.split('/').pop() ?? '');
    return /[/\\\0]/.test(name) ? undefined : name;
  } catch {
    return undefined;
  }
}

function unescapeHtml(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&#43;', '+').replaceAll('&quot;', '"');
}

/** Any Python's wheel will do, as libtorch is the same in all of them: the newest version, and the last name of those. */
function chooseWheel(links: readonly WheelLink[], target: WheelTarget): WheelLink | undefined {
  const platform = platformTag(target.platform ?? process.platform, target.arch ?? process.arch);
  const fitting = links.flatMap((link) => {
    const { project, version, tag } = parseName(link.name);
    return project === target.project && versionFits(version, target) && (tag === 'any' || platform.test(tag))
      ? [{ link, version }]
      : [];
  });
  const newestFirst = fitting.sort(
    (a, b) => compareReleases(b.version, a.version) || (a.link.name < b.link.name ? 1 : -1),
  );
  return newestFirst[0]?.link;
}

function parseName(name: string): { project: string; version: string; tag: string } {
  const parts = /^([^-]+)-([^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-([^-]+)\.whl$/.exec(name);
  const [, project = '', version = '', tag = ''] = parts ?? [];
  return { project: project.replaceAll('_', '-').toLowerCase(), version, tag };
}

/** macOS has one flavour only, and its wheels do not name it; nor do NVIDIA's. */
function versionFits(version: string, { specifier, flavour }: WheelTarget): boolean {
  const local = version.split('+')[1];
  return (local === undefined || local === flavour) && satisfies(version, specifier);
}

function platformTag(platform: NodeJS.Platform, arch: string): RegExp {
  if (platform === 'win32') return arch === 'arm64' ? /win_arm64$/ : /win_amd64$/;
  if (platform === 'darwin') return arch === 'arm64' ? /^macosx_.*_(arm64|universal2)$/ : /^macosx_.*_x86_64$/;
  return arch === 'arm64' ? /linux.*_aarch64$/ : /linux.*_x86_64$/;
}

function noWheel(page: string, { specifier, flavour }: WheelTarget): InstallError {
  return new InstallError(
    'ERR_INSTALL_NO_WHEEL',
    `${page} offers no wheel of version ${specifier.replace(/^==/, '')} (${flavour}) with a sha256 for ${process.platform} ${process.arch}.`,
    'Choose another version with --version, name a mirror in LIBTORCH_NODE_INDEX_URL, or use --from.',
  );
}
