import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import type { AccountList as List, ConnectedAccountItem } from '@linkage/contracts';
import { openPage, until, type OpenPage } from '../testing/open-page';
import { AccountList } from './account-list';

const at = new Date(Date.now() - 3_600_000).toISOString();
const atelier: ConnectedAccountItem = {
  accountId: 'a1',
  invitationId: '1',
  creatorName: 'Amélie Rousseau',
  creatorEmail: 'amelie@rousseau.example',
  platform: 'instagram',
  username: 'atelier.amelie',
  displayName: 'Amélie',
  avatarUrl: null,
  connectedAt: at,
  lastUpdatedAt: at,
  followers: 41_702,
  followersMissing: null,
  awaitsFigures: false,
  health: { state: 'ok' },
};
const list = (item: ConnectedAccountItem): List => ({
  items: [item],
  next: null,
  previous: null,
  total: 1,
  counts: { all: 1, instagram: 1 },
});

describe('disconnecting an account from the list', () => {
  let page: OpenPage;
  afterEach(() => document.querySelectorAll('.cdk-overlay-container').forEach((layer) => layer.replaceChildren()));

  const open = async (item = atelier): Promise<void> => {
    page = await openPage(AccountList, 'creators/connected', '/creators/connected');
    (await page.asked('/api/accounts')).flush(list(item));
    await until(() => expect(page.text()).toContain('atelier.amelie'));
  };
  const press = (name: string): void => {
    const found = [...document.querySelectorAll<HTMLButtonElement>('button')].find(
      (button) => button.textContent?.trim() === name,
    );
    if (found === undefined) throw new Error(`There is no button "${name}"`);
    found.click();
    TestBed.tick();
  };
  const question = async (): Promise<HTMLElement> => {
    page.button('More actions for atelier.amelie').click();
    await until(() => press('Disconnect account …'));
    return vi.waitFor(() => {
      TestBed.tick();
      const dialog = document.querySelector<HTMLElement>('[role=alertdialog]');
      if (dialog === null) throw new Error('There is no dialog.');
      return dialog;
    });
  };

  it('asks first, and says what is kept', async () => {
    await open();
    const text = (await question()).textContent?.replace(/\s+/g, ' ');
    for (const part of [
      'Disconnect atelier.amelie?',
      'Linkage gives up its access to Instagram and no longer refreshes the account.',
      'Its history and its figures so far are kept.',
      'Amélie Rousseau can connect it again with the same link.',
    ])
      expect(text).toContain(part);
    press('Keep');
    TestBed.inject(HttpTestingController).expectNone('/api/accounts/a1/disconnect');
  });

  it('disconnects it, says so and reads the list again', async () => {
    await open();
    await question();
    press('Disconnect account');
    const sent = await page.asked('/api/accounts/a1/disconnect');
    expect([sent.request.method, sent.request.headers.has('Idempotency-Key')]).toEqual(['POST', true]);
    sent.flush({ position: '1' });
    await page.asked('/api/accounts');
    await until(() => expect(document.body.textContent).toContain('atelier.amelie is disconnected.'));
  });

  it('offers it no more for one that is disconnected', async () => {
    await open({ ...atelier, health: { state: 'action-needed', cause: 'disconnected', since: at } });
    expect(() => page.button('More actions for atelier.amelie')).toThrow();
  });
});
