import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { SavedView } from '@linkage/contracts';
import { down, openPage, unavailable, until } from '../../testing/open-page';
import { ListQuery } from './list-query';
import { SavedViews } from './saved-views';

@Component({
  selector: 'app-listing',
  imports: [SavedViews],
  template: `<app-saved-views list="invitations" [query]="query" />`,
})
class Listing {
  readonly query = new ListQuery({ filter: 'status', filters: ['invited', 'active'], sorts: ['name'] });
}

const quiet: SavedView = { viewId: 'v1', list: 'invitations', name: 'Quiet ones', query: 'status=invited&sort=name' };
const path = '/api/account/views';

describe('saved views of a list', () => {
  const open = async (address: string, ...views: SavedView[]) => {
    const page = await openPage(Listing, 'list', address);
    page.button('Saved views').click();
    const answer = () => page.asked(path);
    (await answer()).flush({
      views: [...views, { ...quiet, viewId: 'v9', list: 'accounts', name: 'Of another list' }],
    });
    await until(() => expect(dialog().textContent).not.toContain('Looking'));
    return page;
  };
  const dialog = (): HTMLElement => document.querySelector<HTMLElement>('[role=dialog]')!;
  const press = (label: string): void =>
    [...dialog().querySelectorAll('button')]
      .find((button) => (button.getAttribute('aria-label') ?? button.textContent.trim()) === label)!
      .click();
  const type = (text: string): void => {
    const field = dialog().querySelector('input')!;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const send = (): void => {
    dialog()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
  };

  /** What is saved under an id of its own. */
  const sent = () =>
    vi.waitFor(() => {
      TestBed.tick();
      const [request] = TestBed.inject(HttpTestingController).match(({ method }) => method === 'PUT');
      if (request === undefined) throw new Error('Nothing is saved.');
      expect(request.request.url).toMatch(/^\/api\/account\/views\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
      return request;
    });

  it('say what to do while there is none and nothing is narrowed', async () => {
    await open('/list');
    expect(dialog().textContent).toContain('Filter, search or sort the list');
    expect(dialog().querySelector('input')).toBeNull();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });

  it('are chosen: the list is shown so, from its first page, at the moment that was chosen', async () => {
    await open('/list?status=active&search=ana&cursor=c&page=2&asOf=2026-01-01T00:00:00.000Z', quiet);
    expect(dialog().textContent).not.toContain('Of another list');
    press('Quiet ones');
    await until(() =>
      expect(TestBed.inject(Router).url).toBe('/list?status=invited&asOf=2026-01-01T00:00:00.000Z&sort=name'),
    );
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });

  it('say which one is shown, and offer no second name for it', async () => {
    await open('/list?sort=name&status=invited', quiet);
    expect(dialog().querySelector('[aria-current]')?.textContent).toContain('Quiet ones');
    expect(dialog().querySelector('input')).toBeNull();
  });

  it('are saved under a name; what is wrong with it stands under the field', async () => {
    await open('/list?status=invited&search=ana');
    send();
    await until(() => expect(dialog().textContent).toContain('Enter a name for the view.'));
    type(' Ana ');
    send();
    const refused = await sent();
    expect(refused.request.body).toEqual({ list: 'invitations', name: 'Ana', query: 'search=ana&status=invited' });
    const message = 'You have 20 views of this list, which is the most. Delete one that you need no more.';
    refused.flush(
      { code: 'invalid-request', detail: message, errors: [{ field: 'name', message }] },
      { status: 400, statusText: 'Bad Request' },
    );
    await until(() => expect(dialog().textContent).toContain('Delete one that you need no more.'));
    send();
    (await sent()).flush({ views: [quiet] });
    await until(() => expect(document.body.textContent).toContain('View “Ana” saved.'));
  });

  it('are renamed where they stand', async () => {
    const page = await open('/list', quiet);
    press('Rename Quiet ones');
    await until(() => expect(dialog().querySelector('input')?.value).toBe('Quiet ones'));
    type('Silent ones');
    send();
    const sent = await page.asked(`${path}/v1`);
    expect(sent.request.body).toMatchObject({ name: 'Silent ones', query: quiet.query });
    sent.flush({ views: [{ ...quiet, name: 'Silent ones' }] });
    await until(() => expect(dialog().textContent).toContain('Silent ones'));
  });

  it('are deleted, and back again when that is undone', async () => {
    const page = await open('/list', quiet);
    press('Delete Quiet ones');
    const sent = await page.asked(`${path}/v1`);
    expect(sent.request.method).toBe('DELETE');
    sent.flush({ views: [] });
    await until(() => expect(document.body.textContent).toContain('View “Quiet ones” deleted.'));
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Undo')!.click();
    const again = await page.asked(`${path}/v1`);
    expect([again.request.method, again.request.body]).toEqual([
      'PUT',
      { list: 'invitations', name: 'Quiet ones', query: quiet.query },
    ]);
    again.flush({ views: [quiet] });
    await until(() => expect(document.body.textContent).toContain('is back.'));
  });

  it('say when they could not be loaded, and load again', async () => {
    const page = await openPage(Listing, 'list', '/list');
    page.button('Saved views').click();
    (await page.asked(path)).flush(unavailable, down);
    await until(() => expect(dialog().textContent).toContain('Your views could not be loaded.'));
    press('Try again');
    (await page.asked(path)).flush({ views: [quiet] });
    await until(() => expect(dialog().textContent).toContain('Quiet ones'));
  });
});
