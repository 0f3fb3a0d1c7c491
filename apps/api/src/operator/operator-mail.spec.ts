import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';

const key = 'an operator key of more than thirty-two characters';
const bearer = { authorization: `Bearer ${key}` };
const path = '/api/operator/mail';
const password = 'sesame-street';

describe('the mails, to the operator', () => {
  let linkage: ServerUnderTest;
  afterEach(() => linkage.close());

  it('are told without the secrets of the mail server, and to the operator alone', async () => {
    // Nothing listens at this port; `localhost` and its like are asked about in no DNS.
    const smtpUrl = `smtp://ana:${password}@127.0.0.1:9`;
    linkage = await serverUnderTest({ operatorKey: key, smtpUrl, mailFrom: 'Linkage <linkage@localhost>' });
    const settings = await linkage.browser().get(path, bearer);
    expect(settings.body).toEqual({
      way: 'smtp',
      server: '127.0.0.1:9',
      from: 'Linkage <linkage@localhost>',
      bounceAddress: null,
    });
    const checked = await linkage.browser().post(`${path}/check`, {}, bearer);
    expect(checked.body.findings).toContainEqual(expect.objectContaining({ matter: 'server', verdict: 'bad' }));
    expect(settings.text + checked.text).not.toContain(password);
    const member = await linkage.member();
    for (const answer of [
      await member.get(path),
      await member.post(`${path}/check`),
      await member.post(`${path}/test`),
    ])
      expect([answer.status, answer.body.code]).toEqual([401, 'not-signed-in']);
  });

  it('are tried with a test mail', async () => {
    linkage = await serverUnderTest({ operatorKey: key });
    const tested = await linkage.browser().post(`${path}/test`, { to: 'you@example.com' }, bearer);
    expect([tested.status, tested.body]).toEqual([200, expect.objectContaining({ taken: true })]);
    const { text } = await linkage.browser().get('/mailbox/api/messages');
    expect(text).toContain('A test of the mails of Linkage');
  });

  it.each([
    ['check', { selector: 'a b' }],
    ['check', { selector: 'x'.repeat(64) }],
    ['check', { selector: 'evil.example._domainkey/' }],
    ['test', {}],
    ['test', { to: 'you@' }],
    ['test', { to: `${'x'.repeat(250)}@example.com` }],
  ])('refuse %s with %j', async (what, body) => {
    linkage = await serverUnderTest({ operatorKey: key });
    expect((await linkage.browser().post(`${path}/${what}`, body, bearer)).status).toBe(400);
  });

  it('of an installation without a mail server are none', async () => {
    linkage = await serverUnderTest({ operatorKey: key, sendsMail: false });
    const { body } = await linkage.browser().get(path, bearer);
    expect(body).toEqual({ way: 'none', server: null, from: null, bounceAddress: null });
    const tested = await linkage.browser().post(`${path}/test`, { to: 'you@example.com' }, bearer);
    expect(tested.body).toMatchObject({ taken: false, says: expect.stringContaining('LINKAGE_MAIL=none') });
  });
});
