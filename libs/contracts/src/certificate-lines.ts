import type { ErasureCertificate } from './operator';

const total = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);

const facts = (count: number): string => `${count} ${count === 1 ? 'fact' : 'facts'}`;

const named = (counts: ErasureCertificate['facts']): string[] =>
  counts.map(({ type, count }) => `    ${type}: ${count}`);

/** A certificate as a person reads it. */
export const certificateLines = (certificate: ErasureCertificate): readonly string[] => {
  const { kind, subject, workspaceName, workspaceId, erasedAt, facts: gone, openFacts, done, remains } = certificate;
  return [
    'CERTIFICATE OF ERASURE',
    '',
    `Person:     ${kind} ${subject}`,
    `Workspace:  ${workspaceName} (${workspaceId})`,
    `Erased at:  ${erasedAt}`,
    '',
    `The data of this person in ${facts(total(gone))} became unreadable:`,
    ...named(gone),
    ...(openFacts.length === 0
      ? []
      : [
          `Older facts that say something in the clear, which is not given out: ${facts(total(openFacts))}`,
          ...named(openFacts),
        ]),
    '',
    'What was done:',
    ...done.map((line) => `  - ${line}`),
    '',
    'What remains, and why:',
    ...remains.map((line) => `  - ${line}`),
  ];
};
