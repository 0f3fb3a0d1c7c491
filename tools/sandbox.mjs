// `npm run sandbox`: builds the platform sandbox if that was not done yet, starts it alone, says where it is and how to
// use it.
import { join } from 'node:path';
import { build } from './launcher/build.mjs';
import { Children } from './launcher/children.mjs';
import { whyNotFree } from './launcher/free-port.mjs';
import { stopWithNpm } from './launcher/stop-with-npm.mjs';
import { root } from './own-programs.mjs';
import { fail, readSettings } from './settings.mjs';

if (Number(process.versions.node.split('.')[0]) < 24)
  fail(`This is Node ${process.versions.node}; the sandbox needs 24. It comes with "npm ci"; start with "npm run".`);
process.chdir(root);

const children = new Children();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => children.stop(0));
stopWithNpm(children);

const { settings, url } = await readSettings((readers, environment) => {
  const settings = readers.readSandboxSettings(environment);
  return { settings, url: settings.publicUrl ?? readers.localAddress(settings.host, settings.port).url };
});
const names = {
  port: 'SANDBOX_PORT',
  host: 'SANDBOX_HOST',
  of: ' for the platform sandbox',
  usual: 3100,
  start: 'npm run sandbox',
};
const taken = await whyNotFree(settings.port, settings.host, names);
if (taken) fail(taken);

const how = `
Make-believe Facebook, Instagram, TikTok, Twitch, X and YouTube; nothing here reaches a real one.

  Control page   ${url}/                  clock, faults, people, last calls
  Client         linkage-sandbox, secret linkage-sandbox-secret
  Redirect URI   ${(settings.redirectUris ?? ['http://localhost:3000/api/oauth/{platform}/callback']).join(', ')}   (SANDBOX_REDIRECT_URIS)

  A day later    curl -X POST ${url}/control/api/clock -H 'content-type: application/json' -d '{"advanceMs":86400000}'
  A fault        curl -X PUT ${url}/control/api/faults/youtube -H 'content-type: application/json' -d '{"kind":"429","calls":3}'

Addresses, people, faults and what is not real: docs/sandbox.md. Stop with Ctrl+C.
`;

if (await build(['platform-sandbox'], children)) {
  const running = children.begin(['--enable-source-maps', join('dist/apps/platform-sandbox/main.mjs')], {
    hear: (line) => {
      console.log(line);
      if (line.startsWith('Platform sandbox: ')) console.log(how);
    },
  });
  void running?.ended.then((code) => children.stop(code ?? 1));
} else {
  children.stop(1);
}
