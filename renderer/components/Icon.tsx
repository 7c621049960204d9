import type { ReactNode } from 'react';

/* Small drawings of our own on a 16-pixel square; the words beside them carry the meaning, so they are hidden from screen readers. */
const DRAWINGS: Readonly<Record<string, ReactNode>> = {
  library: <path d="M3 3v10M6 3v10M9 3.4l2.6-.7 2.3 9.7-2.6.7z" />,
  board: <path d="M2.500 13.500h11M4 13V8M8 13V3.500M12 13V6" />,
  scenario: <path d="M2.500 3h11v10h-11zM2.500 6.300h11M2.500 9.600h11M6 3v10" />,
  realism: <path d="M1.500 12.500h13M2.500 12.500c2.800 0 3-8 5.500-8s2.700 8 5.500 8" />,
  export: <path d="M4 9v4.500h8V9M8 10V2.500M5 5.500l3-3 3 3" />,
  present: <path d="M2 3h12v8H2zM8 11v2.500M5.500 13.500h5" />,
  copy: <path d="M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  lock: <path d="M4 7.500h8v6H4zM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500" />,
  back: <path d="M10 3.500 5.500 8 10 12.500" />,
  left: <path d="M10 3.500 5.500 8 10 12.500" />,
  right: <path d="M6 3.500 10.500 8 6 12.500" />,
  undo: <path d="M6 3 3 6l3 3M3.500 6H10a3.500 3.500 0 0 1 0 7H7" />,
  redo: <path d="m10 3 3 3-3 3M12.500 6H6a3.500 3.500 0 0 0 0 7h3" />,
  find: <path d="M7 2.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9M10.500 10.500 14 14" />,
  tick: <path d="M3 8.500l3.200 3.200L13 4.800" />,
  cross: <path d="M4 4l8 8M12 4l-8 8" />,
  warn: <path d="M8 2.500 14.500 13.500h-13zM8 6.500v3.500M8 11.800v.2" />,
  clock: <path d="M8 2.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11M8 5v3.200l2 1.300" />,
  bin: <path d="M3 4.500h10M6 4.500V3h4v1.500M4.500 4.500l.6 9h5.800l.6-9M6.800 7v4M9.200 7v4" />,
  file: <path d="M4 2.500h5l3 3v8H4zM9 2.500v3h3" />,
  plus: <path d="M8 3v10M3 8h10" />,
  keys: <path d="M1.500 4.500h13v7h-13zM4 7h.01M7 7h.01M10 7h.01M12.500 7h.01M5 9.500h6" />,
  down: <path d="M3.500 6 8 10.500 12.500 6" />,
  up: <path d="M3.500 10 8 5.500 12.500 10" />,
  go: <path d="M2 8h8M7.500 5l3 3-3 3M13.500 3.500v9" />,
  more: <path d="M3.500 8h.01M8 8h.01M12.500 8h.01" />,
  shield: <path d="M8 2 13 4v4c0 3-2.200 5-5 6-2.800-1-5-3-5-6V4z" />,
};

export function Icon({ name, small }: { readonly name: string; readonly small?: boolean }) {
  return (
    <svg className={small === true ? 'i s' : 'i'} viewBox="0 0 16 16" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  );
}

/** The house mark: bars of a bridge over a double rule. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 18 18" aria-hidden="true">
      <g fill="currentColor">
        <rect x="3" y="2" width="4" height="2" />
        <rect x="6" y="5.500" width="6" height="2" />
        <rect x="9" y="9" width="6" height="2" />
        <rect x="3" y="13" width="12" height="1" />
        <rect x="3" y="15.500" width="12" height="1" />
      </g>
    </svg>
  );
}
