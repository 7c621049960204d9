import { useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { Icon } from '../components/Icon.tsx';
import { piecesOf } from '../components/matching.ts';
import { useDocument } from '../state/document.ts';
import { useStartup } from '../state/startup.ts';
import { useView } from '../state/view.ts';
import { runCommand } from './commands.ts';
import { openOnBoard } from './file-actions.ts';
import { SCENARIO, commandsFor, useScenarios, type PaletteItem } from './palette-items.ts';

function Marked({ label, typed }: { readonly label: string; readonly typed: string }) {
  return (
    <span className="what">
      {piecesOf(label, typed).map((piece, index) =>
        piece.isMatch ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
      )}
    </span>
  );
}

function Item({ item, typed }: { readonly item: PaletteItem; readonly typed: string }) {
  return (
    <MenuItem id={item.id} textValue={item.label} className="palette-item">
      <Icon name={item.id.startsWith(SCENARIO) ? 'board' : 'go'} />
      <Marked label={item.label} typed={typed} />
      <span className="t3 sm">{item.hint}</span>
      <span className="grow" />
      {item.keys === '' ? null : <kbd className="key">{item.keys}</kbd>}
    </MenuItem>
  );
}

function Keys() {
  return (
    <p className="palette-keys">
      <span>
        <kbd className="key">↑</kbd> <kbd className="key">↓</kbd> choose
      </span>
      <span>
        <kbd className="key">Enter</kbd> do it
      </span>
      <span>
        <kbd className="key">Esc</kbd> close
      </span>
      <span className="grow" />
      <span>
        <kbd className="key">?</kbd> lists every key
      </span>
    </p>
  );
}

function Content({ onChoose }: { readonly onChoose: (id: string) => void }) {
  const [typed, setTyped] = useState('');
  // What can be done changes with these.
  useStartup();
  useDocument();
  const scenarios = useScenarios(typed);
  const groups = [...commandsFor(typed), scenarios].filter((group) => group.items.length > 0);
  const count = groups.reduce((total, group) => total + group.items.length, 0);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label="Find or do anything" autoFocus className="palette-field">
        <Icon name="find" />
        <Input placeholder="Find or do anything" className="palette-input" />
        <span className="t3 sm">{count} found</span>
      </SearchField>
      <Menu
        className="palette-list"
        aria-label="Results"
        items={groups}
        dependencies={[typed]}
        onAction={(key) => {
          onChoose(String(key));
        }}
        renderEmptyState={() => <p className="t3 palette-none">Nothing is called “{typed}”. Try another word.</p>}
      >
        {(group) => (
          <MenuSection id={group.title}>
            <Header className="menu-head">{group.title}</Header>
            <Collection items={group.items} dependencies={[typed]}>
              {(item) => <Item item={item} typed={typed} />}
            </Collection>
          </MenuSection>
        )}
      </Menu>
      <Keys />
    </Autocomplete>
  );
}

/** Find or do anything: commands, and scenarios of the library, by any word that is said of them. */
export function CommandPalette() {
  const { overlay, lay } = useView();
  const choose = (id: string): void => {
    lay(null);
    if (id.startsWith(SCENARIO)) void openOnBoard(id.slice(SCENARIO.length));
    else runCommand(id);
  };
  return (
    <ModalOverlay
      className="overlay top"
      isDismissable
      isOpen={overlay === 'palette'}
      onOpenChange={(isOpen) => {
        if (!isOpen) lay(null);
      }}
    >
      <Modal className="palette">
        <Dialog className="dialog bare" aria-label="Find or do anything">
          <Content onChoose={choose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
