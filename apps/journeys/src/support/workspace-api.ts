import { expect, type Page } from '@playwright/test';
import type { AccountList, AttemptList, InvitationAccepted, InvitationList } from '@linkage/contracts';
import type { Installation } from './installation';

/** The API with the session of the page's browser, for what many clicks would say no better. */
export const apiOf = (page: Page, { url }: Installation) => {
  const get = async <Answer>(path: string): Promise<Answer> => {
    const answer = await page.request.get(`${url}/api/${path}`);
    expect(answer.status(), path).toBe(200);
    return (await answer.json()) as Answer;
  };
  return {
    status: async (path: string): Promise<number> => (await page.request.get(`${url}/api/${path}`)).status(),
    post: async (path: string): Promise<number> =>
      (await page.request.post(`${url}/api/${path}`, { headers: { origin: url } })).status(),
    invite: async (creator: { readonly name: string; readonly email: string }): Promise<InvitationAccepted> => {
      const answer = await page.request.post(`${url}/api/invitations`, { data: creator, headers: { origin: url } });
      expect(answer.status(), creator.email).toBe(201);
      return (await answer.json()) as InvitationAccepted;
    },
    invitations: (email: string) => get<InvitationList>(`invitations?search=${encodeURIComponent(email)}`),
    accounts: (email: string) => get<AccountList>(`accounts?search=${encodeURIComponent(email)}`),
    /** Whatever came of them. */
    attempts: (email: string) => get<AttemptList>(`attempts?result=all&search=${encodeURIComponent(email)}`),
  };
};
