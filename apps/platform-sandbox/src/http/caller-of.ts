import type { FastifyRequest } from 'fastify';
import type { Sandbox } from '../sandbox';
import { queryOf } from './parameters';

const names = ['access_token', 'refresh_token', 'token', 'code'] as const;

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  if (body instanceof URLSearchParams) return Object.fromEntries(body);
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

/** The person whose token or code a request brings, wherever a platform wants it; undefined: it brings none of ours. */
export function callerOf({ tokens, codes }: Sandbox, request: FastifyRequest): string | undefined {
  const header = /^(?:Bearer|OAuth) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const given = { ...queryOf(request), ...fieldsOf(request.body) };
  for (const text of [header, ...names.map((name) => given[name])]) {
    const person = typeof text === 'string' ? (tokens.personOf(text) ?? codes.personOf(text)) : undefined;
    if (person !== undefined) return person;
  }
  return undefined;
}
