import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connectionFacts, ingestionFacts } from '@linkage/published-facts';
import { figuresStream, ingestionUnderTest } from '@linkage/ingestion/testing';
import { platformIds, type PlatformId } from '@linkage/platform-guide';
import { createConnectors, sandboxClient, sandboxHosts } from '@linkage/platforms';
import { grantOf, initOf, type PlatformRequest } from '@linkage/platforms/testing';
import { testKernel } from '@linkage/stores/testing';
import { testVault } from '@linkage/vault/testing';
import { Logger } from '@nestjs/common';
import { pairs, report } from './ratios';

/**
 * Goal 11: one refresh of an account with about 400 posts, of which about 5 % changed, costs at most twice the CPU of
 * the bare HTTP calls that it makes, to the same sandbox, in a process of its own. Everything counts that this process
 * does: connector, decisions, facts on the disk, read models.
 */
const ROUNDS = 7;
const POSTS = 400;
const minute = 60_000;
/** From one refresh to the next: so long that about 5 % of the posts have other figures. */
const BETWEEN_MS: Readonly<Partial<Record<PlatformId, number>>> = {
  facebook: 12 * minute,
  tiktok: 6 * minute,
  twitter: 150 * minute,
};
const usually = 60 * minute;
const accountId = '01936000-0000-7000-8000-00000000ac01';

const port = 3_950 + Math.floor(Math.random() * 40);
const url = `http://127.0.0.1:${port}`;
const sandbox = spawn(process.execPath, ['dist/apps/platform-sandbox/main.mjs'], {
  env: { ...process.env, SANDBOX_PORT: String(port) },
  stdio: ['ignore', 'ignore', 'inherit'],
});

async function control<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${url}/control/api/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** CPU of this process in ms. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

interface Person {
  readonly platform: PlatformId;
  readonly id: string;
  readonly posts: number;
}

/** Of the fitting persons the one whose number of posts is nearest. */
const nearest = (people: readonly Person[], platform: PlatformId): Person =>
  people
    .filter((person) => person.platform === platform)
    .toSorted((one, other) => Math.abs(one.posts - POSTS) - Math.abs(other.posts - POSTS))[0]!;

async function measure(platform: PlatformId, person: Person): Promise<void> {
  const { now } = await control<{ now: string }>('GET', 'clock');
  const kernel = testKernel({ facts: [connectionFacts, ingestionFacts] });
  const vault = testVault();
  kernel.clock.set(new Date(now));
  let asked: PlatformRequest[] = [];
  const registry = createConnectors(
    { [platform]: { ...sandboxClient, hosts: sandboxHosts(url)[platform] } },
    {
      clock: kernel.clock,
      report: () => undefined,
      transport: (request) => {
        asked.push(request);
        return fetch(request.url, initOf(request));
      },
    },
  );
  const connector = registry.find(platform)!;
  const under = await ingestionUnderTest(kernel, vault, [connector]);
  const settled = async (): Promise<void> => kernel.settled();
  try {
    const grant = await grantOf(connector, { person: person.id });
    await under.connect(accountId, platform, grant, await connector.identify(grant));
    await settled();
    while ((await under.runs(accountId)).at(-1) !== 'RefreshCompleted') await new Promise(setImmediate);
    await settled();
    const figures = async () => kernel.log.readStream(figuresStream(accountId));
    /** Of how many posts facts tell other figures. */
    const changed = async (): Promise<number> =>
      (await figures()).reduce(
        (sum, { data }) => sum + ((data as { metrics?: readonly unknown[] }).metrics?.length ?? 0),
        0,
      );
    const goOn = async (): Promise<void> => {
      const advanceMs = BETWEEN_MS[platform] ?? usually;
      await control('POST', 'clock', { advanceMs });
      kernel.clock.advance(advanceMs);
    };
    const refresh = async (): Promise<void> => {
      const result = await under.refresh(accountId);
      if (result !== 'completed') throw new Error(`${platform}: the refresh ended as ${result}`);
      await settled();
    };
    await goOn();
    asked = [];
    await refresh();
    const calls = [...asked];
    const bare = async (): Promise<void> => {
      for (const request of calls) await (await fetch(request.url, initOf(request))).text();
    };
    await bare();
    const before = await changed();
    const rounds = await pairs(
      ROUNDS,
      async () => {
        await goOn();
        return cpuOf(refresh);
      },
      () => cpuOf(bare),
    );
    const share = ((await changed()) - before) / ROUNDS / person.posts;
    const median = rounds.map(([ours]) => ours).toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)]!;
    report(
      `goal 11: ${platform}, ${person.posts} posts, ${(share * 100).toFixed(0)} % changed, ${calls.length} calls, ${median.toFixed(0)} ms of CPU`,
      rounds.map(([ours, base]) => ours / base),
      { atMost: 2 },
    );
  } finally {
    await under.close();
    await kernel.close();
    vault.remove();
  }
}

// The way through consent asserts that its state comes back.
Object.assign(globalThis, {
  expect: (value: unknown) => ({
    toBe: (wanted: unknown) => {
      if (value !== wanted) throw new Error('The state did not come back.');
    },
  }),
});
Logger.overrideLogger(false);
try {
  while (!(await fetch(`${url}/health/live`).catch(() => undefined)))
    await new Promise((resolve) => setTimeout(resolve, 50));
  await control('POST', 'clock', { pause: true });
  const { people } = await control<{ people: Person[] }>('GET', 'people');
  for (const platform of platformIds) await measure(platform, nearest(people, platform));
} finally {
  sandbox.kill();
  await once(sandbox, 'exit');
}
