import { testVault, type TestVault } from '@linkage/vault/testing';
import { readToken, writeToken } from './mail-token';
import { MailTokens } from './mail-tokens.service';

const mail = { invitationId: '01936000-0000-7000-8000-000000000001', revision: 3 };

describe('the token in a return address', () => {
  let vault: TestVault;
  let tokens: MailTokens;
  beforeEach(() => {
    vault = testVault();
    tokens = new MailTokens(vault.hashes);
  });
  afterEach(() => {
    vault.close();
    vault.remove();
  });

  it('says which mail it is, whatever case a mail server makes of it', async () => {
    const token = await tokens.make('mail-return', mail);
    expect(token).toMatch(/^[0-9a-z]{44}$/);
    expect(await tokens.open('mail-return', token)).toMatchObject(mail);
    expect(await tokens.open('mail-opt-out', token)).toBeNull();
  });

  it.each([
    ['another invitation', { ...mail, invitationId: '01936000-0000-7000-8000-000000000002' }],
    ['another mail of it', { ...mail, revision: 4 }],
  ])('cannot be made up for %s', async (_what, other) => {
    const mac = readToken(await tokens.make('mail-return', mail))?.mac ?? '';
    expect(await tokens.open('mail-return', writeToken(other, mac))).toBeNull();
  });

  it.each(['', 'token', 'z'.repeat(44), '0'.repeat(44), 'A'.repeat(44), `${'0'.repeat(43)}-`])(
    'is refused where it is %j',
    async (text) => {
      expect(await tokens.open('mail-return', text)).toBeNull();
    },
  );
});
