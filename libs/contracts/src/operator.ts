import type { PlatformId } from './platforms';

export interface Replaying {
  /** Parked facts that the reaction is given again. */
  replayed: number;
}

/** GET /api/operator/reactions/:name/parked: what the reaction gave up, the oldest first. */
export interface ParkedFacts {
  reaction: string;
  /** All of them; `facts` are the first hundred. */
  total: number;
  facts: ParkedFactShown[];
}

/** Names the fact, and holds nothing of its data. */
export interface ParkedFactShown {
  id: string;
  type: string;
  stream: string;
  position: string;
  /** ISO. When the fact was recorded. */
  recordedAt: string;
  /** ISO. When the reaction gave it up. */
  parkedAt: string;
  /** Tries of the process that gave it up; null: not known. */
  attempts: number | null;
  /** What the last try said. */
  lastError: string;
}

export interface Rebuilding {
  /** What is being built now, or waits for its turn. */
  projections: string[];
}

/** GET /api/operator/consumers: everything that reads the log in this process. */
export interface OperatorOverview {
  /** ISO, by the clock of the server. */
  now: string;
  consumers: ConsumerOverview[];
}

export interface ConsumerOverview {
  name: string;
  kind: 'projection' | 'reactor';
  /** Of a projection; null for a reactor. */
  version: number | null;
  state: 'idle' | 'running' | 'retrying' | 'stopped' | 'building' | 'elsewhere';
  /** Opaque; null: not a single fact read yet. */
  position: string | null;
  behind: boolean;
  /** How much of the log waits for it; null: the log cannot tell. */
  lag: { amount: number; unit: 'facts' | 'bytes' } | null;
  factsPerSecond: number;
  /** Facts that a reactor could not work on in time. */
  parked: number;
  /** Rows of its read model; null for a reactor. */
  rows: number | null;
  lastError: ConsumerTroubleShown | null;
  /** The last building of its read model since the start of the server. */
  build: BuildOverview | null;
}

export interface ConsumerTroubleShown {
  message: string;
  /** ISO. */
  at: string;
  fact: { id: string; type: string; stream: string; position: string } | null;
}

export interface BuildOverview {
  state: 'waiting' | 'building' | 'done' | 'failed';
  /** 0 to 1; null: not known. */
  share: number | null;
  facts: number;
  factsPerSecond: number;
  secondsLeft: number | null;
  error: ConsumerTroubleShown | null;
}

/** In `RebuildRequest` it means each of them. */
export const ALL_PROJECTIONS = 'all';

/**
 * POST /api/operator/people: who would be erased. Without any of the person's data but what tells several of one name
 * apart.
 */
export interface PeopleFound {
  people: PersonToErase[];
}

export interface PersonToErase {
  /** The data subject: invitation id of a creator, member id of a member. */
  subject: string;
  kind: 'creator' | 'member';
  workspaceId: string;
  workspaceName: string;
  /** Where the person was looked for by name: the beginning of the e-mail and its domain, `n…@example.com`. */
  emailHint: string | null;
  /** ISO. When the person was invited first, or joined. */
  since: string;
  /** ISO; null: not erased yet. */
  erasedAt: string | null;
  /** What erasing the person would end, in sentences. */
  consequences: string[];
}

/** GET /api/operator/erasures/:subject; POST /api/operator/erasures → 202. */
export interface Erasure {
  subject: string;
  /** `certified`: the certificate can be given. */
  state: 'leaving' | 'counting' | 'clearing-read-models' | 'certified' | 'failed';
  /** Why it failed, or what is tried again. */
  trouble: string | null;
  /** null as long as something of the person can still be read. */
  certificate: ErasureCertificate | null;
}

/** What was erased and what was not. Holds no data of the person. */
export interface ErasureCertificate {
  subject: string;
  kind: 'creator' | 'member';
  workspaceId: string;
  workspaceName: string;
  /** ISO, by the clock of the server. */
  erasedAt: string;
  /** Facts that became unreadable. */
  facts: { type: string; count: number }[];
  /** Facts of older versions that say something of the person in the clear. */
  openFacts: { type: string; count: number }[];
  /** What else was ended. */
  done: string[];
  /** What remains, and why. */
  remains: string[];
}

/** GET /api/operator/platforms: which platforms this installation has, and what the others are without. */
export interface OperatorPlatforms {
  platforms: PlatformSetupShown[];
}

export interface PlatformSetupShown {
  platform: PlatformId;
  /**
   * `own-app`: by the operator's app at the platform. `sandbox`: the simulated one stands in. `missing`: creators are
   * not offered it. `not-built`: this version of Linkage cannot connect it.
   */
  state: 'own-app' | 'sandbox' | 'missing' | 'not-built';
  /** Settings that are not given. */
  missing: string[];
  /** To be registered at the platform, character by character. */
  redirectUri: string;
  /** null: the operator has set no budget of calls. */
  calls: PlatformCalls | null;
  /** null: the platform posts to no webhook. */
  webhook: PlatformWebhook | null;
  dataAge: DataAge;
}

/** What figures of accounts are to be: so many of them (a share) no older than that (ms). */
export const DATA_AGE = { share: 0.99, within: 26 * 3_600_000 } as const;

/** How old the figures of the accounts are that are refreshed by themselves. */
export interface DataAge {
  accounts: number;
  /** Of them, those whose figures are older than `DATA_AGE.within`. */
  late: number;
  /** When the oldest of these were read; before a first reading, when the account was connected. null: none is late. */
  oldest: string | null;
}

/** Where a platform says by itself what a person did there. */
export interface PlatformWebhook {
  /** The setting that holds the secret for it. */
  setting: string;
  /** The secret is given. */
  isSet: boolean;
}

/**
 * The calls that this installation allows itself, in any span of `everyMs`, as the process that answers counts them.
 */
export interface PlatformCalls {
  most: number;
  everyMs: number;
  left: number;
  /** ISO UTC: until then refreshes wait, because the calls are used up; null: they go on. */
  refreshesFrom: string | null;
}

/** POST /api/operator/platforms/:platform/test: whether the platform accepts the app. */
export interface PlatformTested {
  platform: PlatformId;
  verdict: 'good' | 'refused' | 'no-plan' | 'busy' | 'down';
  /** Of the answer in the log, where it was refused. */
  report: string | null;
}

/** GET /api/operator/mail: how mails go out, without a secret. */
export interface OperatorMail {
  /** `mailbox`: the embedded one, on this machine; `none`: no mail goes out. */
  way: 'smtp' | 'mailbox' | 'none';
  /** `mail.example.com:587`; null unless there is a mail server. */
  server: string | null;
  /** The sender, as `LINKAGE_MAIL_FROM` says; null: no mail goes out. */
  from: string | null;
  /** Where mails come back to (`LINKAGE_BOUNCE_ADDRESS`); null: Linkage is not told of them. */
  bounceAddress: string | null;
}

export type MailMatter = 'server' | 'spf' | 'dkim' | 'dmarc' | 'return-path' | 'reverse-name';

/** What was found about one matter. `hint`: worth knowing, and no fault; `unknown`: it could not be looked at. */
export interface MailFinding {
  matter: MailMatter;
  verdict: 'good' | 'hint' | 'bad' | 'unknown';
  /** Where it was looked: a name of DNS, or the mail server. */
  place: string;
  /** Records and answers, as they came. */
  found: string[];
  /** What that means and what helps, in sentences. */
  says: string[];
  /** The record that mends it; null: none is needed. */
  publish: { name: string; type: 'TXT' | 'MX'; value: string } | null;
}

/** POST /api/operator/mail/check with `CheckMailRequest` → 200, within 15 seconds. */
export interface MailChecked {
  findings: MailFinding[];
}

/** POST /api/operator/mail/test with `TestMailRequest` → 200, whether it was taken or not. */
export interface MailTested {
  taken: boolean;
  /** What that means. */
  says: string;
  /** What the mail server said; null: nothing. */
  words: string | null;
}
