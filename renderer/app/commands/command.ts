export const COMMAND_GROUPS = ['Go to', 'Scenario', 'Grid', 'Library', 'File', 'View', 'Help'] as const;

/** One thing that a person can do: the palette, the shortcut sheet, the keys and the menu of the shell all come from this list. */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly group: (typeof COMMAND_GROUPS)[number];
  /** Keys as "Mod+1"; Mod is Ctrl, or Command on a Mac. */
  readonly keys?: string;
  /** Keys that do the same on some machines and are not printed. */
  readonly otherKeys?: readonly string[];
  /** The keys hold only where the focus is inside the element with this id. */
  readonly inside?: string;
  /** Keys that a part of the page takes itself while it has the focus: printed, and listened for nowhere else. */
  readonly keysInside?: string;
  /** In a field these keys belong to the text that is typed there. */
  readonly yieldsToFields?: boolean;
  /** Other words that people look for it by. */
  readonly synonyms?: string;
  readonly isAvailable: () => boolean;
  readonly run: () => void;
};
