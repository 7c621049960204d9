/** The file of the page's bundle that a request asks for, as a path below the bundle with forward slashes; or why none is given. */
export type BundleRequest =
  | { readonly kind: 'file'; readonly path: string; readonly contentType: string }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404; readonly reason: string };

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['woff2', 'font/woff2'],
  ['ttf', 'font/ttf'],
  ['wasm', 'application/wasm'],
]);

/** Letters that names in the bundle are made of. Anything else (a backslash, a colon, NUL, anything encoded) is no name of ours, so nothing is ever decoded. */
const PLAIN_NAME = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

/**
 * Resolves the address of a request to a file of the bundle. It works on the address as it was written, before anything has made `..` disappear, and lets
 * through plain names only, so that no encoding has to be thought of one by one.
 */
export function bundlePath(url: string, origin: string): BundleRequest {
  if (!url.startsWith(`${origin}/`)) return refused(403, 'another origin');
  const written = url.slice(origin.length + 1).replace(/[?#].*$/s, '');
  const path = written === '' ? 'index.html' : written;
  const names = path.split('/');
  if (!names.every((name) => PLAIN_NAME.test(name))) return refused(400, 'a name that no file of the bundle has');
  const contentType = CONTENT_TYPES.get(/\.([a-z0-9]+)$/.exec(path)?.[1] ?? '');
  return contentType === undefined ? refused(404, 'a kind of file that the bundle does not have') : { kind: 'file', path, contentType };
}

function refused(status: 400 | 403 | 404, reason: string): BundleRequest {
  return { kind: 'refused', status, reason };
}
