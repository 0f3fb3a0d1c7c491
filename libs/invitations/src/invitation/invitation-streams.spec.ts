import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { invitationFacts } from './invitation.events';
import { issued } from './invitation.fixtures';
import { InvitationStreams } from './invitation-streams.service';

const workspaceId = 'w';
const context = { workspaceId, actor: { kind: 'member', id: 'm' }, correlationId: 'c', causationId: null } as const;

describe('the stream of an e-mail', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let streams: InvitationStreams;
  beforeEach(() => {
    kernel = testKernel({ facts: invitationFacts });
    vault = testVault();
    streams = new InvitationStreams(vault.hashes, kernel.log);
  });
  afterEach(async () => {
    await kernel.close();
    vault.remove();
  });

  const streamOf = (email: string) => streams.of(workspaceId, email);
  /** As the first releases named it. */
  const formerStream = async (formerly: string) =>
    `invitation-${await vault.hashes.ofWorkspace(workspaceId, `invitation:${formerly}`)}`;
  const issueFormerly = async (email: string, formerly: string): Promise<string> => {
    const stream = await formerStream(formerly);
    await kernel.log.append({ stream, facts: [issued({ email })], expected: 'no-stream', context });
    return stream;
  };

  it('is named as ever where both rules agree', async () =>
    expect(await streamOf(' Zoe@Meermakers.example ')).toBe(await formerStream('zoe@meermakers.example')));

  it('is one for one e-mail, and another for another one', async () => {
    expect(await streamOf('jörg@müller.example')).toBe(await streamOf('JÖRG@xn--mller-kva.example'));
    expect(await streamOf('x@straße.example')).not.toBe(await streamOf('x@strasse.example'));
  });

  it.each([
    ['jörg@Müller.example', 'jörg@müller.example'],
    ['jörg@xn--mller-kva.example', 'jörg@xn--mller-kva.example'],
    ['x@Straße.example', 'x@strasse.example'],
    ['x@strasse.example', 'x@strasse.example'],
  ])('stays the one that %s was invited in', async (email, formerly) => {
    const stream = await issueFormerly(email, formerly);
    expect(await streamOf(email)).toBe(stream);
  });

  it('stays the one of the other spelling of its domain', async () => {
    const stream = await issueFormerly('jörg@müller.example', 'jörg@müller.example');
    expect(await streamOf('jörg@xn--mller-kva.example')).toBe(stream);
  });

  it.each([
    ['x@straße.example', 'x@strasse.example'],
    ['x@strasse.example', 'x@straße.example'],
  ])(
    'is not the one of another e-mail, by whatever rule that got its name: %s in it, %s asked for',
    async (one, other) => {
      const taken = await issueFormerly(one, 'x@strasse.example');
      const stream = await streamOf(other);
      expect(stream).not.toBe(taken);
      expect(await streamOf(other)).toBe(stream);
    },
  );
});
