import type { WrittenScenario } from '../../shared/scenario/schema.ts';
import {
  EASTMERE_CCG,
  EASTMERE_COUNTY,
  EASTMERE_HOSPITALS,
  HARROWFEN_CCG,
  HARROWFEN_HOSPITAL,
  LODEWATER_CCG,
  LODEWATER_COUNCIL,
  REEDHOLM_TRUST,
} from './sample-bodies.ts';
import { poundsOf } from './written-inputs.ts';

/* The sample system: what its members pay each other in 2017/18, in £m. Each is the cost of one and the income of the other. */

type Flow = NonNullable<WrittenScenario['flows']>[number];
type Parties = { id: string; payer: string; payee: string; millions: string };

/** An acute contract at tariff: it grows with activity. */
const acuteContract = ({ id, payer, payee, millions }: Parties): Flow => ({
  id, name: 'Acute contract (payment by results)', payer, payee, setting: 'ACUTE', contractType: 'PBR', baseAmount: poundsOf(millions),
  volumeSeries: 'acuteVolume', priceSeries: 'tariff',
});

const block = ({ id, payer, payee, millions }: Parties, kind: Pick<Flow, 'name' | 'setting'>): Flow => ({
  id, ...kind, payer, payee, contractType: 'BLOCK', baseAmount: poundsOf(millions), priceSeries: 'tariff',
});

/** A block that grows with the population as well, which a block does only where it is agreed. */
const mentalHealth = (parties: Parties): Flow => ({
  ...block(parties, { name: 'Mental health contract (block)', setting: 'MENTAL_HEALTH' }),
  volumeSeries: 'demographic', elasticity: '1', note: 'Growth is agreed, so that spending on mental health keeps pace with the allocation.',
});
const community = (parties: Parties): Flow => block(parties, { name: 'Community contract (block)', setting: 'COMMUNITY' });

const betterCareFund = ({ id, payer, payee, millions }: Parties): Flow => ({
  id, name: 'Better Care Fund, section 75: part spent on social care', payer, payee, setting: 'SOCIAL_CARE', contractType: 'POOL', baseAmount: poundsOf(millions),
  priceSeries: 'betterCareFund',
});

const publicHealth = ({ id, payer, payee, millions }: Parties): Flow => ({
  id, name: 'Public health 0–19 service', payer, payee, setting: 'PREVENTION', contractType: 'BLOCK', baseAmount: poundsOf(millions),
  note: 'Paid from the public health grant, at the same cash amount each year.',
});

export const FLOWS: WrittenScenario['flows'] = [
  acuteContract({ id: 'eastmere-ccg-acute', payer: EASTMERE_CCG, payee: EASTMERE_HOSPITALS, millions: '276.3' }),
  acuteContract({ id: 'eastmere-ccg-harrowfen', payer: EASTMERE_CCG, payee: HARROWFEN_HOSPITAL, millions: '22.1' }),
  acuteContract({ id: 'lodewater-ccg-acute', payer: LODEWATER_CCG, payee: EASTMERE_HOSPITALS, millions: '156.8' }),
  acuteContract({ id: 'lodewater-ccg-harrowfen', payer: LODEWATER_CCG, payee: HARROWFEN_HOSPITAL, millions: '18.2' }),
  acuteContract({ id: 'harrowfen-ccg-eastmere', payer: HARROWFEN_CCG, payee: EASTMERE_HOSPITALS, millions: '41.9' }),
  acuteContract({ id: 'harrowfen-ccg-acute', payer: HARROWFEN_CCG, payee: HARROWFEN_HOSPITAL, millions: '121.1' }),
  mentalHealth({ id: 'eastmere-ccg-mental-health', payer: EASTMERE_CCG, payee: REEDHOLM_TRUST, millions: '61.2' }),
  mentalHealth({ id: 'lodewater-ccg-mental-health', payer: LODEWATER_CCG, payee: REEDHOLM_TRUST, millions: '46.1' }),
  mentalHealth({ id: 'harrowfen-ccg-mental-health', payer: HARROWFEN_CCG, payee: REEDHOLM_TRUST, millions: '39.1' }),
  community({ id: 'eastmere-ccg-community', payer: EASTMERE_CCG, payee: REEDHOLM_TRUST, millions: '47.6' }),
  community({ id: 'lodewater-ccg-community', payer: LODEWATER_CCG, payee: REEDHOLM_TRUST, millions: '38.9' }),
  community({ id: 'harrowfen-ccg-reedholm', payer: HARROWFEN_CCG, payee: REEDHOLM_TRUST, millions: '6.1' }),
  community({ id: 'harrowfen-ccg-community', payer: HARROWFEN_CCG, payee: HARROWFEN_HOSPITAL, millions: '36.8' }),
  betterCareFund({ id: 'eastmere-ccg-bcf', payer: EASTMERE_CCG, payee: EASTMERE_COUNTY, millions: '14.4' }),
  betterCareFund({ id: 'harrowfen-ccg-bcf', payer: HARROWFEN_CCG, payee: EASTMERE_COUNTY, millions: '9.1' }),
  betterCareFund({ id: 'lodewater-ccg-bcf', payer: LODEWATER_CCG, payee: LODEWATER_COUNCIL, millions: '10.5' }),
  publicHealth({ id: 'county-public-health', payer: EASTMERE_COUNTY, payee: REEDHOLM_TRUST, millions: '9.5' }),
  publicHealth({ id: 'lodewater-council-public-health', payer: LODEWATER_COUNCIL, payee: REEDHOLM_TRUST, millions: '4' }),
];
