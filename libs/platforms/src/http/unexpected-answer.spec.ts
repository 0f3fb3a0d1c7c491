import { safeExcerpt } from './unexpected-answer';

describe('an excerpt for the log', () => {
  it('keeps what says what is wrong', () => {
    const body = {
      error: {
        message: 'Invalid parameter',
        type: 'OAuthException',
        code: 100,
        error_subcode: 5,
        fbtrace_id: 'AbC123',
      },
    };
    expect(JSON.parse(safeExcerpt(body, []))).toEqual(body);
  });

  it('leaves out every field that no error has', () => {
    const excerpt = safeExcerpt(
      { error: 'x', access_token: 'EAAGabc', email: 'noa@example.com', data: [{ username: 'noa' }] },
      [],
    );
    expect(excerpt).toContain('"error":"x"');
    for (const secret of ['EAAGabc', 'noa@example.com', '"noa"']) expect(excerpt).not.toContain(secret);
  });

  it('hides what we sent, queries of addresses and what looks like a token, also inside of messages', () => {
    const token = 'IGQVJabcdefghijklmnopqrstuvwxyz0123456789';
    const body = {
      error: { message: `Bad token sent-secret at https://graph.instagram.com/me?access_token=abc and ${token}` },
    };
    const excerpt = safeExcerpt(body, ['sent-secret']);
    expect(excerpt).toContain('https://graph.instagram.com/me?[hidden]');
    for (const secret of ['sent-secret', 'access_token=abc', token]) expect(excerpt).not.toContain(secret);
  });

  it('is short and bears anything', () => {
    expect(safeExcerpt({ message: 'a b '.repeat(5000) }, []).length).toBeLessThanOrEqual(2000);
    expect(safeExcerpt(undefined, [])).toBe('');
    expect(safeExcerpt('text', [])).toBe('"text"');
  });
});
