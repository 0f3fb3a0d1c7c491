import type { PersonToErase } from '@linkage/contracts';
import { openPage, until } from '../testing/open-page';
import { ErasePerson } from './erase-person';

const noor: PersonToErase = {
  subject: '01936000-0000-7000-8000-000000000001',
  kind: 'creator',
  workspaceId: 'w1',
  workspaceName: 'Nordlys',
  emailHint: null,
  since: '2026-01-15T09:00:00.000Z',
  erasedAt: null,
  consequences: ['1 account (YouTube) is disconnected.'],
};

it('says whose ids it takes, and before it erases what is not searched', async () => {
  const page = await openPage(ErasePerson, 'operator/people', '/operator/people');
  await until(() => expect(page.text()).toContain('An id is that of a member, an invitation or an account.'));
  const whom = page.element.querySelector('[name=whom]') as HTMLInputElement;
  whom.value = '01936000-0000-7000-8000-00000000acc0';
  whom.dispatchEvent(new Event('input'));
  page.button('Find').click();
  (await page.asked('/api/operator/people')).flush({ people: [noor] });
  await until(() => expect(page.text()).toContain('Creator of Nordlys'));
  page.button('Erase the creator of Nordlys').click();
  await until(() =>
    expect(document.querySelector('mat-dialog-container')?.textContent).toContain(
      'What members wrote in messages, file names and saved views, and the name of the workspace',
    ),
  );
});
