import type { Edit } from '../../../../shared/scenario/edit-kinds.ts';
import { isInput } from '../../../../shared/scenario/places.ts';
import { hasCanonicalForm } from '../../../../shared/scenario/canonical.ts';
import type { JsonValue } from '../../../../shared/scenario/strict-json.ts';
import type { Field, Kind, Shape } from './shape.ts';
import { listsNamedBy, type SheetContext } from './sheet-context.ts';

/** What a field must hold before anybody has said anything: nil, the first that can be named, or nothing. */
function firstContent(context: SheetContext, { name, shape, canBeBlank }: Field): JsonValue | undefined {
  if (canBeBlank) return undefined;
  return contentOfShape(context, name, shape);
}

function contentOfShape(context: SheetContext, name: string, shape: Shape): JsonValue | undefined {
  const named = listsNamedBy(name).flatMap((list) => context.choicesOf(list))[0]?.value;
  switch (shape.kind) {
    case 'input':
      return '0';
    case 'inputs':
      return {};
    case 'id':
      return named;
    case 'ids':
      return named === undefined ? [] : [named];
    case 'text':
      return '';
    default:
      return undefined;
  }
}

/** Content that a file can hold, as it stands. */
function kept(content: unknown): JsonValue | undefined {
  return hasCanonicalForm(content) ? content : undefined;
}

/** Whether two kinds mean the same by a field. */
function isAlike(field: Field, content: unknown): boolean {
  const { shape } = field;
  if (shape.kind === 'input') return isInput(content) && content.unit === shape.unit;
  return content !== undefined;
}

function contentAsKind(context: SheetContext, holder: object, { fields }: Kind, code: string): JsonValue {
  const made: Record<string, JsonValue> = { kind: code };
  for (const field of fields) {
    if (field.name === 'kind') continue;
    const before: unknown = Object.hasOwn(holder, field.name) ? Reflect.get(holder, field.name) : undefined;
    const content = isAlike(field, before) ? kept(before) : firstContent(context, field);
    if (content !== undefined) made[field.name] = content;
  }
  return made;
}

/** The edit that makes an object one of another kind: fields that both kinds have stay, the others begin at nil. */
export function asKind(
  context: SheetContext,
  { path, holder, kinds, code }: { path: string; holder: object; kinds: readonly Kind[]; code: string },
): Edit {
  const kind = kinds.find(({ codes }) => codes.includes(code));
  const isSame = kind !== undefined && kind.codes.some((each) => each === Reflect.get(holder, 'kind'));
  if (kind === undefined || isSame) return { kind: 'setField', path: `${path}.kind`, to: code };
  return { kind: 'setField', path, to: contentAsKind(context, holder, kind, code) };
}
