import { PasswordStrength } from './password-strength.service';

const strength = new PasswordStrength();
const about = ['ana@example.com', 'Ana Lima', 'Bright Brands'];

describe('a password', () => {
  it.each([
    ['ana@example.com', /your name or e-mail/],
    ['Bright Brands', /your name or e-mail/],
    ['aaaaaaaaaa', /repeats itself/],
    ['          ', /repeats itself/],
    ['x'.repeat(200), /repeats itself/],
    ['abcabcabcabc', /repeats itself/],
    ['abcdefghijkl', /a sequence/],
    ['qwertyuiop', /Many people use it/],
    ['password123', /Many people use it/],
    ['iloveyou12', /Many people use it/],
  ])('is not %j: it says why and what would be better', async (password, why) => {
    const refusal = strength.expectStrong(password, about);
    await expect(refusal).rejects.toThrow(why);
    await expect(refusal).rejects.toMatchObject({
      kind: 'invalid',
      code: 'invalid-request',
      details: { field: 'password' },
      message: expect.stringMatching(/^This password is easy to guess\. .*\. Use four words/),
    });
  });

  it.each([
    'correct horse battery',
    'midnight sun',
    'Tr0ub4dor&3x',
    'café au lait',
    'zK3!dzQ9#m',
    '夜空の向こうの山羊たち',
  ])('can be %j', async (password) => expect(await strength.expectStrong(password, about)).toBeUndefined());
});
