import { expect, request } from '@playwright/test';
import type { PlatformId } from '@linkage/platform-guide';
import { consentByHand } from '@linkage/platforms/testing';
import type { Installation } from './installation';
import { linkTo } from './people';

/**
 * From the creator's link through the platform's consent over HTTP, for journeys that look at other pages; what can be
 * chosen is chosen.
 */
export const connectByHand = async (
  linkage: Installation,
  { email, platform, person }: { readonly email: string; readonly platform: PlatformId; readonly person: string },
): Promise<void> => {
  const { url } = linkage;
  const token = new URL(await linkTo(linkage, email)).pathname.split('/').at(-1);
  const creator = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
  const started = await creator.post(`/api/microsite/${token}/connections/${platform}`);
  expect(started.status(), await started.text()).toBeLessThan(300);
  const { authorizeUrl, attemptId } = (await started.json()) as { authorizeUrl: string; attemptId: string };
  const query = new URLSearchParams(await consentByHand(authorizeUrl, { person }));
  await creator.get(`/api/oauth/${platform}/callback?${query}`, { maxRedirects: 0 });
  const attempt = `/api/microsite/${token}/attempts/${attemptId}`;
  const { choice } = (await (await creator.get(attempt)).json()) as { choice?: { accounts: { id: string }[] } };
  if (choice) await creator.post(`${attempt}/choice`, { data: { accounts: choice.accounts.map(({ id }) => id) } });
  const outcome = await creator.get(attempt);
  expect(await outcome.json(), `${email} as ${person}`).toMatchObject({ result: 'succeeded' });
  await creator.dispose();
};
