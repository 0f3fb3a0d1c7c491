import { serverWords } from './server-words';

describe("a mail server's words", () => {
  it.each([
    [
      '550 5.1.1 <noa@example.com>: Recipient address rejected: User unknown',
      '…: Recipient address rejected: User unknown',
    ],
    [
      '550-5.1.1 The email account that you tried to reach does\r\n550 5.1.1 not exist.',
      'The email account that you tried to reach does not exist.',
    ],
    ['450 greylisted, see https://help.example/?who=noa@example.com', 'greylisted, see https://help.example/…'],
    ['421 too\u0000 busy\u202e', 'too busy'],
    ['552', ''],
  ])('of %j', (response, words) => {
    expect(serverWords(response)).toBe(words);
  });

  it('are cut where they are endless', () => {
    expect(Array.from(serverWords(`550 ${'𝒳'.repeat(5_000)}`))).toHaveLength(300);
  });
});
