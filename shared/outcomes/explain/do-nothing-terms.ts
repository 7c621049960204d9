import { ONE, ZERO, times, type Decimal } from '../../money/decimal.ts';
import { figure } from '../../engine/frame.ts';
import type { Line } from '../../scenario/schema.ts';
import { amountIn, type Context } from './context.ts';
import type { DraftTerm } from './draft.ts';
import { figureOfUse, usesEntered } from './input-uses.ts';

/** What the lines and flows of one organisation put into its do nothing: income and receipts up, costs and payments down. */
export function doNothingTerms(context: Context, organisation: string, year: number): DraftTerm[] {
  const { doNothing } = context.projection;
  const terms: DraftTerm[] = [];
  const add = (label: string, amount: Decimal, path: string): number => terms.push({ label, amount, path });
  for (const line of context.scenario.lines) {
    const amounts = doNothing.lines.get(line.id);
    if (amounts === undefined || line.organisation !== organisation) continue;
    const signed = (amount: Decimal): Decimal => (line.kind === 'INCOME' ? amount : amount.neg());
    add(line.name, signed(amountIn(amounts, year)), context.path(year, 'lines', line.id));
  }
  for (const flow of context.scenario.flows) {
    const amounts = doNothing.flows.get(flow.id);
    if (amounts === undefined || (flow.payer !== organisation && flow.payee !== organisation)) continue;
    const isPayer = flow.payer === organisation;
    const other = context.name(isPayer ? flow.payee : flow.payer);
    const amount = amountIn(amounts, year);
    add(
      `${flow.name}, ${isPayer ? 'paid to' : 'received from'} ${other}`,
      isPayer ? amount.neg() : amount,
      context.path(year, 'flows', flow.id),
    );
    if (isPayer)
      add(
        `${flow.name}, books not agreed`,
        amountIn(doNothing.mismatches.get(flow.id), year).neg(),
        context.path(year, 'flows', flow.id, 'mismatch'),
      );
  }
  return [...terms, ...entryTerms(context, organisation, year)];
}

/** Non-recurrent amounts entered for a year, line by line and flow by flow; of lines, those that `counts` names. */
function entryTerms(context: Context, organisation: string, year: number, counts: (line: Line) => boolean = () => true): DraftTerm[] {
  const { doNothing } = context.projection;
  const scope = usesEntered(context, [`organisations.${organisation}.inScopeShare`])[0];
  const scale = scope === undefined ? ONE : figureOfUse(scope);
  const terms: DraftTerm[] = [];
  for (const line of context.scenario.lines) {
    const once = line.nonRecurrentByYear[context.label(year)];
    if (once === undefined || line.organisation !== organisation || !doNothing.lines.has(line.id) || !counts(line)) continue;
    const amount = times(figure(once), scale);
    const path = context.path(year, 'lines', line.id, 'nonRecurrent');
    terms.push({ label: `${line.name}, non-recurrent`, amount: line.kind === 'INCOME' ? amount : amount.neg(), path });
  }
  for (const flow of context.scenario.flows) {
    const once = flow.nonRecurrentByYear[context.label(year)];
    if (once === undefined || !doNothing.flows.has(flow.id)) continue;
    const amount = (flow.payee === organisation ? figure(once) : ZERO).minus(flow.payer === organisation ? figure(once) : ZERO);
    if (flow.payee === organisation || flow.payer === organisation)
      terms.push({ label: `${flow.name}, non-recurrent`, amount, path: context.path(year, 'flows', flow.id, 'nonRecurrent') });
  }
  return terms;
}

/** What of an organisation's do nothing is not underlying: non-recurrent amounts, and STF or PSF unless it is counted as continuing (model-spec §3.5). */
export function nonRecurrentTerms(context: Context, organisation: string, year: number): DraftTerm[] {
  const { lines } = context.projection.doNothing;
  const isContinuing = context.scenario.settings.psfIsRecurrent;
  const support = context.scenario.lines.flatMap((line): DraftTerm[] => {
    const amounts = lines.get(line.id);
    if (line.category !== 'STF_PSF' || isContinuing || amounts === undefined || line.organisation !== organisation) return [];
    const amount = amountIn(amounts, year);
    return [{ label: line.name, amount: line.kind === 'INCOME' ? amount : amount.neg(), path: context.path(year, 'lines', line.id) }];
  });
  return [...support, ...entryTerms(context, organisation, year, (line) => line.category !== 'STF_PSF' || !isContinuing)];
}
