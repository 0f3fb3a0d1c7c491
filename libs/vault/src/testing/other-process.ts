import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

interface OtherProcess {
  /** Resolves with the next line that the script prints. */
  line(): Promise<string>;
  kill(): void;
  readonly ended: Promise<number | null>;
}

/** Runs a script that has `vault` (the vault in `directory`, opened by itself) and `say` in another Node process. */
export function otherProcess(directory: string, script: string): OtherProcess {
  const source = join(directory, 'other.ts');
  const bundle = join(directory, 'other.mjs');
  writeFileSync(
    source,
    `
    import { openVault } from ${JSON.stringify(join(__dirname, '..', 'open-vault'))};
    const say = (line: string) => process.stdout.write(line + '\\n');
    const vault = openVault({ directory: ${JSON.stringify(directory)}, leaseMs: 300 });
    ${script}
    vault.close();`,
  );
  // In a process of its own, because esbuild does not run inside jest's realm.
  const options = {
    entryPoints: [source],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // Nest would load it for a pipe that nothing here uses.
    external: ['class-transformer'],
    tsconfig: join(__dirname, '../../../../tsconfig.base.json'),
  };
  execFileSync(process.execPath, ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`], {
    cwd: __dirname,
  });
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', bundle], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    line: async () => String((await lines.next()).value),
    kill: () => child.kill('SIGKILL'),
    ended: once(child, 'exit').then(([code]) => code as number | null),
  };
}
