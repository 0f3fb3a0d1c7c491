import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { certificateLines, type Erasure, type PersonToErase } from '@linkage/contracts';
import { jsonOption, readArguments } from './arguments';
import { type CommandLine, type Lines, UsageError } from './command-line';
import { type Eraser, type WhomToErase, withEraser } from './eraser';

const LOOK_AGAIN_MS = 300;

/** Puts a question and gives what was typed. */
export type Ask = (question: string) => Promise<string>;

/** On stderr, so that what is printed can be piped. */
const askOnTerminal: Ask = async (question) => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new AbortController();
  terminal.once('close', () => ended.abort());
  try {
    return await terminal.question(question, { signal: ended.signal });
  } catch {
    return '';
  } finally {
    terminal.close();
  }
};

const words: Readonly<Record<Erasure['state'], string>> = {
  leaving: 'Ending what goes on for the person …',
  counting: 'Counting the facts that become unreadable …',
  'clearing-read-models': 'The key is deleted. Building the read models anew without it …',
  certified: 'Done.',
  failed: 'Failed.',
};

/** Asks the running server; when none runs, does it. @param programs folder of the built programs */
export const erasePersonCommand = (programs: string, ask = askOnTerminal): CommandLine => ({
  name: 'erase-person',
  usage: '(<id> | --email <address> [--workspace <id or name>]) [--yes] [--json]',
  summary:
    "Delete a person's key, found by the id of a member, an invitation or an account, or by e-mail: all personal data of a creator or member, for good. Prints a certificate",
  run(config, args, lines) {
    const { values, words: given } = readArguments(
      args,
      {
        email: { type: 'string' },
        workspace: { type: 'string' },
        yes: { type: 'boolean', default: false },
        ...jsonOption,
      },
      0,
      1,
    );
    const whom = whomOf(given[0], values);
    return withEraser(config, programs, async (eraser) => {
      if (!eraser.isServer)
        lines.err(`Nothing answers at port ${config.port}: erasing in ${config.dataDirectory} without a server.`);
      const person = one(await eraser.find(whom), lines);
      if (!person) return 1;
      if (!(await isWanted(person, values.yes, whom, lines, ask))) return 1;
      const { state, trouble, certificate } = await untilDone(eraser, person.subject, lines);
      if (state === 'failed' || !certificate) {
        lines.err(
          `The erasure could not be finished: ${trouble ?? 'it does not say why'} Run this again: what was begun is finished then.`,
        );
        return 1;
      }
      for (const line of values.json ? [JSON.stringify(certificate, null, 2)] : certificateLines(certificate))
        lines.out(line);
      return 0;
    });
  },
});

function whomOf(
  id: string | undefined,
  { email, workspace }: { email?: string | undefined; workspace?: string | undefined },
): WhomToErase {
  if (id !== undefined && (email !== undefined || workspace !== undefined))
    throw new UsageError('Give an id or an e-mail, not both.');
  if (id !== undefined) return { id };
  if (!email) throw new UsageError('Say whom to erase: the id of a member, an invitation or an account, or --email.');
  return { email, ...(workspace !== undefined && { workspace }) };
}

const described = ({ kind, subject, workspaceName, workspaceId, since }: PersonToErase): string =>
  `${kind} ${subject} of ${workspaceName} (${workspaceId}), since ${since}`;

function one(people: readonly PersonToErase[], { err }: Lines): PersonToErase | undefined {
  if (people.length === 1) return people[0];
  if (people.length === 0) err('There is no such person. An erased person is found by id only.');
  else {
    err('There are several. Give the id of the one that is meant, or --workspace:');
    for (const person of people) err(`  ${described(person)}`);
  }
  return undefined;
}

/** Asks, unless it was said already or there is nothing left to lose. */
async function isWanted(
  person: PersonToErase,
  yes: boolean,
  whom: WhomToErase,
  { err }: Lines,
  ask: Ask,
): Promise<boolean> {
  err(`This erases the ${described(person)}.`);
  if (person.erasedAt !== null) {
    err(`The person was erased at ${person.erasedAt} already. What is left of it is finished now.`);
    return true;
  }
  for (const line of person.consequences) err(`  - ${line}`);
  err('  - All personal data of the person becomes unreadable, in the past, too. This cannot be taken back.');
  if (yes) return true;
  const wanted = whom.email ?? person.subject;
  const typed = await ask(`Type ${wanted} to erase the person: `);
  if (typed.trim() === wanted) return true;
  err('That is not what was to be typed. Nothing was erased.');
  return false;
}

async function untilDone(eraser: Eraser, subject: string, { err }: Lines): Promise<Erasure> {
  let told = '';
  for (let erasure = await eraser.begin(subject); ; erasure = await eraser.look(subject)) {
    const line = [
      words[erasure.state],
      ...(erasure.state !== 'failed' && erasure.trouble ? [erasure.trouble] : []),
    ].join(' ');
    if (line !== told) err(line);
    told = line;
    if (erasure.state === 'certified' || erasure.state === 'failed') return erasure;
    await pause(LOOK_AGAIN_MS);
  }
}
