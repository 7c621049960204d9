import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { MoneyUnit } from '../../shared/money/units.ts';
import type { Exhibit } from '../../shared/outcomes/exhibits/exhibit.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { copyExhibit, type CopiedPart } from '../state/copying.ts';
import { useDocument } from '../state/document.ts';
import { useExporting } from '../state/exporting.ts';
import { useView } from '../state/view.ts';
import { Icon } from './Icon.tsx';

const COPIES: readonly { readonly part: CopiedPart; readonly label: string }[] = [
  { part: 'picture', label: 'Copy picture' },
  { part: 'table', label: 'Copy table' },
];

type ExhibitMenuProps = {
  readonly exhibit: Exhibit;
  /** The scenario that the exhibit is of. */
  readonly scenario: Scenario;
  readonly unit: MoneyUnit;
};

/** What can be done with an exhibit wherever it stands: copied, or saved by way of the Export screen. An exhibit of a throw-away copy has no such menu: nothing of it can be sent. */
export function ExhibitMenu({ exhibit, scenario, unit }: ExhibitMenuProps) {
  const open = useDocument((state) => state.open);
  if (open?.scenario !== scenario) return null;
  const save = (): void => {
    const { begin, choose, show } = useExporting.getState();
    begin(scenario);
    choose([exhibit.id]);
    show(exhibit.id);
    useView.getState().show('export');
  };
  return (
    <MenuTrigger>
      <Button className="btn q" aria-label={`Copy or save: ${exhibit.name}`}>
        <Icon name="more" small />
      </Button>
      <Popover placement="bottom end" className="menu">
        <Menu
          aria-label={`Copy or save: ${exhibit.name}`}
          onAction={(key) => {
            const copy = COPIES.find(({ part }) => part === key);
            if (copy === undefined) save();
            else void copyExhibit(open, { exhibit, part: copy.part, unit });
          }}
        >
          {COPIES.filter(({ part }) => part === 'table' || exhibit.series !== undefined).map(({ part, label }) => (
            <MenuItem key={part} id={part} textValue={label} className="menu-item">
              <span>{label}</span>
            </MenuItem>
          ))}
          <MenuItem id="save" textValue="Save this chart" className="menu-item">
            <span>{exhibit.series === undefined ? 'Save this table…' : 'Save this chart…'}</span>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
