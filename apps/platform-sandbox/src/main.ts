import { NotRegistrable } from './oauth/redirect-uris';
import { startSandbox } from './server';

const {
  SANDBOX_PORT = '3100',
  SANDBOX_HOST = '127.0.0.1',
  SANDBOX_SEED = 'linkage',
  SANDBOX_STATE,
  SANDBOX_PUBLIC_URL,
  SANDBOX_REDIRECT_URIS,
} = process.env;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const fail = (text: string): never => {
  process.stderr.write(`${text}\n`);
  process.exit(1);
};

const port = Number(SANDBOX_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  fail(`SANDBOX_PORT must be a port number, not "${SANDBOX_PORT}".`);

try {
  const running = await startSandbox({
    port,
    host: SANDBOX_HOST,
    seed: SANDBOX_SEED,
    ...(SANDBOX_STATE ? { stateFile: SANDBOX_STATE } : {}),
    ...(SANDBOX_PUBLIC_URL ? { publicUrl: SANDBOX_PUBLIC_URL } : {}),
    ...(SANDBOX_REDIRECT_URIS ? { redirectUris: SANDBOX_REDIRECT_URIS.split(/[\s,]+/).filter(Boolean) } : {}),
  });
  say(`Platform sandbox: ${running.url} (clock, people and faults)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void running.close().then(() => process.exit(0)));
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    fail(
      `Port ${port} on ${SANDBOX_HOST} is taken, perhaps by another platform sandbox. Stop it, or choose another: SANDBOX_PORT=3101`,
    );
  }
  if (code === 'EACCES') fail(`Port ${port} may not be used by this user. Choose one above 1023: SANDBOX_PORT=3100`);
  if (error instanceof NotRegistrable) fail(`SANDBOX_REDIRECT_URIS: ${message} Separate several by spaces or commas.`);
  fail(`The platform sandbox could not start: ${message}`);
}
