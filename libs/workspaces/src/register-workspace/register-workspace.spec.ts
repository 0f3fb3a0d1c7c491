import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_LOG, type EventLog } from '@linkage/event-sourcing';
import { v7 } from 'uuid';
import { Credentials } from '../workspace/credentials.service';
import { Passwords } from '../workspace/passwords.service';
import { workspacesUnderTest, type WorkspacesUnderTest } from '../workspaces.harness';
import { registrationOf } from '../workspace/registration';

describe('what is registered', () => {
  it('is tidied', () => {
    expect(
      registrationOf({ workspaceName: '  Bright Brands ', name: 'Ana\u00a0', email: ' Ana@Example.com ' }),
    ).toEqual({ workspaceName: 'Bright Brands', name: 'Ana', email: 'Ana@Example.com' });
  });
  it.each([
    ['workspaceName', { workspaceName: '\u200b \u200d', name: 'Ana' }],
    ['name', { workspaceName: 'Bright Brands', name: ' \t ' }],
    ['name', { workspaceName: 'Bright Brands', name: 'Ana\nLima' }],
    ['name', { workspaceName: 'Bright Brands', name: 'Ana\u202e' }],
    ['name', { workspaceName: 'Bright Brands', name: 'Ana\ud800' }],
    ['name', { workspaceName: 'Bright Brands', name: 'Ana (ana.example.com)' }],
    ['workspaceName', { workspaceName: 'Your bank: log in at http://evil', name: 'Ana' }],
  ])('names the field %s that cannot be shown', (field, asked) => {
    expect(() => registrationOf({ ...asked, email: 'ana@example.com' })).toThrow(
      expect.objectContaining({ code: 'invalid-request', details: { field } }),
    );
  });
});

describe('POST /api/registration', () => {
  let linkage: WorkspacesUnderTest;
  beforeAll(async () => {
    linkage = await workspacesUnderTest();
  });
  afterAll(() => linkage.close());

  const password = 'correct horse battery';
  const asked = (email: string, change: object = {}): object => ({
    workspaceName: 'Bright Brands',
    name: 'Ana Lima',
    email,
    password,
    ...change,
  });
  const register = (body: object): ReturnType<WorkspacesUnderTest['send']> =>
    linkage.send('POST', '/api/registration', { body });
  const factTypes = async (workspaceId: string): Promise<string[]> =>
    (await linkage.app.get<EventLog>(EVENT_LOG).readStream(`workspace-${workspaceId}`)).map(({ type }) => type);

  it('makes a workspace with its owner, who is signed in', async () => {
    const answer = await register(asked('one@example.com'));
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      member: {
        memberId: expect.any(String),
        name: 'Ana Lima',
        email: 'one@example.com',
        role: 'owner',
        mustConfirmEmail: false,
      },
      workspace: { workspaceId: expect.any(String), name: 'Bright Brands' },
    });
    expect(await factTypes(answer.body.workspace.workspaceId)).toEqual(['WorkspaceRegistered', 'MemberJoined']);
    expect((await linkage.send('GET', '/api/session', { cookie: answer.cookie })).body).toEqual(answer.body);
  });

  it('refuses an e-mail that is registered, however it is written', async () => {
    await register(asked('Two@Example.com'));
    const again = await register(asked('two@EXAMPLE.com'));
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({
      code: 'email-already-registered',
      errors: [{ field: 'email', message: expect.any(String) }],
    });
    expect(again.cookie).toBeUndefined();
  });

  it('lets exactly one of several at the same instant have an e-mail', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        register(asked('three@example.com', { password: `another password ${index}` })),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  });

  it('leaves nothing behind when it refuses', async () => {
    const refused = await register(asked('four@example.com', { workspaceName: ' \u200b ' }));
    expect(refused.body).toMatchObject({
      status: 400,
      code: 'invalid-request',
      errors: [{ field: 'workspaceName', message: 'Enter the name of your brand or agency.' }],
    });
    expect((await register(asked('four@example.com'))).status).toBe(201);
  });

  it.each([
    ['workspaceName', { workspaceName: '' }],
    ['workspaceName', { workspaceName: 'x'.repeat(300) }],
    ['name', { name: 42 }],
    ['name', { name: 'x'.repeat(300) }],
    ['email', { email: 'ana@' }],
    ['password', { password: 'short' }],
    ['password', { password: 'five@example.com' }],
    ['password', { password: 'aaaaaaaaaa' }],
    ['password', { password: 'x'.repeat(201) }],
    ['password', { password: null }],
  ])('names the field %s', async (field, change) => {
    const { status, body } = await register(asked('five@example.com', change));
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ field, message: expect.stringMatching(/^[A-Z].*\.$/) }]);
  });

  describe('cut off between credential and facts', () => {
    const cutOff = async (email: string): Promise<string> => {
      const workspaceId = v7();
      const credentials = linkage.app.get(Credentials);
      const passwordHash = await linkage.app.get(Passwords).hash(password, 'here');
      await credentials.putNew(await credentials.placeOf(email), {
        workspaceId,
        memberId: v7(),
        passwordHash,
        pending: { workspaceName: 'Cut Off', name: 'Ben', email },
      });
      return workspaceId;
    };

    it('is finished by signing in', async () => {
      const workspaceId = await cutOff('six@example.com');
      const answer = await linkage.send('POST', '/api/session', { body: { email: 'six@example.com', password } });
      expect(answer.body).toMatchObject({ member: { name: 'Ben' }, workspace: { workspaceId, name: 'Cut Off' } });
      expect(await factTypes(workspaceId)).toEqual(['WorkspaceRegistered', 'MemberJoined']);
    });
    it('is finished by registering again, once', async () => {
      const workspaceId = await cutOff('seven@example.com');
      const answers = await Promise.all([register(asked('seven@example.com')), register(asked('seven@example.com'))]);
      expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
      expect(await factTypes(workspaceId)).toEqual(['WorkspaceRegistered', 'MemberJoined']);
      expect((await register(asked('seven@example.com'))).status).toBe(409);
    });
    it('is not taken over with another password', async () => {
      const workspaceId = await cutOff('eight@example.com');
      expect((await register(asked('eight@example.com', { password: 'not that password' }))).status).toBe(409);
      expect(
        (
          await linkage.send('POST', '/api/session', {
            body: { email: 'eight@example.com', password: 'not that password' },
          })
        ).status,
      ).toBe(401);
      expect(await factTypes(workspaceId)).toEqual([]);
    });
  });

  it('keeps neither password nor session nor name nor e-mail in the clear', async () => {
    const { cookie = '' } = await register(
      asked('nobody-reads-this@example.com', { name: 'Nobody Reads This', password: 'seven herons on a pier' }),
    );
    const token = cookie.split('=')[1] ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const kept = readdirSync(linkage.directory)
      .filter((name) => !name.endsWith('.key'))
      .map((name) => readFileSync(join(linkage.directory, name), 'latin1'))
      .join('');
    expect(kept).toContain('WorkspaceRegistered');
    for (const secret of [token, 'seven herons on a pier', 'nobody-reads-this', 'Nobody Reads This'])
      expect(kept).not.toContain(secret);
  });
});

describe('registering again and again', () => {
  let linkage: WorkspacesUnderTest;
  beforeAll(async () => {
    linkage = await workspacesUnderTest();
  });
  afterAll(() => linkage.close());

  it('is slowed down for one address', async () => {
    const register = (): ReturnType<WorkspacesUnderTest['send']> =>
      linkage.send('POST', '/api/registration', {
        body: {
          workspaceName: 'Bright Brands',
          name: 'Ana',
          email: 'same@example.com',
          password: 'correct horse battery',
        },
      });
    for (let attempt = 0; attempt < 60; attempt += 1) expect([201, 409]).toContain((await register()).status);
    const refused = await register();
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
  });
});
