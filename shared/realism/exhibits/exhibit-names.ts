import type { RealismExhibitId } from '../../outcomes/exhibits/exhibit.ts';

/** What the exhibits of realism are called in a list, which names them before they are worked out. */
export const REALISM_EXHIBIT_NAMES: Readonly<Record<RealismExhibitId, string>> = {
  'break-even': 'Break-even delivery',
  tornado: 'Tornado',
  'delivery-by-slip': 'Delivery and slip of capital',
  'release-by-growth': 'Release and growth of activity',
  concentration: 'Concentration and back-loading',
  probability: 'Chance of balance',
};
