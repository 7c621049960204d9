import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { Results } from '../../state/projection.ts';

/** What a section of the board reads. */
export type BoardPart = { readonly results: Results; readonly unit: MoneyUnit };
