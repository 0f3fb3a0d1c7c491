import type { MailFinding, OperatorMail } from '@linkage/contracts';
import { down, openPage, until } from '../testing/open-page';
import { MailSettings } from './mail-settings';

const path = '/api/operator/mail';
const smtp: OperatorMail = {
  way: 'smtp',
  server: 'mail.acme.example:587',
  from: 'Acme <creators@acme.example>',
  bounceAddress: null,
};
const good: MailFinding = {
  matter: 'dmarc',
  verdict: 'good',
  place: '_dmarc.acme.example',
  found: ['v=DMARC1; p=none'],
  says: ['Its policy is “none”.'],
  publish: null,
};
const bad: MailFinding = {
  matter: 'spf',
  verdict: 'bad',
  place: 'acme.example',
  found: [],
  says: ['There is no SPF record.'],
  publish: { type: 'TXT', name: 'acme.example', value: 'v=spf1 a:mail.acme.example ~all' },
};

const showing = async (mail: OperatorMail, ...findings: MailFinding[]) => {
  const page = await openPage(MailSettings, 'x', '/x');
  (await page.asked(path)).flush(mail);
  if (mail.way === 'smtp') (await page.asked(`${path}/check`)).flush({ findings });
  await until(() => expect(page.element.querySelector('dl')).not.toBeNull());
  return page;
};
const fill = (page: Awaited<ReturnType<typeof showing>>, name: string, text: string): HTMLFormElement => {
  const field = page.element.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  return field.form!;
};
const submit = (form: HTMLFormElement): boolean => form.dispatchEvent(new Event('submit', { cancelable: true }));

describe('the mails on the operator page', () => {
  it('are looked at once the page opens, and what is wrong comes with the record that mends it', async () => {
    const page = await showing(smtp, good, bad);
    await until(() => expect(page.text()).toContain('To be mended: SPF.'));
    for (const part of ['mail.acme.example:587', 'There is no SPF record.', 'v=spf1 a:mail.acme.example ~all'])
      expect(page.text()).toContain(part);
    expect(page.element.querySelector('pre')?.textContent).toBe('v=DMARC1; p=none');
  });

  it('go out as they should where all is well', async () => {
    const page = await showing(smtp, good);
    await until(() => expect(page.text()).toContain('Mails go out as they should.'));
  });

  it('are looked at again with the selector that is typed', async () => {
    const page = await showing(smtp, good);
    submit(fill(page, 'selector', ' spring '));
    const asked = await page.asked(`${path}/check`);
    expect(asked.request.body).toEqual({ selector: 'spring' });
    asked.flush({ findings: [bad] });
    await until(() => expect(page.text()).toContain('To be mended: SPF.'));
  });

  it.each([
    [{ taken: true, says: 'The mail server took the mail.', words: 'Queued as 4F3' }, 'Queued as 4F3'],
    [{ taken: false, says: 'The mail was not taken: the mailbox is full.', words: null }, 'the mailbox is full'],
  ])('are tried with a test mail: %o', async (answer, words) => {
    const page = await showing(smtp, good);
    submit(fill(page, 'to', 'you@example.com'));
    const asked = await page.asked(`${path}/test`);
    expect(asked.request.body).toEqual({ to: 'you@example.com' });
    asked.flush(answer);
    await until(() => expect(page.text()).toContain(words));
  });

  it('are not tried with what is no address', async () => {
    const page = await showing(smtp, good);
    submit(fill(page, 'to', 'you@'));
    await until(() => expect(page.element.querySelector('[aria-invalid=true]')).not.toBeNull());
  });

  it('that stay on this machine, or do not go out, have nothing to be looked at', async () => {
    const demo = await showing({ ...smtp, way: 'mailbox', server: null });
    expect(demo.text()).toContain('no mail leaves this machine');
    expect(demo.element.querySelector('.findings')).toBeNull();
  });

  it('that do not go out say what is done instead', async () => {
    const none = await showing({ way: 'none', server: null, from: null, bounceAddress: null });
    expect(none.text()).toContain('Links are given by hand');
    expect(none.element.querySelector('form')).toBeNull();
  });

  it('can be asked for again when the server was away', async () => {
    const page = await openPage(MailSettings, 'x', '/x');
    (await page.asked(path)).flush(null, down);
    await until(() => expect(page.text()).toContain('could not be looked at'));
    page.button('Try again').click();
    (await page.asked(path)).flush({ ...smtp, way: 'mailbox' });
    await until(() => expect(page.text()).toContain('nothing to publish'));
  });
});
