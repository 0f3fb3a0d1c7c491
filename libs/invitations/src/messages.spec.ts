import { predefinedMessage } from '@linkage/contracts';
import type { WorkspaceFact } from '@linkage/published-facts';
import type { TestKernel } from '@linkage/stores/testing';
import { ingrid, invitationsOnStores, type InvitationsUnderTest, type ScriptedMailServer } from './invitations.harness';

const spring = {
  messageSubject: 'Spring with {{workspace}}',
  messageText: 'Dear {{name}},\n\nSpring!\n\n{{connectLink}}',
};
const summer = { messageSubject: 'Summer', messageText: 'Summer for {{name}}\n\n{{connectLink}}' };
const predefined = { messageSubject: predefinedMessage.subject, messageText: predefinedMessage.text };
const other = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000ee', workspaceName: 'Other' };
const importId = '01936000-0000-4000-8000-000000000042';

describe('what a brand writes to creators', () => {
  let kernel: TestKernel;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ kernel, mail, under, close } = await invitationsOnStores());
  });
  afterEach(() => close());

  const invite = async (name: string, message: object = {}, as = ingrid): Promise<string> => {
    const email = `${name.toLowerCase()}@example.com`;
    const { status, body } = await under.ask('POST', '/invitations', { body: { name, email, ...message }, as });
    expect(status).toBe(201);
    await kernel.settled();
    return body.invitationId;
  };
  const resend = async (id: string, message?: object): Promise<void> => {
    kernel.clock.advance(61_000);
    const asked = await under.ask('POST', `/invitations/${id}/resend`, message && { body: message });
    expect(asked.status).toBe(202);
    kernel.clock.advance(12_000);
    await kernel.settled();
  };
  const save = (message: object, as = ingrid) =>
    under.ask('PUT', '/invitations/message-template', { body: message, as });
  const subjects = (): string[] => mail.accepted.map(({ subject }) => subject);
  const stored = async (type: string): Promise<object[]> => {
    const { facts } = await kernel.log.port.readAll({ limit: 500 });
    return facts.filter((fact) => fact.type === type).map(({ data }) => data);
  };

  it('is what that creator gets, and no other one (R36, R38)', async () => {
    const amelie = await invite('Amelie', spring);
    await invite('Kwame');
    expect(subjects()).toEqual([
      'Spring with Nordlys Agency',
      '“Nordlys Agency” invites you to share your channel figures',
    ]);
    expect(mail.accepted[0]?.text).toMatch(/^Dear Amelie,\n\nSpring!\n/);
    await resend(amelie);
    await resend(amelie, summer);
    expect(subjects().slice(2)).toEqual(['“Nordlys Agency” invites you to share your channel figures', 'Summer']);
  });

  it('is encrypted where it may be about the creator', async () => {
    await resend(await invite('Amelie', spring), summer);
    const facts = JSON.stringify([
      ...(await stored('InvitationIssued')),
      ...(await stored('InvitationResendRequested')),
    ]);
    expect(facts).not.toMatch(/Spring|Summer/);
    expect(facts.match(/"message"/g)).toHaveLength(2);
  });

  it('as a template is what later invites of this workspace say, until the predefined one is (R34)', async () => {
    const amelie = await invite('Amelie');
    expect((await save(spring)).status).toBe(204);
    await invite('Kwame');
    await invite('Lucia', spring);
    await invite('Noa', summer);
    await invite('Noa', {}, other);
    await resend(amelie);
    expect(subjects().slice(1)).toEqual([
      'Spring with Nordlys Agency',
      'Spring with Nordlys Agency',
      'Summer',
      '“Other” invites you to share your channel figures',
      'Spring with Nordlys Agency',
    ]);
    await save(predefined);
    await invite('Peter');
    expect(subjects().at(-1)).toBe(predefinedMessage.subject.replace('{{workspace}}', 'Nordlys Agency'));
  });

  it('as a template stands in the log once, and mails that were asked for keep its words', async () => {
    await save(spring);
    await under.ask('POST', '/invitations', { body: { name: 'Kwame', email: 'kwame@example.com' } });
    await save(summer);
    await kernel.settled();
    expect(subjects()).toEqual(['Spring with Nordlys Agency']);
    expect(await stored('InvitationIssued')).toEqual([expect.objectContaining({ template: expect.any(String) })]);
    expect(JSON.stringify(await stored('InvitationIssued'))).not.toContain('"message"');
  });

  it('is shown to the workspace that has it', async () => {
    const shown = async (as = ingrid) => (await under.ask('GET', '/invitations/message-template', { as })).body;
    expect(await shown()).toEqual({ saved: null, savedAt: null, testTo: ingrid.email });
    await save(spring);
    await save(spring);
    expect(await shown()).toMatchObject({ saved: { subject: spring.messageSubject, text: spring.messageText } });
    expect(await shown({ ...other, mustConfirmEmail: true })).toEqual({ saved: null, savedAt: null, testTo: null });
    await save(predefined);
    expect(await shown()).toMatchObject({ saved: null });
    expect(await stored('MessageTemplateSaved')).toHaveLength(1);
    expect(await stored('MessageTemplateReset')).toHaveLength(1);
  });

  it('for a file is what all its rows get, and stands in the log once (R40)', async () => {
    const rows = [1, 2, 3].map((line) => ({ line, name: `Row ${line}`, email: `row${line}@example.com` }));
    await under.ask('PUT', `/invitations/imports/${importId}/parts/0`, { body: { rows } });
    const body = { fileName: 'a.csv', parts: 1, ...spring };
    expect((await under.ask('POST', `/invitations/imports/${importId}/start`, { body })).status).toBe(202);
    await kernel.settled();
    expect(subjects()).toEqual(Array(3).fill('Spring with Nordlys Agency'));
    expect(mail.accepted.map(({ text }) => /^Dear (.*),/.exec(text)?.[1]).sort()).toEqual(['Row 1', 'Row 2', 'Row 3']);
    expect(JSON.stringify(await stored('InvitationIssued'))).not.toContain('message');
  });

  it.each([
    ['POST', '/invitations', { name: 'A', email: 'a@b.example' }],
    ['PUT', '/invitations/message-template', {}],
    ['POST', '/invitations/message-preview', {}],
    ['POST', '/invitations/message-test', {}],
    ['POST', `/invitations/imports/${importId}/start`, { fileName: 'a.csv', parts: 1 }],
    ['POST', `/invitations/${importId}/resend`, {}],
  ] as const)('with a fault is refused with field and cure: %s %s', async (method, path, rest) => {
    const bad = { messageSubject: 'Hi {{nmae}}', messageText: 'No way in' };
    expect(await under.ask(method, path, { body: { ...rest, ...bad } })).toMatchObject({
      status: 400,
      body: {
        code: 'invalid-request',
        errors: [
          { field: 'messageSubject', message: expect.stringContaining('Use {{name}}') },
          { field: 'messageText', message: expect.stringContaining('Add {{connectLink}}') },
        ],
      },
    });
    const long = { messageSubject: 'x'.repeat(151), messageText: 'x'.repeat(5_001) };
    expect((await under.ask(method, path, { body: { ...rest, ...long } })).body.errors).toEqual([
      { field: 'messageSubject', message: 'Use at most 150 characters.' },
      { field: 'messageText', message: 'Use at most 5,000 characters.' },
    ]);
    expect(await stored('InvitationIssued')).toEqual([]);
    expect(mail.accepted).toEqual([]);
  });

  it('is refused by halves', async () => {
    const body = { name: 'A', email: 'a@b.example', messageSubject: 'Hi' };
    expect((await under.ask('POST', '/invitations', { body })).body.errors).toEqual([
      { field: 'messageText', message: 'Give subject and text of the message, or neither.' },
    ]);
  });

  it('is previewed as the mail that goes out, to the byte, where the invitation exists (R39)', async () => {
    const id = await invite('Amelie', spring);
    const { body } = await under.ask('POST', '/invitations/message-preview', { body: { ...spring, invitationId: id } });
    const { subject, html, text } = mail.accepted[0]!;
    expect(body).toEqual({ subject, html, text, from: 'Nordlys Agency', replyTo: null });
  });

  it('is previewed before there is an invitation, with a link in the place of the real one', async () => {
    const reader = { name: 'Amelie', email: 'amelie@example.com' };
    const { body } = await under.ask('POST', '/invitations/message-preview', { body: { ...spring, ...reader } });
    await invite('Amelie', spring);
    const { subject, html, text } = mail.accepted[0]!;
    const placed = (words: string): string =>
      words
        .replace(/\/connect\/[\w.-]+/g, '/connect/example')
        .replace(/\/no-more-mails\/\w+/g, '/no-more-mails/example');
    expect(body).toMatchObject({ subject, html: placed(html), text: placed(text) });
  });

  it('previews no invitation of another workspace', async () => {
    const invitationId = await invite('Amelie');
    const asked = { body: { ...spring, invitationId }, as: other };
    expect((await under.ask('POST', '/invitations/message-preview', asked)).status).toBe(404);
  });

  describe('answers', () => {
    const say = async (...facts: WorkspaceFact[]): Promise<void> => {
      await kernel.log.append({
        stream: `workspace-${ingrid.workspaceId}`,
        facts,
        expected: 'any',
        context: { ...ingrid, actor: { kind: 'member', id: ingrid.memberId }, correlationId: 'c', causationId: null },
      });
    };

    it('go to the member who invites, also after another mail of the invitation', async () => {
      const { workspaceId, memberId, name, email, role } = ingrid;
      await say({ type: 'MemberJoined', data: { workspaceId, memberId, name, email, role } });
      const id = await invite('Amelie');
      await resend(id);
      expect(mail.accepted.map(({ replyTo }) => replyTo)).toEqual(Array(2).fill({ name, address: email }));
      const preview = await under.ask('POST', '/invitations/message-preview', { body: spring });
      expect(preview.body.replyTo).toBe(email);
    });
  });

  describe('a test', () => {
    const test = (as = ingrid) =>
      under.ask('POST', '/invitations/message-test', { body: { ...spring, name: 'Kim' }, as });

    it('goes to the member, with a link of no creator, and asks for no invitation', async () => {
      expect(await test()).toEqual({ status: 200, body: { sentTo: ingrid.email } });
      expect(mail.accepted).toMatchObject([{ to: { address: ingrid.email }, subject: 'Spring with Nordlys Agency' }]);
      expect(mail.accepted[0]?.text).toContain('Dear Kim,');
      expect(mail.accepted[0]?.text).toContain('/connect/example\n');
      expect(await stored('MessageTestRequested')).toHaveLength(1);
    });

    it('is bounded, also when several are asked for at once', async () => {
      const answers = await Promise.all([test(), test(), test()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 429, 429]);
      for (let count = 1; count < 20; count += 1) {
        kernel.clock.advance(10_000);
        expect((await test()).status).toBe(200);
      }
      kernel.clock.advance(10_000);
      expect((await test()).body).toMatchObject({
        code: 'mail-quota-exceeded',
        detail: expect.stringMatching(/At most 20/),
      });
      kernel.clock.advance(3_600_000);
      expect((await test()).status).toBe(200);
    });

    it('is refused as long as the address is not confirmed', async () =>
      expect((await test({ ...ingrid, mustConfirmEmail: true })).body.code).toBe('email-not-confirmed'));

    it('says what the mail server said', async () => {
      mail.answers.push({ accepted: false, temporary: true, reason: 'The mail server is busy.' });
      expect(await test()).toMatchObject({
        status: 422,
        body: { code: 'test-not-sent', detail: 'The test was not sent: The mail server is busy.' },
      });
    });
  });
});
