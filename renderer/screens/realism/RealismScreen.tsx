import type { OpenDocument } from '../../state/document.ts';

export function RealismScreen({ open }: { readonly open: OpenDocument }) {
  return <h1 className="verdict">Realism: {open.scenario.name}</h1>;
}
