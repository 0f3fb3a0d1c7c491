import type { HistoryItem, HistoryList } from '@linkage/contracts';

/** For specs: Ingrid invites Noa. */
export const anItem = (factId: string, item: Partial<HistoryItem> = {}): HistoryItem => ({
  factId,
  type: 'InvitationIssued',
  kind: 'invites',
  tone: 'plain',
  at: new Date().toISOString(),
  detail: null,
  sentence: [
    { text: 'Ingrid', about: { is: 'member', id: 'm1' } },
    { text: ' invited ' },
    { text: 'נועה לוי', about: { is: 'creator', id: 'i1' } },
    { text: ` (${factId})` },
  ],
  actor: { kind: 'member', id: 'm1', name: 'Ingrid' },
  person: { personId: 'i1', name: 'נועה לוי' },
  subjects: { invitationId: 'i1', accountId: null, attemptId: null },
  platform: null,
  correlationId: 'c1',
  causationId: null,
  facts: 1,
  stream: 'invitation-1',
  revision: 0,
  ...item,
});

export const aList = (items: HistoryItem[], list: Partial<HistoryList> = {}): HistoryList => ({
  items,
  next: null,
  counts: { all: 12, invites: 3, connections: 4, refreshes: 5, figures: 0, people: 0 },
  names: { actor: null, person: null, subject: null },
  broad: false,
  ...list,
});
