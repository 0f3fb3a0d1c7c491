import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import type { EmailChangeStatus } from '@linkage/contracts';
import { ServerClock } from '../base/server-clock';
import { openPage, until } from '../testing/open-page';
import { ChangeEmail } from './change-email';

const change = {
  email: 'ana@lima.example',
  new: 'waits',
  former: 'waits',
  aloneFrom: '2026-02-08T09:00:00.000Z',
  until: '2026-02-15T09:00:00.000Z',
} as const;

const showing = async (sendsMail: boolean, open: EmailChangeStatus | null) => {
  const page = await openPage(ChangeEmail, 'x', '/x');
  const now = new Date().toISOString();
  void TestBed.inject(ServerClock).load();
  TestBed.inject(HttpTestingController).expectOne('/api/about').flush({ sendsMail, now, clockMovedBy: 0 });
  (await page.asked('/api/account/email')).flush({ email: 'ana@example.com', now, change: open });
  await until(() => expect(page.text()).toContain('ana@example.com'));
  return page;
};

describe('the e-mail of the account', () => {
  it('can be changed where mails are sent', async () => {
    const page = await showing(true, null);
    expect(page.button('Change e-mail')).toBeTruthy();
    expect(page.text()).not.toContain('sends no e-mails');
  });

  it('says why it cannot be changed where no mail is sent', async () => {
    const page = await showing(false, null);
    expect(page.element.querySelector('button')).toBeNull();
    expect(page.text()).toContain('This Linkage sends no e-mails, so a change cannot be confirmed.');
  });

  it('offers no further mail of a change that was begun while mails were sent', async () => {
    const page = await showing(false, change);
    expect(() => page.button('Send again')).toThrow();
    expect(page.button('Cancel change')).toBeTruthy();
    expect(page.text()).toContain('This Linkage sends no e-mails');
  });
});
