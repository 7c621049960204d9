import { execSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, '.github', 'workflows');

const stepSchema = z.strictObject({
  name: z.string().optional(),
  uses: z
    .string()
    .regex(/^[\w-]+\/[\w-]+@v\d+$/)
    .optional(),
  run: z.string().optional(),
  if: z.string().optional(),
  with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  env: z.record(z.string(), z.string()).optional(),
});
/** What of a workflow is used here; a key that is misspelt is none of these. */
const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.union([z.array(z.enum(['push', 'pull_request'])), z.record(z.enum(['push', 'workflow_dispatch']), z.unknown())]),
  permissions: z.strictObject({ contents: z.literal('read') }),
  jobs: z.record(
    z.string(),
    z.strictObject({
      strategy: z
        .strictObject({ 'fail-fast': z.boolean(), matrix: z.strictObject({ include: z.array(z.record(z.string(), z.string())) }) })
        .optional(),
      'runs-on': z.string(),
      'timeout-minutes': z.int().max(60),
      defaults: z.strictObject({ run: z.strictObject({ shell: z.literal('bash') }) }).optional(),
      steps: z
        .array(stepSchema.refine(({ uses, run }) => (uses === undefined) !== (run === undefined), 'a step either uses or runs'))
        .min(2),
    }),
  ),
});
type Workflow = z.infer<typeof workflowSchema>;

const read = (name: string): Workflow => workflowSchema.parse(parse(readFileSync(join(folder, name), 'utf8')));
const manifest = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const runsOf = ({ jobs }: Workflow): string[] => Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

test.each(readdirSync(folder))('%s has the form of a workflow, and its scripts are there', (name) => {
  const named = runsOf(read(name)).flatMap((run) => [...run.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? ''));
  expect(named.filter((script) => manifest.scripts[script] === undefined)).toEqual([]);
});

test.each(readdirSync(folder))('every value that %s takes from the matrix is there for every system', (name) => {
  const { jobs } = read(name);
  for (const job of Object.values(jobs)) {
    const used = [...JSON.stringify(job).matchAll(/\$\{\{ matrix\.(\w+) \}\}/g)].map((match) => match[1] ?? '');
    const systems = job.strategy?.matrix.include ?? [];
    expect(used.length === 0 || systems.length > 0).toBe(true);
    for (const system of systems) expect(used.filter((key) => system[key] === undefined)).toEqual([]);
  }
});

test('a release packs three systems, tries each in the real Electron, and says what is in it', () => {
  const release = read('release.yml');
  const job = release.jobs['package'];
  expect(job?.strategy?.matrix.include.map(({ name }) => name)).toEqual(['windows', 'macos', 'linux']);
  const runs = runsOf(release);
  const at = (words: string): number => runs.findIndex((run) => run.includes(words));
  const order = [
    'npm ci',
    'npm run check',
    'npm run package',
    'npm run smoke',
    'npm sbom --sbom-format cyclonedx',
    'npm run checksums',
  ].map(at);
  expect(order).not.toContain(-1);
  expect([...order].sort((one, other) => one - other)).toEqual(order);
  expect(job?.steps.at(-1)).toMatchObject({ uses: 'actions/upload-artifact@v4', with: { 'if-no-files-found': 'error' } });
});

test('the kinds of installers that are packed, uploaded and summed are the same', () => {
  const uploaded = read('release.yml').jobs['package']?.steps.at(-1)?.with?.['path'];
  const summed = readFileSync(join(root, 'scripts', 'checksums.ts'), 'utf8');
  for (const kind of ['exe', 'msi', 'dmg', 'zip', 'AppImage', 'deb']) {
    expect(String(uploaded)).toContain(`release/*.${kind}`);
    expect(summed).toContain(kind);
  }
});

test('the bill of materials can be made from the lock, and names what is shipped', () => {
  const command =
    runsOf(read('release.yml'))
      .find((run) => run.startsWith('npm sbom'))
      ?.replace(/ > .*$/, '') ?? '';
  const bill = z
    .object({ bomFormat: z.literal('CycloneDX'), components: z.array(z.object({ name: z.string(), version: z.string() })) })
    .parse(JSON.parse(execSync(command, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 50_000_000 })));
  expect(bill.components.map(({ name }) => name)).toEqual(expect.arrayContaining(['better-sqlite3', 'electron', 'zod', 'react']));
});
