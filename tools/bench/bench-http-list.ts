import { bareServer, fire, linkage, type Measured } from './http-sides';
import { pairs, report } from './ratios';

/**
 * Goal 9, over HTTP: a page of 50 invitations by the whole application, against a bare node:http server with a fixed
 * body of the same size.
 */
const CLIENTS = 10;
const ROUNDS = 7;
const INVITATIONS = 200;

const server = await linkage('web,projections');
const page = `${server.url}/api/invitations?limit=50`;
const headers = { cookie: server.cookie, origin: server.url };
for (let count = 0; count < INVITATIONS; count += 1) {
  const body = JSON.stringify({ name: `Creator ${count}`, email: `creator-${count}@example.com` });
  await fetch(`${server.url}/api/invitations`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
}
let body = '';
while (!body.includes(`"all":${INVITATIONS}`)) body = await (await fetch(page, { headers })).text();

const fixed = await bareServer(
  `(req, res) => res.writeHead(200, { 'content-type': 'application/json' }).end(${JSON.stringify(body)})`,
);
try {
  const list = (): Promise<Measured> => fire(page, CLIENTS, { method: 'GET', headers });
  const bare = (): Promise<Measured> => fire(fixed.url, CLIENTS, { method: 'GET', headers });
  await list();
  await bare();
  const rounds = await pairs(ROUNDS, list, bare);
  report(
    `goal 9: GET /api/invitations (${Math.round(body.length / 1024)} KB) per second, to a fixed body of the same size`,
    rounds.map(([ours, base]) => ours.perSecond / base.perSecond),
    { atLeast: 0.12 },
  );
} finally {
  await server.stop();
  await fixed.stop();
}
