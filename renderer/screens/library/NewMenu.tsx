import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { openFile, openShipped } from '../../app/file-actions.ts';
import { Icon } from '../../components/Icon.tsx';
import { useImporting } from '../../state/importing.ts';
import { useLibrary } from '../../state/library.ts';
import type { Supplied } from '../../state/library-items.ts';
import { useView } from '../../state/view.ts';

const SHIPPED = 'shipped:';

function Item({ id, label, hint }: { readonly id: string; readonly label: string; readonly hint: string }) {
  return (
    <MenuItem id={id} textValue={label} className="menu-item">
      <span>{label}</span>
      <span className="grow" />
      <span className="t3 mi">{hint}</span>
    </MenuItem>
  );
}

function copies(supplied: readonly Supplied[], origin: Supplied['origin']): readonly Supplied[] {
  return supplied.filter((file) => file.origin === origin);
}

/** Ways to begin: a blank system, the sample, a file, or a copy of what comes with Footing. */
export function NewMenu() {
  const supplied = useLibrary((state) => state.supplied);
  const lay = useView((state) => state.lay);
  const begin = (way: string): void => {
    if (way === 'blank') lay('new');
    else if (way === 'table') useImporting.getState().ask('system');
    else if (way === 'file') void openFile();
    else void openShipped(way.slice(SHIPPED.length));
  };
  const more = [...copies(supplied, 'EXAMPLE'), ...copies(supplied, 'PUBLISHED')];
  return (
    <MenuTrigger>
      <Button className="btn pri" aria-label="New scenario">
        <Icon name="plus" small />
        New
        <Icon name="down" small />
      </Button>
      <Popover placement="bottom end" className="menu">
        <Menu
          aria-label="New scenario"
          onAction={(key) => {
            begin(String(key));
          }}
        >
          <MenuSection>
            <Header className="menu-head">Begin</Header>
            <Item id="blank" label="Blank system…" hint="organisations and years" />
            <Item id="table" label="From a pasted table…" hint="cells from a spreadsheet" />
            {copies(supplied, 'SAMPLE').map((file) => (
              <Item key={file.key} id={`${SHIPPED}${file.key}`} label="From the sample" hint="fictional" />
            ))}
            <Item id="file" label="From a file…" hint="opens read only" />
          </MenuSection>
          <MenuSection>
            <Header className="menu-head">A copy of what comes with Footing</Header>
            {more.map((file) => (
              <Item
                key={file.key}
                id={`${SHIPPED}${file.key}`}
                label={file.name}
                hint={file.origin === 'EXAMPLE' ? 'worked example' : 'published plan'}
              />
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
