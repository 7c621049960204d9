import { registerHooks } from 'node:module';

/* node --import electron-double-hook.ts MAIN: the bundle as built, with `electron` resolved to the double. */

const double = new URL('./electron-double.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context)),
});
