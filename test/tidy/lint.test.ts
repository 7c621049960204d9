import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './project.ts';

/** The project's own lint configuration, asked about files that exist only in these tests. */
let eslint: ESLint;

beforeAll(() => {
  const virtualFiles = ['shared/engine/probe.ts', 'shared/realism/probe.ts', 'cli/probe.ts'];
  eslint = new ESLint({
    cwd: root,
    overrideConfig: {
      languageOptions: { parserOptions: { projectService: { allowDefaultProject: virtualFiles, defaultProject: 'shared/tsconfig.json' } } },
      rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-unused-vars': 'off' },
    },
  });
});

const AMOUNTS = `
import { Decimal } from 'decimal.js';
const D = Decimal.clone({ precision: 34 });
const income: Decimal = new D('1');
const cost = new D('2');
declare const target: Decimal | undefined;
declare const amounts: Decimal[];
declare const year: number;
`;

async function rulesBroken({
  statement,
  filePath = 'shared/engine/probe.ts',
}: {
  statement: string;
  filePath?: string;
}): Promise<string[]> {
  const [result] = await eslint.lintText(`${AMOUNTS}${statement}\n`, { filePath });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? ['no result'];
}

describe('operators with a Decimal', () => {
  test.each([
    'income < cost',
    'income > 0',
    'income <= cost',
    '0 >= cost',
    'income === cost',
    'income !== cost',
    'target === income',
    "income + ' pounds'",
    'income + cost',
    'income - cost',
    'income * cost',
    'income / cost',
    '-income',
    '+income',
    'let sum = cost; sum += income',
    'let sum = cost; sum++',
    'switch (income) { case cost: break; default: }',
    'if (income) call(); function call() {}',
    'const text = income ? 1 : 2',
    'income && cost',
    '!income',
    'amounts.includes(income)',
    'function least<A extends Decimal>(a: A, b: A) { return a < b }',
  ])('%s is refused', async (statement) => {
    expect(await rulesBroken({ statement })).toContain('footing/decimal-operators');
  });

  test.each([
    'income.lt(cost)',
    'income.eq(cost)',
    'income.plus(cost).neg()',
    'target === undefined',
    'if (target) income.plus(target)',
    'target ?? income',
    'year + 1 < 3 && year === 2',
    'amounts.length > 0',
    '`${income.toFixed()} pounds`',
    'income.isZero() ? 1 : -1',
  ])('%s is accepted', async (statement) => {
    expect(await rulesBroken({ statement })).toEqual([]);
  });
});

describe('binary floats', () => {
  test.each(['income.toNumber()', 'Number(income)', 'target?.toNumber()', 'parseFloat(String(1)); Number(target)'])(
    '%s is refused in the engine and on the command line, allowed in the simulation',
    async (statement) => {
      expect(await rulesBroken({ statement })).toContain('footing/no-binary-float');
      expect(await rulesBroken({ statement, filePath: 'cli/probe.ts' })).toContain('footing/no-binary-float');
      expect(await rulesBroken({ statement, filePath: 'shared/realism/probe.ts' })).toEqual([]);
    },
  );

  test('a number of something that is no amount is accepted', async () => {
    expect(await rulesBroken({ statement: "Number('12') + year" })).toEqual([]);
  });
});

describe('purity of shared/', () => {
  test.each([
    ['Date.now()', 'no-restricted-globals'],
    ['process.exit()', 'no-restricted-globals'],
    ["console.log('x')", 'no-restricted-globals'],
    ['setTimeout(() => 1, 1)', 'no-restricted-globals'],
    ['new Intl.NumberFormat()', 'no-restricted-globals'],
    ['Math.random()', 'no-restricted-properties'],
    ['year.toLocaleString()', 'no-restricted-properties'],
    ['income.pow(2)', 'no-restricted-syntax'],
    ['year ** 2', 'no-restricted-syntax'],
  ])('%s is refused', async (statement, rule) => {
    expect(await rulesBroken({ statement })).toContain(rule);
  });

  test('a clock is allowed outside shared/, powers in the simulation', async () => {
    expect(await rulesBroken({ statement: 'Date.now()', filePath: 'cli/probe.ts' })).toEqual([]);
    expect(await rulesBroken({ statement: 'year ** 2', filePath: 'shared/realism/probe.ts' })).toEqual([]);
  });
});

describe('silencing', () => {
  test.each([
    ['const loose: any = year', '@typescript-eslint/no-explicit-any'],
    ['// @ts-ignore\nyear', '@typescript-eslint/ban-ts-comment'],
    ['target!.plus(income)', '@typescript-eslint/no-non-null-assertion'],
    ["const year2 = JSON.parse('1') as number", '@typescript-eslint/no-unsafe-type-assertion'],
  ])('%s is refused', async (statement, rule) => {
    expect(await rulesBroken({ statement })).toContain(rule);
  });

  test('a comment turns no rule off', async () => {
    const broken = await rulesBroken({ statement: '// eslint-disable-next-line footing/decimal-operators\nincome < cost' });
    expect(broken).toContain('footing/decimal-operators');
  });
});
