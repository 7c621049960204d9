import { z } from 'zod';
import { scenarioFileSchema } from '../shared/scenario/file-envelope.ts';
import { UNITS, input, unitOfInputSchema, type Unit } from '../shared/scenario/input.ts';
import { EXIT, type ExitCode, type Ports } from './ports.ts';
import { json } from './speak.ts';

type JsonSchema = Record<string, unknown>;
type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  '£': 'Pounds as a plain decimal number.',
  share: 'A share as a fraction: 0.85 is 85%.',
  rate: 'A rate as a fraction: 0.021 is 2.1%.',
  units: 'Units of activity a year.',
  months: 'A whole number of months; a moment counts from April of the base year, which is 0.',
  years: 'A whole number of years.',
  days: 'Days.',
  beds: 'Beds.',
  WTE: 'Whole-time equivalents.',
  persons: 'Persons.',
  rank: 'A whole number, 1 for the first.',
  ratio: 'A ratio.',
};

function definitionName(unit: Unit): string {
  return unit === '£' ? 'input-pounds' : `input-${unit}`;
}

function replace(target: object, by: JsonSchema): void {
  for (const key of Object.keys(target)) Reflect.deleteProperty(target, key);
  Object.assign(target, by);
}

/** The number of an input: its decimal text, or a JSON number, which is read as its decimal text. */
function numberSchema(pattern: z.ZodString): JsonSchema {
  const { type, pattern: written } = z.toJSONSchema(pattern);
  return { type: [type, 'number'], ...(written === undefined ? {} : { pattern: written }) };
}

/** Inputs become references, so that the schema says once what an input of each unit may be. */
const inputsAsReferences: Override = ({ zodSchema, jsonSchema }) => {
  const unit = unitOfInputSchema(zodSchema);
  if (unit !== undefined) replace(jsonSchema, { $ref: `#/$defs/${definitionName(unit)}` });
};

const numbersAsWritten: Override = ({ zodSchema, jsonSchema }) => {
  if (zodSchema instanceof z.ZodPipe && zodSchema.out instanceof z.ZodString) replace(jsonSchema, numberSchema(zodSchema.out));
};

/** An input of one unit as files may write it: a bare value, or the value with unit, source, owner, date, confidence, note and range. */
function inputDefinition(unit: Unit): JsonSchema {
  const full = input(unit).out;
  const { $schema: _dialect, ...whole } = z.toJSONSchema(full, { io: 'input', override: numbersAsWritten });
  const bare = whole.properties?.['value'];
  return { description: UNIT_WORDS[unit], anyOf: [...(bare === undefined ? [] : [bare]), whole] };
}

/** The JSON Schema of a scenario file of the current version, envelope included, as it may be written by hand. */
export function fileJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(scenarioFileSchema, { io: 'input', unrepresentable: 'any', override: inputsAsReferences });
  const definitions = Object.fromEntries(UNITS.map((unit) => [definitionName(unit), inputDefinition(unit)]));
  return { ...schema, title: 'Footing scenario file', $defs: { ...schema.$defs, ...definitions } };
}

/** `footing schema`. */
export function schemaCommand(ports: Ports): ExitCode {
  ports.print(json(fileJsonSchema()));
  return EXIT.good;
}
