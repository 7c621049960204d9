import { isMainThread } from 'node:worker_threads';

/* node --import end-with-parent.ts: a program that a test started ends when the test does, however that ended. */

if (isMainThread) {
  process.stdin.once('end', () => process.exit(1));
  process.stdin.once('error', () => process.exit(1));
  process.stdin.resume();
  // Listening for the end is no reason to go on.
  process.stdin.unref();
}
