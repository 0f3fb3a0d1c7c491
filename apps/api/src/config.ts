import { join, resolve } from 'node:path';
import {
  platformIds,
  registrationModes,
  type MailQuotas,
  type PlatformId,
  type RegistrationMode,
} from '@linkage/contracts';
import type { MostCalls } from '@linkage/platforms';
import { ConfigError, logLevels, Variables, type Environment, type LogLevel } from '@linkage/settings';
import { bounceSettings, type BounceSettings } from './config/bounces';
import { checkExposure } from './config/exposure';
import { mailQuotas } from './config/mail-quotas';
import { mostCalls } from './config/most-calls';
import { SHORTEST_KEY } from './config/shortest-key';
import { webhookSecrets } from './config/webhook-secrets';

const MB = 1_000_000;

export const roles = ['web', 'projections', 'reactors', 'ingestion'] as const;
type Role = (typeof roles)[number];

interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Everything that can be set from outside, checked. The README has the table. */
export interface Config extends BounceSettings {
  /** `demo`: platform sandbox, movable clock and embedded mailbox may be used. */
  readonly mode: 'demo' | 'production';
  /** The visitors that may register a workspace. */
  readonly registration: RegistrationMode;
  readonly host: string;
  readonly port: number;
  /** Origin at which people reach Linkage. */
  readonly publicUrl: string;
  /**
   * Addresses and networks of proxies that are believed; undefined: only of this machine, and only what they say of
   * their client's address.
   */
  readonly trustedProxies: readonly string[] | undefined;
  /** Absolute path of the data folder. */
  readonly dataDirectory: string;
  /** undefined: the embedded log in the data folder holds the facts. */
  readonly eventStoreUrl: string | undefined;
  /** null in production. */
  readonly sandboxUrl: string | null;
  /** false: no mail goes out, and none is taken by the embedded receiver. */
  readonly sendsMail: boolean;
  /** undefined: the embedded receiver takes the mails. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** How many invitation mails may be asked for; null: as many as are. */
  readonly mailQuotas: MailQuotas | null;
  /** Where a call with sales is booked; null: nowhere. */
  readonly salesUrl: string | null;
  /** undefined: a key is made in the data folder. */
  readonly masterKey: string | undefined;
  /** undefined: a key is made in the data folder. */
  readonly operatorKey: string | undefined;
  /** Of the real platforms. */
  readonly credentials: Readonly<Partial<Record<PlatformId, ClientCredentials>>>;
  /** For the webhooks of platforms that have one. */
  readonly webhookSecrets: Readonly<Partial<Record<PlatformId, string>>>;
  /** How often platforms may be called at most, where the operator says so. */
  readonly mostCalls: Readonly<Partial<Record<PlatformId, MostCalls>>>;
  /** Room for pictures of creators and their content, in bytes. */
  readonly pictures: { readonly one: number; readonly all: number };
  readonly logLevel: LogLevel;
  readonly roles: readonly Role[];
}

/** @throws ConfigError naming every bad variable and its cure */
export function readConfig(environment: Environment): Config {
  const variables = new Variables(environment);
  const mode = variables.choice('LINKAGE_MODE', ['demo', 'production'], 'demo');
  const port = variables.port('LINKAGE_PORT', 3000);
  const publicUrl = variables.origin('LINKAGE_PUBLIC_URL', `http://localhost:${port}`);
  const own = credentials(variables);
  const sendsMail = variables.choice('LINKAGE_MAIL', ['smtp', 'none'], 'smtp') === 'smtp';
  const config: Config = {
    mode,
    registration: variables.choice('LINKAGE_REGISTRATION', registrationModes, mode === 'demo' ? 'open' : 'closed'),
    host: variables.host('LINKAGE_HOST', '127.0.0.1'),
    port,
    publicUrl,
    trustedProxies: variables.addresses('LINKAGE_TRUSTED_PROXIES'),
    dataDirectory: resolve(variables.text('LINKAGE_DATA') ?? '.data'),
    eventStoreUrl: eventStoreUrl(variables),
    sandboxUrl:
      mode === 'demo'
        ? variables.origin('LINKAGE_SANDBOX_URL', 'http://127.0.0.1:3100')
        : variables.origin('LINKAGE_SANDBOX_URL', null),
    sendsMail,
    smtpUrl: smtpUrl(variables),
    mailFrom: variables.text('LINKAGE_MAIL_FROM') ?? 'Linkage <linkage@localhost.localdomain>',
    mailQuotas: mailQuotas(variables, variables.text('LINKAGE_SMTP_URL') !== undefined),
    ...bounceSettings(variables),
    salesUrl: variables.link('LINKAGE_SALES_URL'),
    masterKey: masterKey(variables),
    operatorKey: operatorKey(variables),
    credentials: own,
    webhookSecrets: webhookSecrets(variables, publicUrl, (id) => mode === 'demo' && own[id] === undefined),
    mostCalls: mostCalls(variables),
    pictures: {
      one: variables.count('LINKAGE_PICTURE_MB', 2, { from: 1, to: 20 }) * MB,
      all: variables.count('LINKAGE_PICTURES_MB', 5_000, { from: 50, to: 1_000_000 }) * MB,
    },
    logLevel: variables.choice('LINKAGE_LOG_LEVEL', logLevels, 'info'),
    roles: variables.list('LINKAGE_ROLES', roles),
  };
  if (config.eventStoreUrl === undefined) checkAlone(config, variables);
  if (!sendsMail && config.smtpUrl !== undefined)
    variables.trouble('LINKAGE_MAIL', 'leave it out to send mails, or leave LINKAGE_SMTP_URL out to send none');
  if (mode === 'production') checkProduction(config, variables);
  checkExposure(config, variables);
  if (variables.troubles.length > 0) throw new ConfigError(variables.troubles);
  return config;
}

function checkProduction(config: Config, variables: Variables): void {
  if (config.sandboxUrl !== null)
    variables.trouble(
      'LINKAGE_SANDBOX_URL',
      'leave it out: in production there is no platform sandbox and its clock is not followed',
    );
  if (config.sendsMail) checkMail(config, variables);
  checkKeys(config, variables);
  if (variables.text('LINKAGE_PUBLIC_URL') === undefined)
    variables.trouble(
      'LINKAGE_PUBLIC_URL',
      'give the address at which people reach Linkage, such as https://linkage.example.com',
    );
}

function checkMail(config: Config, variables: Variables): void {
  if (config.smtpUrl === undefined)
    variables.trouble(
      'LINKAGE_SMTP_URL',
      'give your mail server, such as smtps://user:password@mail.example.com; the embedded mailbox is for the demo. LINKAGE_MAIL=none sends no mails',
    );
  if (variables.text('LINKAGE_MAIL_FROM') === undefined)
    variables.trouble('LINKAGE_MAIL_FROM', 'give the sender of invitations, such as "Acme <creators@acme.example>"');
}

/** A key beside what it opens is copied together with it, so in production both keys come from elsewhere. */
function checkKeys({ masterKey: master, operatorKey: operator, dataDirectory }: Config, variables: Variables): void {
  const fresh = 'make one with: openssl rand -base64 32';
  const kept = (file: string): string =>
    `An installation that has run without it has its key in ${join(dataDirectory, file)}`;
  if (master === undefined)
    variables.trouble(
      'LINKAGE_MASTER_KEY',
      `give the key of the vault, kept apart from the data folder; ${fresh}. ${kept('master.key')}`,
    );
  if (operator === undefined)
    variables.trouble('LINKAGE_OPERATOR_KEY', `give the key of the operator page; ${fresh}. ${kept('operator.key')}`);
}

/** The embedded log has one process: no other could do what this one leaves out. */
function checkAlone({ roles: chosen }: Config, variables: Variables): void {
  const missing = roles.filter((role) => !chosen.includes(role));
  if (missing.length === 0 || variables.isInTrouble('LINKAGE_ROLES')) return;
  const way =
    'Leave LINKAGE_ROLES out, or keep the facts in EventStoreDB (LINKAGE_EVENTSTORE_URL), which several processes can share';
  variables.trouble(
    'LINKAGE_ROLES',
    `with the embedded log one process does everything, and none would do ${missing.join(', ')}. ${way}`,
  );
}

function eventStoreUrl(variables: Variables): string | undefined {
  const value = variables.text('LINKAGE_EVENTSTORE_URL');
  if (value !== undefined && !/^esdb(\+discover)?:\/\/\S+$/.test(value))
    variables.trouble(
      'LINKAGE_EVENTSTORE_URL',
      'use an address such as esdb://127.0.0.1:2113?tls=false, or leave it out for the embedded log',
    );
  return value;
}

function smtpUrl(variables: Variables): string | undefined {
  const value = variables.text('LINKAGE_SMTP_URL');
  const isSmtp = value === undefined || (URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol));
  if (!isSmtp)
    variables.trouble(
      'LINKAGE_SMTP_URL',
      'use an address such as smtp://mail.example.com:587 or smtps://user:password@mail.example.com',
    );
  return value;
}

function masterKey(variables: Variables): string | undefined {
  const value = variables.text('LINKAGE_MASTER_KEY');
  const isKey = value === undefined || Buffer.from(value, 'base64').length === 32;
  if (!isKey)
    variables.trouble('LINKAGE_MASTER_KEY', 'give 32 bytes in base64; make one with: openssl rand -base64 32');
  return value;
}

function operatorKey(variables: Variables): string | undefined {
  const value = variables.text('LINKAGE_OPERATOR_KEY');
  if (value !== undefined && value.length < SHORTEST_KEY)
    variables.trouble(
      'LINKAGE_OPERATOR_KEY',
      `use at least ${SHORTEST_KEY} characters; make one with: openssl rand -base64 32`,
    );
  return value;
}

function credentials(variables: Variables): Config['credentials'] {
  const found: Partial<Record<PlatformId, ClientCredentials>> = {};
  for (const platform of platformIds) {
    const prefix = `LINKAGE_${platform.toUpperCase()}_CLIENT`;
    const clientId = variables.text(`${prefix}_ID`);
    const clientSecret = variables.text(`${prefix}_SECRET`);
    if (clientId && clientSecret) found[platform] = { clientId, clientSecret };
    else if (clientId) variables.trouble(`${prefix}_SECRET`, 'give it, too: an id without its secret is of no use');
    else if (clientSecret) variables.trouble(`${prefix}_ID`, 'give it, too: a secret without its id is of no use');
  }
  return found;
}
