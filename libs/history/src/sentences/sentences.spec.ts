import { sentenceText } from '@linkage/contracts';
import { ERASED, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import { history, type HistoryRow } from './history.projection';
import { toHistoryItem } from './history-item.mapper';
import { messageFacts } from './messages.fixtures';
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
      [facts.production, { actor: { kind: 'operator', id: 'operator' } }, 'The operator granted production access'],
      [
        facts.prolonged,
        { actor: { kind: 'operator', id: 'operator' } },
        'The operator prolonged staging access to 2026-04-01',
      ],
      [facts.joined, byMara, 'Mara Lind joined as the owner'],
      [facts.confirmationRequested, byMara, 'Mara Lind asked for another e-mail to confirm their e-mail'],
      [facts.resetRequested, {}, 'An e-mail to choose another password was asked for, for Mara Lind'],
      [
        facts.passwordChanged('mail'),
        byMara,
        'Mara Lind chose another password, through the link in an e-mail | All other sessions ended.',
      ],
      [facts.passwordChanged('member'), byMara, 'Mara Lind chose another password | All other sessions ended.'],
      [
        facts.passwordChanged('operator'),
        byMara,
        'Mara Lind chose another password, through a link from the operator | All other sessions ended.',
      ],
      [
        facts.passwordLinkMade,
        { actor: { kind: 'operator', id: 'operator' } },
        'The operator made a link with which Mara Lind chooses another password',
      ],
      [facts.preferences, byMara, 'Mara Lind changed how Linkage looks to them'],
      [facts.viewSaved, byMara, 'Mara Lind saved a view of a list'],
      [facts.viewDeleted, byMara, 'Mara Lind deleted a view of a list'],
      [facts.renamed, byMara, 'Mara Lind changed their name to Mara Lind-Berg'],
      [
        facts.emailChangeRequested,
        byMara,
        'Mara Lind asked to sign in with another e-mail | E-mails went to both addresses.',
      ],
      [facts.emailChangeMailRequested, byMara, 'Mara Lind asked for the e-mails about the other address once more'],
      [facts.emailChangeConfirmed('new'), byMara, 'The new e-mail of Mara Lind was confirmed for the change'],
      [facts.emailChangeConfirmed('former'), byMara, 'The former e-mail of Mara Lind was confirmed for the change'],
      [
        facts.emailChangeConfirmed('member'),
        byMara,
        'Mara Lind finished the change of their e-mail without the former one | Its reader had a week to stop the change.',
      ],
      [facts.emailChangeStopped('member'), byMara, 'The change of the e-mail of Mara Lind was given up'],
      [
        facts.emailChangeStopped('mail'),
        byMara,
        'The change of the e-mail of Mara Lind was given up | Through the link in the e-mail to the former address. All sessions ended.',
      ],
      [
        facts.emailChangeStopped('taken'),
        byMara,
        'The change of the e-mail of Mara Lind was given up | The new address got an account of its own meanwhile.',
      ],
      [facts.emailChanged, byMara, 'Mara Lind signs in with another e-mail | All other sessions ended.'],
      [facts.emailConfirmed, byMara, 'Mara Lind confirmed their e-mail'],
      [facts.issued(), byMara, 'Mara Lind invited Noa Ferrari (noa@ferrari.example)'],
      [facts.mailReleased, {}, 'The invite e-mail to Noa Ferrari has waited and may go out'],
      [
        facts.importStarted,
        byMara,
        'Mara Lind uploaded spring.csv to invite 41 creators | 1 row that could not be sent was left out.',
      ],
      [
        facts.importFinished,
        {},
        '40 creators of an uploaded file are invited | 1 had been invited in another way meanwhile.',
      ],
      [facts.bulkStarted('resend'), byMara, 'Mara Lind asked to resend 42 invites at once'],
      [facts.bulkStarted('withdraw'), byMara, 'Mara Lind asked to withdraw 42 invites at once'],
      [facts.bulkBatchDone, {}, '41 invites of the selected ones are done | 1 was passed over.'],
      [facts.bulkUndoAsked, byMara, 'Mara Lind asked to undo what was done to the selected invites'],
      [facts.bulkBatchUndone, {}, '1 invite of the selected ones is as before'],
      [
        messageFacts.saved,
        byMara,
        'Mara Lind saved a message as the template of invites | Its subject: Spring figures',
      ],
      [messageFacts.reset, byMara, 'Mara Lind made the predefined message the template of invites again'],
      [messageFacts.tested, byMara, 'Mara Lind sent a test of the invite message to their own e-mail'],
      [facts.resend, byMara, 'Mara Lind sent the invite again to Noa Ferrari'],
      [facts.mailUndone, byMara, 'Mara Lind stopped the e-mail to Noa Ferrari | It was not sent.'],
      [facts.reconnectRequested(), byMara, 'Mara Lind asked Noa Ferrari to reconnect @noa.makes'],
      [facts.reconnectRequested(2), {}, 'Linkage asked Noa Ferrari to reconnect 2 accounts'],
      [
        { ...facts.emailNotSent, data: { ...facts.emailNotSent.data, reason: 'not-needed' } },
        {},
        'The e-mail to Noa Ferrari was not sent: nothing was left to ask for',
      ],
      [
        { ...facts.emailNotSent, data: { ...facts.emailNotSent.data, reason: 'opted-out' } },
        {},
        'The e-mail to Noa Ferrari was not sent: the creator wants no more e-mails',
      ],
      [facts.bounced, {}, 'The e-mail to Noa Ferrari came back | The mailbox is full (5.2.2). “over quota”'],
      [facts.delayed, {}, 'The e-mail to Noa Ferrari is not delivered yet | The mail server asks to try again later.'],
      [
        facts.optedOut,
        {},
        'Noa Ferrari wants no more e-mails | No e-mail goes to this address from this workspace. “Copy Link” still works.',
      ],
      [facts.optedIn, {}, 'Noa Ferrari takes e-mails again'],
      [facts.emailed, {}, 'The e-mail to Noa Ferrari was accepted by the mail server'],
      [
        facts.emailFailed(false),
        {},
        'The e-mail to Noa Ferrari was not accepted by the mail server | The mail server is away. It is tried again by itself.',
      ],
      [
        facts.emailFailed(true),
        {},
        'The e-mail to Noa Ferrari was not accepted by the mail server | The mail server is away. It is not tried again by itself.',
      ],
      [
        facts.emailNotSent,
        {},
        'The e-mail to Noa Ferrari was not sent: it waited for too long | It is not sent by itself any more. “Send now” on the tab All sends it.',
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
      [facts.opened, byNoa, 'Noa Ferrari opened the page of the invite'],
      [facts.attemptStarted(), byNoa, 'Noa Ferrari started connecting Instagram'],
      [facts.attemptSucceeded(), byNoa, 'Noa Ferrari gave permission on Instagram: @noa.makes'],
      [
        facts.attemptSucceeded({ reconnected: true, missing: ['insights'] }),
        byNoa,
        'Noa Ferrari gave permission on Instagram again: @noa.makes | 1 optional permission left unticked.',
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
      [facts.choiceOffered, byNoa, 'Noa Ferrari agreed on Instagram and chooses from 3 accounts'],
      [
        { ...facts.choiceOffered, data: { ...facts.choiceOffered.data, offered: 1 } },
        byNoa,
        'Noa Ferrari agreed on Instagram and is asked whether the account is the right one',
      ],
      [
        { ...facts.attemptAbandoned, data: { ...facts.attemptAbandoned.data, step: 4 as const } },
        {},
        'Noa Ferrari agreed on Instagram and did not say which account is meant | Step 4 of 4, agreed. Nothing was stored.',
      ],
      [
        facts.attemptAbandoned,
        {},
        'Noa Ferrari went to Instagram and did not come back | Step 2 of 4, sent over. Nothing was stored.',
      ],
      [
        facts.givenBack(true),
        {},
        'The access to Instagram that Noa Ferrari gave and did not use was deleted | Instagram took it back.',
      ],
      [
        facts.givenBack(false),
        {},
        'The access to Instagram that Noa Ferrari gave and did not use was deleted | Instagram did not take it back; Noa Ferrari can remove Linkage in the settings there.',
      ],
      [
        facts.givenBack(null),
        {},
        'The access to Instagram that Noa Ferrari gave and did not use was deleted | Instagram was not asked to take it back: other accounts need it.',
      ],
      [facts.connected(), byNoa, 'Noa Ferrari connected Instagram @noa.makes'],
      [facts.reconnected, byNoa, 'Noa Ferrari connected Instagram @noa.new again | Its history goes on.'],
      [facts.disconnected, byNoa, 'Noa Ferrari disconnected Instagram @noa.makes | Earlier figures are kept.'],
      [
        facts.accessLost,
        {},
        'Instagram refused access to @noa.makes: the password was changed | Noa Ferrari needs to reconnect it. Earlier figures are kept.',
      ],
      [
        facts.accessRegained,
        {},
        'Instagram gives access to @noa.makes again | Noa Ferrari does not need to reconnect it.',
      ],
      [facts.refreshStarted('connected'), {}, 'The first refresh of @noa.makes started'],
      [facts.refreshStarted('due'), {}, 'The 24-hour refresh of @noa.makes started'],
      [facts.refreshStarted('asked'), {}, 'A refresh that was asked for, of @noa.makes started'],
      [facts.refreshCompleted(), {}, '@noa.makes was refreshed'],
      [
        facts.refreshCompleted([
          aMissing('audience', 'ages', 'permission-missing'),
          aMissing('profile', 'reach28d', 'rate-limited'),
          aMissing('audience', 'cities', 'permission-missing'),
        ]),
        {},
        '@noa.makes was refreshed in part | Without ages, cities: a permission is missing; reach in 28 days: Instagram asked to wait. Earlier figures are kept.',
      ],
      [
        facts.refreshFailed(),
        {},
        'The refresh of @noa.makes failed: Instagram did not answer | Earlier figures are kept. It is tried again by itself.',
      ],
      [
        facts.refreshFailed({ outcome: 'gone', nextDueAt: null }),
        {},
        'The refresh of @noa.makes failed: Instagram does not find the account | Earlier figures are kept. The next one follows once there is access again.',
      ],
      [
        facts.refreshGivenBack,
        {},
        'The refresh of @noa.makes was interrupted | Linkage was being stopped. The next one begins by itself.',
      ],
      [facts.answeredAgain, {}, 'Instagram was asked for @noa.makes again, and answered'],
      [facts.profile(41_870), {}, '@noa.makes has 41,870 followers'],
      [facts.profile(null), {}, 'The profile of @noa.makes changed'],
      [facts.audience, {}, 'Audience of @noa.makes updated'],
      [
        { ...facts.audience, data: { ...facts.audience.data, platform: 'twitch' as const } },
        {},
        'Twitch tells nothing of the audience of @noa.makes',
      ],
      [facts.discovered(2), {}, '2 new posts of @noa.makes'],
      [facts.metrics, {}, 'Figures of 1 post of @noa.makes changed'],
      [facts.edited, {}, 'The refresh of @noa.makes found 1 post edited'],
      [
        facts.deleted,
        {},
        'The refresh of @noa.makes did not find 2 posts any more | Deleted on Instagram, or hidden there. The last figures stay.',
      ],
      [facts.restored, {}, 'The refresh of @noa.makes found 1 post again'],
      [
        facts.erased,
        { actor: { kind: 'operator', id: 'operator' } },
        'A person’s data was erased | Of a creator, as was asked of the operator. 12 facts became unreadable.',
      ],
    ]),
  )('%s', (_type, fact, recording, text) => expect(told(fact, recording)).toBe(text));

  it('is there for every type', () => {
    const samples = Object.values({ ...facts, ...messageFacts }).map(
      (fact) => (typeof fact === 'function' ? (fact as (...given: unknown[]) => ContextFact)() : fact).type,
    );
    expect([...new Set(samples)].sort()).toEqual([...contextFactTypes].sort());
  });

  it.each([
    [41_738, ' (+132)'],
    [42_000, ' (−130)'],
    [41_870, ''],
  ])('says how followers have changed from %i', (before, change) => {
    expect(told(facts.profile(41_870), {}, people, { before })).toBe(`@noa.makes has 41,870 followers${change}`);
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
    ).toBe('The profile of [erased] changed');
    expect(
      told({ type: 'ContentDiscovered', data: { ...facts.discovered(1).data, items: ERASED as never } }, {}, erased),
    ).toBe('New posts of [erased]');
    expect(
      told({ type: 'ContentMetricsCaptured', data: { ...facts.metrics.data, metrics: ERASED as never } }, {}, erased),
    ).toBe('Figures of posts of [erased] changed');
    expect(
      told({ type: 'ContentDeleted', data: { ...facts.deleted.data, contentIds: ERASED as never } }, {}, erased),
    ).toBe(
      'The refresh of [erased] did not find posts any more | Deleted on Instagram, or hidden there. The last figures stay.',
    );
    expect(
      told({ type: 'AudienceCaptured', data: { ...facts.audience.data, audience: ERASED as never } }, {}, erased),
    ).toBe('Audience of [erased] updated');
  });

  it('puts no [erased] in the place of words of an erased person that are not their name', () => {
    const [erased, mara] = [new Map([[ids.mara, { ...people.get(ids.mara)!, name: ERASED }]]), byMara];
    const gone = <Told extends ContextFact>(fact: Told, ...fields: string[]): Told => ({
      ...fact,
      data: { ...fact.data, ...Object.fromEntries(fields.map((field) => [field, ERASED])) },
    });
    expect(told(gone(facts.renamed, 'name', 'former'), mara, erased)).toBe('[erased] changed their name');
    expect(told(gone(facts.importStarted, 'fileName'), mara, erased)).toMatch(
      /^\[erased\] uploaded a file to invite 41 creators/,
    );
    expect(told(gone(facts.bounced, 'reason', 'words'))).toBe('The e-mail to Noa Ferrari came back');
    expect(told(gone(facts.delayed, 'reason'))).toBe('The e-mail to Noa Ferrari is not delivered yet');
    expect(told(gone(facts.emailFailed(true), 'reason'))).toBe(
      'The e-mail to Noa Ferrari was not accepted by the mail server | It is not tried again by itself.',
    );
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
        {
          ...invited,
          kind: 'invites',
          ...system,
          subject: ids.invitation,
          platform: null,
          gist: { reason: 'waited-too-long' },
        },
      ],
      [
        facts.mailUndone,
        {},
        { ...invited, kind: 'invites', ...system, subject: ids.invitation, platform: null, gist: {} },
      ],
      [
        facts.reconnectRequested(),
        {},
        {
          ...invited,
          kind: 'invites',
          ...system,
          subject: ids.account,
          accountId: ids.account,
          platform: null,
          gist: { accounts: 1 },
        },
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
        facts.givenBack(true),
        {},
        {
          ...invited,
          attemptId: ids.attempt,
          kind: 'connections',
          ...system,
          subject: ids.attempt,
          platform: 'instagram',
          gist: { revoked: true },
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
            'connections instagram refused access to the password was changed needs reconnect it earlier figures are kept',
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
          words: 'refreshes instagram was refreshed',
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
          words: 'refreshes instagram the refresh of was interrupted linkage being stopped next one begins by itself',
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
          words: 'figures instagram has 41 870 followers',
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
          words: 'figures instagram audience of updated',
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
          words: 'figures instagram 2 new posts of',
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
          words: 'figures instagram of 1 post changed',
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
