import type { Handlers, OutputOf } from '../../shared/contract/contract.ts';
import type { OpenScenario } from '../../shared/contract/records.ts';
import { canonicalJson, isJsonObject } from '../../shared/scenario/canonical.ts';
import type { JsonValue } from '../../shared/scenario/strict-json.ts';
import type { CommitResult, HistoryEntry, OpenedScenario, VersionSummary, WorkingCopy } from '../store/types.ts';
import type { AppContext } from './context.ts';
import { driftWords } from './drift-words.ts';

/** As many steps as anybody reads; the history of one value is given whole. */
const LATEST_STEPS = 2000;
const FINGERPRINT_CHARACTERS = 12;

type Method = Extract<keyof Handlers, `scenario.${string}`>;

export function scenarioHandlers(context: AppContext): Pick<Handlers, Method> {
  return { ...reading(context), ...stepping(context), ...versions(context) };
}

function reading({ session }: AppContext): Pick<Handlers, 'scenario.open' | 'scenario.history'> {
  return {
    'scenario.open': ({ id }) => Promise.resolve(openedOf(session.store.scenarios.open(id))),
    'scenario.history': ({ id, path }) => {
      const { history } = session.store;
      const entries = path === null ? history.ofScenario(id, { limit: LATEST_STEPS }) : history.ofPath(id, path);
      return Promise.resolve({ rows: entries.map(historyRowOf) });
    },
  };
}

function stepping({ session, person }: AppContext): Pick<Handlers, 'scenario.edit' | 'scenario.undo' | 'scenario.redo'> {
  return {
    'scenario.edit': ({ id, revision, edit, reason }) => {
      const meta = { by: person(), reason: reason ?? undefined, onRevision: revision };
      return Promise.resolve(changedOf(session.store.edits.commitEdit(id, edit, meta)));
    },
    'scenario.undo': ({ id, revision }) => {
      const result = session.store.edits.undo(id, { by: person(), onRevision: revision });
      return Promise.resolve({ ...changedOf(result), scenario: result.scenario });
    },
    'scenario.redo': ({ id, revision }) => {
      const result = session.store.edits.redo(id, { by: person(), onRevision: revision });
      return Promise.resolve({ ...changedOf(result), scenario: result.scenario });
    },
  };
}

function versions({
  session,
  person,
}: AppContext): Pick<Handlers, 'scenario.setStatus' | 'scenario.saveVersion' | 'scenario.versions' | 'scenario.openVersion'> {
  return {
    'scenario.setStatus': ({ id, status, name, role }) => {
      session.store.scenarios.giveStatus(id, { status, by: { name, role } });
      return Promise.resolve(openedOf(session.store.scenarios.open(id)));
    },
    'scenario.saveVersion': ({ id, label }) => Promise.resolve(versionOf(session.store.versions.save(id, { by: person(), label }))),
    'scenario.versions': ({ id }) => Promise.resolve({ rows: session.store.versions.list(id).map(versionOf) }),
    'scenario.openVersion': ({ id, version }) => {
      const sealed = session.store.versions.readNumber(id, version);
      return Promise.resolve({ scenario: sealed.scenario, version: versionOf(sealed.summary) });
    },
  };
}

function stepsOf({ undo, redo }: WorkingCopy): OpenScenario['steps'] {
  return { undo: undo ?? null, redo: redo ?? null };
}

function openedOf(opened: OpenedScenario): OpenScenario {
  const { summary, scenario } = opened;
  const { statusGiven } = summary;
  return {
    id: summary.id,
    scenario,
    revision: summary.revision,
    status: summary.status,
    origin: summary.origin,
    signature: statusGiven === undefined ? null : { name: statusGiven.by.name, role: statusGiven.by.role ?? '', at: statusGiven.at },
    savedAt: summary.changedAt,
    steps: stepsOf(opened),
    drift: driftWords(opened),
  };
}

function changedOf(result: CommitResult): OutputOf<'scenario.edit'> {
  const { summary, label, isNewDraft } = result;
  return {
    revision: summary.revision,
    savedAt: summary.changedAt,
    steps: stepsOf(result),
    status: summary.status,
    isNewDraft,
    label: label ?? '',
  };
}

function versionOf({ number, at, status, label, engineVersion, seal, reported }: VersionSummary): OutputOf<'scenario.saveVersion'> {
  return {
    version: number,
    savedAt: at,
    status,
    label,
    engine: engineVersion,
    fingerprint: seal.slice(0, FINGERPRINT_CHARACTERS),
    reported: reported ?? null,
  };
}

function historyRowOf(entry: HistoryEntry): OutputOf<'scenario.history'>['rows'][number] {
  const { at, by, path, label, step, action, before, after, reason } = entry;
  return { at, who: by.name, path, label, step, action, before: textOf(before), after: textOf(after), reason: reason ?? null };
}

/** An input reads as its value; what is no single text, such as a profile, as its JSON. */
function textOf(content: JsonValue): string | null {
  if (content === null || typeof content === 'string') return content;
  const held = isJsonObject(content) ? content['value'] : undefined;
  return typeof held === 'string' ? held : canonicalJson(content).trim();
}
