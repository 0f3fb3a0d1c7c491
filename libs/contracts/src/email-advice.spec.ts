import { emailAdvice, isEmailAddress, likelyEmail } from './index';

describe('an e-mail that was probably meant', () => {
  it.each([
    ['Zoë Meer zoe@meer.example', 'zoe@meer.example'],
    ['Email: zoe@meer.example', 'zoe@meer.example'],
    ['zoe@meer.example (work)', 'zoe@meer.example'],
    ['["zoe@meer.example"]', 'zoe@meer.example'],
    ['zoe (at) meer (dot) example', 'zoe@meer.example'],
    ['zoe[at]meer[dot]example', 'zoe@meer.example'],
    ['zoe AT meer DOT example', 'zoe@meer.example'],
    ['ｚｏｅ＠ｍｅｅｒ．ｅｘａｍｐｌｅ', 'zoe@meer.example'],
    ['zoe@meer。example', 'zoe@meer.example'],
    ['zoe﹫meer.example', 'zoe@meer.example'],
    ['zoe‐m@meer.example', 'zoe-m@meer.example'],
    ['o’neil@meer.example', "o'neil@meer.example"],
    ['“zoe@meer.example', 'zoe@meer.example'],
    ['zoe m@meer.example', 'zoem@meer.example'],
    ['zoe@meer .example', 'zoe@meer.example'],
    ['Email:zoe@meer.example', 'zoe@meer.example'],
    ['邮箱：zoe@meer.example', 'zoe@meer.example'],
    ['商务合作： zoe@meer.example', 'zoe@meer.example'],
    ['【zoe@meer.example】', 'zoe@meer.example'],
    ['【合作】zoe@meer.example', 'zoe@meer.example'],
    ['「zoe@meer.example」', 'zoe@meer.example'],
    ['。zoe@meer.example', 'zoe@meer.example'],
    ['→ zoe@meer.example', 'zoe@meer.example'],
    ['✉️zoe@meer.example', 'zoe@meer.example'],
    ['\u3164zoe@meer.example', 'zoe@meer.example'],
    ['zoe@meer.example; bo@meer.example', 'zoe@meer.example'],
    ['zoe@meer.example / bo@meer.example,kim@meer.example', 'zoe@meer.example'],
  ])('%s → %s', (typed, likely) => {
    expect([isEmailAddress(typed), likelyEmail(typed)]).toEqual([false, likely]);
  });

  it.each(['zoe at the meer', 'zoe@hotmail.fr', 'zoe@q.com', 'zoe@love.com'])('is none for %s', (typed) =>
    expect(likelyEmail(typed)).toBeNull(),
  );
});

describe('what is wrong with an e-mail', () => {
  it.each([
    ['o’neil@meer.example', 'The e-mail has “’” in it, which no e-mail has.'],
    ['zoe＠meer.example', 'The e-mail has a wide “＠”. Type a plain @.'],
    ['zoe@meer.example,', 'This e-mail is not complete. It should look like name@example.com.'],
    ['邮箱：zoe@meer.example', 'The e-mail has “：” in it, which no e-mail has.'],
    ['zoe\u200B@meer.example', 'The e-mail has an invisible character in it. Type it again.'],
    ['zoe@meer,example', 'The e-mail has a comma where a dot belongs.'],
  ])('%s: %s', (typed, advice) => expect(emailAdvice(typed)).toBe(advice));
});
