import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Route {
  readonly method: string;
  /** The pattern, such as `/api/invitations/:id/link`. */
  readonly path: string;
}

const known = new WeakMap<object, Route[]>();

export function rememberRoutes(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const routes: Route[] = [];
  known.set(server, routes);
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, path: url });
  });
}

/** Every route that a running server answers, wherever it was registered. `HEAD` goes with each `GET`. */
export const routesOf = (app: NestFastifyApplication): readonly Route[] =>
  (known.get(app.getHttpAdapter().getInstance()) ?? []).filter(({ method }) => method !== 'HEAD');
