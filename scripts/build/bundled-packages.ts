import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export type Licensed = { readonly name: string; readonly version: string; readonly licence: string };

/** The packages whose code is in a bundle, by the paths of its modules. */
export function packagesIn(modulePaths: readonly string[]): string[] {
  const names = modulePaths.flatMap((path) => {
    const inner = path.replaceAll('\\', '/').split('/node_modules/').at(-1);
    const name = path.includes('node_modules') ? /^(@[^/]+\/[^/]+|[^/@][^/]*)/.exec(inner ?? '')?.[1] : undefined;
    return name === undefined ? [] : [name];
  });
  return [...new Set(names)].sort();
}

/** Name, version and licence of packages as installed. Fails on one that states no licence, because then it may not be passed on. */
export function licencesOf(names: readonly string[], root: string): Licensed[] {
  return names.map((name) => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    const version = textIn(manifest, 'version');
    const licence = textIn(manifest, 'license');
    if (version === undefined || licence === undefined) throw new TypeError(`The package ${name} states no version or no licence.`);
    return { name, version, licence };
  });
}

const LICENCE_FILE = /^(licen[cs]e|copying)([.-]|$)/i;

/** The licences of packages in full, one after another, as those licences ask of whoever passes the packages on. */
export function licenceTexts(packages: readonly Licensed[], root: string): string {
  const texts = packages.map(({ name, version, licence }) => {
    const place = join(root, 'node_modules', name);
    const file = readdirSync(place).find((each) => LICENCE_FILE.test(each));
    const text =
      file === undefined ? `Licence: ${licence}. The package holds no further text.` : readFileSync(join(place, file), 'utf8').trim();
    return `${name} ${version} (${licence})\n\n${text}\n`;
  });
  return texts.join(`\n${'-'.repeat(78)}\n\n`);
}

function textIn(holder: unknown, key: string): string | undefined {
  const held: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
  return typeof held === 'string' && held !== '' ? held : undefined;
}
