import { useMemo, useState } from 'react';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField } from 'react-aria-components';
import { useLibrary } from '../state/library.ts';
import { useView } from '../state/view.ts';
import { COMMANDS, keyWords, runCommand } from './commands.ts';
import { openOnBoard } from './file-actions.ts';

type Item = { readonly id: string; readonly label: string; readonly hint: string; readonly keys: string; readonly text: string };

const SCENARIO = 'open:';

function useItems(): readonly Item[] {
  const rows = useLibrary((state) => state.rows);
  return useMemo(() => {
    const commands = COMMANDS.filter((command) => command.isAvailable() && command.id !== 'view.palette').map((command) => ({
      id: command.id,
      label: command.label,
      hint: command.group,
      keys: command.keys === undefined ? '' : keyWords(command.keys),
      text: `${command.label} ${command.group} ${command.synonyms ?? ''}`,
    }));
    const scenarios = rows.slice(0, 200).map((row) => ({
      id: `${SCENARIO}${row.id}`,
      label: row.name,
      hint: row.footprint,
      keys: '',
      text: `${row.name} ${row.footprint} open scenario`,
    }));
    return [...commands, ...scenarios];
  }, [rows]);
}

/** Whether every word typed stands somewhere in what is said of an item. */
function matches(text: string, typed: string): boolean {
  const said = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** Find or do anything: commands, and scenarios of the library, by any word that is said of them. */
export function CommandPalette() {
  const { overlay, lay } = useView();
  const items = useItems();
  const [typed, setTyped] = useState('');
  const shown = items.filter((item) => matches(item.text, typed));
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
      onOpenChange={(open) => {
        setTyped('');
        if (!open) lay(null);
      }}
    >
      <Modal className="palette">
        <Dialog className="dialog bare" aria-label="Find or do anything">
          <Autocomplete inputValue={typed} onInputChange={setTyped} filter={() => true}>
            <SearchField aria-label="Find or do anything" autoFocus className="palette-field">
              <Input placeholder="Find or do anything" className="palette-input" />
            </SearchField>
            <Menu
              className="palette-list"
              aria-label="Results"
              items={shown}
              onAction={(key) => {
                choose(String(key));
              }}
              renderEmptyState={() => <p className="t3 palette-none">Nothing is called “{typed}”. Try another word.</p>}
            >
              {(item) => (
                <MenuItem id={item.id} textValue={item.label} className="palette-item">
                  <span>{item.label}</span>
                  <span className="t3 mi">{item.hint}</span>
                  <span className="grow" />
                  {item.keys === '' ? null : <kbd>{item.keys}</kbd>}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
