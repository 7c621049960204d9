import { Dialog } from '../components/Dialog.tsx';
import { useView } from '../state/view.ts';
import { COMMAND_GROUPS, COMMANDS } from './commands.ts';
import { keyWords } from './keys.ts';

/** Keys that belong to no command: moving about. */
const MOVING: readonly { readonly keys: string; readonly label: string }[] = [
  { keys: 'Tab', label: 'Next control' },
  { keys: 'F6', label: 'Next part of the window' },
  { keys: 'Shift F6', label: 'The part before' },
  { keys: '↑ ↓', label: 'Move in a list or table' },
  { keys: 'Home End', label: 'First and last of a list' },
  { keys: 'Esc', label: 'Close what lies on top' },
];

/** All shortcuts, from the same list as the palette. */
export function ShortcutSheet() {
  const { overlay, lay } = useView();
  return (
    <Dialog
      title="Shortcuts"
      wide
      isOpen={overlay === 'shortcuts'}
      onClose={() => {
        lay(null);
      }}
    >
      <div className="shortcuts">
        {COMMAND_GROUPS.map((group) => (
          <section key={group}>
            <h3 className="lbl">{group}</h3>
            <dl>
              {COMMANDS.filter((command) => command.group === group && (command.keys ?? command.keysInside) !== undefined).map(
                (command) => (
                  <div key={command.id}>
                    <dt>{command.label.replace('…', '')}</dt>
                    <dd>
                      <kbd className="key">{keyWords(command.keys ?? command.keysInside ?? '')}</kbd>
                    </dd>
                  </div>
                ),
              )}
            </dl>
          </section>
        ))}
        <section>
          <h3 className="lbl">Moving about</h3>
          <dl>
            {MOVING.map((each) => (
              <div key={each.keys}>
                <dt>{each.label}</dt>
                <dd>
                  <kbd className="key">{each.keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
