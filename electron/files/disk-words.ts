import { basename, dirname } from 'node:path';
import type { Refusal } from '../../shared/contract/records.ts';
import { errnoOf } from './file-stamp.ts';
import { ReadBackDiffers } from './write-whole.ts';

type Words = { readonly what: string; readonly wayOut: string };

const NO_RIGHT: Words = { what: 'you may not write there', wayOut: 'Save it in a folder of your own, such as Documents.' };
const FULL: Words = { what: 'the disk is full', wayOut: 'Make room, or save it on another disk.' };
const DEVICE: Words = {
  what: 'the disk or the network drive did not answer',
  wayOut: 'See that it is connected and try again, or save it on another disk.',
};
const NAME: Words = {
  what: 'the name or the path is too long for this disk',
  wayOut: 'Choose a shorter name, or a folder nearer the top.',
};

const SAVING: Readonly<Record<string, Words>> = {
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: { what: 'the folder is read-only', wayOut: NO_RIGHT.wayOut },
  ENOSPC: FULL,
  EDQUOT: { what: 'your share of the disk is used up', wayOut: FULL.wayOut },
  EFBIG: FULL,
  ENAMETOOLONG: NAME,
  EINVAL: { what: 'the disk does not allow this name', wayOut: 'Choose a name of letters and digits.' },
  ENOENT: { what: 'the folder is not there any more', wayOut: 'Choose another folder.' },
  ENOTDIR: { what: 'the folder is not there any more', wayOut: 'Choose another folder.' },
  EISDIR: { what: 'there is a folder of this name', wayOut: 'Choose another name.' },
  EEXIST: { what: 'a file of this name has come there meanwhile', wayOut: 'Do it again: you are asked about that file.' },
  EBUSY: { what: 'another program has the file open', wayOut: 'Close it there and save again.' },
  ETXTBSY: { what: 'another program has the file open', wayOut: 'Close it there and save again.' },
  EIO: DEVICE,
  ENXIO: DEVICE,
  ESTALE: DEVICE,
  ETIMEDOUT: DEVICE,
  EHOSTDOWN: DEVICE,
};

const OPENING: Readonly<Record<string, Words>> = {
  EACCES: { what: 'you may not read it', wayOut: 'Ask who owns the file for the right to read it, or for a copy.' },
  EPERM: { what: 'you may not read it', wayOut: 'Ask who owns the file for the right to read it, or for a copy.' },
  ENOENT: { what: 'it is not there any more', wayOut: 'Find it with Open, or ask the sender for a fresh copy.' },
  ENOTDIR: { what: 'it is not there any more', wayOut: 'Find it with Open, or ask the sender for a fresh copy.' },
  EISDIR: { what: 'it is a folder', wayOut: 'Open a file that ends in .footing.' },
  EBUSY: { what: 'another program has it open', wayOut: 'Close it there and open it again.' },
  ENAMETOOLONG: { what: 'its name or path is too long', wayOut: 'Move it to a folder nearer the top.' },
  EIO: { ...DEVICE, wayOut: 'See that it is connected and try again.' },
  ENXIO: { ...DEVICE, wayOut: 'See that it is connected and try again.' },
  ESTALE: { ...DEVICE, wayOut: 'See that it is connected and try again.' },
  ETIMEDOUT: { ...DEVICE, wayOut: 'See that it is connected and try again.' },
  ELOOP: { what: 'it is a link that leads in a circle', wayOut: 'Open the file itself.' },
};

/** Why a file was not saved: what happened, where, that nothing is lost, and the way out. Throws on what is no error of a disk. */
export function savingRefused(path: string, error: unknown): Refusal {
  const { what, wayOut } = error instanceof ReadBackDiffers ? FAULTY_DISK : wordsFor(SAVING, error);
  const text = `${basename(path)} was not saved in ${dirname(path)}, because ${what}. What was there is unchanged, and your work is safe in the library. ${wayOut}`;
  return { title: 'The file was not saved', text, details: detailsOf(error) };
}

/** Why a file was not opened. */
export function openingRefused(path: string, error: unknown): Refusal {
  const { what, wayOut } = wordsFor(OPENING, error);
  const text = `${basename(path)} in ${dirname(path)} was not opened, because ${what}. Nothing was changed. ${wayOut}`;
  return { title: 'The file was not opened', text, details: detailsOf(error) };
}

const FAULTY_DISK: Words = {
  what: 'what the disk gave back is not what was written to it',
  wayOut: 'Save it on another disk, and have this one looked at.',
};

function wordsFor(known: Readonly<Record<string, Words>>, error: unknown): Words {
  const code = errnoOf(error);
  if (code === undefined) throw error;
  return known[code] ?? { what: 'the disk refused', wayOut: 'Try again, or use another folder.' };
}

/** The code tells whoever helps with the machine more than the words do. */
function detailsOf(error: unknown): string[] {
  const code = errnoOf(error);
  return code === undefined ? [] : [`Error code: ${code}`];
}
