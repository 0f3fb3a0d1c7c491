import { IDEMPOTENCY_HEADER, POSITION_HEADER, WORKSPACE_HEADER } from '@linkage/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describedParameters, type Parameter } from './parameters';
import { meanings, refusals } from './refusals';
import { requestSchemas } from './request-schemas';
import type { Schema } from './shapes';
import { shapes } from './shapes.generated';

interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: unknown;
  responses: Record<string, Schema>;
  security?: unknown[];
}

/** What Nest's decorators say of a controller's method. */
export interface KnownOperation {
  readonly isPublic: boolean;
  readonly isForOperator: boolean;
  /** undefined: what is usual for the method. */
  readonly status: number | undefined;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const problem = (description: string): Schema => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const position: Parameter = {
  name: POSITION_HEADER,
  in: 'header',
  required: false,
  schema: { type: 'string' },
  description:
    'The `position` that a command answered with: the answer waits, for 2 s at most, until it shows what that command did. One that is yet to come is not waited for.',
};
const idempotencyKey: Parameter = {
  name: IDEMPOTENCY_HEADER,
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 200 },
  description:
    'A command that is repeated with the same key happens once and is answered as the first time. Another one with the same key is refused.',
};

const workspace: Parameter = {
  name: WORKSPACE_HEADER,
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 200 },
  description: 'The workspace that the page shows: refused when the session is of another one.',
};

/**
 * Completes what Nest knows of the routes by what the types know of answers, the validators of requests, and the filter
 * of problems.
 */
export function described(document: OpenAPIObject, operations: ReadonlyMap<string, KnownOperation>): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method] as unknown as Operation | undefined;
      if (operation)
        describeOperation(operation, {
          path,
          method,
          ...(operations.get(operation.operationId) ?? { isPublic: false, isForOperator: false, status: undefined }),
        });
    }
  }
  const schemas = { ...document.components?.schemas, ...shapes.schemas, ...requestSchemas() };
  const session = {
    type: 'apiKey',
    in: 'cookie',
    name: 'linkage-session',
    description: 'Set by POST /api/session and /api/registration; `__Host-linkage-session` over https.',
  };
  const operator = {
    type: 'http',
    scheme: 'bearer',
    description: 'The operator key, which `npm run linkage -- operator-key` prints.',
  };
  return {
    ...document,
    components: { schemas, securitySchemes: { session, operator } } as NonNullable<OpenAPIObject['components']>,
  };
}

function describeOperation(
  operation: Operation,
  {
    path,
    method,
    isPublic,
    isForOperator,
    status = method === 'post' ? 201 : 200,
  }: KnownOperation & { path: string; method: string },
): void {
  const { operationId } = operation;
  const answer = shapes.answers[operationId];
  const redirect = shapes.redirects[operationId];
  if (redirect !== undefined) operation.responses = { [redirect]: { description: 'Go to `Location`.' } };
  else if (answer)
    operation.responses[status] = {
      description: 'Done.',
      ...operation.responses[status],
      content: { 'application/json': { schema: answer } },
    };
  const own = refusals[`${method.toUpperCase()} ${path}`] ?? {};
  const heedsKey = own[422]?.includes('idempotency-key-reused') === true;
  operation.parameters = describedParameters([
    ...(operation.parameters ?? []),
    ...(isPublic || isForOperator ? [] : [workspace]),
    ...(method === 'get' ? [position] : heedsKey ? [idempotencyKey] : []),
  ]);
  operation.security = isForOperator ? [{ operator: [] }] : isPublic ? [] : [{ session: [] }];
  Object.assign(
    operation.responses,
    problemsOf({
      isPublic: isPublic && !isForOperator,
      ofMember: !isPublic && !isForOperator,
      changes: method !== 'get',
      hasBody: operation.requestBody !== undefined,
      hasId: path.includes('{'),
    }),
  );
  for (const [refused, codes] of Object.entries(own))
    operation.responses[refused] = problem(
      [
        ...codes.map((code) => `\`${code}\`${meanings[code] ? `: ${meanings[code]}.` : ''}`),
        // What the kind of the route refuses with the same status.
        ...[operation.responses[refused]?.['description']].filter((text) => text !== undefined),
      ].join(' · '),
    );
}

const problemsOf = ({
  isPublic,
  ofMember,
  changes,
  hasBody,
  hasId,
}: {
  isPublic: boolean;
  ofMember: boolean;
  changes: boolean;
  hasBody: boolean;
  hasId: boolean;
}): Record<string, Schema> => ({
  ...(hasBody && {
    400: problem('`invalid-request`: `errors` names each field and the cure.'),
    413: problem('`body-too-large`: more than this address takes, usually 16 kB.'),
    415: problem('`unsupported-media-type`: the body is not JSON.'),
  }),
  ...(!isPublic && { 401: problem('`not-signed-in`') }),
  ...(ofMember && { 409: problem('`other-workspace`, or what is asked for does not go with what is; `code` says.') }),
  ...(changes && { 403: problem('`origin-refused`: the request does not come from a page of Linkage.') }),
  ...(hasId && { 404: problem('`not-found`: unknown, or of another workspace.') }),
  503: problem('`unavailable`: try again after `Retry-After` seconds.'),
  default: problem('Any other refusal; `code` says which.'),
});
