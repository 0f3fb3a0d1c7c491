import { program } from '../own-programs.mjs';

/** Has Nx build what has changed since it was built last; false: it failed, or was stopped. */
export const build = async (projects, children) => {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.log(`Building what is not built yet: ${projects.join(', ')}`);
  const kept = [];
  let done = 0;
  const running = children.begin(
    [program('nx'), 'run-many', '-t', 'build', '-p', ...projects, '--output-style=static'],
    {
      env: { NX_DAEMON: 'false', NX_TUI: 'false', CI: 'true', FORCE_COLOR: '0' },
      group: true,
      hear: (line) => {
        kept.push(line);
        // In this style Nx prints what a task said when the task has ended.
        const built = /^> nx run ([\w-]+):build/.exec(line);
        if (built) console.log(`  [${++done}/${projects.length}] ${built[1]}`);
      },
    },
  );
  const heartbeat = setInterval(() => console.log(`  … ${seconds()} s, ${done} of ${projects.length} built`), 5000);
  const code = await running?.ended;
  clearInterval(heartbeat);
  if (children.stopping) return false;
  if (code === 0) console.log(`Built in ${seconds()} s.`);
  else console.error(`\n${kept.join('\n')}\n\nThe build failed; the reason is above.\n`);
  return code === 0;
};
