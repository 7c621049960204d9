import { ENGINE_VERSION, type Projection } from '../../engine/project.ts';
import type { FileStatus } from '../../scenario/file-envelope.ts';
import { fingerprint } from '../../scenario/fingerprint.ts';

/** Where an exported exhibit comes from. `madeAt` is handed in, so that the same scenario at the same time gives the same bytes anywhere. */
export type Origin = {
  readonly scenario: string;
  readonly footprint: string;
  readonly fingerprint: string;
  readonly engineVersion: string;
  /** "2026-11-21 14:32". */
  readonly madeAt: string;
  /** What marks the figures: draft, sample, illustrative. */
  readonly marks: readonly string[];
  /** What the ready check found and was overridden or only warned of. */
  readonly said: readonly string[];
};

const STATUS_WORDS = {
  DRAFT: 'DRAFT: not agreed by all partners',
  ASSURED: 'Assured, not approved',
  APPROVED: 'Approved',
} as const;

function marksOf(projection: Projection, status: FileStatus | undefined): string[] {
  const { scenario } = projection.frame;
  const signed = status === undefined ? [] : [status.role, status.name, status.date].filter((part) => part !== undefined && part !== '');
  const stage = STATUS_WORDS[status?.stage ?? 'DRAFT'];
  // The fictional sample keeps its footprint's id whatever a copy of it is called.
  const isSample = scenario.footprint.id === 'sample';
  return [
    signed.length === 0 ? stage : `${stage} (${signed.join(', ')})`,
    ...(isSample ? ['SAMPLE: a fictitious system'] : []),
    ...(scenario.illustrative ? ['ILLUSTRATIVE: inputs are not real'] : []),
  ];
}

/** The origin of every exhibit of one export (product.md §6). `said` are the findings of the ready check that the stamp has to carry. */
export function originOf(
  projection: Projection,
  { status, madeAt, said }: { status: FileStatus | undefined; madeAt: string; said: readonly string[] },
): Origin {
  const { scenario } = projection.frame;
  return {
    scenario: scenario.name,
    footprint: scenario.footprint.name,
    fingerprint: fingerprint(scenario),
    engineVersion: ENGINE_VERSION,
    madeAt,
    marks: marksOf(projection, status),
    said,
  };
}

/** The origin as the lines of a stamp: what it is, what marks it, what was said before it was exported. */
export function stampLines(origin: Origin): string[] {
  const { scenario, footprint, engineVersion, madeAt, marks, said } = origin;
  const lines = [
    `${scenario}. ${footprint}. Footing engine ${engineVersion}, fingerprint ${origin.fingerprint}, ${madeAt}.`,
    `${marks.join('. ')}.`,
  ];
  return said.length === 0 ? lines : [...lines, `Said before export: ${said.join('; ')}.`];
}
