import { invitationEmail } from './invitation-email.service';
import { mailedNames } from './mailed-names';

const link = 'http://localhost:3000/connect/AZNgAAAAcACAAAAAAAAAAQ.4fK2xJm0q8VbT1sL9dWc7uRyE3hZnPa5';
const optOutUrl = 'http://localhost:3000/no-more-mails/0abc';
const typed = { name: '田中 美咲', brandName: 'Nordlys Agency', invitedBy: 'Ingrid Solheim' };
const misaki = { names: mailedNames(typed), email: 'misaki.tanaka@hinata.example', link, optOutUrl };

describe('the invitation mail', () => {
  it('says who asks, and leads to the microsite by one button and the link in full', () => {
    const { subject, html } = invitationEmail(misaki);
    expect(subject).toBe('“Nordlys Agency” invites you to share your channel figures');
    expect(html).toContain('Hi 田中 美咲,');
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([link, link, optOutUrl]);
    expect(html).toMatch(new RegExp(`<a href="${link}"[^>]*>Connect Your Accounts</a>`));
    expect(html).toContain('of <bdi>Nordlys Agency</bdi> invited misaki.tanaka@hinata.example.');
  });

  it('says the same in plain text', () => {
    expect(invitationEmail(misaki).text).toBe(`Hi 田中 美咲,

Nordlys Agency would like to follow how your channels are doing, so that you never have to send screenshots again. You choose which accounts to connect; it takes about two minutes on a phone.

Connect Your Accounts:
${link}

We read your profile, audience totals and posts, once a day.
We never post, message, follow or change anything.
You can stop at any time, with the same link.

Many thanks
Ingrid Solheim

--
You get this because Ingrid Solheim of Nordlys Agency invited misaki.tanaka@hinata.example. Not you? You can ignore this e-mail; nothing is connected without you.

No more e-mails from Nordlys Agency: ${optOutUrl}
`);
  });

  it('shows markup in names as text', () => {
    const { subject, html, text } = invitationEmail({
      names: mailedNames({
        name: '<a href="#">Zoë</a>',
        brandName: '<script>alert(1)</script>',
        invitedBy: '"><img src=x>',
      }),
      email: 'a"<b>@example.org',
      link,
      optOutUrl,
    });
    expect(html).not.toMatch(/<script|<img|<a href="#"|<b>@/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('Hi <a href="#">Zoë</a>,');
    expect(subject).toBe('“<script>alert(1)</script>” invites you to share your channel figures');
  });

  it('holds nothing of a template in what people typed', () => {
    expect(invitationEmail({ ...misaki, names: mailedNames({ ...typed, name: '{{link}}' }) }).html).toContain(
      'Hi {{link}},',
    );
  });
});
