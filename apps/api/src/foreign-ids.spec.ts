import { routesOf } from '@linkage/http';
import type { Answer, Browser } from './testing/browser';
import { connectedCreator, type Creator } from './testing/connected-creator';
import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

/**
 * `own`: a caller on the microsite brings a valid link of its own; `foreign` fills the other parameters with what
 * belongs to another one.
 */
interface Classified {
  /** Fills the route's parameters from what one creator has. */
  readonly fill: (foreign: Creator, own: Creator) => string;
  /** What is refused even to its owner, as things stand here. */
  readonly refused?: 'nothing-to-reconnect' | 'mail-asked-recently' | 'mail-already-sent';
}

/**
 * Every route with a parameter in its path. `fill` gives the address with the foreign id in it; a route whose
 * parameters name nothing that belongs to a workspace says so by `harmless`, with the reason. A route that is not here
 * makes this spec fail.
 */
const routes: Readonly<Record<string, Classified | { readonly harmless: string }>> = {
  'GET /api/invitations/:id/progress': { fill: ({ invitationId }) => `/api/invitations/${invitationId}/progress` },
  'GET /api/invitations/:id/link': { fill: ({ invitationId }) => `/api/invitations/${invitationId}/link` },
  'POST /api/invitations/:id/resend': {
    fill: ({ invitationId }) => `/api/invitations/${invitationId}/resend`,
    refused: 'mail-asked-recently',
  },
  'POST /api/invitations/:id/undo-mail': {
    fill: ({ invitationId }) => `/api/invitations/${invitationId}/undo-mail`,
    refused: 'mail-already-sent',
  },
  'POST /api/invitations/:id/ask-to-reconnect': {
    fill: ({ invitationId }) => `/api/invitations/${invitationId}/ask-to-reconnect`,
    refused: 'nothing-to-reconnect',
  },
  'GET /api/accounts/:id': { fill: ({ accountId }) => `/api/accounts/${accountId}` },
  'GET /api/accounts/:id/audience': { fill: ({ accountId }) => `/api/accounts/${accountId}/audience` },
  'GET /api/accounts/:id/content': { fill: ({ accountId }) => `/api/accounts/${accountId}/content` },
  'GET /api/history/:factId': { fill: ({ factId }) => `/api/history/${factId}` },
  'GET /api/accounts/:id/differences': {
    fill: ({ accountId }) => `/api/accounts/${accountId}/differences?from=2026-01-15T09:00:00Z`,
  },
  'GET /api/accounts/:id/differences/export': {
    fill: ({ accountId }) => `/api/accounts/${accountId}/differences/export?from=2026-01-15T09:00:00Z`,
  },
  'GET /api/microsite/:link/attempts/:attemptId': {
    fill: ({ attemptId }, { link }) => `/api/microsite/${link}/attempts/${attemptId}`,
  },
  'POST /api/microsite/:link/attempts/:attemptId/choice': {
    fill: ({ attemptId }, { link }) => `/api/microsite/${link}/attempts/${attemptId}/choice`,
  },
  'POST /api/microsite/:link/accounts/:accountId/disconnect': {
    fill: ({ accountId }, { link }) => `/api/microsite/${link}/accounts/${accountId}/disconnect`,
  },
  'POST /api/invitations/:id/undo-withdrawal': {
    fill: ({ invitationId }) => `/api/invitations/${invitationId}/undo-withdrawal`,
  },
  'POST /api/accounts/:id/disconnect': { fill: ({ accountId }) => `/api/accounts/${accountId}/disconnect` },
  // After the other routes of the invitation: it ends what they look at.
  'POST /api/invitations/:id/withdraw': { fill: ({ invitationId }) => `/api/invitations/${invitationId}/withdraw` },
  'PUT /api/invitations/imports/:id/parts/:part': {
    harmless: 'the browser makes the id; each workspace has rows of its own under it',
  },
  'POST /api/invitations/imports/:id/start': { harmless: 'as above' },
  'GET /api/invitations/bulk/:id/passed-over': { harmless: 'as above: the browser makes the id' },
  'POST /api/invitations/bulk/:id/undo': { harmless: 'as above' },
  'POST /api/account/sessions/:id/end': {
    harmless: 'looks among the sessions of the calling member; a foreign one is 404 (passwords-again.spec.ts)',
  },
  'PUT /api/account/views/:id': { harmless: 'the browser makes the id; each member has views of their own under it' },
  'DELETE /api/account/views/:id': { harmless: 'as above' },
  'GET /api/microsite/:link': { harmless: 'the link is the permission; tampered ones are below' },
  'POST /api/microsite/:link/visits': { harmless: 'the link is the permission; tampered ones are below' },
  'POST /api/microsite/:link/connections/:platform': {
    harmless: 'the link is the permission; tampered ones are below',
  },
  'GET /api/oauth/:platform/callback': {
    harmless: 'names a platform; who may come back is decided by state and cookie',
  },
  'POST /api/oauth/:platform/deauthorize': { harmless: 'names a platform; only what it has signed is heard' },
  'POST /api/oauth/:platform/delete-data': { harmless: 'as above' },
  'POST /api/oauth/:platform/messages': { harmless: 'as above' },
  'GET /api/oauth/:platform/deletions/:code': { harmless: 'the code is the permission; it names nobody' },
  'GET /api/operator/erasures/:subject': {
    harmless: "for the operator's key; the certificate holds no data of a person",
  },
  'POST /api/operator/workspaces/:id/plan': { harmless: "for the operator's key, of any workspace" },
  'POST /api/operator/platforms/:platform/test': { harmless: "for the operator's key; names a platform" },
  'GET /api/operator/reactions/:name/parked': { harmless: "for the operator's key; names a part of the program" },
  'GET /no-more-mails/:token': { harmless: 'the token is the permission, and is signed' },
  'POST /no-more-mails/:token': { harmless: 'as above' },
  'GET /pictures/:name': { harmless: 'the name is random, and stands only in answers to readers of the picture' },
  'GET /mailbox/:id': { harmless: "the demo's mailbox has no owner; it is not mounted with a real mail server" },
  'GET /mailbox/:id/html': { harmless: 'as above' },
  'GET /mailbox/:id/source': { harmless: 'as above' },
  'GET /connect/*': { harmless: 'files and the page of the microsite' },
  'GET /*': { harmless: 'files and the page of the dashboard' },
};

const classified = Object.entries(routes).flatMap(([route, how]) =>
  'fill' in how ? [[route, how.fill, how.refused] as const] : [],
);
const lists = [
  '/api/invitations',
  '/api/accounts',
  '/api/attempts?result=all',
  '/api/history',
  '/api/history/people',
  '/api/history/export?format=ndjson',
  '/api/history/export',
];

describe('ids of another workspace', () => {
  let linkage: ServerUnderTest;
  let owner: Browser;
  let stranger: Browser;
  let theirs: Creator;
  let strangers: Creator;

  beforeAll(async () => {
    linkage = await serverUnderTest();
    [owner, stranger] = [await linkage.member(), await linkage.member()];
    theirs = await connectedCreator(linkage, owner, 'Noa');
    strangers = await connectedCreator(linkage, stranger, 'Mia');
  });
  afterAll(() => linkage.close());

  const ask = (browser: Browser, route: string, path: string): Promise<Answer> =>
    route.startsWith('GET') ? browser.get(path) : browser.post(path);
  const expectUnknown = (answer: Answer): void => {
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.code).toBe('not-found');
    for (const id of [theirs.invitationId, theirs.accountId, theirs.attemptId, theirs.factId, 'Noa'])
      expect(answer.text).not.toContain(id);
  };

  it('cover every route with a parameter that the server has', () => {
    const withParameters = routesOf(linkage.server.app)
      .filter(({ path }) => /[:*]/.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    expect(withParameters.sort()).toEqual(Object.keys(routes).sort());
  });

  it.each(classified)('%s: unknown to another workspace', async (route, fill) => {
    expectUnknown(await ask(stranger, route, fill(theirs, strangers)));
  });

  it.each(classified)('%s: unknown when it was made up', async (route, fill) => {
    const made = {
      invitationId: '0190a000-0000-7000-8000-00000000dead',
      accountId: '0190a000-0000-7000-8000-00000000beef',
      attemptId: '0190a000-0000-7000-8000-00000000cafe',
      factId: '0190a000-0000-7000-8000-00000000face',
      link: '',
    };
    expectUnknown(await ask(stranger, route, fill(made, strangers)));
  });

  it.each(classified.filter(([route]) => !route.includes('microsite')))(
    '%s: closed without a session',
    async (route, fill) => {
      const answer = await ask(linkage.browser(), route, fill(theirs, strangers));
      expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    },
  );

  it.each(
    lists.flatMap((path) =>
      path.startsWith('/api/history')
        ? [[path, '']]
        : [
            [path, ''],
            [path, 'asOf='],
          ],
    ),
  )('%s shows none of them, nor does its past: %s', async (path, asOf) => {
    const { status, text } = await stranger.get(
      asOf === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${asOf}${new Date().toISOString()}`,
    );
    expect(status).toBe(200);
    expect(text).toContain(strangers.invitationId);
    expect(text).not.toContain(theirs.invitationId);
    expect(text).not.toContain('Noa');
  });

  it.each(['GET /api/microsite/:link', 'POST /api/microsite/:link/connections/instagram'])(
    '%s: a tampered link opens nothing',
    async (route) => {
      const [id, mac] = theirs.link.split('.');
      const [strangersId, strangersMac] = strangers.link.split('.');
      const tampered = [
        `${id}.${strangersMac}`,
        `${strangersId}.${mac}`,
        `${id}.${'A'.repeat(32)}`,
        `${id}`,
        `${id}.`,
        `${theirs.link}A`,
        theirs.invitationId,
        '%00',
        'x'.repeat(90),
      ];
      for (const link of tampered)
        expectUnknown(await ask(linkage.browser(), route, route.split(' ')[1]?.replace(':link', link) ?? ''));
    },
  );

  // Last, because the withdrawn invitation is gone for all of them.
  it.each(classified)('%s: known to whose it is', async (route, fill, refused) => {
    const answer = await ask(owner, route, fill(theirs, theirs));
    if (refused !== undefined) return expect(answer.body.code).toBe(refused);
    expect([200, 202]).toContain(answer.status);
  });
});
