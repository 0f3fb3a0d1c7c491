import { bareServer, fire, linkage, type Measured } from './http-sides';
import { pairs, report } from './ratios';

/**
 * Goal 1: durable commands over HTTP, 200 clients, the whole application, against a bare node:http JSON echo in a
 * process of its own.
 */
const CLIENTS = 200;
const ROUNDS = 7;

const echo = await bareServer(`(req, res) => {
  let body = '';
  req.on('data', (chunk) => (body += chunk)).on('end', () => res.writeHead(201, { 'content-type': 'application/json' }).end(body && JSON.stringify(JSON.parse(body))));
}`);
// Read models and mails are other roles' work: with them in the same process the figure would be theirs.
const server = await linkage(process.env['BENCH_ROLES'] || 'web');
try {
  let count = 0;
  const body = (): string => JSON.stringify({ name: `Creator ${(count += 1)}`, email: `creator-${count}@example.com` });
  const headers = { 'content-type': 'application/json' };
  const command = (): Promise<Measured> =>
    fire(`${server.url}/api/invitations`, CLIENTS, {
      method: 'POST',
      headers: { ...headers, cookie: server.cookie, origin: server.url },
      body,
    });
  const bare = (): Promise<Measured> => fire(echo.url, CLIENTS, { method: 'POST', headers, body });
  await command();
  await bare();
  const rounds = await pairs(ROUNDS, command, bare);
  report(
    'goal 1: POST /api/invitations per second, to a node:http echo',
    rounds.map(([ours, base]) => ours.perSecond / base.perSecond),
    { atLeast: 0.2 },
  );
  report(
    "goal 1: p99 latency, to the echo's",
    rounds.map(([ours, base]) => ours.p99 / base.p99),
    { atMost: 5 },
  );
} finally {
  await server.stop();
  await echo.stop();
}
