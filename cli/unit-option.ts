import { MONEY_UNITS, type MoneyUnit } from '../shared/money/units.ts';
import { UsageError, type TypedCommand } from './arguments.ts';

/** Names without a pound sign, which not every keyboard and terminal has. */
const UNIT_NAMES: Readonly<Record<string, MoneyUnit>> = { m: '£m', '000': '£000', k: '£000', pounds: '£' };

/** The unit that was asked for, £m if none was. Throws UsageError. */
export function unitOf({ command, words }: TypedCommand): MoneyUnit {
  const written = words.get('--unit') ?? '£m';
  const unit = MONEY_UNITS.find((each) => each === written) ?? (Object.hasOwn(UNIT_NAMES, written) ? UNIT_NAMES[written] : undefined);
  if (unit !== undefined) return unit;
  throw new UsageError(`--unit: read "${written.slice(0, 60)}". Allowed: ${MONEY_UNITS.join(', ')}.`, command);
}
