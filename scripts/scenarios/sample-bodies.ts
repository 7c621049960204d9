import { defaultSeries } from '../../shared/scenario/default-series.ts';
import type { WrittenScenario } from '../../shared/scenario/schema.ts';
import { overYears, poundsOf } from './written-inputs.ts';

/* The sample system: its eight bodies, and the rates by which their books grow. Nobody and no place of these names exists. */

export const SOURCE = 'Sample, fictitious';
export const YEARS = ['2018/19', '2019/20', '2020/21'] as const;
export const inEachYear = <T>(...written: readonly T[]) => overYears(YEARS, written);
export const millionsByYear = (...written: readonly string[]) => overYears(YEARS, written.map(poundsOf));

export const EASTMERE_CCG = 'EASTMERE-CCG';
export const LODEWATER_CCG = 'LODEWATER-CCG';
export const HARROWFEN_CCG = 'HARROWFEN-CCG';
export const EASTMERE_HOSPITALS = 'EASTMERE-HOSPITALS';
export const HARROWFEN_HOSPITAL = 'HARROWFEN-HOSPITAL';
export const REEDHOLM_TRUST = 'REEDHOLM-TRUST';
export const EASTMERE_COUNTY = 'EASTMERE-COUNTY';
export const LODEWATER_COUNCIL = 'LODEWATER-COUNCIL';

const FOR_STAFF_ALONE = 'For the workforce figures alone; no amount stands on it.';
/** A baseline that the body's own finance lead has signed, in £m, and the role that signed it. */
const signedOff = (millions: string, role: string) => ({ signedOffBaseline: { position: poundsOf(millions), role, date: '2018-05-18' } });
const averagePay = (pounds: string) => ({ averagePayPerWte: { value: pounds, note: FOR_STAFF_ALONE }, averagePaySeries: 'pay' });

export const ORGANISATIONS: WrittenScenario['organisations'] = [
  { id: EASTMERE_CCG, name: 'Eastmere CCG', type: 'CCG', ...signedOff('-2.6', 'Chief finance officer') },
  { id: LODEWATER_CCG, name: 'Lodewater CCG', type: 'CCG', ...signedOff('-2.1', 'Chief finance officer') },
  { id: HARROWFEN_CCG, name: 'Harrowfen CCG', type: 'CCG', ...signedOff('-1.8', 'Chief finance officer') },
  {
    id: EASTMERE_HOSPITALS, name: 'Eastmere Hospitals NHS Trust', type: 'ACUTE', ...averagePay('43500'),
    ...signedOff('-7.2', 'Director of finance'),
  },
  {
    id: HARROWFEN_HOSPITAL, name: 'Harrowfen Hospital NHS Foundation Trust', type: 'INTEGRATED', ...averagePay('41000'),
    ...signedOff('-4.6', 'Director of finance'), note: 'An acute hospital that also runs the community services around it.',
  },
  {
    id: REEDHOLM_TRUST, name: 'Reedholm Community and Mental Health NHS Trust', type: 'COMMUNITY', ...averagePay('38000'),
    ...signedOff('-0.3', 'Director of finance'),
  },
  { id: EASTMERE_COUNTY, name: 'Eastmere County Council', type: 'COUNCIL', ...signedOff('0', 'Chief finance officer (section 151)') },
  { id: LODEWATER_COUNCIL, name: 'Lodewater Council', type: 'COUNCIL', ...signedOff('0', 'Chief finance officer (section 151)'), note: 'A unitary council.' },
];

type Rates = { id: string; name: string; note: string };
const ownRates = ({ id, name, note }: Rates, ...rates: readonly string[]) => ({ id, name, note, kind: 'RATES' as const, rateByYear: inEachYear(...rates) });
const compound = (id: string, name: string, ...of: string[]) => ({ id, name, kind: 'COMPOUND' as const, of });

/** The default series with their published sources, and what this system adds of its own. */
export const SERIES: WrittenScenario['series'] = [
  ...defaultSeries(YEARS),
  ownRates(
    {
      id: 'acuteBesidesDemography', name: 'Acute activity, growth besides demography',
      note: 'The mix of this system: half emergency admissions at 1.16% (as experts see it), a quarter planned care, a fifth outpatients, the rest A&E at their default rates.',
    },
    '0.013', '0.013', '0.013',
  ),
  compound('acuteVolume', 'Acute volume', 'demographic', 'acuteBesidesDemography'),
  ownRates({ id: 'betterCareFund', name: 'Better Care Fund', note: 'The minimum contribution, as assumed in the plan.' }, '0.019', '0.019', '0.019'),
  ownRates({ id: 'councilTax', name: 'Council tax base and rate', note: 'Net of what general grant loses.' }, '0.024', '0.024', '0.022'),
  ownRates({ id: 'clientContributions', name: 'Client contributions', note: 'Pensions and fees, as assumed in the plan.' }, '0.024', '0.024', '0.024'),
];
