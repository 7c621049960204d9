import { moneyInSentence } from '../../../shared/money/format.ts';
import { sum, ZERO } from '../../../shared/money/decimal.ts';
import { nounOf } from '../../../shared/scenario/labels.ts';
import { KINDS, TABLE_KINDS, type TableKind } from '../../../shared/tables/kinds.ts';
import { Icon } from '../../components/Icon.tsx';
import type { FromLibrary } from '../../state/document.ts';
import { useEntry } from '../../state/entry.ts';
import { openImport } from '../../state/importing.ts';
import type { Results } from '../../state/projection.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { canAddTo, listOf } from './new-item.ts';
import { addItem } from './row-actions.ts';
import type { Section, View } from './sections.ts';

type Part = { readonly open: FromLibrary; readonly results: Results; readonly unit: MoneyUnit };

function savingsWords({ results, unit }: Part): string {
  const { savings, frame } = results.projection;
  const outcomes = [...savings.schemes.values()];
  const said = (of: 'headline' | 'systemEffect'): string =>
    moneyInSentence(sum(outcomes.map((outcome) => outcome[of][frame.target] ?? ZERO)), { unit });
  return `${said('headline')} claimed, ${said('systemEffect')} counts`;
}

function capitalWords({ results, unit }: Part): string {
  const { plans } = results.projection.capital.funding;
  return `${moneyInSentence(sum([...plans.values()].map(({ total }) => total)), { unit })} with optimism bias`;
}

/** What a section comes to, beside its title: how many items, and what they are worth. */
function wordsOf(view: View, part: Part): string {
  if (view.list === null) return '';
  const count = listOf(part.open.scenario, view.list).length;
  const noun = SHORT[view.list] ?? nounOf(view.list);
  const counts = `${String(count)} ${count === 1 ? noun : pluralOf(noun)}`;
  if (count === 0) return counts;
  if (view.list === 'savings') return `${counts}, ${savingsWords(part)}`;
  return view.list === 'capital' ? `${counts}, ${capitalWords(part)}` : counts;
}

/** Nouns that the title of the section has said already. */
const SHORT: Readonly<Record<string, string>> = { savings: 'scheme', capital: 'scheme', prevention: 'scheme' };

/** Nouns of lists that are their own plural, or have the plural at another word. */
const PLURALS: Readonly<Record<string, string>> = {
  'growth series': 'growth series',
  reserves: 'reserves',
  'stranded-cost support': 'providers supported',
  'support (STF or PSF)': 'allocations',
  ownRecord: 'records',
  keptAssumption: 'questions kept',
};

function pluralOf(noun: string): string {
  return PLURALS[noun] ?? `${noun}s`;
}

function Views({ section, view }: { readonly section: Section; readonly view: View }) {
  const openSection = useEntry((state) => state.openSection);
  if (section.views.length < 2) return null;
  return (
    <span className="seg" role="group" aria-label={`Tables of ${section.title}`}>
      {section.views.map((each) => (
        <button
          key={each.id}
          type="button"
          className={each.id === view.id ? 'on' : ''}
          aria-pressed={each.id === view.id}
          onClick={() => {
            openSection(section.id, each.id);
          }}
        >
          {each.label}
        </button>
      ))}
    </span>
  );
}

function Add({ open, list }: { readonly open: FromLibrary; readonly list: string }) {
  const noun = nounOf(list);
  return (
    <button
      type="button"
      className="btn sm"
      aria-label={`Add: ${noun}`}
      title={`Add: ${noun} (Ctrl Enter in the table)`}
      onClick={() => {
        void addItem(open.scenario, list);
      }}
    >
      <Icon name="plus" small />
      Add
    </button>
  );
}

/** Brings a table of these in from a spreadsheet. */
function Import({ kind }: { readonly kind: TableKind }) {
  const { nouns } = KINDS[kind];
  return (
    <button
      type="button"
      className="btn sm"
      aria-label={`Import ${nouns}`}
      title={`Import ${nouns} from a pasted table or a CSV file`}
      onClick={() => {
        openImport(kind);
      }}
    >
      Import…
    </button>
  );
}

/** The head of a section: what it is, what it comes to, its tables, and the way to add to the one that is open. */
export function SectionHead({ section, view, ...part }: Part & { readonly section: Section; readonly view: View }) {
  const kind = TABLE_KINDS.find((each) => each === view.list);
  return (
    <header className="section-head">
      <h1 className="h1">{section.title}</h1>
      <span className="section-words sm t2" title={wordsOf(view, part)}>
        {wordsOf(view, part)}
      </span>
      <Views section={section} view={view} />
      {kind === undefined ? null : <Import kind={kind} />}
      {canAddTo(view.list) ? <Add open={part.open} list={view.list} /> : null}
    </header>
  );
}
