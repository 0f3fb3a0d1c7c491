import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Every fence of the import table, proven by one line that must be refused (or, marked "may", that must pass). */
const table: { file: string; code: string; may?: true }[] = [
  // edges between libs
  { file: 'libs/contracts/src/x.ts', code: `import { fold } from '@linkage/event-sourcing'; fold;` },
  { file: 'libs/platform-guide/src/x.ts', code: `import { problemCodes } from '@linkage/contracts'; problemCodes;` },
  { file: 'libs/platform-guide/src/x.ts', code: `import { readFileSync } from 'node:fs'; readFileSync;` },
  { file: 'libs/platform-guide/src/x.ts', code: `import { IsString } from 'class-validator'; IsString;` },
  { file: 'libs/published-facts/src/x.ts', code: `import { platforms } from '@linkage/platform-guide'; platforms;` },
  {
    file: 'libs/published-facts/src/x.ts',
    code: `import type { PlatformId } from '@linkage/platform-guide'; export type X = PlatformId;`,
    may: true,
  },
  ...[
    'libs/contracts/src/x.ts',
    'libs/ui/src/x.ts',
    'libs/platforms/src/x.ts',
    'libs/history/src/sentences/x.ts',
    'apps/platform-sandbox/src/x.ts',
    'apps/microsite/src/app/x.ts',
    'apps/dashboard/src/app/base/x.ts',
  ].map((file) => ({
    file,
    code: `import { platforms } from '@linkage/platform-guide'; platforms;`,
    may: true as const,
  })),
  { file: 'libs/published-facts/src/x.ts', code: `import { problemCodes } from '@linkage/contracts'; problemCodes;` },
  {
    file: 'libs/published-facts/src/x.ts',
    code: `import type { Fact } from '@linkage/event-sourcing'; export type X = Fact;`,
    may: true,
  },
  { file: 'libs/event-sourcing/src/x.ts', code: `import { SqliteEventLog } from '@linkage/stores'; SqliteEventLog;` },
  {
    file: 'libs/event-sourcing/src/x.ts',
    code: `import { InvitationsModule } from '@linkage/invitations'; InvitationsModule;`,
  },
  {
    file: 'libs/stores/src/x.ts',
    code: `import { InvitationsModule } from '@linkage/invitations'; InvitationsModule;`,
  },
  { file: 'libs/stores/src/x.ts', code: `import { problemCodes } from '@linkage/contracts'; problemCodes;` },
  {
    file: 'libs/platforms/src/x.ts',
    code: `import { ConnectionsModule } from '@linkage/connections'; ConnectionsModule;`,
  },
  { file: 'libs/mail/src/x.ts', code: `import { SqliteEventLog } from '@linkage/stores'; SqliteEventLog;` },
  { file: 'libs/vault/src/x.ts', code: `import { SqliteEventLog } from '@linkage/stores'; SqliteEventLog;` },
  { file: 'libs/http/src/x.ts', code: `import { WorkspacesModule } from '@linkage/workspaces'; WorkspacesModule;` },
  {
    file: 'libs/invitations/src/issue-invitation/x.handler.ts',
    code: `import { ConnectionsModule } from '@linkage/connections'; ConnectionsModule;`,
  },
  {
    file: 'libs/connections/src/list-accounts/x.handler.ts',
    code: `import { InvitationsModule } from '@linkage/invitations'; InvitationsModule;`,
  },
  {
    file: 'libs/analytics/src/account-profile/x.query.ts',
    code: `import { IngestionModule } from '@linkage/ingestion'; IngestionModule;`,
  },
  {
    file: 'libs/history/src/list-history/x.query.ts',
    code: `import { ConnectionsModule } from '@linkage/connections'; ConnectionsModule;`,
  },
  {
    file: 'libs/history/src/sentences/x.ts',
    code: `import type { InvitationFact } from '@linkage/published-facts'; export type X = InvitationFact;`,
    may: true,
  },
  {
    file: 'libs/ingestion/src/run-refresh/x.handler.ts',
    code: `import { SqliteEventLog } from '@linkage/stores'; SqliteEventLog;`,
  },
  {
    file: 'libs/workspaces/src/sign-in/x.handler.ts',
    code: `import { DomainError } from '@linkage/event-sourcing'; DomainError;`,
    may: true,
  },
  { file: 'libs/ui/src/x.ts', code: `import type { Page } from '@linkage/contracts'; export type X = Page<string>;` },
  { file: 'libs/api-client/src/x.ts', code: `import { Avatar } from '@linkage/ui'; Avatar;` },
  {
    file: 'libs/api-client/src/x.ts',
    code: `import type { Page } from '@linkage/contracts'; export type X = Page<string>;`,
    may: true,
  },
  { file: 'apps/dashboard/src/app/x.ts', code: `import { fold } from '@linkage/event-sourcing'; fold;` },
  {
    file: 'apps/microsite/src/app/x.ts',
    code: `import { InvitationsModule } from '@linkage/invitations'; InvitationsModule;`,
  },
  { file: 'apps/api/src/x.ts', code: `import { Avatar } from '@linkage/ui'; Avatar;` },
  {
    file: 'apps/platform-sandbox/src/x.ts',
    code: `import { ConnectionsModule } from '@linkage/connections'; ConnectionsModule;`,
  },
  {
    file: 'apps/platform-sandbox/src/x.ts',
    code: `import { Variables } from '@linkage/settings'; Variables;`,
    may: true,
  },
  { file: 'libs/settings/src/x.ts', code: `import { problemCodes } from '@linkage/contracts'; problemCodes;` },
  { file: 'libs/settings/src/x.ts', code: `import { Injectable } from '@nestjs/common'; Injectable;` },
  // the dashboard's floors
  { file: 'apps/dashboard/src/app/base/x.ts', code: `import { a } from '../shared/toasts/toasts'; a;` },
  { file: 'apps/dashboard/src/app/base/x.ts', code: `import { a } from '../history'; a;` },
  { file: 'apps/dashboard/src/app/shared/lists/x.ts', code: `import { a } from '../../history'; a;` },
  { file: 'apps/dashboard/src/app/shared/lists/x.ts', code: `export const a = () => import('../../history/kinds');` },
  { file: 'apps/dashboard/src/app/shared/lists/x.ts', code: `import { a } from '../../base/dates'; a;`, may: true },
  { file: 'apps/dashboard/src/app/shared/lists/x.ts', code: `import { a } from '../as-of/as-of'; a;`, may: true },
  { file: 'apps/dashboard/src/app/profile/x.ts', code: `import { a } from '../history/kinds'; a;` },
  { file: 'apps/dashboard/src/app/profile/x.ts', code: `export const a = () => import('../history/kinds');` },
  { file: 'apps/dashboard/src/app/profile/x.ts', code: `import { a } from '../app.routes'; a;` },
  { file: 'apps/dashboard/src/app/profile/x.ts', code: `import { a } from '../history'; a;`, may: true },
  { file: 'apps/dashboard/src/app/profile/x.ts', code: `import { a } from '../shared/lists/arrivals'; a;`, may: true },
  { file: 'apps/dashboard/src/app/history/index.ts', code: `export const a = () => import('./kinds');`, may: true },
  { file: 'apps/dashboard/src/app/app.routes.ts', code: `import { a } from './history/kinds'; a;`, may: true },
  // packages, back doors, the one switch on stores
  { file: 'libs/contracts/src/x.ts', code: `import { Injectable } from '@nestjs/common'; Injectable;` },
  { file: 'libs/contracts/src/x.ts', code: `import { IsString } from 'class-validator'; IsString;` },
  { file: 'libs/contracts/src/x.ts', code: `import { SignInRequest } from './requests'; SignInRequest;` },
  {
    file: 'libs/contracts/src/requests/x.ts',
    code: `import { IsString } from 'class-validator'; IsString;`,
    may: true,
  },
  ...['libs/api-client/src/x.ts', 'apps/dashboard/src/app/x.ts', 'apps/microsite/src/app/x.ts'].flatMap((file) => [
    { file, code: `import { platformIds } from '@linkage/contracts'; platformIds;`, may: true as const },
    { file, code: `import { SignInRequest } from '@linkage/contracts/requests'; SignInRequest;` },
    { file, code: `import { IsString } from 'class-validator'; IsString;` },
    {
      file,
      code: `import type { SignInRequest } from '@linkage/contracts/requests'; export type X = SignInRequest;`,
      may: true as const,
    },
  ]),
  {
    file: 'libs/workspaces/src/sign-in/x.controller.ts',
    code: `import { SignInRequest } from '@linkage/contracts/requests'; SignInRequest;`,
    may: true,
  },
  { file: 'libs/contracts/src/x.ts', code: `import { readFileSync } from 'node:fs'; readFileSync;` },
  { file: 'libs/event-sourcing/src/x.ts', code: `import { Injectable } from '@nestjs/common'; Injectable;` },
  {
    file: 'libs/event-sourcing/src/read-models/x.ts',
    code: `import { catchUp } from '../rebuild/catch-up'; catchUp;`,
  },
  {
    file: 'libs/event-sourcing/src/commands/x.ts',
    code: `import { boundKeys } from '../bound-keys/bound-keys'; boundKeys;`,
  },
  {
    file: 'libs/event-sourcing/src/read-models/x.ts',
    code: `import { readAfter } from '../read-your-writes/wanted-position'; readAfter;`,
  },
  { file: 'libs/event-sourcing/src/text/x.ts', code: `import { newId } from '../facts/ids'; newId;` },
  {
    file: 'libs/event-sourcing/src/read-models/x.ts',
    code: `import { sortKey } from '../text/folded-text'; sortKey;`,
    may: true,
  },
  {
    file: 'libs/event-sourcing/src/rebuild/x.ts',
    code: `import { foldInto } from '../read-models/fold-into'; foldInto;`,
    may: true,
  },
  ...['event-sourcing', 'stores', 'vault', 'mail', 'pictures', 'http', 'settings'].map((lib) => ({
    file: `libs/${lib}/src/x.ts`,
    code: `import { DatabaseSync } from 'node:sqlite'; DatabaseSync;`,
  })),
  {
    file: 'libs/mail/src/mailbox/x.ts',
    code: `import type { DatabaseSync } from 'node:sqlite'; export type X = DatabaseSync;`,
  },
  { file: 'apps/api/src/storage.ts', code: `import { DatabaseSync } from 'node:sqlite'; DatabaseSync;` },
  { file: 'libs/sqlite/src/x.ts', code: `import { DatabaseSync } from 'node:sqlite'; DatabaseSync;`, may: true },
  { file: 'libs/sqlite/src/x.ts', code: `import { fold } from '@linkage/event-sourcing'; fold;` },
  { file: 'libs/vault/src/x.ts', code: `import { openDatabase } from '@linkage/sqlite'; openDatabase;`, may: true },
  {
    file: 'libs/invitations/src/issue-invitation/x.handler.ts',
    code: `import { openDatabase } from '@linkage/sqlite'; openDatabase;`,
  },
  {
    file: 'libs/invitations/src/issue-invitation/x.handler.ts',
    code: `import { DatabaseSync } from 'node:sqlite'; DatabaseSync;`,
  },
  {
    file: 'libs/invitations/src/issue-invitation/x.handler.ts',
    code: `import { testKernel } from '@linkage/stores/testing'; testKernel;`,
  },
  {
    file: 'libs/invitations/src/issue-invitation/x.handler.ts',
    code: `import { fold } from '@linkage/event-sourcing/decider'; fold;`,
  },
  { file: 'apps/dashboard/src/app/x.ts', code: `import { Field } from '@linkage/ui/field'; Field;`, may: true },
  {
    file: 'apps/dashboard/src/app/x.ts',
    code: `import { HistoryApi } from '@linkage/api-client/history'; HistoryApi;`,
    may: true,
  },
  { file: 'apps/dashboard/src/app/x.ts', code: `import { Icon } from '@linkage/ui/icon/icon'; Icon;` },
  { file: 'apps/dashboard/src/app/x.ts', code: `import { Requests } from '@linkage/api-client/field'; Requests;` },
  { file: 'libs/ui/src/x.ts', code: `import { HttpClient } from '@angular/common/http'; HttpClient;` },
  { file: 'apps/dashboard/src/app/x.ts', code: `import { Injectable } from '@nestjs/common'; Injectable;` },
  { file: 'apps/api/src/x.ts', code: `import { SqliteEventLog } from '@linkage/stores'; SqliteEventLog;` },
  { file: 'apps/api/src/storage.ts', code: `import { SqliteEventLog } from '@linkage/stores'; SqliteEventLog;` },
  { file: 'apps/api/src/storage.ts', code: `export const open = () => import('@linkage/stores');`, may: true },
  {
    file: 'apps/platform-sandbox/src/x.ts',
    code: `import { PlatformError } from '@linkage/platforms'; PlatformError;`,
  },
  { file: 'apps/platform-sandbox/src/x.ts', code: `import type {} from '@linkage/platforms/wire';`, may: true },
  // suffixes: what is pure
  {
    file: 'libs/invitations/src/invitation/invitation.ts',
    code: `import { Injectable } from '@nestjs/common'; Injectable;`,
  },
  {
    file: 'libs/invitations/src/issue-invitation/issue-invitation.ts',
    code: `import { randomUUID } from 'node:crypto'; randomUUID;`,
  },
  { file: 'libs/invitations/src/issue-invitation/issue-invitation.ts', code: `export const now = () => new Date();` },
  {
    file: 'libs/invitations/src/list-invitations/invitation-list.projection.ts',
    code: `export const now = () => Date.now();`,
  },
  {
    file: 'libs/invitations/src/list-invitations/invitation-list.projection.ts',
    code: `import { InvitationLinks } from '@linkage/vault'; InvitationLinks;`,
  },
  {
    file: 'libs/connections/src/attempt/attempt.events.ts',
    code: `import { Injectable } from '@nestjs/common'; Injectable;`,
  },
  {
    file: 'libs/ingestion/src/refresh-due-accounts/due-accounts.ts',
    code: `export const jitter = () => Math.random();`,
  },
  { file: 'libs/history/src/sentences/x.ts', code: `import { randomUUID } from 'node:crypto'; randomUUID;` },
  // slices
  { file: 'libs/history/src/sentences/x.ts', code: `import { a } from '../export-history/history-file'; a;` },
  {
    file: 'libs/history/src/export-history/x.query.ts',
    code: `import { a } from '../list-history/list-history.query'; a;`,
  },
  {
    file: 'libs/invitations/src/issue-invitation/x.handler.ts',
    code: `import { a } from '../list-invitations/invitation-list.projection'; a;`,
  },
  {
    file: 'libs/invitations/src/issue-invitation/x.handler.ts',
    code: `import { a } from '../invitation/invitation'; a;`,
    may: true,
  },
  {
    file: 'libs/invitations/src/invitation/invitation.ts',
    code: `import { a } from '../issue-invitation/issue-invitation'; a;`,
  },
  {
    file: 'libs/invitations/src/invitations.module.ts',
    code: `import { a } from './issue-invitation/issue-invitation.handler'; a;`,
    may: true,
  },
  // a platform is named in its manifest, its folders and the registries only
  { file: 'apps/dashboard/src/app/profile/x.ts', code: `export const wide = (id: string) => id === 'youtube';` },
  { file: 'apps/microsite/src/app/x.ts', code: 'export const text = `Sign in to Instagram first`;' },
  { file: 'libs/history/src/told/x.ts', code: `export const instagramWords = 1;` },
  { file: 'libs/analytics/src/account/twitch.ts', code: `export const shown = 1;` },
  { file: 'libs/platforms/src/http/x.ts', code: `export const hosts = { tiktok: 1 };` },
  { file: 'apps/platform-sandbox/src/control/x.ts', code: `export const site = 'X (Twitter)';` },
  { file: 'libs/platforms/src/youtube/x.ts', code: `export const youtube = 'youtube';`, may: true },
  { file: 'apps/platform-sandbox/src/instagram/x.ts', code: `export const site = 'Instagram';`, may: true },
  { file: 'libs/platforms/src/connectors.ts', code: `export const makers = { instagram: 1 };`, may: true },
  { file: 'libs/history/src/told/x.spec.ts', code: `export const example = 'Instagram';`, may: true },

  // names of files
  { file: 'libs/workspaces/src/workspace/x.vault.ts', code: `export const x = 1;` },
  { file: 'libs/http/src/request/x.helper.ts', code: `export const x = 1;` },
  { file: 'libs/platforms/src/youtube/youtube.audience.mapper.ts', code: `export const x = 1;` },
  { file: 'libs/platforms/src/answers/x.wire.ts', code: `export const x = 1;` },
  { file: 'libs/http/src/request/x.slow.spec.ts', code: `export const x = 1;` },
  { file: 'libs/http/src/request/x.ts', code: `export class Basket {}` },
  { file: 'libs/http/src/request/x.service.ts', code: `export interface Y {}\nexport class Basket {}` },
  { file: 'libs/http/src/request/x.service.ts', code: `export const x = 1;`, may: true },
  { file: 'libs/http/src/request/x.property.spec.ts', code: `export const x = 1;`, may: true },
  { file: 'libs/http/src/request/x.service.spec.ts', code: `export const x = 1;`, may: true },
  { file: 'libs/http/src/request/basket.service.ts', code: `export class Basket {}`, may: true },
  { file: 'libs/http/src/request/basket.guard.ts', code: `export class BasketGuard {}`, may: true },
  { file: 'libs/http/src/request/x.ts', code: `export class BasketError extends Error {}`, may: true },
  { file: 'libs/platforms/src/youtube/youtube.wire.ts', code: `export const x = 1;`, may: true },

  // comments end where code does
  { file: 'libs/http/src/request/x.ts', code: `/** ${'word '.repeat(24)}*/\nexport const x = 1;` },
  { file: 'libs/http/src/request/x.ts', code: `// ${'word '.repeat(24)}\nexport const x = 1;` },
  { file: 'libs/http/src/request/x.ts', code: `/** ${'word '.repeat(20)}*/\nexport const x = 1;`, may: true },
  { file: 'libs/http/src/request/x.ts', code: `// https://${'x'.repeat(120)}\nexport const x = 1;`, may: true },

  // plain English
  ...[
    '/** Whoever comes next may have more luck. */ export const x = 1;',
    'export const x = 1; // Given to who asks.',
    '/**\n * Nobody\n * waits. */ export const x = 1;',
    "export const x = new Error('Somebody else has the folder.');",
    'export const x = (file: string) => `Nobody has ${file} open.`;',
  ].map((code) => ({ file: 'libs/http/src/request/x.ts', code })),
  { file: 'libs/http/src/request/x.spec.ts', code: "it('lets in who has the key', () => undefined);" },
  { file: 'libs/http/src/request/x.spec.ts', code: "it.each([['for who asks']])('%s', () => undefined);" },
  { file: 'libs/http/src/request/x.spec.ts', code: "export const mail = 'nobody at all is here';", may: true },
  { file: 'libs/http/src/request/x.ts', code: "export const nobody = { text: 'somebody' };", may: true },
];

const fence = /^(@nx\/enforce-module-boundaries|no-restricted-imports|no-restricted-syntax|linkage\/[\w-]+): /;
let refused: string[][] = [];

beforeAll(() => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'lint-lines.mjs')], {
    input: JSON.stringify(table),
    encoding: 'utf8',
    cwd: join(__dirname, '../..'),
    env: { ...process.env, NX_DAEMON: 'false' },
    maxBuffer: 1e8,
  });
  if (!stdout) throw new Error(stderr);
  refused = (JSON.parse(stdout.slice(stdout.lastIndexOf('\n'))) as string[][]).map((messages) =>
    messages.filter((message) => fence.test(message)),
  );
}, 120_000);

describe('fences', () => {
  it.each(table.map((row, index) => ({ ...row, index, verdict: row.may ? 'may say' : 'must not say' })))(
    '$file $verdict $code',
    ({ index, may }) => {
      if (may) expect(refused[index]).toEqual([]);
      else expect(refused[index]).not.toEqual([]);
    },
  );
});
