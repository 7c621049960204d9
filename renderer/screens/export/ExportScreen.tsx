import type { OpenDocument } from '../../state/document.ts';

export function ExportScreen({ open }: { readonly open: OpenDocument }) {
  return <h1 className="verdict">Export: {open.scenario.name}</h1>;
}
