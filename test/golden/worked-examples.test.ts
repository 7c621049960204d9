import { describe, expect, test } from 'vitest';
import { figuresOfA } from './figures-of-a.ts';
import { figuresOfB } from './figures-of-b.ts';
import { figuresOfD } from './figures-of-d.ts';
import { GOLDEN, differences, pennyWrong } from './golden-text.ts';

/** Golden values of the simulation (example C), which hold within its tolerances: simulation.test.ts. */
const OF_THE_SIMULATION = ['C.rng', 'C.rho0.0', 'C.rho0.3', 'C.rho0.6', 'C.analytic_mean'];

const FIGURES = [...figuresOfA(), ...figuresOfB(), ...figuresOfD()];

describe('golden values of the worked examples', () => {
  test.each(FIGURES)('%s', (key, printed) => {
    expect(printed).toEqual(GOLDEN[key]);
  });

  test('each value of A, B and D is asserted exactly once, and the rest are listed by name', () => {
    const asserted = FIGURES.map(([key]) => key);
    expect(asserted.filter((key, index) => asserted.indexOf(key) !== index)).toEqual([]);
    expect([...asserted, ...OF_THE_SIMULATION].sort()).toEqual(Object.keys(GOLDEN).sort());
    expect(OF_THE_SIMULATION.filter((key) => /^[AB]\./.test(key))).toEqual([]);
  });

  test('there are 261 of them', () => {
    expect(Object.keys(GOLDEN)).toHaveLength(261);
    expect(FIGURES).toHaveLength(256);
  });

  test.each(FIGURES)('a penny more or less in %s is found', (key, printed) => {
    expect(differences(GOLDEN, FIGURES)).toEqual([]);
    const wrong = pennyWrong(GOLDEN, key);
    expect(wrong).toHaveLength(typeof printed === 'string' ? 1 : printed.length);
    for (const values of wrong) expect(differences(values, FIGURES)).toEqual([key]);
  });
});
