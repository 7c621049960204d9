import { yearsBetween } from '../../calendar/financial-year.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';

/** Which years a figure has: the projected ones, the base year as well, or none because it is one figure for the whole horizon. */
export type Span = 'projected' | 'every year' | 'once';

/** One figure of one object: how it is explained in a year, and why a year has none. */
export type Figure = {
  readonly span: Span;
  readonly draft: (year: number) => Draft;
  /** Why there is no figure in a year; undefined where there is one. It is asked for every path that is listed, so it must cost little. */
  readonly missing?: (year: number) => string | undefined;
  /** The last year index, where the figure goes on beyond the horizon. */
  readonly lastYear?: number;
};

/** Figures of one object by the part of the path that names them; '' where the id alone does. */
export type FigureMap = ReadonlyMap<string, Figure>;

/** Objects of one kind, whose figures have paths that begin alike: `schemes.S1.headline.2020/21`. */
export type Family = {
  /** The beginning of the path, before the id: "schemes", "shifts.groups", or '' where the id comes first. */
  readonly prefix: string;
  /** Ids in the order in which they are listed. */
  readonly ids: (context: Context) => readonly string[];
  /** Figures of one object; undefined where the projection has no such object. */
  readonly figuresOf: (context: Context, id: string) => FigureMap | undefined;
  /** The list of the scenario that the objects stand in, where one may be left out because of a problem. */
  readonly list?: string;
};

/** A figure of every projected year. */
export function projected(draft: Figure['draft'], missing?: Figure['missing']): Figure {
  return { span: 'projected', draft, ...(missing === undefined ? {} : { missing }) };
}

/** A figure of the base year and every projected year. */
export function everyYear(draft: Figure['draft'], missing?: Figure['missing']): Figure {
  return { span: 'every year', draft, ...(missing === undefined ? {} : { missing }) };
}

/** One figure for the whole horizon. */
export function once(draft: () => Draft): Figure {
  return { span: 'once', draft };
}

/** The path of a figure in a year; the year is not asked for where the figure has none. */
function pathOf(context: Context, parts: readonly string[], figure: Figure, year: number): string {
  const named = parts.filter((part) => part !== '');
  return figure.span === 'once' ? named.join('.') : context.path(year, ...named);
}

function yearsOf(context: Context, figure: Figure): readonly number[] {
  if (figure.span === 'once') return [0];
  const last = Math.max(context.frame.yearCount, figure.lastYear ?? 0);
  const years = Array.from({ length: last + 1 }, (_, year) => year);
  return (figure.span === 'projected' ? years.slice(1) : years).filter((year) => figure.missing?.(year) === undefined);
}

/** Every path of a family that has a figure. */
export function pathsOf(context: Context, family: Family): string[] {
  return family
    .ids(context)
    .flatMap((id) =>
      [...(family.figuresOf(context, id) ?? [])].flatMap(([name, figure]) =>
        yearsOf(context, figure).map((year) => pathOf(context, [family.prefix, id, name], figure, year)),
      ),
    );
}

/** What a path leads to within a family: a figure to be drafted, the reason why there is none, or nothing. */
export type Found = { readonly draft: () => Draft } | { readonly reason: string };

function figureIn(context: Context, figures: FigureMap, rest: readonly string[]): Found | undefined {
  const whole = figures.get(rest.join('.'));
  if (whole?.span === 'once') return { draft: () => whole.draft(0) };
  const figure = figures.get(rest.slice(0, -1).join('.'));
  const year = yearsBetween(context.scenario.baseYear, rest.at(-1) ?? '') ?? -1;
  if (figure === undefined || figure.span === 'once' || year < 0) return undefined;
  if (year > Math.max(context.frame.yearCount, figure.lastYear ?? 0)) return undefined;
  if (figure.span === 'projected' && year === 0)
    return { reason: `${context.label(0)} is the base year; this figure starts with the first projected year` };
  const reason = figure.missing?.(year);
  return reason === undefined ? { draft: () => figure.draft(year) } : { reason };
}

/** Follows a path into a family. */
export function find(context: Context, family: Family, parts: readonly string[]): Found | undefined {
  const prefix = family.prefix === '' ? [] : family.prefix.split('.');
  if (prefix.some((part, index) => parts[index] !== part)) return undefined;
  const [id = '', ...rest] = parts.slice(prefix.length);
  const figures = family.figuresOf(context, id);
  if (figures !== undefined) return figureIn(context, figures, rest);
  const reason = family.list === undefined ? undefined : context.frame.leftOut.get(`${family.list}:${id}`);
  return reason === undefined ? undefined : { reason };
}
