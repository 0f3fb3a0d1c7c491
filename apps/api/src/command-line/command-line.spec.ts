import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { UsageError, type CommandLine } from './command-line';
import { runCommandLine } from './run-command-line';
import { status } from './status.command-line';

const written = () => {
  const [out, err]: [string[], string[]] = [[], []];
  return {
    out,
    err,
    lines: { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) },
  };
};

const echo: CommandLine = {
  name: 'echo',
  usage: '<word>',
  summary: 'Says a word',
  run: async (_config, [word], { out }) => {
    if (word === undefined) throw new UsageError('Which word?');
    out(word);
    return 0;
  },
};

describe('npm run linkage', () => {
  it('lists the commands when none is named', async () => {
    const { lines, out } = written();
    expect(await runCommandLine([echo, status], [], {}, lines)).toBe(0);
    expect(out).toEqual([
      'usage: npm run linkage -- <command>',
      '',
      '  echo <word>  Says a word',
      '  status       Is Linkage running here, and is everything it needs in order?',
    ]);
  });

  it('runs a command with what follows its name', async () => {
    const { lines, out } = written();
    expect(await runCommandLine([echo], ['echo', 'hello'], {}, lines)).toBe(0);
    expect(out).toEqual(['hello']);
  });

  it('says how to call it when the call makes no sense', async () => {
    const { lines, err } = written();
    expect(await runCommandLine([echo], ['echo'], {}, lines)).toBe(2);
    expect(await runCommandLine([echo], ['ecco'], {}, lines)).toBe(2);
    expect(err).toEqual([
      'Which word?',
      'usage: npm run linkage -- echo <word>',
      'There is no command "ecco".',
      'usage: npm run linkage -- <command>',
      '',
      '  echo <word>  Says a word',
    ]);
  });

  it.each([['--help'], ['-h'], ['hello', '--help']])('says how one command is called: %s', async (...rest) => {
    const { lines, out } = written();
    expect(await runCommandLine([echo], ['echo', ...rest], {}, lines)).toBe(0);
    expect(out).toEqual(['usage: npm run linkage -- echo <word>', '', 'Says a word']);
  });

  it.each(['help', '--help', '-h'])('lists the commands for %s, too', async (word) => {
    const { lines, out } = written();
    expect(await runCommandLine([echo], [word], {}, lines)).toBe(0);
    expect(out[0]).toBe('usage: npm run linkage -- <command>');
  });

  it('refuses settings that make no sense before anything else', async () => {
    await expect(runCommandLine([echo], ['echo', 'hello'], { LINKAGE_PORT: 'many' }, written().lines)).rejects.toThrow(
      'LINKAGE_PORT',
    );
  });
});

describe('npm run linkage -- status', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  const answering = async (code: number, body: object): Promise<string> => {
    server = createServer((_request, reply) =>
      reply.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return String((server.address() as AddressInfo).port);
  };

  it('tells what the running process says of itself', async () => {
    const { lines, out } = written();
    const port = await answering(503, {
      status: 'not-ready',
      checks: [
        { name: 'vault', ok: true },
        { name: 'event-log', ok: false, note: 'cannot be reached' },
      ],
    });
    expect(await runCommandLine([status], ['status'], { LINKAGE_PORT: port }, lines)).toBe(1);
    expect(out).toEqual(['not-ready', '  ok  vault', '  NO  event-log: cannot be reached']);
  });

  it('says how to start it when nothing answers', async () => {
    const { lines, err } = written();
    const port = await answering(200, {});
    await new Promise((resolve) => server?.close(resolve));
    expect(await runCommandLine([status], ['status'], { LINKAGE_PORT: port }, lines)).toBe(1);
    expect(err).toEqual([
      expect.stringContaining(`Nothing answers at http://127.0.0.1:${port}/health/ready. Start it with "npm start"`),
    ]);
  });
});
