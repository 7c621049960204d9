import type { Scenario } from '../../shared/scenario/schema.ts';
import { hampshireIsleOfWight } from './hampshire-isle-of-wight-2016.ts';
import { norfolkWaveney } from './norfolk-waveney-2016.ts';
import { sample } from './sample.ts';
import { westYorkshireHarrogate } from './west-yorkshire-harrogate-2016.ts';
import { workedExampleA } from './worked-example-a.ts';
import { workedExampleB } from './worked-example-b.ts';

/** Every scenario that comes with the product, by the name of its file in scenarios/. */
export const SHIPPED: Readonly<Record<string, () => Scenario>> = {
  'sample.footing': sample,
  'worked-example-a.footing': workedExampleA,
  'worked-example-b.footing': workedExampleB,
  'hampshire-isle-of-wight-2016.footing': hampshireIsleOfWight,
  'norfolk-waveney-2016.footing': norfolkWaveney,
  'west-yorkshire-harrogate-2016.footing': westYorkshireHarrogate,
};
