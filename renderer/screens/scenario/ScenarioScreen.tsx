import type { FromLibrary } from '../../state/document.ts';

export function ScenarioScreen({ open }: { readonly open: FromLibrary }) {
  return <h1 className="verdict">Scenario: {open.scenario.name}</h1>;
}
