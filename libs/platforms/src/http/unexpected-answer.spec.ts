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

  it('keeps title, detail and type of a problem, without whom it is about', () => {
    const body = {
      title: 'CreditsDepleted',
      detail: 'Your enrolled account [1587654321098765432] does not have any credits to fulfill this request.',
      type: 'https://api.twitter.com/2/problems/credits',
      account_id: '1587654321098765432',
    };
    expect(JSON.parse(safeExcerpt(body, []))).toEqual({
      title: 'CreditsDepleted',
      detail: 'Your enrolled account [left out] does not have any credits to fulfill this request.',
      type: 'https://api.twitter.com/2/problems/credits',
      account_id: '[left out]',
    });
  });

  it.each([
    ['User has no access: amelie@rousseau.example', 'amelie@rousseau.example'],
    ['The owner is @atelier.amelie', 'atelier.amelie'],
    ["Could not find the user with username: 'atelier.amelie'.", 'atelier.amelie'],
    ['Could not find user with username: [Amélie Rousseau].', 'Rousseau'],
    ["Object with ID '17841400000000001' does not exist", '17841400000000001'],
    ['Post 104512345678_98765432101 cannot be read', '98765432101'],
  ])('leaves out of %j whom it is about', (message, whom) => {
    const excerpt = safeExcerpt({ error: { message, code: 100, error_subcode: 2108006 } }, []);
    expect(excerpt).not.toContain(whom);
    expect(excerpt).toContain('2108006');
  });

  it('bears what is nested without end', () => {
    const nested = JSON.parse(`${'{"error":'.repeat(9_000)}1${'}'.repeat(9_000)}`) as object;
    expect(safeExcerpt(nested, [])).toMatch(/^nested|^\{/);
  });

  it('is short and bears anything', () => {
    expect(safeExcerpt({ message: 'a b '.repeat(5000) }, []).length).toBeLessThanOrEqual(2000);
    expect(safeExcerpt(undefined, [])).toBe('');
    expect(safeExcerpt('text', [])).toBe('"text"');
  });
});
