// `npm start`: builds what is not built yet, starts everything that the main job needs (Linkage and the platform
// sandbox), says where to go.
import { join } from 'node:path';
import { build } from './launcher/build.mjs';
import { Children } from './launcher/children.mjs';
import { whyNotFree } from './launcher/free-port.mjs';
import { stopWithNpm } from './launcher/stop-with-npm.mjs';
import { root } from './own-programs.mjs';
import { fail, readSettings } from './settings.mjs';

if (Number(process.versions.node.split('.')[0]) < 24) {
  fail(
    `This is Node ${process.versions.node}; Linkage needs 24. It comes with "npm ci" on Linux; elsewhere install Node 24. Start with "npm start", not with "node".`,
  );
}
process.chdir(root);

const children = new Children();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => children.stop(0));
stopWithNpm(children);

const { linkage, sandbox, text, localAddress } = await readSettings((readers, environment) => {
  const variables = new readers.Variables(environment);
  const linkage = readers.readConfig(environment);
  const isGiven = linkage.mode === 'production' || variables.text('LINKAGE_SANDBOX_URL') !== undefined;
  return {
    linkage,
    /** undefined: it is not ours to start. */
    sandbox: isGiven ? undefined : readers.readSandboxSettings(environment),
    text: (name) => variables.text(name),
    localAddress: readers.localAddress,
  };
});
const at = localAddress(linkage.host, linkage.port);
const sandboxUrl = sandbox ? localAddress(sandbox.host, sandbox.port).url : linkage.sandboxUrl;
const isProduction = linkage.mode === 'production';

const taken =
  (await whyNotFree(linkage.port, linkage.host, { port: 'LINKAGE_PORT', host: 'LINKAGE_HOST', of: '', usual: 3000 })) ??
  (sandbox &&
    (await whyNotFree(sandbox.port, sandbox.host, {
      port: 'SANDBOX_PORT',
      host: 'SANDBOX_HOST',
      of: ' for the platform sandbox',
      usual: 3100,
    })));
if (taken) fail(taken);
if (sandbox?.port === 0) fail('SANDBOX_PORT: npm start has to know it, so choose one from 1 to 65535.');

const launch = (name, app, env) => {
  const running = children.begin(
    ['--disable-warning=ExperimentalWarning', '--enable-source-maps', join('dist/apps', app, 'main.mjs')],
    { env, hear: (line) => console.log(`${name.padEnd(8)} ${line}`) },
  );
  void running?.ended.then((code) => {
    if (!children.stopping) console.error(`\n${name} stopped by itself (exit ${code}); stopping the rest.`);
    children.stop(code ?? 1);
  });
};

/** Waits until the address answers 2xx, or all is being stopped. */
const ready = async (url) => {
  while (!children.stopping) {
    const answer = await fetch(url, { signal: children.signal }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

if (await build(['api', 'dashboard', 'microsite', ...(sandbox ? ['platform-sandbox'] : [])], children)) {
  if (sandbox) {
    launch('sandbox', 'platform-sandbox', {
      SANDBOX_PORT: String(sandbox.port),
      SANDBOX_HOST: sandbox.host,
      SANDBOX_STATE: text('SANDBOX_STATE') ?? join(linkage.dataDirectory, 'sandbox.json'),
      SANDBOX_REDIRECT_URIS: text('SANDBOX_REDIRECT_URIS') ?? `${linkage.publicUrl}/api/oauth/{platform}/callback`,
    });
    await ready(`${sandboxUrl}/control/api/clock`);
  }
  launch('linkage', 'api', {
    LINKAGE_PORT: String(linkage.port),
    LINKAGE_HOST: linkage.host,
    LINKAGE_LOG_LEVEL: text('LINKAGE_LOG_LEVEL') ?? (isProduction ? 'info' : 'warn'),
    ...(sandbox && { LINKAGE_SANDBOX_URL: sandboxUrl }),
  });
  await ready(`${at.url}/health/ready`);
} else {
  children.stop(1);
}

if (!children.stopping) {
  const hasMailbox = !isProduction && linkage.smtpUrl === undefined;
  console.log(`
Linkage runs.

  Dashboard         ${linkage.publicUrl}/              register a workspace, then Invite Creators
${hasMailbox ? `  Mailbox           ${linkage.publicUrl}/mailbox       every mail that Linkage sends lands here\n` : ''}${isProduction ? '' : `  Platform sandbox  ${sandboxUrl}/              ${sandbox ? 'simulated platforms; move the clock here' : 'not started here: LINKAGE_SANDBOX_URL says that it runs there'}\n`}
Fill a workspace with 30 creators: npm run demo (in another terminal). Stop with Ctrl+C.
`);
}
