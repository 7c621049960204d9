/** Types of organisation (model-spec §2). The type decides the regime, and the regime the balance rule. */
export const ORGANISATION_TYPES = [
  'CCG',
  'NHSE_SPEC',
  'NHSE_DIRECT',
  'ACUTE',
  'COMMUNITY',
  'MENTAL_HEALTH',
  'AMBULANCE',
  'INTEGRATED',
  'COUNCIL',
  'COUNCIL_ASC',
  'COUNCIL_PH',
] as const;
export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

export type Regime = 'NHS_COMMISSIONER' | 'NHS_PROVIDER' | 'COUNCIL';
const COMMISSIONERS: ReadonlySet<string> = new Set(['CCG', 'NHSE_SPEC', 'NHSE_DIRECT']);

/** The regime whose balance rule an organisation stands under (model-spec §2). */
export function regimeOf(type: OrganisationType): Regime {
  if (type.startsWith('COUNCIL')) return 'COUNCIL';
  return COMMISSIONERS.has(type) ? 'NHS_COMMISSIONER' : 'NHS_PROVIDER';
}

export const SETTINGS = ['ACUTE', 'COMMUNITY', 'PRIMARY', 'MENTAL_HEALTH', 'SOCIAL_CARE', 'PREVENTION', 'SPECIALISED', 'OTHER'] as const;
export type Setting = (typeof SETTINGS)[number];

export const INCOME_CATEGORIES = [
  'ALLOCATION',
  'EXTERNAL_CONTRACT',
  'COUNCIL_TAX',
  'ASC_PRECEPT',
  'GRANT',
  'IBCF',
  'CLIENT_CONTRIBUTION',
  'STF_PSF',
  'DONATED',
  'OTHER',
] as const;
const COST_TYPES = [
  'PAY',
  'AGENCY',
  'DRUGS',
  'CNST',
  'NON_PAY',
  'CAPITAL_CHARGES',
  'PURCHASED_CARE',
  'PRESCRIBING',
  'CHC',
  'CONTINGENCY',
] as const;
export const COST_CATEGORIES = [...COST_TYPES, 'OTHER'] as const;
export const LINE_CATEGORIES = [...INCOME_CATEGORIES, ...COST_TYPES] as const;

/** Cost types that an organisation can influence: the base of a savings percentage (model-spec §3.8, §19 (7)). */
export const INFLUENCEABLE: ReadonlySet<string> = new Set(['PAY', 'AGENCY', 'DRUGS', 'NON_PAY']);

export const CONTRACT_TYPES = ['PBR', 'BLOCK', 'BLENDED', 'POOL', 'S256_S76'] as const;
export const SAVINGS_CATEGORIES = [
  'PROVIDER_PRODUCTIVITY',
  'CARTER',
  'WORKFORCE_AGENCY',
  'RIGHTCARE_QIPP',
  'PRESCRIBING_CHC',
  'BACK_OFFICE',
  'ESTATES',
  'NEW_CARE_MODEL',
  'ASC_DEMAND',
  'PREVENTION',
  'INCOME',
  'NON_RECURRENT',
  'UNIDENTIFIED',
] as const;
export type SavingsCategory = (typeof SAVINGS_CATEGORIES)[number];

export const MECHANISMS = ['CASH_EXTERNAL', 'CONTRACT_REDUCTION', 'INCOME_EXTERNAL', 'TRANSFER'] as const;
export type Mechanism = (typeof MECHANISMS)[number];
export const RAMP_SHAPES = ['LINEAR', 'S_CURVE', 'STEP'] as const;
export type RampShape = (typeof RAMP_SHAPES)[number];
export const DELIVERY_RATINGS = ['BLUE', 'GREEN', 'AMBER_GREEN', 'AMBER', 'AMBER_RED', 'RED'] as const;
export const EVIDENCE_GRADES = ['MOST_POSITIVE', 'EMERGING_POSITIVE', 'MIXED', 'MAY_RAISE_COST'] as const;

export const CAPITAL_SOURCES = [
  'STP_PDC',
  'OTHER_PDC',
  'LOAN',
  'LAND_RECEIPT',
  'INTERNAL_CASH',
  'DONATED_GRANT',
  'PFI_LEASE',
  'COUNCIL_BORROWING',
  'COUNCIL_CAPITAL_GRANT',
] as const;
export type CapitalSource = (typeof CAPITAL_SOURCES)[number];
/** Sources that only an NHS body may use, and those only a council may use; the rest serve both (model-spec §6.5, rule E9). */
export const NHS_ONLY_SOURCES: ReadonlySet<string> = new Set(['STP_PDC', 'OTHER_PDC', 'LOAN']);
export const COUNCIL_ONLY_SOURCES: ReadonlySet<string> = new Set(['COUNCIL_BORROWING', 'COUNCIL_CAPITAL_GRANT']);
export const ASSET_CLASSES = ['BUILDING', 'EQUIPMENT', 'ICT', 'LAND', 'OTHER'] as const;
export type AssetClass = (typeof ASSET_CLASSES)[number];

const LABELS: Readonly<Record<string, string>> = {
  PROVIDER_PRODUCTIVITY: 'Provider productivity',
  CARTER: 'Carter efficiency',
  WORKFORCE_AGENCY: 'Workforce and agency',
  RIGHTCARE_QIPP: 'RightCare and QIPP',
  PRESCRIBING_CHC: 'Prescribing and CHC',
  BACK_OFFICE: 'Back office',
  ESTATES: 'Estates',
  NEW_CARE_MODEL: 'New care models',
  ASC_DEMAND: 'Demand management (adult social care)',
  PREVENTION: 'Prevention',
  INCOME: 'Income',
  NON_RECURRENT: 'Non-recurrent',
  UNIDENTIFIED: 'Unidentified savings',
  STP_PDC: 'STP capital (PDC)',
  OTHER_PDC: 'Other PDC',
  LOAN: 'Loan',
  LAND_RECEIPT: 'Land receipts',
  INTERNAL_CASH: 'Internal cash',
  DONATED_GRANT: 'Donations and grants',
  PFI_LEASE: 'PFI or lease',
  COUNCIL_BORROWING: 'Council borrowing',
  COUNCIL_CAPITAL_GRANT: 'Council capital grant',
  CCG: 'CCG',
  NHSE_SPEC: 'NHS England (specialised)',
  NHSE_DIRECT: 'NHS England (direct)',
  ACUTE: 'Acute',
  COMMUNITY: 'Community',
  MENTAL_HEALTH: 'Mental health',
  AMBULANCE: 'Ambulance',
  INTEGRATED: 'Integrated',
  COUNCIL: 'Council',
  COUNCIL_ASC: 'Council (adult social care)',
  COUNCIL_PH: 'Council (public health)',
  STF_PSF: 'STF or PSF',
  CNST: 'CNST',
  CHC: 'CHC',
  ICT: 'ICT',
  IBCF: 'iBCF',
  ASC_PRECEPT: 'Adult social care precept',
  PBR: 'Payment by results',
  S256_S76: 'Section 256 or 76',
};

/** The words that stand for a code of this file on screen and in papers; other codes read as their own words in lower case. */
export function labelOf(code: string): string {
  const known = LABELS[code];
  if (known !== undefined) return known;
  const words = code.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
