import { LONGEST_SEARCH, MOST_SEARCH_WORDS } from '@linkage/contracts';
import type { Schema } from './shapes';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

/** Parameters of lists, which mean the same everywhere. */
const ofLists: Readonly<Record<string, Pick<Parameter, 'description' | 'schema'>>> = {
  search: {
    schema: { type: 'string', maxLength: LONGEST_SEARCH },
    description: `Words, or their beginnings; every one must be found. At most ${MOST_SEARCH_WORDS}`,
  },
  cursor: {
    schema: { type: 'string', maxLength: 4_000 },
    description: '`next` or `previous` of another page of the same list',
  },
  limit: {
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    description: 'How many at most; what is out of bounds is brought into them',
  },
};

const isShapeless = ({ schema = {} }: Parameter): boolean => Object.keys(schema).length === 0;
const keyOf = ({ in: place, name }: Parameter): string => `${place} ${place === 'header' ? name.toLowerCase() : name}`;

/**
 * Each parameter once, with its shape: a header that a method asks for and a decorator describes comes twice, in two
 * spellings.
 */
export function describedParameters(known: readonly Parameter[]): Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const parameter of known) {
    const before = parameters.get(keyOf(parameter));
    const described = parameter.description === undefined ? (before ?? parameter) : parameter;
    const usual = parameter.in === 'query' ? ofLists[parameter.name] : undefined;
    const description = described.description ?? usual?.description;
    parameters.set(keyOf(parameter), {
      ...described,
      ...(description !== undefined && { description }),
      schema: usual?.schema ?? { ...(isShapeless(described) && { type: 'string' }), ...described.schema },
    });
  }
  return [...parameters.values()];
}
