import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { InvitationListItem } from '@linkage/contracts';
import { INVITE_DIALOG } from '../shared/inviting/inviting';
import { until } from '../testing/open-page';
import { InvitationActions } from './invitation-actions';

type Accounts = InvitationListItem['accounts'];
const lena = { invitationId: '1', name: 'Lena Brandt' };
const instagram: Accounts[number] = { accountId: 'a1', platform: 'instagram', username: 'lena.b', cause: null };
const youtube: Accounts[number] = { accountId: 'a2', platform: 'youtube', username: '@lena', cause: 'expired' };
const ended: Accounts[number] = { accountId: 'a3', platform: 'tiktok', username: 'lena', cause: 'disconnected' };

describe('withdrawing an invite', () => {
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: INVITE_DIALOG, useValue: () => Promise.reject(new Error('It is not opened here.')) },
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => document.querySelectorAll('.cdk-overlay-container').forEach((layer) => layer.replaceChildren()));

  const dialog = (): HTMLElement => {
    const found = document.querySelector<HTMLElement>('[role=alertdialog]');
    if (found === null) throw new Error('There is no dialog.');
    return found;
  };
  const ask = async (accounts: Accounts): Promise<void> => {
    void TestBed.inject(InvitationActions).withdraw({ ...lena, accounts });
    await until(() => expect(dialog().textContent).toContain('Withdraw the invite to'));
  };
  const press = (name: string): void => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('button')];
    const found = buttons.find((button) => button.textContent?.trim() === name);
    if (found === undefined) throw new Error(`There is no button "${name}"`);
    found.click();
    TestBed.tick();
  };
  const sent = async (what: string, body: object): Promise<void> => {
    await until(() => {
      const [request] = server.match(`/api/invitations/1/${what}`);
      expect(request?.request.body).toEqual(body);
      request?.flush({ position: '1' });
    });
  };

  it('asks nothing about accounts where there are none', async () => {
    await ask([ended]);
    expect(dialog().querySelector('input')).toBeNull();
    expect(dialog().textContent).toContain('No account can be connected with its link any more.');
    press('Withdraw invite');
    await sent('withdraw', {});
  });

  it('says which accounts are connected, and goes on watching them unless told otherwise', async () => {
    await ask([instagram, youtube, ended]);
    expect(dialog().querySelector('legend')?.textContent?.trim()).toBe('2 accounts are connected');
    const choices = [...dialog().querySelectorAll('input')];
    expect(choices.map(({ checked }) => checked)).toEqual([true, false]);
    expect(dialog().textContent).not.toContain('TikTok');
    press('Withdraw invite');
    await sent('withdraw', { accounts: 'keep' });
  });

  it('disconnects them, too, when that is chosen, and then there is nothing to undo', async () => {
    await ask([instagram]);
    dialog().querySelectorAll('input')[1]?.click();
    TestBed.tick();
    press('Withdraw and disconnect');
    await sent('withdraw', { accounts: 'disconnect' });
    await until(() =>
      expect(document.body.textContent).toContain('Invite to Lena Brandt withdrawn, 1 account disconnected.'),
    );
    expect(() => press('Undo')).toThrow();
  });

  it('can be undone for a while', async () => {
    await ask([instagram]);
    press('Withdraw invite');
    await sent('withdraw', { accounts: 'keep' });
    await until(() => press('Undo'));
    await sent('undo-withdrawal', {});
    await until(() =>
      expect(document.body.textContent).toContain('Invite to Lena Brandt is back. Its link works again.'),
    );
  });

  it('changes nothing when it is kept', async () => {
    await ask([instagram]);
    press('Keep invite');
    server.expectNone('/api/invitations/1/withdraw');
  });
});
