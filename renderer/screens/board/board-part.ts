import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import type { Results } from '../../state/projection.ts';

/** What a section of the board reads. `trial` is the throw-away copy that the figures are of, where levers were moved. */
export type BoardPart = { readonly results: Results; readonly unit: MoneyUnit; readonly trial: Scenario | undefined };
