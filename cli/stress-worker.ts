import { parentPort } from 'node:worker_threads';
import { blockOf, type DrawTask } from './drawing.ts';

/* A worker thread of `footing stress`: draws its stretch, hands the columns over and ends. */

parentPort?.once('message', (task: DrawTask) => {
  const block = blockOf(task);
  const buffers = block.columns.flatMap(({ reported, beforeSupport, underlying }) =>
    [...reported, ...beforeSupport, underlying].map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer),
  );
  parentPort?.postMessage(block, buffers);
});
