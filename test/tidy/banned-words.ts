import { lineOf, type SourceFile } from './project.ts';

interface Ban {
  pattern: RegExp;
  why: string;
}

const UNFINISHED = 'unfinished work: finish it or leave it out';
const MACHINE = 'a path of one machine: use a relative path or the system folder of temporary files';

const BANS: readonly Ban[] = [
  { pattern: /\b(TODO|FIXME|XXX|HACK|TBD|WIP)\b/g, why: UNFINISHED },
  { pattern: /coming soon|lorem ipsum|not (yet )?implemented/gi, why: UNFINISHED },
  { pattern: /(?<![\w.)-])\/(home|Users|root|tmp|work|mnt|opt|var\/folders)\/[\w.]/g, why: MACHINE },
  { pattern: /\b[A-Z]:\\{1,2}(Users|Documents|Temp)\b/g, why: MACHINE },
  { pattern: /registry\.(npmjs|yarnpkg|npmmirror)|npm\.pkg\.github|artifactory|jfrog|verdaccio/gi, why: 'the host of a package registry' },
];

/** In the page, `placeholder` is also the name of an attribute, a pseudo-element and a property of components. */
const PLACEHOLDER: Ban = { pattern: /\bplaceholder\b/gi, why: UNFINISHED };
const PLACEHOLDER_IN_PAGE: Ban = { pattern: /(?<![:.[-])\bplaceholder\b(?![-=:\]}),?])/gi, why: UNFINISHED };

/** Every banned word of a file, one sentence each. */
export function bannedWords({ path, text }: SourceFile): string[] {
  const inPage = /\.(tsx|css|html)$/.test(path);
  return [...BANS, inPage ? PLACEHOLDER_IN_PAGE : PLACEHOLDER].flatMap(({ pattern, why }) =>
    [...text.matchAll(pattern)].map((match) => `${path}:${String(lineOf(text, match.index))} "${match[0]}": ${why}`),
  );
}
