import type { FastifyRequest } from 'fastify';

/** A browser that shows the answer to a person; scripts of our pages ask for JSON. */
export const wantsPage = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  (headers.accept ?? '').includes('text/html');
