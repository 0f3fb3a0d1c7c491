import { isLoopback } from '@linkage/settings';
import { NotRegistrable } from './oauth/redirect-uris';
import { startSandbox } from './server';
import { readSandboxSettings, type SandboxSettings } from './settings';

// Whatever is written from here on is for its owner only.
process.umask(0o077);

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const fail = (text: string): never => {
  process.stderr.write(`${text}\n`);
  process.exit(1);
};

function settings(): SandboxSettings {
  try {
    return readSandboxSettings(process.env);
  } catch (error) {
    return fail((error as Error).message);
  }
}

const { port, host, seed, stateFile, publicUrl, redirectUris } = settings();
if (!isLoopback(host))
  say(`WARNING: The sandbox listens at ${host}: others than this machine may move its clock and log in as its people.`);

try {
  const running = await startSandbox({
    port,
    host,
    seed,
    ...(stateFile === undefined ? {} : { stateFile }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(redirectUris === undefined ? {} : { redirectUris }),
  });
  say(`Platform sandbox: ${running.url} (clock, people and faults)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void running.close().then(() => process.exit(0)));
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    fail(
      `Port ${port} on ${host} is taken, perhaps by another platform sandbox. Stop it, or choose another: SANDBOX_PORT=3101`,
    );
  }
  if (code === 'EACCES') fail(`Port ${port} may not be used by this user. Choose one above 1023: SANDBOX_PORT=3100`);
  if (error instanceof NotRegistrable) fail(`SANDBOX_REDIRECT_URIS: ${message} Separate several by spaces or commas.`);
  fail(`The platform sandbox could not start: ${message}`);
}
