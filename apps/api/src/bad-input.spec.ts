import type { Browser } from './testing/browser';
import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

const tooLarge = JSON.stringify({ name: 'x'.repeat(10_485_760), email: 'noa@example.com' });

/** Names that are dangerous elsewhere and nothing but names here. */
const names = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil","x")',
  '+1+1',
  '-1',
  '@SUM(A1)',
  "Robert'); DROP TABLE facts;--",
  '{{constructor}}',
  '${7*7}',
  '../../etc/passwd',
  'Ζωή Παπαδοπούλου',
  'نور',
  '👩‍🎤 Ada',
  'x'.repeat(200),
];

const emails = {
  taken: [
    'very.common@example.com',
    "o'brien@example.ie",
    'user.name+tag@example.com',
    'Pelé@example.com',
    'δοκιμή@παράδειγμα.δοκιμή',
    '我買@屋企.香港',
    'медведь@с-балалайкой.рф',
    'संपर्क@डाटामेल.भारत',
    'user@xn--fsqu00a.xn--0zwm56d',
  ],
  refused: [
    '',
    ' ',
    'plain',
    'a@b@example.com',
    'user@example',
    'user@.com',
    'user@-example.com',
    'double..dot@example.com',
    '.leading@example.com',
    'a@example.com, b@example.com',
    'Noa <noa@example.com>',
    'a@example.com\nBcc: x@example.com',
    'us\u200ber@example.com',
    'us\ud800er@example.com',
    `${'x'.repeat(250)}@example.com`,
  ],
};

describe('bad input', () => {
  let linkage: ServerUnderTest;
  let member: Browser;
  beforeAll(async () => {
    linkage = await serverUnderTest();
    member = await linkage.member();
  });
  afterAll(() => linkage.close());

  const invite = (body: unknown, headers: Record<string, string> = {}): ReturnType<Browser['post']> =>
    member.post('/api/invitations', body, headers);
  const listed = async (): Promise<number> => (await member.get('/api/invitations')).body.counts.all;
  const mails = async (to: string): Promise<number> =>
    (await linkage.browser().get(`/mailbox/api/messages?to=${encodeURIComponent(to)}`)).body.length;

  describe.each(['/api/registration', '/api/session', '/api/invitations'])('POST %s', (path) => {
    it('says which fields are missing in an empty body', async () => {
      for (const body of ['', '{}', 'null']) {
        const answer = await member.post(path, body);
        expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
        for (const { field, message } of answer.body.errors) expect(`${field}: ${message}`).toMatch(/^\w+: [A-Z].*\.$/);
      }
    });
    it('refuses 10 MB', async () => {
      expect(await member.post(path, tooLarge)).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    });
    it.each([
      ['a list', []],
      ['a text', 'noa'],
      ['a number', 7],
      ['broken JSON', '{"name": "noa"'],
    ])('refuses %s', async (_, body) => {
      expect(
        await member.post(path, typeof body === 'string' && body.startsWith('{') ? body : JSON.stringify(body)),
      ).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    });
    it('refuses what is not JSON', async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
        expect(await member.post(path, 'name=noa', { 'content-type': type })).toMatchObject({
          status: 415,
          body: { code: 'unsupported-media-type' },
        });
      }
    });
  });

  it.each([
    ['a number', { name: 7 }],
    ['a list', { name: ['Noa'] }],
    ['an object', { name: { toString: 'Noa' } }],
    ['true', { name: true }],
    ['null', { name: null }],
    ['nothing', { name: '' }],
    ['only spaces', { name: ' \t ' }],
    ['only unseen marks', { name: '\u200b\u2060' }],
    ['300 characters', { name: 'x'.repeat(300) }],
    ['a line break', { name: 'Noa\nBcc: x@example.com' }],
    ['a null byte', { name: 'No\u0000a' }],
    ['half a character', { name: 'Noa\ud83d' }],
    ['a turned direction', { name: 'Noa\u202egpj.exe' }],
  ])('refuses %s as a name, names the field and leaves nothing behind', async (_, change) => {
    const before = await listed();
    const answer = await invite({ email: 'refused@example.com', ...change });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ field: 'name', message: expect.stringMatching(/^[A-Z].*\.$/) }] },
    });
    expect(await listed()).toBe(before);
    expect(await mails('refused@example.com')).toBe(0);
  });

  it.each(emails.refused)('refuses the e-mail %j', async (email) => {
    expect(await invite({ name: 'Noa', email })).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ field: 'email', message: expect.stringMatching(/^[A-Z].*\.$/) }] },
    });
  });

  it.each(emails.taken)('takes the e-mail %j and keeps it as typed', async (email) => {
    const { status, body } = await invite({ name: 'Noa', email });
    expect(status).toBe(201);
    const list = await member.get('/api/invitations?limit=200', { 'X-Linkage-Position': body.position });
    expect(list.body.items).toContainEqual(expect.objectContaining({ invitationId: body.invitationId, email }));
  });

  it.each(names.map((name, index) => [name, index] as const))('takes %j as nothing but a name', async (name, index) => {
    const { status, body } = await invite({ name, email: `name${index}@example.com` });
    expect(status).toBe(201);
    const list = await member.get('/api/invitations?limit=200', { 'X-Linkage-Position': body.position });
    expect(list.headers.get('content-type')).toContain('application/json');
    expect(list.body.items).toContainEqual(expect.objectContaining({ name }));
  });

  it('takes null for a field that may be left out', async () => {
    const invited = await invite({ name: 'Noa', email: 'null@example.com', messageSubject: null, messageText: null });
    expect(invited.status).toBe(201);
    const { invitationId } = invited.body;
    for (const body of [
      { invitationIds: null, matching: {} },
      { invitationIds: [invitationId], matching: null },
    ])
      expect((await member.post('/api/invitations/links', body)).status).toBe(200);
  });

  it('names the part of an address that is no number', async () => {
    const body = { rows: [{ line: 1, name: 'Noa', email: 'noa@example.com' }] };
    const upload = '/api/invitations/imports/0190a000-0000-7000-8000-00000000dead';
    expect(await member.send('PUT', `${upload}/parts/abc`, body)).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ field: 'part', message: 'Give this as a whole number.' }] },
    });
  });

  it('names a field that it does not know', async () => {
    expect(
      await invite({ name: 'Noa', email: 'unknown-field@example.com', workspaceId: 'another', status: 'active' }),
    ).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'workspaceId' }, { field: 'status' }] },
    });
  });

  it('lets exactly one of two invites at the same instant in', async () => {
    const answers = await Promise.all(
      ['race@example.com', 'RACE@example.com', ' race@example.com'].map((email) => invite({ name: 'Noa', email })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({
      code: 'email-already-invited',
      detail: 'This email already exists; try using another email.',
    });
    const list = await member.get('/api/invitations?search=race', {
      'X-Linkage-Position': answers.find(({ status }) => status === 201)?.body.position,
    });
    expect(list.body.items).toHaveLength(1);
  });

  it('does a repeated command once, and answers as the first time', async () => {
    const before = await listed();
    const key = { 'idempotency-key': 'the-same-key' };
    const [first, second] = [
      await invite({ name: 'Noa', email: 'again@example.com' }, key),
      await invite({ name: 'Noa', email: 'again@example.com' }, key),
    ];
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect((await member.get('/api/invitations', { 'X-Linkage-Position': first.body.position })).body.counts.all).toBe(
      before + 1,
    );
  });

  it.each([
    '',
    'x',
    'A'.repeat(43),
    `${'A'.repeat(43)}; linkage-session=${'B'.repeat(43)}`,
    '"quoted"',
    '%F0%9F',
    'A'.repeat(6_000),
  ])('does not know the session %j', async (value) => {
    const nobody = linkage.browser();
    const { status, body } = await nobody.get('/api/invitations', { cookie: `linkage-session=${value}` });
    expect(status).toBe(401);
    expect(body.code).toBe('not-signed-in');
  });

  it.each([
    'status=nonsense',
    'sort=nonsense&direction=sideways',
    'limit=-1',
    'limit=1e9',
    'limit=abc',
    'cursor=',
    'search=%00',
    'search=%22%22',
    'search=%27%20OR%201=1',
    'search=%25',
    'search=*',
    'search=NEAR(',
    'status=active&status=invited',
    'search[]=x',
    '__proto__=x',
    `search=${'x'.repeat(200)}`,
  ])('ignores what it does not understand in ?%s', async (query) => {
    for (const list of ['invitations', 'accounts', 'attempts']) {
      const { status, body } = await member.get(`/api/${list}?${query}`);
      expect({ list, status, hasItems: Array.isArray(body.items) }).toEqual({ list, status: 200, hasItems: true });
    }
  });

  it.each(['%25', '_', '%22%22', '*', '%F0%9F%A6%84', '%00'])(
    'finds nothing, and counts nothing as found, for ?search=%s, which has no word in it',
    async (search) => {
      const {
        body: { position },
      } = await invite({ name: 'Noa', email: `wordless${search.replace(/\W/g, '')}@example.com` });
      for (const list of ['invitations', 'accounts', 'attempts', 'history', 'history/people']) {
        const { items, total = null } = (
          await member.get(`/api/${list}?search=${search}`, { 'X-Linkage-Position': position })
        ).body;
        expect({ list, items, total }).toEqual({ list, items: [], total: null });
      }
    },
  );

  it.each(['invitations', 'accounts', 'attempts'])('says that a page of %s does not exist', async (list) => {
    expect(await member.get(`/api/${list}?cursor=nonsense`)).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ field: 'cursor', message: expect.any(String) }] },
    });
  });

  it.each(['nonsense', '999999999999999', '-1', '1e5', 'x'.repeat(1_000)])(
    'does not stumble over the position %s',
    async (position) => {
      expect((await member.get('/api/invitations', { 'X-Linkage-Position': position })).status).toBe(200);
    },
  );

  it('is nowhere answered with a stack or a file name', async () => {
    const answers = await Promise.all([
      member.get('/api/%E0%A4%A'),
      member.get('/api/accounts/%00'),
      member.get(`/api/accounts/${'x'.repeat(2_000)}`),
      member.send('PUT', '/api/invitations'),
      member.post('/api/oauth/instagram/callback'),
    ]);
    for (const { status, text } of answers) {
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(/\.ts|\.js:|node_modules|at \w+ \(/);
    }
  });
});
