const LONGEST = 120;
/** What one of the three systems does not allow in a name. */
const FORBIDDEN = /[\p{Cc}<>:"/\\|?*]/gu;
const WINDOWS_DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name that Windows, macOS and Linux all allow: the scenario "Balanced plan: March" becomes "Balanced plan March.footing". */
export function fileNameFor(title: string, ending: 'footing' | 'csv' = 'footing'): string {
  const plain = title.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim();
  const short = [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/^\.+|[. ]+$/gu, '')
    .trim();
  const name = short === '' || WINDOWS_DEVICES.test(short) ? `scenario ${short}`.trim() : short;
  return `${name}.${ending}`;
}
