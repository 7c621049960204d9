const LONGEST = 60;

/** Letters and digits that every system takes in a file name; all else is a hyphen. */
function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, LONGEST).replace(/^-+|-+$/g, '');
}

/** The name of an exported file: scenario, exhibit, date. `madeAt` begins with the date: "worked-example-b-bridge-2026-11-21.svg". */
export function exportName(parts: { scenario: string; exhibit: string; madeAt: string; format: string }): string {
  const scenario = slug(parts.scenario);
  const date = slug(parts.madeAt.slice(0, 10));
  return `${[scenario === '' ? 'scenario' : scenario, parts.exhibit, date].filter((part) => part !== '').join('-')}.${parts.format}`;
}
