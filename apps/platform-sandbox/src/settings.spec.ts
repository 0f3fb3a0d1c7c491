import { readSandboxSettings } from './settings';

describe('settings of the sandbox', () => {
  it('need nothing, and an empty variable is none', () => {
    const byItself = { port: 3100, host: '127.0.0.1', seed: 'linkage' };
    expect(readSandboxSettings({})).toEqual(byItself);
    const empty = {
      SANDBOX_PORT: '',
      SANDBOX_HOST: '',
      SANDBOX_SEED: '',
      SANDBOX_STATE: '',
      SANDBOX_PUBLIC_URL: ' ',
      SANDBOX_REDIRECT_URIS: '',
    };
    expect(readSandboxSettings(empty)).toEqual(byItself);
  });
  it('take several redirect URIs', () => {
    const { redirectUris } = readSandboxSettings({
      SANDBOX_REDIRECT_URIS: 'https://a.example/x, https://b.example/y ',
    });
    expect(redirectUris).toEqual(['https://a.example/x', 'https://b.example/y']);
  });
  it('name all that is wrong with them at once', () => {
    expect(() => readSandboxSettings({ SANDBOX_PORT: 'x', SANDBOX_HOST: 'a b' })).toThrow(
      /^The platform sandbox cannot start with these settings:\n {2}SANDBOX_PORT: use .*\n {2}SANDBOX_HOST: use /,
    );
  });
});
