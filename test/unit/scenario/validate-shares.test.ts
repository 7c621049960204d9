import { describe, expect, test } from 'vitest';
import { problemsOf, textsOf, type Change } from '../../support/problems.ts';
import { item } from '../../support/small-scenario.ts';

const split =
  (first: string, second: string): Change =>
  (written) =>
    (item(written.savings, 'S7').benefitSplit = [
      { organisation: 'ACUTE', weight: first },
      { organisation: 'CCG', weight: second },
    ]);

describe('E1: shares that make the whole', () => {
  test('a benefit split that falls short', () => {
    expect(problemsOf('E1', split('0.6', '0.3'))).toEqual([
      {
        id: 'E1',
        path: 'savings.S7.benefitSplit',
        text: 'Shared back office (S7): the benefit split adds up to 90%. It must add up to 100%. Add 10%, or clear the split to give the whole to the owner.',
        severity: 'error',
        blocks: ['savings:S7'],
      },
    ]);
  });

  test('a benefit split that goes beyond', () => {
    expect(textsOf('E1', split('0.6', '0.425'))[0]).toContain('adds up to 102.5%. It must add up to 100%. Take 2.5% off');
  });

  test('the tolerance is 1e-9, itself included', () => {
    expect(problemsOf('E1', split('0.6', '0.400000001'))).toEqual([]);
    expect(problemsOf('E1', split('0.6', '0.399999999'))).toEqual([]);
    expect(problemsOf('E1', split('0.6', '0.4000000011'))).toHaveLength(1);
    expect(problemsOf('E1', split('0.6', '0.3999999989'))).toHaveLength(1);
  });

  test('no split gives the whole to the owner', () => {
    expect(problemsOf('E1', (written) => (item(written.savings, 'S7').benefitSplit = []))).toEqual([]);
  });

  test('a funding mix', () => {
    const problems = problemsOf('E1', (written) => (item(written.capital, 'C1').funding = [{ source: 'STP_PDC', share: '0.7' }]));
    expect(problems.map(({ path, text, blocks }) => [path, text, blocks])).toEqual([
      ['capital.C1.funding', 'Health hub (C1): the funding mix adds up to 70%. It must add up to 100%. Add 30%.', ['capital:C1']],
    ]);
  });

  test('no funding mix: needed as soon as something is spent', () => {
    expect(textsOf('E1', (written) => (item(written.capital, 'C1').funding = []))).toEqual([
      'Health hub (C1): the funding mix is empty. It must add up to 100%. Add 100%.',
    ]);
    const unspent: Change = (written) => {
      item(written.capital, 'C1').funding = [];
      item(written.capital, 'C1').baseCostByYear = { '2018/19': '0' };
    };
    expect(problemsOf('E1', unspent)).toEqual([]);
  });

  test('beneficiaries of prevention', () => {
    const problems = problemsOf(
      'E1',
      (written) => (item(written.prevention, 'P1').beneficiaries = [{ organisation: 'CCG', weight: '0.5' }]),
    );
    expect(problems.map(({ path, text, blocks }) => [path, text, blocks])).toEqual([
      [
        'prevention.P1.beneficiaries',
        'Falls prevention (P1): the split of the benefit between beneficiaries adds up to 50%. It must add up to 100%. Add 50%.',
        ['prevention:P1'],
      ],
    ]);
    expect(textsOf('E1', (written) => (item(written.prevention, 'P1').beneficiaries = []))[0]).toContain('is empty.');
  });

  test('gain and loss weights, each by itself', () => {
    const weights =
      (gainWeight: string, lossWeight: string): Change =>
      (written) =>
        (item(written.riskShares, 'R1').participants = [
          { organisation: 'CCG', gainWeight, lossWeight: '0.5' },
          { organisation: 'ACUTE', gainWeight: '0.4', lossWeight },
        ]);
    expect(problemsOf('E1', weights('0.6', '0.5'))).toEqual([]);
    expect(textsOf('E1', weights('0.5', '0.5'))).toEqual([
      'System risk share (R1): the sharing of a gain (gain weights) adds up to 90%. It must add up to 100%. Add 10%.',
    ]);
    expect(problemsOf('E1', weights('0.6', '0.6')).map(({ path, text, blocks }) => [path, text, blocks])).toEqual([
      [
        'riskShares.R1.participants',
        'System risk share (R1): the sharing of a loss (loss weights) adds up to 110%. It must add up to 100%. Take 10% off.',
        ['riskShares:R1'],
      ],
    ]);
  });

  test('finance and access share, with the tool default for the one left blank', () => {
    expect(problemsOf('E1', (written) => (item(written.support, 'PSF1').financeShare = '0.7'))).toEqual([]);
    const problems = problemsOf('E1', (written) => (item(written.support, 'PSF1').financeShare = '0.8'));
    expect(problems.map(({ path, text, blocks }) => [path, text, blocks])).toEqual([
      [
        'support.PSF1.financeShare',
        'Support (STF or PSF) of Vale Hospitals: the finance share with the access share adds up to 110%. It must add up to 100%. Take 10% off, or clear both for the tool default of 70% and 30%.',
        ['support:PSF1'],
      ],
    ]);
  });
});
