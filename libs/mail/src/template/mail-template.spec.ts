import { mailTemplate, renderMail } from './mail-template';

const template = mailTemplate<{ name: string; link: string }>({
  subject: 'For {{name}}',
  text: 'Hi {{name}},\n\n\n\nopen {{link}}\n',
  html: `{{#> mail-layout title="For you" preheader="Read only." brand=name heading="Hi" buttonLabel="Connect Your Accounts" buttonUrl=link}}
    {{#*inline "before"}}{{#> mail-paragraph}}Dear <bdi>{{name}}</bdi>{{/mail-paragraph}}{{/inline}}
    {{#*inline "after"}}{{> mail-facts facts=facts}}{{/inline}}
    {{/mail-layout}}`.replace('{{> mail-facts facts=facts}}', ''),
});
const link = 'http://localhost:3000/connect/abc.def?a=1&b=2';

describe('mail templates', () => {
  it('give subject, text and HTML', () => {
    const { subject, text, html } = renderMail(template, { name: 'Noa', link });
    expect(subject).toBe('For Noa');
    expect(text).toBe(`Hi Noa,\n\nopen ${link}\n`);
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain('Dear <bdi>Noa</bdi>');
    expect(html).toContain('>Connect Your Accounts</a>');
  });

  it('have one button and the same link in full below', () => {
    const { html } = renderMail(template, { name: 'Noa', link });
    const escaped = link.replace('=', '&#x3D;').replace('=', '&#x3D;').replace('&b', '&amp;b');
    expect([...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href)).toEqual([escaped, escaped]);
    expect(html).toContain(`>${escaped}</a></p>`);
  });

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '{{name}}', '&lt;b&gt;', "'; DROP"])(
    'show %s as it was typed, never as markup',
    (name) => {
      const { subject, text, html } = renderMail(template, { name, link });
      expect(html).not.toContain('<script');
      expect(html).not.toContain('<img');
      expect(text).toContain(`Hi ${name},`);
      expect(subject).toBe(`For ${name}`);
      const shown = html.slice(html.indexOf('Dear <bdi>') + 10, html.indexOf('</bdi>', html.indexOf('Dear <bdi>')));
      const read = shown
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#x27;/g, "'")
        .replace(/&#x3D;/g, '=')
        .replace(/&amp;/g, '&');
      expect(read).toBe(name);
    },
  );

  it('keep the subject on one line', () => {
    expect(renderMail(template, { name: 'Noa\r\nBcc: spy@evil.example', link }).subject).toBe(
      'For Noa Bcc: spy@evil.example',
    );
  });

  it('list facts in a box', () => {
    const facts = mailTemplate<{ facts: { term: string; text: string }[] }>({
      subject: 's',
      text: 't',
      html: '{{> mail-facts facts=facts}}',
    });
    const { html } = renderMail(facts, {
      facts: [
        { term: 'We read', text: 'your <b>profile</b>.' },
        { term: 'We never', text: 'post.' },
      ],
    });
    expect(html.match(/<tr><td class="tx"/g)).toHaveLength(2);
    expect(html).toContain('your &lt;b&gt;profile&lt;/b&gt;.');
  });

  it.each(['{{{name}}}', '{{&name}}', '{{#if name}}{{{name}}}{{/if}}', '{{#*inline "x"}}{{{name}}}{{/inline}}'])(
    'refuse unescaped output: %s',
    (html) => {
      expect(() => mailTemplate({ subject: '', text: '', html })).toThrow(/Unescaped output/);
    },
  );

  it('refuse data that lacks a field', () => {
    expect(() => renderMail(template, { name: 'Noa' } as { name: string; link: string })).toThrow(/link/);
  });
});
