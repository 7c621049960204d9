import fc from 'fast-check';

/**
 * Property tests draw the same cases in every run, so that a run says something about the code and not about luck.
 * `FOOTING_SEED=random npm run vitest` looks for new ones, `FOOTING_SEED=12345` runs those of a report again.
 */
const asked = process.env['FOOTING_SEED'];
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 20_180_401) });
