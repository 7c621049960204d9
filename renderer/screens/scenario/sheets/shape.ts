import { z } from 'zod';
import { identifier, unitOfInputSchema, yearText, type Unit } from '../../../../shared/scenario/input.ts';
import { scenarioSchema } from '../../../../shared/scenario/schema.ts';

/* What the schema of a scenario says a field holds, in the terms of a cell. The editor reads it here, so that a field that is added to the schema is reached too. */

type Schema = z.core.$ZodType;

export type Shape =
  | { readonly kind: 'input'; readonly unit: Unit }
  /** Inputs by year, or by the codes of a list. */
  | { readonly kind: 'inputs'; readonly unit: Unit; readonly codes: readonly string[] | 'years' }
  | { readonly kind: 'input list'; readonly unit: Unit }
  | { readonly kind: 'text' }
  | { readonly kind: 'year' }
  | { readonly kind: 'number' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly codes: readonly string[] }
  | { readonly kind: 'id' }
  | { readonly kind: 'ids' }
  | { readonly kind: 'items'; readonly fields: readonly Field[] }
  | { readonly kind: 'part'; readonly fields: readonly Field[] }
  /** An object of one of several kinds, told by its field `kind`. */
  | { readonly kind: 'kinds'; readonly kinds: readonly Kind[] };

export type Kind = { readonly codes: readonly string[]; readonly fields: readonly Field[] };
export type Field = { readonly name: string; readonly shape: Shape; readonly canBeBlank: boolean };

function isWrapped(schema: Schema): schema is z.ZodDefault | z.ZodPrefault | z.ZodOptional {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional;
}

function bareOf(schema: Schema): Schema {
  return isWrapped(schema) ? bareOf(schema.unwrap()) : schema;
}

function partsOf(object: z.ZodObject): [string, Schema][] {
  return Object.entries<Schema>(object.shape);
}

function fieldsOf(object: z.ZodObject): readonly Field[] {
  return partsOf(object).flatMap(([name, schema]) => {
    const shape = shapeOf(bareOf(schema));
    return shape === undefined ? [] : [{ name, shape, canBeBlank: schema instanceof z.ZodOptional }];
  });
}

function codesOf(schema: Schema): readonly string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : [];
}

function recordShape(schema: z.ZodRecord): Shape | undefined {
  const unit = unitOfInputSchema(bareOf(schema.valueType));
  if (unit === undefined) return undefined;
  return { kind: 'inputs', unit, codes: schema.keyType === yearText ? 'years' : codesOf(schema.keyType) };
}

function listShape(schema: z.ZodArray): Shape | undefined {
  const unit = unitOfInputSchema(schema.element);
  if (unit !== undefined) return { kind: 'input list', unit };
  if (schema.element === identifier) return { kind: 'ids' };
  return schema.element instanceof z.ZodObject ? { kind: 'items', fields: fieldsOf(schema.element) } : undefined;
}

function kindsOf(schema: z.ZodDiscriminatedUnion): Shape {
  const kinds = schema.options.flatMap((option) => {
    if (!(option instanceof z.ZodObject)) return [];
    const kind = partsOf(option).find(([name]) => name === 'kind')?.[1];
    return [{ codes: kind === undefined ? [] : codesOf(bareOf(kind)), fields: fieldsOf(option) }];
  });
  return { kind: 'kinds', kinds };
}

function shapeOf(schema: Schema): Shape | undefined {
  const unit = unitOfInputSchema(schema);
  if (unit !== undefined) return { kind: 'input', unit };
  if (schema === identifier) return { kind: 'id' };
  if (schema === yearText) return { kind: 'year' };
  if (schema instanceof z.ZodBoolean) return { kind: 'flag' };
  if (schema instanceof z.ZodNumber) return { kind: 'number' };
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return { kind: 'choice', codes: codesOf(schema) };
  if (schema instanceof z.ZodString) return { kind: 'text' };
  if (schema instanceof z.ZodDiscriminatedUnion) return kindsOf(schema);
  if (schema instanceof z.ZodRecord) return recordShape(schema);
  if (schema instanceof z.ZodArray) return listShape(schema);
  return schema instanceof z.ZodObject ? { kind: 'part', fields: fieldsOf(schema) } : undefined;
}

/** The fields of the scenario itself; its lists are among them. */
export const SCENARIO_FIELDS: readonly Field[] = fieldsOf(scenarioSchema);

function elementOf(list: string): z.ZodType | undefined {
  const bare = bareOf(partsOf(scenarioSchema).find(([name]) => name === list)?.[1] ?? scenarioSchema);
  return bare instanceof z.ZodArray && bare.element instanceof z.ZodType ? bare.element : undefined;
}

const itemKinds = new Map<string, readonly Kind[]>();

/** The kinds of item that a list of the scenario holds, one where its items are all alike. */
export function kindsInList(list: string): readonly Kind[] {
  const known = itemKinds.get(list);
  if (known !== undefined) return known;
  const element = elementOf(list);
  const shape = element === undefined ? undefined : shapeOf(element);
  const kinds = shape?.kind === 'kinds' ? shape.kinds : shape?.kind === 'part' ? [{ codes: [], fields: shape.fields }] : [];
  itemKinds.set(list, kinds);
  return kinds;
}

/** The kind that an object is of: by its field `kind` where there are several. */
export function kindOf(kinds: readonly Kind[], holder: object): Kind | undefined {
  const code: unknown = Reflect.get(holder, 'kind');
  return kinds.length === 1 ? kinds[0] : kinds.find(({ codes }) => codes.some((each) => each === code));
}

/** The fields of an item of a list, those of its kind. */
export function fieldsOfItem(list: string, item: object): readonly Field[] {
  return kindOf(kindsInList(list), item)?.fields ?? [];
}
