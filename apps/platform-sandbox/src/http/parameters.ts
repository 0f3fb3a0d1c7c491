import type { FastifyRequest } from 'fastify';

/** A query or form, one value per name: the first, where a name is repeated. */
export type Parameters = Readonly<Record<string, string | undefined>>;

const firsts = (from: URLSearchParams): Parameters => {
  const all: Record<string, string> = {};
  for (const [name, value] of from) all[name] ??= value;
  return all;
};

export const queryOf = (request: FastifyRequest): Parameters =>
  firsts(new URL(request.url, 'http://sandbox').searchParams);

/** A posted form. Anything else counts as an empty one. */
export const formOf = (request: FastifyRequest): Parameters => firsts(formFields(request));

export const formFields = ({ body }: FastifyRequest): URLSearchParams =>
  body instanceof URLSearchParams ? body : new URLSearchParams();

/** Where the caller reached us, `http://127.0.0.1:3100`. */
export const originOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`;
