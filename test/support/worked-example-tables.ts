/* Worked example B of model-spec §14 as tables that somebody pastes into the editor: what each holds, in the order of its columns. */

const GROWTH = [
  ['Allocation growth', 'Rates', '2.03%', '2.16%', '3.8%'],
  ['Uplift of the tariff', 'Rates', '2%', '2%', '2.9%'],
  ['Efficiency of the tariff', 'Rates', '2%', '2%', '2%'],
  ['Wages', 'Rates', '1.6%', '1.6%', '2.9%'],
  ['Medicines', 'Rates', '3.6%', '4.1%', '4.1%'],
  ['Charges', 'Rates', '3.2%', '3.1%', '3.1%'],
  ['Goods', 'Rates', '2.1%', '1.9%', '2%'],
  ['Negligence', 'Rates', '8%', '8%', '8%'],
  ['People', 'Rates', '0.9%', '0.9%', '0.9%'],
  ['Need, acute', 'Rates', '1.3%', '1.3%', '1.3%'],
  ['Need, community', 'Rates', '0.6%', '0.6%', '0.6%'],
  ['Need, prescribing', 'Rates', '1.5%', '1.5%', '1.5%'],
  ['Need, other', 'Rates', '0.8%', '0.8%', '0.8%'],
  ['Tax and grants', 'Rates', '3%', '3%', '2.5%'],
  ['Client payments', 'Rates', '2%', '2%', '2%'],
  ['Care fund', 'Rates', '1.9%', '1.9%', '1.9%'],
  ['Care need', 'Rates', '2.8%', '2.8%', '2.8%'],
  ['Care price', 'Rates', '2.7%', '2.7%', '2.7%'],
];

/** Series that are made of others, whose parts are named one by one. */
export const MADE_SERIES = [
  { name: 'Price of the tariff', kind: 'Tariff', parts: ['Uplift of the tariff', 'Efficiency of the tariff'] },
  { name: 'Volume, acute', kind: 'Compound', parts: ['People', 'Need, acute'] },
  { name: 'Volume, community', kind: 'Compound', parts: ['People', 'Need, community'] },
  { name: 'Volume, prescribing', kind: 'Compound', parts: ['People', 'Need, prescribing'] },
  { name: 'Volume, other', kind: 'Compound', parts: ['People', 'Need, other'] },
] as const;

export const SERIES: readonly (readonly string[])[] = [...GROWTH, ...MADE_SERIES.map(({ name, kind }) => [name, kind])];

/** Name, kind, category, base year £m, price, volume, elasticity, three computed years, setting, organisation. */
const line = (name: string, [kind, category, amount, price, volume, follows, organisation]: readonly string[]): readonly string[] => [
  ...[name, kind ?? '', category ?? '', amount ?? '', price ?? '', volume ?? '', follows ?? '', '', '', '', '', organisation ?? ''],
];
const COST = 'Expenditure';

export const LINES: readonly (readonly string[])[] = [
  line('Allocation', ['Income', 'Allocation', '420', 'Allocation growth', '', '', 'Commissioner']),
  line('Prescribing', [COST, 'Prescribing', '52', 'Medicines', 'Volume, prescribing', '100%', 'Commissioner']),
  line('Other care', [COST, 'Purchased care', '79', 'Goods', 'Volume, other', '100%', 'Commissioner']),
  line('Specialised', ['Income', 'External contract', '75', 'Price of the tariff', 'Volume, acute', '100%', 'Acute trust']),
  line('Acute staff', [COST, 'Pay', '192', 'Wages', 'Volume, acute', '80%', 'Acute trust']),
  line('Acute drugs', [COST, 'Drugs', '26', 'Medicines', 'Volume, acute', '100%', 'Acute trust']),
  line('Acute CNST', [COST, 'CNST', '8', 'Negligence', '', '', 'Acute trust']),
  line('Acute non-pay', [COST, 'Non pay', '58', 'Goods', 'Volume, acute', '70%', 'Acute trust']),
  line('Acute charges', [COST, 'Capital charges', '14', 'Charges', '', '', 'Acute trust']),
  line('Community staff', [COST, 'Pay', '50', 'Wages', 'Volume, community', '80%', 'Community trust']),
  line('Community non-pay', [COST, 'Non pay', '14.5', 'Goods', 'Volume, community', '70%', 'Community trust']),
  line('Community charges', [COST, 'Capital charges', '1', 'Charges', '', '', 'Community trust']),
  line('Council tax and grants', ['Income', 'Council tax', '96', 'Tax and grants', '', '', 'Council']),
  line('Improved care fund', ['Income', 'iBCF', '5', '', '', '', 'Council']),
  line('Clients', ['Income', 'Client contribution', '18', 'Client payments', '', '', 'Council']),
  line('Packages', [COST, 'Purchased care', '112', 'Care price', 'Care need', '100%', 'Council']),
  line('Council staff', [COST, 'Pay', '18', 'Wages', '', '', 'Council']),
];

/** Name, payer, payee, payee's figure £m, payer's figure, mismatch, contract, price, volume, elasticity. */
export const FLOWS: readonly (readonly string[])[] = [
  ['Acute contract', 'Commissioner', 'Acute trust', '215', '', '', 'Payment by results', 'Price of the tariff', 'Volume, acute', '100%'],
  ['Community contract', 'Commissioner', 'Community trust', '62', '', '', 'Block', 'Price of the tariff'],
  ['Better Care Fund', 'Commissioner', 'Council', '14', '', '', 'Pool', 'Care fund'],
  ['Public health', 'Council', 'Community trust', '3', '', '', 'Block'],
];

/** Name, kind of profile, planned start, slip, mobilisation, computed start, ramp, three years. */
export const TIMING: readonly (readonly string[])[] = [
  ['Acute CIP', 'Programme', '', '', '', '', '', '2%', '2%', '2%'],
  ['Agency', 'Linear', 'Apr 2018', '', '', '', '24'],
  ['Length of stay', 'S curve', 'Oct 2018', '', '', '', '24'],
  ['Prescribing saving', 'S curve', 'Apr 2018', '', '', '', '30'],
  ['Community CIP', 'Programme', '', '', '', '', '', '2%', '2%', '2%'],
  ['Strengths-based care', 'Custom', '', '', '', '', '', '25%', '60%', '100%'],
  ['Back office', 'Linear', 'Apr 2019', '', '', '', '12'],
  ['Balance-sheet release', 'Non-recurrent', '', '', '', '', '', '0', '0', '1.5'],
  ['Planned care', 'Linear', 'Oct 2018', '', '', '', '18'],
];

/** Name, organisation, category, recurrent, cash, released, other member, valued at, pool. */
export const TERMS: readonly (readonly string[])[] = [
  ['Acute CIP', 'Acute trust', 'Provider productivity', '80%'],
  ['Agency', 'Acute trust', 'Workforce and agency', '', '', '', '', '', 'Ward pay'],
  ['Length of stay', 'Acute trust', 'Provider productivity', '', '', '', '', '', 'Ward pay'],
  ['Prescribing saving', 'Commissioner', 'RightCare and QIPP'],
  ['Community CIP', 'Community trust', 'Provider productivity', '75%'],
  ['Strengths-based care', 'Council', 'Demand management (adult social care)', '', '90%'],
  ['Back office', 'Acute trust', 'Back office'],
  ['Balance-sheet release', 'Commissioner', 'Non-recurrent'],
  ['Planned care', 'Commissioner', 'RightCare and QIPP', '', '', '35%', 'Acute trust', 'Tariff'],
];

/** What a scheme saves in a full year in £m, and how much of it is delivered, by name. */
export const CLAIMS: readonly { readonly name: string; readonly fullYear?: string; readonly delivery: string; readonly how?: string }[] = [
  { name: 'Acute CIP', delivery: '90%' },
  { name: 'Agency', fullYear: '4', delivery: '85%' },
  { name: 'Length of stay', fullYear: '5', delivery: '80%' },
  { name: 'Prescribing saving', fullYear: '8', delivery: '85%' },
  { name: 'Community CIP', delivery: '90%' },
  { name: 'Strengths-based care', fullYear: '10', delivery: '85%' },
  { name: 'Back office', fullYear: '3', delivery: '80%' },
  { name: 'Balance-sheet release', delivery: '100%' },
  { name: 'Planned care', fullYear: '6', delivery: '80%', how: 'Contract reduction' },
];

/** Name, owner, computed base, bias, mitigation, computed outturn, planned opening, slip, computed opening, rank. */
export const CAPITAL: readonly (readonly string[])[] = [
  ['Community hub', 'Community trust', '', '24%', '50%', '', 'Apr 2020', '6', '', '1'],
  ['Back-office systems', 'Acute trust', '', '10%', '0%', '', 'Apr 2019', '0', '', '2'],
];

/** Name, then base cost by year from the base year, £m. */
export const SPEND: readonly (readonly string[])[] = [
  ['Community hub', '', '3.6', '5.4'],
  ['Back-office systems', '', '1', '1'],
];

/** Name, activity, planned start, computed start, ramp, delivery, price, released, new cost. */
export const SHIFTS: readonly (readonly string[])[] = [
  ['To community teams', '1,500', 'Apr 2019', '', '12', '80%', '2,100', '540', '950'],
  ['To the hub', '2,000', 'Apr 2020', '', '6', '80%', '2,100', '540', '950'],
];

/** Name, from, to, commissioner, what moves, staff ahead, stay, occupancy, refilled, wards. */
export const PLACES: readonly (readonly string[])[] = [
  ['To community teams', 'Acute trust', 'Community trust', 'Commissioner', 'Inpatient spells', '2', '6', '92%', '', 'Acute wards'],
  ['To the hub', 'Acute trust', 'Community trust', 'Commissioner', 'Inpatient spells', '1', '6', '92%', '', 'Acute wards'],
];

/** Name, then the series of price, released cost and new cost. */
export const PRICES: readonly (readonly string[])[] = [
  ['To community teams', 'Price of the tariff', 'Goods', 'Wages'],
  ['To the hub', 'Price of the tariff', 'Goods', 'Wages'],
];
