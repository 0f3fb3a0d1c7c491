import { invitationStatuses, LONGEST_SEARCH, MOST_PICKED, MOST_ROWS_IN_PART } from '@linkage/contracts';
import * as requests from '@linkage/contracts/requests';
import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';
import type { Schema } from './shapes';

type Rule = (constraint: unknown) => Schema;

const pickedIds = (least: number): Schema => ({
  type: 'array',
  minItems: least,
  maxItems: MOST_PICKED,
  items: { type: 'string', maxLength: 100 },
});

/** What a decorator of class-validator says, in JSON schema. */
const rules: Readonly<Record<string, Rule>> = {
  isString: () => ({ type: 'string' }),
  isEmailAddress: () => ({ type: 'string', format: 'idn-email' }),
  isNotEmpty: () => ({ minLength: 1 }),
  minLength: (length) => ({ minLength: length }),
  maxLength: (length) => ({ maxLength: length }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  min: (least) => ({ minimum: least }),
  max: (most) => ({ maximum: most }),
  isIn: (values) => ({ enum: values }),
  matches: (pattern) => ({ pattern: (pattern as RegExp).source }),
  areTexts: () => ({ type: 'array', minItems: 1, maxItems: MOST_ROWS_IN_PART, items: { type: 'string' } }),
  areCreatorRows: () => ({
    type: 'array',
    minItems: 1,
    maxItems: MOST_ROWS_IN_PART,
    items: {
      type: 'object',
      properties: { line: { type: 'integer' }, name: { type: 'string' }, email: { type: 'string' } },
      required: ['line', 'name', 'email'],
      additionalProperties: false,
    },
  }),
  isTimeZoneName: () => ({ type: 'string' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  arePickedIds: () => pickedIds(1),
  isMatchingInvitations: () => ({
    type: 'object',
    properties: {
      status: { enum: invitationStatuses },
      withdrawn: { type: 'boolean' },
      waiting: { type: 'boolean' },
      search: { type: 'string', maxLength: LONGEST_SEARCH },
      except: pickedIds(0),
    },
    additionalProperties: false,
  }),
  isArray: () => ({ type: 'array' }),
  arrayMaxSize: (most) => ({ maxItems: most }),
};

/** The request classes of the contracts as schemas, by class name. @throws for a decorator that has no rule here */
export function requestSchemas(): Readonly<Record<string, Schema>> {
  const classes = Object.values(requests).filter(
    (exported): exported is (typeof requests)['SignInRequest'] =>
      typeof exported === 'function' && /^class\b/.test(String(exported)),
  );
  return Object.fromEntries(classes.map((requestClass) => [requestClass.name, schemaOf(requestClass)]));
}

function schemaOf(requestClass: new () => object): Schema {
  const decorated = getMetadataStorage().getTargetValidationMetadatas(requestClass, '', false, false);
  const properties: Record<string, Schema> = {};
  const optional = new Set<string>();
  for (const metadata of decorated) {
    if (metadata.type === 'conditionalValidation') optional.add(metadata.propertyName);
    else {
      const known = properties[metadata.propertyName] ?? {};
      const rule = ruleOf(metadata, requestClass.name);
      const items = metadata.each && { items: { ...(known['items'] as Schema | undefined), ...rule } };
      properties[metadata.propertyName] = { ...known, ...(items || rule) };
    }
  }
  const names = Object.keys(properties);
  return {
    type: 'object',
    properties,
    required: names.filter((name) => !optional.has(name)),
    additionalProperties: false,
  };
}

function ruleOf({ name, propertyName, constraints }: ValidationMetadata, className: string): Schema {
  const rule = rules[name ?? ''];
  if (!rule)
    throw new Error(
      `${className}.${propertyName}: add a rule for @${name} to request-schemas.ts, so that the API description stays true`,
    );
  return rule(constraints?.[0]);
}
