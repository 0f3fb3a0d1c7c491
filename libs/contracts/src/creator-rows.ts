import { EMAIL_ALREADY_EXISTS, foldEmail, isEmailAddress, LONGEST_EMAIL } from './email';
import { emailAdvice, likelyEmail } from './email-advice';
import { nameAdvice, nameFault, tidied } from './names';

/** One creator of a file. `line`: where the row begins in it, from 1. */
export interface CreatorRow {
  readonly line: number;
  readonly name: string;
  readonly email: string;
}

export type RowFaultCode =
  | 'name-missing'
  | 'name-unsuitable'
  | 'name-quotes'
  | 'email-missing'
  | 'email-bad'
  | 'email-twice'
  | 'email-already-invited'
  | 'email-opted-out';

/** Why a row cannot be sent. `likely`: the value that was probably meant. */
export interface RowFault {
  readonly code: RowFaultCode;
  readonly field: 'name' | 'email';
  readonly message: string;
  readonly likely: string | null;
}

const fault = (code: RowFaultCode, message: string, likely: string | null = null): RowFault => ({
  code,
  field: code.startsWith('name') ? 'name' : 'email',
  message,
  likely,
});

/** What programs write where there is nothing. */
const noName = /^(?:\p{P}+|#?n\/a|\(?null\)?|undefined)$/iu;
/** What spreadsheets show for a mistake in a formula: `#REF!` · `#¡REF!` · `#N/B` · `#Н/Д` · `#HIÁNYZIK` */
const noValue = /^#(?:\p{Lu}\/\p{Lu}|NV|N\.D\.|YOK|HIÁNYZIK|[¡¿]?[\p{Lu}\d/]+[!?])$/u;

const nameFaults = (name: string): readonly RowFault[] => {
  const found = nameFault(name);
  if (found === 'empty') return [fault('name-missing', 'Name is missing.')];
  if (noName.test(name) || noValue.test(name)) return [fault('name-missing', `Name is missing: “${name}” is none.`)];
  // Creators are known by handles and addresses, too.
  if (found !== null && found !== 'address') return [fault('name-unsuitable', nameAdvice[found])];
  return name.includes('\uFFFD')
    ? [fault('name-unsuitable', 'A letter of the name was lost when the file was saved (“\uFFFD”).')]
    : [];
};

const emailFaults = (email: string): readonly RowFault[] => {
  if (email.trim() === '') return [fault('email-missing', 'E-mail is missing.')];
  return isEmailAddress(email) ? [] : [fault('email-bad', emailAdvice(email), likelyEmail(email))];
};

/** What is wrong with a row by itself: all of it. */
export const faultsOf = ({ name, email }: Pick<CreatorRow, 'name' | 'email'>): readonly RowFault[] => [
  ...nameFaults(tidied(name)),
  ...emailFaults(email),
];

/** By which rows are compared; null: by nothing, because there is no e-mail yet. */
export const rowKey = ({ email }: Pick<CreatorRow, 'email'>): string | null =>
  email.trim() === '' || email.length > LONGEST_EMAIL ? null : foldEmail(email);

/** Of a row in which names and e-mails cannot be told apart for certain. */
export const brokenQuotes: RowFault = fault(
  'name-quotes',
  'The quotation marks of this row do not match. Check name and e-mail.',
);
export const sameAsLine = (line: number): RowFault => fault('email-twice', `Same e-mail as line ${line}.`);
export const alreadyInvited: RowFault = fault('email-already-invited', EMAIL_ALREADY_EXISTS);

export const optedOut: RowFault = fault(
  'email-opted-out',
  'This creator has opted out: they want no more e-mails from your workspace. Leave the row out.',
);

/** Keys of e-mails that no mail may go to. */
export interface BarredEmails {
  readonly invited: ReadonlySet<string>;
  readonly optedOut: ReadonlySet<string>;
}

const noneBarred: BarredEmails = { invited: new Set(), optedOut: new Set() };

export const barredBecause = (key: string, { invited, optedOut: out }: BarredEmails): readonly RowFault[] => {
  if (out.has(key)) return [optedOut];
  return invited.has(key) ? [alreadyInvited] : [];
};

/** Judges rows as they come. The first of several rows with one e-mail is right. */
export const rowJudge = (barred: BarredEmails = noneBarred): ((row: CreatorRow) => readonly RowFault[]) => {
  const lines = new Map<string, number>();
  return (row) => {
    const key = rowKey(row);
    const first = key === null ? undefined : lines.get(key);
    if (key !== null && first === undefined) lines.set(key, row.line);
    return [
      ...faultsOf(row),
      ...(first === undefined ? [] : [sameAsLine(first)]),
      ...(key === null ? [] : barredBecause(key, barred)),
    ];
  };
};

/** All faults of all rows, in their order. */
export const judgeRows = (rows: readonly CreatorRow[], barred?: BarredEmails): readonly (readonly RowFault[])[] =>
  rows.map(rowJudge(barred));
