import '../app/without-eval.ts';
import { z } from 'zod';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { packed } from './decimals-between-threads.ts';
import { realismInSteps } from './realism-parts.ts';

/* The thread of the slow tests of realism. It takes one scenario, tells each step, and is ended from outside. */

const asked = z.custom<Scenario>((content) => typeof content === 'object' && content !== null);

addEventListener('message', (event: MessageEvent<unknown>) => {
  for (const step of realismInSteps(asked.parse(event.data))) postMessage(packed(step));
  postMessage(null);
});
