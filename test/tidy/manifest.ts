import { z } from 'zod';

const EXACT = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+$/;

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

/** Packages that package.json asks for, with the version as written. */
export function packagesOf(manifestText: string): Map<string, string> {
  const { dependencies, devDependencies } = manifestSchema.parse(JSON.parse(manifestText));
  return new Map([...Object.entries(dependencies), ...Object.entries(devDependencies)]);
}

/** Packages whose version is a range: another day would bring other code. */
export function unpinned(packages: ReadonlyMap<string, string>): string[] {
  return [...packages].filter(([, version]) => !EXACT.test(version)).map(([name, version]) => `${name} ${version}`);
}

/** Packages that no row of the table of reasons begins with. */
export function withoutReason({ packages, adr }: { packages: ReadonlyMap<string, string>; adr: string }): string[] {
  const rows = adr.split('\n').filter((line) => line.startsWith('|'));
  return [...packages.keys()].filter((name) => !rows.some((row) => row.split('|')[1]?.includes(`\`${name}\``) === true));
}
