import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './server-under-test';

const built = join(__dirname, '../../../../dist/apps/platform-sandbox/main.mjs');

export interface ChildSandbox {
  readonly url: string;
  moveClock(hours: number): Promise<void>;
  /** The creator takes the permission back in the platform's own settings. */
  revoke(platform: string, id: string): Promise<void>;
  stop(): void;
}

/** The built platform sandbox as a process of its own. */
export async function childSandbox(): Promise<ChildSandbox> {
  if (!existsSync(built)) throw new Error('The platform sandbox is not built. Run: npm run nx -- run platform-sandbox:build');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', built], { env: { ...process.env, SANDBOX_PORT: String(port) }, stdio: 'ignore' });
  while (!(await fetch(`${url}/control/api/clock`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`the sandbox ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const ask = async (path: string, body?: object): Promise<void> => {
    const init = { method: 'POST', ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) };
    const answer = await fetch(`${url}/control/api/${path}`, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  return {
    url,
    moveClock: (hours) => ask('clock', { advanceMs: hours * 3_600_000 }),
    revoke: (platform, id) => ask(`people/${platform}/${id}/revoke`),
    stop: () => void child.kill(),
  };
}
