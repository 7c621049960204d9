import type { Problem } from '../../../shared/scenario/problem.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import type { Draft } from '../../components/grid/drafts.ts';
import type { SectionId } from '../../state/entry.ts';
import { homeOf } from './sections.ts';

/** Something that somebody should look at: a rule of the model, or an entry that could not be read and is kept as it was typed. */
export type Trouble = {
  readonly key: string;
  readonly path: string;
  readonly section: SectionId;
  /** What must be put right before it counts, or what is worth a look. */
  readonly isError: boolean;
  readonly text: string;
};

/** The section in which a path is entered. */
export function sectionOfPath(path: string): SectionId {
  return homeOf(path.split('.')[0] ?? '').section;
}

/** All that is to be looked at: what was typed and not read first, then errors, then warnings, each in the order of the scenario. */
export function troublesOf(problems: readonly Problem[], drafts: Iterable<Draft>): readonly Trouble[] {
  const kept = [...drafts].map(({ path, where, text, message }): Trouble => ({
    key: `draft ${path}`,
    path,
    section: sectionOfPath(path),
    isError: true,
    text: `${where}: read as “${text}”. ${message} Kept as you typed it; the last good figure is used.`,
  }));
  const broken = problems.map(({ id, path, text, severity }, index): Trouble => ({
    key: `${id} ${path} ${String(index)}`,
    path,
    section: sectionOfPath(path),
    isError: severity === 'error',
    text,
  }));
  return [...kept, ...broken.filter(({ isError }) => isError), ...broken.filter(({ isError }) => !isError)];
}

/** The name of an item, for headings and questions. */
export function nameOfItem(scenario: Scenario, { list, key }: { list: string; key: string }): string {
  const held: unknown = Reflect.get(scenario, list);
  const items: readonly unknown[] = Array.isArray(held) ? held : [];
  const found = items.find((item) => typeof item === 'object' && item !== null && Reflect.get(item, 'id') === key);
  const name: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'name') : undefined;
  return typeof name === 'string' && name !== '' ? name : key;
}
