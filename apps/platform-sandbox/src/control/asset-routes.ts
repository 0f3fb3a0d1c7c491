import type { FastifyInstance } from 'fastify';
import { consentCss } from '../oauth/consent-css';
import { loginScript } from '../oauth/login-script';
import { controlCss } from './control-css';
import { controlScript } from './control-script';

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#ffd400" d="M0 0h16v16H0z"/><path d="M0 6 6 0h4L0 10zM0 14 14 0h2v2L2 16H0zM6 16 16 6v4l-6 6z"/></svg>';

const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/consent.css': ['text/css; charset=utf-8', consentCss],
  '/control.css': ['text/css; charset=utf-8', controlCss],
  '/control.js': ['text/javascript; charset=utf-8', controlScript],
  '/login.js': ['text/javascript; charset=utf-8', loginScript],
  '/icon.svg': ['image/svg+xml', icon],
};

export async function assetRoutes(app: FastifyInstance): Promise<void> {
  for (const [path, [type, text]] of Object.entries(files))
    app.get(path, async (_request, reply) => reply.type(type).header('cache-control', 'no-cache').send(text));
}
