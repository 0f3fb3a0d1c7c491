import { eventually } from '@linkage/event-sourcing/testing';
import type { Browser } from './browser';
import { type Asked, askedSince, ChildSandbox } from './child-sandbox';
import { ChildServer } from './child-server';
import { connectCreator, inviteCreator } from './invited-creator';

const DAY_MS = 24 * 3_600_000;

export type PersonOnPlatform = readonly [platform: string, person: string];

export const emailOf = (index: number): string => `creator${index}@example.com`;

/** Resolves when every account was refreshed at this moment of a clock that stands still. */
export const eachRefreshedAt = (desk: Browser, moment: string, count: number, withinMs: number): Promise<unknown> =>
  eventually(async () => {
    const { items } = (await desk.get('/api/accounts?limit=100')).body as { items: { lastUpdatedAt: string | null }[] };
    expect(items.map(({ lastUpdatedAt }) => lastUpdatedAt)).toEqual(Array.from({ length: count }, () => moment));
  }, withinMs);

export const daysLater = (moment: string, days: number): string =>
  new Date(Date.parse(moment) + days * DAY_MS).toISOString();

/**
 * What a single process, with all roles, asks the platforms when these people connect at `moment` and on each of the
 * following `days`: what several processes are measured by.
 */
export async function askedByOneProcess(
  people: readonly PersonOnPlatform[],
  moment: string,
  days: number,
  withinMs: number,
): Promise<readonly Asked[]> {
  const sandbox = await ChildSandbox.start();
  await sandbox.standStillAt(moment);
  const server = await ChildServer.start({ env: { LINKAGE_SANDBOX_URL: sandbox.url } });
  await sandbox.registers(server.url);
  try {
    const desk = server.browser;
    await desk.post('/api/registration', {
      workspaceName: 'Bright Brands',
      name: 'Ana',
      email: 'ana@example.com',
      password: 'correct horse battery',
    });
    for (const [index, [platform, person]] of people.entries())
      await connectCreator(await inviteCreator(desk, emailOf(index)), server.url, platform, person);
    const asked: Asked[] = [];
    for (let day = 0, before: Asked = {}; day <= days; day += 1) {
      if (day > 0) await sandbox.advance(DAY_MS);
      await eachRefreshedAt(desk, daysLater(moment, day), people.length, withinMs);
      const now = await sandbox.asked();
      asked.push(askedSince(before, now));
      before = now;
    }
    return asked;
  } finally {
    await server.remove();
    await sandbox.end();
  }
}
