import type { HistoryItem } from '@linkage/contracts';
import type { IconName } from '@linkage/ui';

export type Kind = HistoryItem['kind'];

/**
 * What the page shows: one kind, what people did and connected, or everything; with a line per refresh, and per invite
 * with its e-mail.
 */
export type Scope = Kind | 'story' | 'all';

export const story: readonly Kind[] = ['invites', 'connections', 'people'];

export const kindsOf = (scope: Scope): { kind?: string; grouped?: '1' } => {
  if (scope === 'all') return { grouped: '1' };
  if (scope === 'story') return { kind: story.join(','), grouped: '1' };
  return scope === 'figures' ? { kind: scope } : { kind: scope, grouped: '1' };
};

/** The chips, in the order in which a creator's story goes. */
export const kinds: readonly { kind: Kind; label: string }[] = [
  { kind: 'invites', label: 'Invites' },
  { kind: 'connections', label: 'Connections' },
  { kind: 'refreshes', label: 'Refreshes' },
  { kind: 'figures', label: 'Figures' },
  { kind: 'people', label: 'People' },
];

export const knownKind = (text: string | null): Kind | undefined => kinds.find(({ kind }) => kind === text)?.kind;

export const knownScope = (text: string | null): Scope | undefined =>
  text === 'story' || text === 'all' ? text : knownKind(text);

const iconsOfKind: Readonly<Record<Kind, IconName>> = {
  invites: 'mail',
  connections: 'plug',
  refreshes: 'refresh',
  figures: 'chart',
  people: 'person',
};

/** Where the kind's own icon would say less. */
const iconsOfType: Readonly<Record<string, IconName>> = {
  InvitationIssued: 'send',
  InvitationEmailFailed: 'mail-failed',
  InvitationEmailBounced: 'mail-failed',
  InvitationEmailDelayed: 'clock',
  CreatorOptedOut: 'mail-failed',
  InvitationWithdrawn: 'trash',
  MicrositeOpened: 'eye',
  AuthorizationStarted: 'external',
  AuthorizationSucceeded: 'check',
  AuthorizationFailed: 'failed',
  AuthorizationChoiceOffered: 'people',
  AuthorizationAbandoned: 'clock',
  AuthorizationGivenBack: 'unplug',
  SocialAccountDisconnected: 'unplug',
  SocialAccountAccessLost: 'alert',
  AudienceCaptured: 'people',
  ContentDiscovered: 'image',
  ContentChanged: 'image',
  ContentDeleted: 'trash',
  ContentRestored: 'image',
  WorkspaceRegistered: 'people',
};

export const iconOf = ({ type, kind }: Pick<HistoryItem, 'type' | 'kind'>): IconName =>
  iconsOfType[type] ?? iconsOfKind[kind];
