import type { Sheet } from '../../components/grid/sheet.ts';
import type { SectionId } from '../../state/entry.ts';
import { controlTotalsSheet, publishedSheet, reservesSheet, riskSharesSheet, supportSheet } from './sheets/agreements.ts';
import { explicitSheet, flowsSheet, linesSheet } from './sheets/baseline.ts';
import { capitalSheet, capitalTermsSheet, chargesSheet, envelopesSheet, headroomSheet, spendSheet } from './sheets/capital.ts';
import {
  byYearSheet,
  keptSheet,
  organisationsSheet,
  ownRecordSheet,
  scenarioSheet,
  settingsSheet,
  simulationSheet,
} from './sheets/footprint.ts';
import { deflatorSheet, seriesSheet } from './sheets/growth.ts';
import { preventionSheet } from './sheets/prevention.ts';
import { implementationSheet, pairsSheet, poolsSheet, programmesSheet } from './sheets/savings-others.ts';
import { schemeCostsSheet, schemesSheet, termsSheet, timingSheet } from './sheets/savings.ts';
import type { SheetContext } from './sheets/sheet-context.ts';
import { shiftPlacesSheet, shiftPricesSheet, shiftsSheet, staffSheet, strandedSheet, wardsSheet } from './sheets/shifts.ts';

/** One table of a section. `list` is the list that its rows are items of and that Ctrl+Enter adds to; none where rows are fixed. */
export type View = {
  readonly id: string;
  readonly label: string;
  readonly list: string | null;
  readonly sheet: (context: SheetContext) => Sheet;
};
export type Section = { readonly id: SectionId; readonly label: string; readonly title: string; readonly views: readonly View[] };

const view = (id: string, label: string, list: string | null, sheet: View['sheet']): View => ({ id, label, list, sheet });

/** The sections of the editor, in the order of the model; the first view of each is the one that it opens with. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'footprint',
    label: 'Footprint',
    title: 'Footprint',
    views: [
      view('organisations', 'Organisations', 'organisations', organisationsSheet),
      view('scenario', 'Scenario', null, scenarioSheet),
      view('byYear', 'Population', null, byYearSheet),
      view('settings', 'Settings', null, settingsSheet),
      view('simulation', 'Chances', null, simulationSheet),
      view('ownRecord', 'Own record', 'ownRecord', ownRecordSheet),
      view('kept', 'Kept', 'keptAssumptions', keptSheet),
    ],
  },
  {
    id: 'baseline',
    label: 'Baseline',
    title: 'Baseline',
    views: [view('lines', 'External lines', 'lines', linesSheet), view('flows', 'Flows between members', 'flows', flowsSheet)],
  },
  {
    id: 'growth',
    label: 'Growth',
    title: 'Growth and inflation',
    views: [
      view('series', 'Series', 'series', seriesSheet),
      view('explicit', 'Explicit amounts', null, (context) => explicitSheet(context, 'explicitByYear')),
      view('nonRecurrent', 'Non-recurrent', null, (context) => explicitSheet(context, 'nonRecurrentByYear')),
      view('deflator', 'Deflator', null, deflatorSheet),
    ],
  },
  {
    id: 'savings',
    label: 'Savings',
    title: 'Savings',
    views: [
      view('schemes', 'Schemes', 'savings', schemesSheet),
      view('timing', 'Timing', 'savings', timingSheet),
      view('terms', 'Terms', 'savings', termsSheet),
      view('costs', 'Costs', 'savings', schemeCostsSheet),
      view('pools', 'Pools', 'pools', poolsSheet),
      view('pairs', 'Pairs', 'declaredPairs', pairsSheet),
      view('programmes', 'Programmes', 'programmes', programmesSheet),
      view('implementation', 'Other', 'implementation', implementationSheet),
    ],
  },
  {
    id: 'capital',
    label: 'Capital',
    title: 'Capital',
    views: [
      view('schemes', 'Schemes', 'capital', capitalSheet),
      view('spend', 'Spend by year', 'capital', spendSheet),
      view('terms', 'Terms', 'capital', capitalTermsSheet),
      view('envelopes', 'Envelopes', 'capitalEnvelopes', envelopesSheet),
      view('headroom', 'Headroom', null, headroomSheet),
      view('charges', 'Charges', null, chargesSheet),
    ],
  },
  {
    id: 'shifts',
    label: 'Shifts',
    title: 'Shifts',
    views: [
      view('shifts', 'Main', 'shifts', shiftsSheet),
      view('places', 'Between whom', 'shifts', shiftPlacesSheet),
      view('prices', 'Prices', 'shifts', shiftPricesSheet),
      view('wards', 'Wards', 'stepGroups', wardsSheet),
      view('staff', 'Staff', null, staffSheet),
      view('stranded', 'Stranded', 'strandedSupport', strandedSheet),
    ],
  },
  { id: 'prevention', label: 'Prevention', title: 'Prevention', views: [view('schemes', 'Schemes', 'prevention', preventionSheet)] },
  {
    id: 'agreements',
    label: 'Risk share',
    title: 'Risk share, support and reserves',
    views: [
      view('riskShares', 'Risk share', 'riskShares', riskSharesSheet),
      view('support', 'Support', 'support', supportSheet),
      view('controlTotals', 'Control totals', 'controlTotals', controlTotalsSheet),
      view('reserves', 'Reserves', 'reserves', reservesSheet),
      view('published', 'Published', 'publishedFigures', publishedSheet),
    ],
  },
];

export function sectionOf(id: SectionId): Section {
  return SECTIONS.find((section) => section.id === id) ?? { id, label: '', title: '', views: [] };
}

/** The section in which the items of a list, or a part of the scenario, are entered first, and the view. */
export function homeOf(part: string): { readonly section: SectionId; readonly view: string } {
  for (const section of SECTIONS) {
    const found = section.views.find(({ id, list }) => list === part || (list === null && id === part));
    if (found !== undefined) return { section: section.id, view: found.id };
  }
  return { section: 'footprint', view: HOMES[part] ?? 'scenario' };
}

/** Parts of the scenario that are entered in a view of another name. */
const HOMES: Readonly<Record<string, string>> = { populationByYear: 'byYear', systemControlTotalByYear: 'byYear' };
