import { messageFaults, parseMessage, predefinedMessage, type WrittenMessage } from './index';

const faultsOf = (written: Partial<WrittenMessage>): string[] =>
  messageFaults({ ...predefinedMessage, ...written }).map(({ field, message }) => `${field}: ${message}`);
const link = '\n\n{{connectLink}}';

describe('what keeps a message from being sent', () => {
  it('is nothing in the predefined one', () => expect(messageFaults(predefinedMessage)).toEqual([]));

  it.each([
    ['', /^subject: Enter a subject/],
    ['x'.repeat(151), /^subject: Use at most 150 characters/],
    ['Hi\r\nBcc: spy@evil.example', /^subject: Write the subject on one line/],
    ['A \u202Egnp.exe', /^subject: Write the subject on one line/],
    ['Hi {{nmae}}', /^subject: “{{nmae}}” is not known here\. Use {{name}}, {{workspace}} or {{sender}}\./],
    ['Hi {{constructor}}', /^subject: “{{constructor}}” is not known/],
    ['Hi {{name', /^subject: Write a variable as {{name}}/],
    ['Go to {{connectLink}}', /^subject: A subject cannot hold the link/],
  ])('in the subject “%s”', (subject, said) => expect(faultsOf({ subject })).toEqual([expect.stringMatching(said)]));

  it.each([
    ['  \n ', /^text: Write a text/],
    ['x'.repeat(5_001), /^text: Use at most 5,000 characters/],
    ['Hi {{name}}', /^text: Without the link no creator can connect/],
    [`Bell \u0007${link}`, /^text: The text holds characters that cannot be shown/],
    [`Hi {{#each this}}${link}`, /^text: “{{#each this}}” is not known here/],
    [`Hi {{__proto__.x}}${link}`, /^text: “{{__proto__\.x}}” is not known here/],
    [`Hi {{{name}}${link}`, /^text: Write a variable as {{name}}/],
    [`[here](javascript:alert(1))${link}`, /^text: The link “javascript:alert\(1\)” must start with https/],
    [`[here](javascript:alert)${link}`, /^text: The link “javascript:alert” must start with https/],
    [`[here](http://a.example)${link}`, /must start with https/],
    [`[here](https://bank.example@evil.example/x)${link}`, /must start with https/],
    [`[bank.example](https://evil.example/)${link}`, /^text: The words “bank.example” look like another address/],
  ])('in the text “%s”', (text, said) => expect(faultsOf({ text })).toEqual([expect.stringMatching(said)]));

  it.each([
    link,
    'Press [this]({{connectLink}}) please',
    'Go to {{ connectLink }} now',
    `See [our page](https://nordlys.example/a?b=1#c)${link}`,
    `[nordlys.example](https://nordlys.example/about)${link}`,
    `Hi\r\n\r\n{{connectLink}}\tnow`,
  ])('is nothing in “%s”', (text) => expect(faultsOf({ text })).toEqual([]));

  it('is all told at once', () => expect(faultsOf({ subject: '', text: 'Hi {{a}} and {{b}}' })).toHaveLength(4));
});

const faultsOfText = (text: string): readonly string[] =>
  messageFaults({ subject: 'Hi', text: `${text}\n\n{{connectLink}}` }).map(({ message }) => message);

describe('a message that was written for another program', () => {
  it.each([
    ...[
      '*|FNAME|*',
      '{name}',
      '{ {name} }',
      '${name}',
      '[[First name]]',
      '%FIRSTNAME%',
      '[Name]',
      '[Your name]',
      '<name>',
    ],
    ...['{first_name}', '%%name%%', '｛｛name｝｝', '{% name %}', '[first_name]', '[FIRST_NAME]', '[Influencer Name]'],
    ...[
      '[Creator’s Name]',
      '{influencer_name}',
      '[Brand Name]',
      '[Your Brand]',
      '[Company Name]',
      '{contact.first_name}',
    ],
    ...['«FirstName»', '[Vorname]', '[Prénom]', '%First Name%', '<Brand Name>', '{Vorname}'],
  ])('is not sent with its variables in it: %s', (variable) => {
    expect(faultsOfText(`Hi ${variable},`)).toEqual([
      `“${variable}” is not known here. Use {{name}}, {{workspace}}, {{sender}} or {{connectLink}}.`,
    ]);
    expect(messageFaults({ subject: `Hi ${variable}`, text: '{{connectLink}}' })).toEqual([
      { field: 'subject', message: `“${variable}” is not known here. Use {{name}}, {{workspace}} or {{sender}}.` },
    ]);
  });

  it.each([
    'https://ja.wikipedia.org/wiki/%E7%94%B0%E4%B8%AD',
    '[über uns](https://marke.example/%C3%BCber-uns)',
    '[form](https://docs.example/view?entry.1=%D0%98%D0%B2)',
  ])('may have letters of an address as browsers write them: %s', (text) => expect(faultsOfText(text)).toEqual([]));

  it('is found in an address, too', () => expect(faultsOfText('https://a.example/?n=%FIRSTNAME%')).toHaveLength(1));

  it.each(['20 % off, 30 % more', '[sic] {winter} <3 a [link] $5', 'Write \\{name\\}', '100%SURE or 50%OFF%'])(
    'may have the same signs for themselves: %s',
    (text) => expect(faultsOfText(text)).toEqual([]),
  );
});

describe('a link in a message', () => {
  it.each([
    '[a.example](https://a.example.evil.example)',
    '[a.example](https://evil.example/a.example)',
    '[https://a.example](https://a.example@evil.example)',
    '[{{connectLink}}](https://evil.example)',
    '[here](javascript:alert(1))',
    '[Our site: a.example](https://evil.example)',
    '[b.example or a.example](https://a.example)',
    '[@bank.example](https://evil.example/bank.example)',
    '[pat@a.example](https://a.example)',
    '[аpple.example](https://apple.example)',
    '[müller.example](https://mueller.example)',
    '[evil.example@a.example](https://a.example)',
    '[a.example\\@evil.example](https://evil.example)',
    '[a.example](https://a.example.evil.example/a.example)',
  ])('is not sent when it leads elsewhere than its words say: %s', (text) => {
    expect(faultsOfText(text)).toHaveLength(1);
  });

  it.each([
    '[a.example](https://a.example)',
    '[www.A.example/](https://a.example/?utm=1)',
    '[a.example/cats](https://www.a.example/cats#top)',
    '[this](https://a.example/Cat_(animal))',
    '[@nordlys](https://instagram.com/nordlys)',
    '[müller.example](https://xn--mller-kva.example)',
    '[a.example/ä](https://a.example/%C3%A4)',
    '[Our site: a.example](https://a.example)',
    '[a.example →](https://a.example/?utm=1)',
  ])('is sent: %s', (text) => expect(faultsOfText(text)).toEqual([]));

  it('has brackets of its own in the address', () => {
    expect(parseMessage('a\n[this](https://a.example/Cat_(animal)) b')).toMatchObject([
      { lines: [{}, [{ link: { address: 'https://a.example/Cat_(animal)' } }, { content: { text: ' b' } }]] },
    ]);
  });

  it('under the words of the button does not stand for the button', () => {
    expect(messageFaults({ subject: 'Hi', text: '[{{connectLink}}](https://evil.example)' })).toHaveLength(2);
  });
});
