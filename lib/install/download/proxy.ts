/**
 * The proxy for an address, or `undefined` for a direct connection. npm hands its own proxy settings to what it runs as
 * `npm_config_*`; the plain variables win.
 */
export function proxyFor(url: string, env: NodeJS.ProcessEnv): string | undefined {
  const first = (...names: string[]) => names.map((name) => env[name]).find((value) => value);
  const { protocol, hostname, port } = new URL(url);
  const exceptions = first('no_proxy', 'NO_PROXY', 'npm_config_noproxy') ?? '';
  if (isExcepted(hostname, port || (protocol === 'https:' ? '443' : '80'), exceptions)) return undefined;
  const proxy =
    protocol === 'https:'
      ? first('https_proxy', 'HTTPS_PROXY', 'npm_config_https_proxy', 'npm_config_proxy', 'all_proxy', 'ALL_PROXY')
      : first('http_proxy', 'HTTP_PROXY', 'npm_config_proxy', 'all_proxy', 'ALL_PROXY');
  if (proxy === undefined) return undefined;
  return proxy.includes('://') ? proxy : `http://${proxy}`;
}

/** `NO_PROXY`: `*`, or hosts, each with all below it, with or without a leading dot and a port. */
function isExcepted(hostname: string, port: string, exceptions: string): boolean {
  return exceptions
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((exception) => {
      if (exception === '*') return true;
      const [, host = '', onlyPort] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(exception.toLowerCase()) ?? [];
      if (onlyPort !== undefined && onlyPort !== port) return false;
      return hostname === host || hostname.endsWith(`.${host}`);
    });
}
