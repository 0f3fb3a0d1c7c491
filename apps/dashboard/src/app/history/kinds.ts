import type { HistoryItem } from '@linkage/contracts';
import type { IconName } from '@linkage/ui';

export type Kind = HistoryItem['kind'];

/** The chips, in the order in which a creator's story goes. */
export const kinds: readonly { kind: Kind; label: string }[] = [
  { kind: 'invites', label: 'Invites' },
  { kind: 'connections', label: 'Connections' },
  { kind: 'refreshes', label: 'Refreshes' },
  { kind: 'figures', label: 'Figures' },
  { kind: 'people', label: 'People' },
];

export const knownKind = (text: string | null): Kind | undefined => kinds.find(({ kind }) => kind === text)?.kind;

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
  InvitationWithdrawn: 'trash',
  AuthorizationStarted: 'external',
  AuthorizationSucceeded: 'check',
  AuthorizationFailed: 'failed',
  AuthorizationAbandoned: 'clock',
  SocialAccountDisconnected: 'unplug',
  SocialAccountAccessLost: 'alert',
  AudienceCaptured: 'people',
  ContentDiscovered: 'image',
  WorkspaceRegistered: 'people',
};

export const iconOf = ({ type, kind }: Pick<HistoryItem, 'type' | 'kind'>): IconName =>
  iconsOfType[type] ?? iconsOfKind[kind];
