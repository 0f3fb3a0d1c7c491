import { sentenceText } from '@linkage/contracts';
import { ERASED, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import { history, type HistoryRow } from './history.projection';
import { toHistoryItem } from './history-item.mapper';
import { aMissing, facts, ids, noa, people } from './sentences.fixtures';
import { contextFactTypes, type ContextFact } from './sentences';

const rowOf = (fact: ContextFact, recording = {}): HistoryRow => {
  const told = recorded(fact, {
    workspaceId: ids.workspace,
    actor: { kind: 'system', id: 'ingestion' },
    ...recording,
  }) as Recorded<ContextFact>;
  return history.project(undefined, told, String(history.key(told)))!;
};
const byMara = { actor: { kind: 'member', id: ids.mara } };
const byNoa = { actor: { kind: 'creator', id: ids.invitation } };
const told = (fact: ContextFact, recording: object = {}, known = people, more = {}): string => {
  const { sentence, detail } = toHistoryItem(rowOf(fact, recording), known, more);
  return [sentenceText(sentence), ...(detail ? [detail] : [])].join(' | ');
};

const titled = <Rest extends unknown[]>(rows: [ContextFact, ...Rest][]): [string, ContextFact, ...Rest][] =>
  rows.map((row) => [row[0].type, ...row]);

describe('every fact, its sentence', () => {
  it.each(
    titled<[object, string]>([
      [facts.registered, byMara, 'Mara Lind registered the workspace Nordlys'],
      [facts.joined, byMara, 'Mara Lind joined as the owner'],
      [facts.issued(), byMara, 'Mara Lind invited Noa Ferrari (noa@ferrari.example)'],
      [facts.resend, byMara, 'Mara Lind asked for another invitation mail to Noa Ferrari'],
      [facts.emailed, {}, 'The invitation mail to Noa Ferrari was accepted by the mail server'],
      [
        facts.emailFailed(false),
        {},
        'The invitation mail to Noa Ferrari could not be handed over | The mail server is away. It is tried again by itself.',
      ],
      [
        facts.emailFailed(true),
        {},
        'The invitation mail to Noa Ferrari could not be handed over | The mail server is away. It is not tried again by itself.',
      ],
      [
        facts.emailNotSent,
        {},
        'The invitation mail to Noa Ferrari was not sent: it waited for too long | It is not sent by itself any more. “Send now” on the tab All sends it.',
      ],
      [
        facts.withdrawn,
        byMara,
        'Mara Lind withdrew the invitation of Noa Ferrari | The link connects no accounts any more.',
      ],
      [
        facts.withdrawnWith('keep'),
        byMara,
        'Mara Lind withdrew the invitation of Noa Ferrari | The link connects no accounts any more. Connected accounts are still read.',
      ],
      [
        facts.withdrawnWith('disconnect'),
        byMara,
        'Mara Lind withdrew the invitation of Noa Ferrari | The link connects no accounts any more. Connected accounts are disconnected, too.',
      ],
      [
        facts.withdrawalUndone,
        byMara,
        'Mara Lind undid the withdrawal of the invitation of Noa Ferrari | The link works again.',
      ],
      [facts.attemptStarted(), byNoa, 'Noa Ferrari set out to connect Instagram'],
      [facts.attemptSucceeded(), byNoa, 'Noa Ferrari came back from Instagram and agreed: @noa.makes'],
      [
        facts.attemptSucceeded({ reconnected: true, missing: ['insights'] }),
        byNoa,
        'Noa Ferrari came back from Instagram and agreed again: @noa.makes | 1 optional permission left unticked.',
      ],
      [
        facts.attemptFailed(),
        byNoa,
        'Noa Ferrari could not connect Instagram: the account belongs to another invite | Step 3 of 4, signed in. Nothing was stored.',
      ],
      [
        facts.attemptFailed({ reason: 'of-a-later-version' }),
        byNoa,
        'Noa Ferrari could not connect Instagram: Linkage could not finish | Step 3 of 4, signed in. Nothing was stored.',
      ],
      [
        facts.attemptAbandoned,
        {},
        'Noa Ferrari went to Instagram and did not come back | Step 2 of 4, sent over. Nothing was stored.',
      ],
      [facts.connected(), byNoa, 'Noa Ferrari connected Instagram @noa.makes'],
      [facts.reconnected, byNoa, 'Noa Ferrari connected Instagram @noa.new again | Its history goes on.'],
      [facts.disconnected, byNoa, 'Noa Ferrari disconnected Instagram @noa.makes | The old figures stay.'],
      [
        facts.accessLost,
        {},
        'Instagram refused access to @noa.makes: the password was changed | Noa Ferrari has to connect it again. The old figures stay.',
      ],
      [facts.refreshStarted('connected'), {}, 'The first refresh of @noa.makes started'],
      [facts.refreshStarted('due'), {}, 'The 24-hour refresh of @noa.makes started'],
      [facts.refreshStarted('asked'), {}, 'A refresh that was asked for, of @noa.makes started'],
      [facts.refreshCompleted(), {}, 'The refresh of @noa.makes is complete'],
      [
        facts.refreshCompleted([
          aMissing('audience', 'ages', 'permission-missing'),
          aMissing('profile', 'reach28d', 'rate-limited'),
          aMissing('audience', 'cities', 'permission-missing'),
        ]),
        {},
        'The refresh of @noa.makes is complete in part | Without ages, cities: a permission is missing; reach, 28 days: Instagram asked to wait. What was known stays.',
      ],
      [
        facts.refreshFailed(),
        {},
        'The refresh of @noa.makes failed: Instagram did not answer | The old figures stay. It is tried again by itself.',
      ],
      [
        facts.refreshFailed({ outcome: 'gone', nextDueAt: null }),
        {},
        'The refresh of @noa.makes failed: the account is gone | The old figures stay. It is not tried again until the account is connected again.',
      ],
      [
        facts.refreshGivenBack,
        {},
        'The refresh of @noa.makes was broken off | Linkage was being stopped. The next one begins by itself.',
      ],
      [facts.profile(41_870), {}, 'The refresh of @noa.makes found 41,870 followers'],
      [facts.profile(null), {}, 'The refresh of @noa.makes found a changed profile'],
      [facts.audience, {}, 'The refresh of @noa.makes found who its followers are'],
      [facts.discovered(2), {}, 'The refresh of @noa.makes found 2 new posts'],
      [facts.metrics, {}, 'The refresh of @noa.makes found other figures of 1 post'],
      [
        facts.erased,
        { actor: { kind: 'operator', id: 'operator' } },
        'A person’s data was erased | Of a creator, as was asked of the operator. 12 facts became unreadable.',
      ],
    ]),
  )('%s', (_type, fact, recording, text) => expect(told(fact, recording)).toBe(text));

  it('is there for every type', () => {
    const samples = Object.values(facts).map(
      (fact) => (typeof fact === 'function' ? (fact as (...given: unknown[]) => ContextFact)() : fact).type,
    );
    expect([...new Set(samples)].sort()).toEqual([...contextFactTypes].sort());
  });

  it.each([
    [41_738, ' (+132)'],
    [42_000, ' (−130)'],
    [41_870, ''],
  ])('says how followers have changed from %i', (before, change) => {
    expect(told(facts.profile(41_870), {}, people, { before })).toBe(
      `The refresh of @noa.makes found 41,870 followers${change}`,
    );
  });

  it('names whom it links to', () => {
    expect(toHistoryItem(rowOf(facts.connected(), byNoa), people).sentence).toEqual([
      { text: 'Noa Ferrari', about: { is: 'creator', id: ids.invitation } },
      { text: ' connected ' },
      { text: 'Instagram' },
      { text: ' ' },
      { text: '@noa.makes', about: { is: 'account', id: ids.account } },
    ]);
  });

  it('has words for people and accounts that it does not know', () => {
    expect(told(facts.withdrawn, byMara, new Map())).toBe(
      'A member withdrew the invitation of somebody | The link connects no accounts any more.',
    );
    expect(told(facts.accessLost, {}, new Map())).toContain('Instagram refused access to an account');
    expect(told(facts.withdrawn, { actor: { kind: 'operator', id: 'cli' } })).toContain('The operator withdrew');
  });

  it('shows an erased person as [erased]', () => {
    const erased = new Map([[ids.invitation, { ...noa, name: ERASED, accounts: { [ids.account]: ERASED } }]]);
    expect(told(facts.issued({ name: ERASED, email: ERASED }), byMara, erased)).toBe('A member invited [erased]');
    expect(told(facts.connected({ username: ERASED, creatorName: ERASED }), byNoa, erased)).toBe(
      '[erased] connected Instagram [erased]',
    );
    expect(
      told({ type: 'ProfileCaptured', data: { ...facts.profile(1).data, profile: ERASED as never } }, {}, erased),
    ).toBe('The refresh of [erased] found a changed profile');
    expect(
      told({ type: 'ContentDiscovered', data: { ...facts.discovered(1).data, items: ERASED as never } }, {}, erased),
    ).toBe('The refresh of [erased] found new posts');
    expect(
      told({ type: 'ContentMetricsCaptured', data: { ...facts.metrics.data, metrics: ERASED as never } }, {}, erased),
    ).toBe('The refresh of [erased] found other figures of posts');
    expect(
      told({ type: 'AudienceCaptured', data: { ...facts.audience.data, audience: ERASED as never } }, {}, erased),
    ).toBe('The refresh of [erased] found who its audience is');
  });
});

describe('every fact, the whole row', () => {
  const base = {
    factId: '01900000-0000-7000-8000-000000000001',
    workspaceId: ids.workspace,
    at: '2026-01-15T09:00:00.000Z',
    moment: '2026-01-15T09:00:00.000Z/000000004/01900000-0000-7000-8000-000000000001',
    correlation: '01900000-0000-7000-8000-0000000000c0',
    cause: null,
    stream: 's',
    revision: 4,
  };
  const none = { invitationId: null, accountId: null, attemptId: null };
  const invited = { ...none, person: ids.invitation, invitationId: ids.invitation };
  const system = { by: 'system', actor: 'ingestion' } as const;
  const at = { stream: 's', revision: 4 };

  it.each(
    titled<[object, Partial<HistoryRow>]>([
      [
        facts.registered,
        byMara,
        {
          ...none,
          kind: 'people',
          by: 'member',
          actor: ids.mara,
          person: null,
          subject: ids.workspace,
          platform: null,
          gist: { name: 'Nordlys' },
          words: 'people registered the workspace nordlys',
        },
      ],
      [
        facts.joined,
        byMara,
        {
          ...none,
          kind: 'people',
          by: 'member',
          actor: ids.mara,
          person: ids.mara,
          subject: ids.mara,
          platform: null,
          gist: { name: 'Mara Lind', role: 'owner' },
        },
      ],
      [
        facts.issued(),
        byMara,
        {
          ...invited,
          kind: 'invites',
          by: 'member',
          actor: ids.mara,
          subject: ids.invitation,
          platform: null,
          gist: { name: 'Noa Ferrari', email: 'noa@ferrari.example' },
        },
      ],
      [
        facts.resend,
        byMara,
        {
          ...invited,
          kind: 'invites',
          by: 'member',
          actor: ids.mara,
          subject: ids.invitation,
          platform: null,
          gist: {},
        },
      ],
      [
        facts.emailed,
        {},
        { ...invited, kind: 'invites', ...system, subject: ids.invitation, platform: null, gist: {} },
      ],
      [
        facts.emailFailed(true),
        {},
        {
          ...invited,
          kind: 'invites',
          ...system,
          subject: ids.invitation,
          platform: null,
          gist: { reason: 'The mail server is away', final: true },
        },
      ],
      [
        facts.emailNotSent,
        {},
        { ...invited, kind: 'invites', ...system, subject: ids.invitation, platform: null, gist: {} },
      ],
      [
        facts.withdrawn,
        byMara,
        {
          ...invited,
          kind: 'invites',
          by: 'member',
          actor: ids.mara,
          subject: ids.invitation,
          platform: null,
          gist: {},
        },
      ],
      [
        facts.attemptStarted(),
        byNoa,
        {
          ...invited,
          attemptId: ids.attempt,
          kind: 'connections',
          by: 'creator',
          actor: ids.invitation,
          subject: ids.attempt,
          platform: 'instagram',
          gist: { name: 'Noa Ferrari', email: 'noa@ferrari.example' },
        },
      ],
      [
        facts.attemptSucceeded(),
        byNoa,
        {
          ...invited,
          attemptId: ids.attempt,
          accountId: ids.account,
          kind: 'connections',
          by: 'creator',
          actor: ids.invitation,
          subject: ids.attempt,
          platform: 'instagram',
          gist: { missing: 0, again: false },
        },
      ],
      [
        facts.attemptFailed(),
        byNoa,
        {
          ...invited,
          attemptId: ids.attempt,
          kind: 'connections',
          by: 'creator',
          actor: ids.invitation,
          subject: ids.attempt,
          platform: 'instagram',
          gist: { reason: 'account-linked-elsewhere', step: 3 },
        },
      ],
      [
        facts.attemptAbandoned,
        {},
        {
          ...invited,
          attemptId: ids.attempt,
          kind: 'connections',
          ...system,
          subject: ids.attempt,
          platform: 'instagram',
          gist: { step: 2 },
        },
      ],
      [
        facts.connected(),
        byNoa,
        {
          ...invited,
          accountId: ids.account,
          kind: 'connections',
          by: 'creator',
          actor: ids.invitation,
          subject: ids.account,
          platform: 'instagram',
          gist: { username: '@noa.makes', name: 'Noa Ferrari', email: 'noa@ferrari.example' },
        },
      ],
      [
        facts.reconnected,
        byNoa,
        {
          ...invited,
          accountId: ids.account,
          kind: 'connections',
          by: 'creator',
          actor: ids.invitation,
          subject: ids.account,
          platform: 'instagram',
          gist: { username: '@noa.new' },
        },
      ],
      [
        facts.disconnected,
        byNoa,
        {
          ...invited,
          accountId: ids.account,
          kind: 'connections',
          by: 'creator',
          actor: ids.invitation,
          subject: ids.account,
          platform: 'instagram',
          gist: {},
        },
      ],
      [
        facts.accessLost,
        {},
        {
          ...invited,
          accountId: ids.account,
          kind: 'connections',
          ...system,
          subject: ids.account,
          platform: 'instagram',
          gist: { cause: 'password-changed' },
          words:
            'connections instagram refused access to the password was changed has connect it again old figures stay',
        },
      ],
      [
        facts.refreshStarted('due'),
        {},
        {
          ...invited,
          accountId: ids.account,
          kind: 'refreshes',
          ...system,
          subject: ids.account,
          platform: 'instagram',
          gist: { because: 'due' },
          words: 'refreshes instagram the 24 hour refresh of started',
        },
      ],
      [
        facts.refreshCompleted(),
        {},
        {
          ...invited,
          accountId: ids.account,
          kind: 'refreshes',
          ...system,
          subject: ids.account,
          platform: 'instagram',
          gist: { missing: [] },
          words: 'refreshes instagram the refresh of is complete',
        },
      ],
      [
        facts.refreshFailed(),
        {},
        {
          ...invited,
          accountId: ids.account,
          kind: 'refreshes',
          ...system,
          subject: ids.account,
          platform: 'instagram',
          gist: { outcome: 'platform-down', again: true },
        },
      ],
      [
        facts.refreshGivenBack,
        {},
        {
          ...invited,
          accountId: ids.account,
          kind: 'refreshes',
          ...system,
          subject: ids.account,
          platform: 'instagram',
          gist: {},
          words: 'refreshes instagram the refresh of was broken off linkage being stopped next one begins by itself',
        },
      ],
      [
        facts.profile(41_870),
        {},
        {
          ...invited,
          accountId: ids.account,
          kind: 'figures',
          ...system,
          subject: ids.account,
          platform: 'instagram',
          gist: { followers: 41_870 },
          words: 'figures instagram the refresh of found 41 870 followers',
        },
      ],
      [
        facts.audience,
        {},
        {
          ...invited,
          accountId: ids.account,
          kind: 'figures',
          ...system,
          subject: ids.account,
          platform: 'instagram',
          gist: { of: 'followers' },
          words: 'figures instagram the refresh of found who its followers are',
        },
      ],
      [
        facts.discovered(2),
        {},
        {
          ...invited,
          accountId: ids.account,
          kind: 'figures',
          ...system,
          subject: ids.account,
          platform: 'instagram',
          gist: { posts: 2 },
          words: 'figures instagram the refresh of found 2 new posts',
        },
      ],
      [
        facts.metrics,
        {},
        {
          ...invited,
          accountId: ids.account,
          kind: 'figures',
          ...system,
          subject: ids.account,
          platform: 'instagram',
          gist: { posts: 1 },
          words: 'figures instagram the refresh of found other 1 post',
        },
      ],
    ]),
  )('%s', (_type, fact, recording, row) => {
    const { words, ...rest } = rowOf(fact, { ...at, ...recording });
    expect(rest).toEqual({ ...base, type: fact.type, ...row, words: undefined });
    if ('words' in row) expect(words).toBe(row.words);
    else expect(words).toMatch(new RegExp(`^${row.kind} `));
  });
});
