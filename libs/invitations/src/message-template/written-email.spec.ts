import { predefinedMessage } from '@linkage/contracts';
import { invitationEmail } from './invitation-email.service';
import { mailedNames } from './mailed-names';

const link = 'http://localhost:3000/connect/AZNgAAAAcACAAAAAAAAAAQ.4fK2xJm0q8VbT1sL9dWc7uRyE3hZnPa5';
const optOutUrl = 'http://localhost:3000/no-more-mails/0abc';
const typed = { name: 'Misaki', brandName: 'Nordlys Agency', invitedBy: 'Ingrid Solheim' };
const mailOf = (text: string, names = typed, subject = predefinedMessage.subject) =>
  invitationEmail({
    names: mailedNames(names),
    email: 'misaki@hinata.example',
    link,
    optOutUrl,
    message: { subject, text },
  });
const paragraphs = (html: string): string[] =>
  [...html.matchAll(/<(?:p|h1|li)[^>]*dir="auto"[^>]*>(.*?)<\/(?:p|h1|li)>/g)].map(([, inner]) => inner ?? '');

describe('a mail that a brand wrote', () => {
  it('has the words in their formatting, in our frame', () => {
    const { subject, html, text } = mailOf(
      'Dear {{name}},\n\n{{workspace}} saw **your cats** and *likes* them.\n- One\n- [Two](https://nordlys.example/?a=1&b=2)\n\n{{connectLink}}\n\nYours\n{{sender}}',
      typed,
      'Cats, {{name}}? Asks {{workspace}}',
    );
    expect(subject).toBe('Cats, Misaki? Asks Nordlys Agency');
    expect(paragraphs(html)).toEqual([
      'Dear Misaki,',
      '<bdi>Nordlys Agency</bdi> saw <b>your cats</b> and <i>likes</i> them.',
      'One',
      '<a class="lk" href="https://nordlys.example/?a&#x3D;1&amp;b&#x3D;2" style="color:#7a2c75">Two</a>',
      'Yours<br><bdi>Ingrid Solheim</bdi>',
    ]);
    expect(html).toMatch(new RegExp(`<a href="${link}"[^>]*>Connect Your Accounts</a>`));
    expect(html).toContain('We never');
    expect(text).toBe(`Dear Misaki,

Nordlys Agency saw your cats and likes them.

- One
- Two (https://nordlys.example/?a=1&b=2)

Connect Your Accounts:
${link}

We read your profile, audience totals and posts, once a day.
We never post, message, follow or change anything.
You can stop at any time, with the same link.

Yours
Ingrid Solheim

--
You get this because Ingrid Solheim of Nordlys Agency invited misaki@hinata.example. Not you? You can ignore this e-mail; nothing is connected without you.

No more e-mails from Nordlys Agency: ${optOutUrl}
`);
  });

  it('has the button, wherever the link was put', () => {
    for (const text of [
      'Press [here]({{connectLink}}) please, {{name}}',
      'a\n\n{{connectLink}}\n\nb\n\n{{connectLink}}',
      '{{connectLink}}',
    ]) {
      const { html } = mailOf(text);
      expect(html.match(/class="btn"/g)).toHaveLength(1);
      expect(html.match(/>Connect Your Accounts<\/a><\/td>/g)).toHaveLength(1);
      const targets = new Set([...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href));
      expect([...targets]).toEqual([link, optOutUrl]);
    }
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '{{{name}}} {{&name}} {{#with this}}{{lookup . "x"}}{{/with}}',
    '<a href="https://evil.example">x</a> <style>*{}</style> &lt;b&gt;',
  ])('shows what is no formatting as text: %s', (words) => {
    const { html } = mailOf(`${words}\n\n${words}\n\n{{connectLink}}`, { ...typed, name: '<b>Z</b>{{link}}' });
    expect(html).not.toMatch(/<script|<img|<style>\*|<b>Z|href="https:\/\/evil/);
    expect(html.match(/<(?:a|b|i|ul|li|bdi|p|h1|br)\b/g)?.length).toBeLessThan(40);
  });

  it.each([
    ['300 characters without a space', 'x'.repeat(300)],
    ['the longest', 'ÅW'.repeat(100)],
    ['from right to left', 'نورا الفاروق'],
    ['with a mark that turns direction', 'Noa \u202Elive'],
    ['that starts another header', 'Noa\r\nBcc: spy@evil.example'],
    ['that is an address', 'Win at evil.com'],
  ])('bears a name %s', (_what, name) => {
    const { subject, html, text } = mailOf(
      predefinedMessage.text,
      { name, brandName: name, invitedBy: name },
      'A {{name}} B {{workspace}}',
    );
    expect(subject).not.toMatch(/[\r\n\u202A-\u202E]/u);
    expect(Array.from(subject).length).toBeLessThan(150);
    expect(html).not.toMatch(/\u202E|Bcc|evil\.com/);
    expect(text).not.toMatch(/Bcc|evil\.com/);
  });

  it('says “Hi,” to whom it cannot call by name', () => {
    const { html, text } = mailOf('Hi {{name}},\n\nDear {{name}} there\n\n{{connectLink}}', {
      ...typed,
      name: 'evil.com',
    });
    expect(paragraphs(html)).toEqual(['Hi,', 'Dear there']);
    expect(text).toMatch(/^Hi,\n\nDear there\n/);
  });

  it('has names that keep their own direction', () =>
    expect(mailOf('Line one\nof two\n\nاكتب {{name}} هنا\n\n{{connectLink}}').html).toContain(
      'dir="auto" style="margin:0 0 16px;font-size:16px;line-height:25px;color:#221b23">اكتب <bdi>Misaki</bdi> هنا</p>',
    ));
});
