import { platformIds, platforms, type PlatformId } from '@linkage/platform-guide';
import type { PlatformTrouble } from '@linkage/platforms';
import {
  contractCases,
  faultsOf,
  meaningOf,
  strangeMeaningOf,
  strangeOf,
  type FaultKind,
  type PlatformCase,
} from '@linkage/platforms/testing';
import { shownOfAccount, shownOfPoints, type ShownFailure } from './shown-failure';

type Call = PlatformCase['calls'][number];

const head = `# What a failure shows

<!-- Written by \`npm run failures\`, never by hand. -->

Every fault on every call of every platform, and what people see of it. Connectors are tried with the same table
(\`libs/platforms/src/testing/contract/\`), and the words are those of the screens; \`npm run failures\` writes this page anew.

Three rules stand behind it:

- **Identity decides, nothing else does.** Only the call that says who the account is can fail a refresh, and only an answer to it that asks for a
  new permission breaks a connection.
- **Any other call costs its own data points.** They keep their last value with its day and say why; a post that was not read is never said to be deleted.
- **What only the operator can mend** (credits, daily and monthly caps) is never the creator's trouble.

Refreshes that fail are tried again after 5 minutes, then after twice as long each time, 6 hours at most, or when the platform said. After an
answer that ends the access nothing is refreshed until the creator has connected again; the creator is asked to by one e-mail.
The platform is asked about that account again after 2 and 8 hours and then daily, for 30 days: should it name the
account after all, the account works again by itself, and the history says so: “Instagram gives access to @noa again”.
An answer that is merely empty says nothing of the kind: the account is “Late” and looked for again in the same way, and
is gone when answers are still empty an hour after the first.

In the words below the creator is called Noa and the account @noa; “…” stands for a report's number, by which the log line is found.
`;

const code = (text: string): string => `\`${text}\``;
const cells = (...texts: readonly string[]): string =>
  `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [cells(...heads), cells(...heads.map(() => '---')), ...rows.map((row) => cells(...row))].join('\n');

const columns = ['Account page', 'Connected Accounts', 'Microsite', 'Failed Connections', 'History'];
const shownCells = ({ account, list, microsite, attempts, history }: ShownFailure): readonly string[] => [
  account,
  list,
  microsite,
  attempts,
  history,
];

function troubleOf(kind: FaultKind, of: PlatformCase): PlatformTrouble {
  const { named, cause = of.refused } = meaningOf(kind, of);
  if (named === 'ended') return { outcome: 'needs-reauthorization', cause };
  if (named === 'unexpected') return { outcome: 'unexpected', reportId: '…' };
  return { outcome: named, retryAt: null } as unknown as PlatformTrouble;
}

const shownOf = (platform: PlatformId, of: PlatformCase, call: Call, kind: FaultKind): ShownFailure => {
  const { lost } = meaningOf(kind, of);
  const points = call.costsOf?.[kind] ?? call.costs;
  return call.decides ? shownOfAccount(platform, troubleOf(kind, of)) : shownOfPoints(platform, points, lost);
};

/** Faults that show the same stand in one row. */
function rowsOf(platform: PlatformId, of: PlatformCase, call: Call): string[][] {
  const kinds = new Map<string, FaultKind[]>();
  for (const kind of faultsOf(of)) {
    const shown = JSON.stringify(shownCells(shownOf(platform, of, call, kind)));
    kinds.set(shown, [...(kinds.get(shown) ?? []), kind]);
  }
  return [...kinds].map(([shown, same]) => [same.map(code).join(' '), ...(JSON.parse(shown) as string[])]);
}

function partOf(platform: PlatformId): string {
  const of = contractCases[platform];
  const calls = of.calls.map((call) => {
    const what = call.decides ? 'names the account' : 'costs its own data points';
    return `### ${platforms[platform].name}: ${code(call.path)}, ${what}\n\n${table(['Fault', ...columns], rowsOf(platform, of, call))}`;
  });
  return [`## ${platforms[platform].name}`, ...calls].join('\n\n');
}

const allKinds = [...new Set(platformIds.flatMap((id) => faultsOf(contractCases[id])))];

function strangePart(): string {
  const kinds = [...new Set(platformIds.flatMap((id) => strangeOf(contractCases[id])))];
  const rows = kinds.map((kind) => {
    const { does, shows } = strangeMeaningOf(kind);
    const where = platformIds.filter((id) => strangeOf(contractCases[id]).includes(kind));
    const places = where.length === platformIds.length ? 'all' : where.map((id) => platforms[id].name).join(', ');
    return [code(kind), does, places, shows];
  });
  const says =
    'These are answers that no rule of a platform speaks of. On whatever call, they cost no more than what it is for, and break no connection.';
  return `## Strange answers\n\n${says}\n\n${table(['Answer', 'The platform', 'Platforms', 'What is seen'], rows)}`;
}

/** The text of docs/failures.md, before it is formatted. */
export const failuresDoc = (): string =>
  [
    head,
    '## The faults\n\nBy the names that the sandbox has for them.',
    table(
      ['Fault', 'The platform'],
      allKinds.map((kind) => [code(kind), meaningOf(kind, {}).does]),
    ),
    strangePart(),
    ...platformIds.map(partOf),
  ].join('\n\n');
