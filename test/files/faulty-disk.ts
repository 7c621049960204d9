import { nodeDisk, type Disk } from '../../electron/files/disk.ts';

/** An error as the file system gives it. */
export function errno(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: planted`), { code });
}

export type Planted = { readonly operation: string; readonly code: string };

/** A disk of which one operation, the first of its name and those after it, fails with a code. `open` of a new file and of a folder are told apart. */
export function faultyDisk({ operation, code }: Planted): Disk & { readonly used: Set<string> } {
  const used = new Set<string>();
  const guarded =
    <Given extends readonly unknown[], Result>(name: (...given: Given) => string, real: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      used.add(name(...given));
      if (name(...given) === operation) throw errno(code);
      return real(...given);
    };
  const plain = <Given extends readonly unknown[], Result>(name: string, real: (...given: Given) => Promise<Result>) =>
    guarded(() => name, real);
  const open = async (path: string, flags: string, mode?: number) => {
    const what = flags === 'r' ? 'openFolder' : 'openNew';
    used.add(what);
    if (what === operation) throw errno(code);
    const file = await nodeDisk.open(path, flags, mode);
    return Object.assign(file, {
      writeFile: plain('write', file.writeFile.bind(file)),
      sync: plain(flags === 'r' ? 'syncFolder' : 'sync', file.sync.bind(file)),
    });
  };
  return {
    ...nodeDisk,
    used,
    open: open as Disk['open'],
    chmod: plain('chmod', nodeDisk.chmod),
    link: plain('link', nodeDisk.link),
    rename: plain('rename', nodeDisk.rename),
    readFile: plain('readFile', nodeDisk.readFile) as Disk['readFile'],
    realpath: plain('realpath', nodeDisk.realpath) as Disk['realpath'],
    readdir: plain('readdir', nodeDisk.readdir) as unknown as Disk['readdir'],
    lstat: plain('lstat', nodeDisk.lstat) as Disk['lstat'],
  };
}
