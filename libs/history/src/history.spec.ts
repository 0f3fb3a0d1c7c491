import { sentenceText, type HistoryFact, type HistoryItem, type HistoryList } from '@linkage/contracts';
import { eventually } from '@linkage/event-sourcing/testing';
import { ERASED, type Actor, type FactContext, type Recorded } from '@linkage/event-sourcing';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { historyUnderTest, mara, type HistoryUnderTest } from './history.harness';
import { messageFacts } from './sentences/messages.fixtures';
import { aMissing, facts, ids } from './sentences/sentences.fixtures';
import { contextFactTypes, type ContextFact } from './sentences/sentences';

const byMara: Actor = { kind: 'member', id: ids.mara };
const byNoa: Actor = { kind: 'creator', id: ids.invitation };
const bySystem: Actor = { kind: 'system', id: 'ingestion' };
const stranger = { ...mara, workspaceId: '01936000-0000-7000-8000-0000000000ee' };
const tom = '01936000-0000-7000-8000-000000000002';
const theo = '01936000-0000-7000-8000-000000000003';

const streamOf = ({ type, data }: ContextFact): string => {
  if (type.startsWith('Refresh')) return `refresh-${ids.account}`;
  if (/Captured|Discovered/.test(type)) return `figures-${ids.account}`;
  if (type.startsWith('Social')) return 'account-x';
  if ('attemptId' in data) return `attempt-${data.attemptId}`;
  return type.startsWith('Invitation') && 'invitationId' in data
    ? `invitation-${data.invitationId}`
    : `workspace-${ids.workspace}`;
};

describe('history, over HTTP on real stores', () => {
  let kernel: TestKernel;
  let under: HistoryUnderTest;

  beforeEach(async () => {
    kernel = testKernel({ facts: {} }, { lookForErasedMs: 10 });
    under = await historyUnderTest(kernel);
  });
  afterEach(async () => {
    await under.close();
    await kernel.close();
  });

  /** Facts of one command, a minute after what was said before. */
  const say = async (
    told: ContextFact | ContextFact[],
    actor: Actor = bySystem,
    because: Partial<FactContext> = {},
  ): Promise<Recorded<ContextFact>[]> => {
    kernel.clock.advance(60_000);
    const list = [told].flat();
    const context = {
      workspaceId: ids.workspace,
      actor,
      correlationId: `01936000-0000-7000-8000-${String(kernel.clock.now().getTime() % 1e12).padStart(12, '0')}`,
      causationId: null,
      ...because,
    };
    const appended = await kernel.log.append<ContextFact>({
      stream: streamOf(list[0]!),
      facts: list,
      expected: 'any',
      context,
    });
    return [...appended.facts];
  };
  const story = async (): Promise<void> => {
    await say([facts.registered, facts.joined], byMara);
    const [issued] = await say(facts.issued(), byMara);
    await say(
      facts.emailed,
      { kind: 'system', id: 'email-invitation' },
      { causationId: issued!.id, correlationId: issued!.correlationId },
    );
    await say(facts.issued({ invitationId: tom, name: 'Tom Ågren', email: '=tom@agren.example' }), byMara);
    await say(facts.attemptStarted(), byNoa);
    const [connected] = await say(facts.connected(), byNoa);
    const [started] = await say(facts.refreshStarted('connected'), bySystem, {
      causationId: connected!.id,
      correlationId: connected!.correlationId,
    });
    for (const fact of [facts.profile(41_738), facts.discovered(2), facts.refreshCompleted()])
      await say(fact, bySystem, { causationId: started!.id, correlationId: started!.correlationId });
    await say(facts.profile(41_870));
    await say(facts.accessLost);
    await kernel.settled();
  };
  const list = async (query = ''): Promise<HistoryList> => (await under.get(`/history${query}`)).body as HistoryList;
  const all = async (query = ''): Promise<HistoryItem[]> => {
    const items: HistoryItem[] = [];
    let next: string | null = null;
    do {
      const page = await list(`?limit=100${query}${next === null ? '' : `&cursor=${encodeURIComponent(next)}`}`);
      items.push(...page.items);
      ({ next } = page);
    } while (next !== null);
    return items;
  };
  const texts = ({ items }: { items: readonly HistoryItem[] }) => items.map(({ sentence }) => sentenceText(sentence));
  const types = ({ items }: { items: readonly HistoryItem[] }) => items.map(({ type }) => type);

  it('tells a refresh in one line when asked to, with what it found, and the rest as it is', async () => {
    await story();
    expect(texts(await list('?grouped=1'))).toEqual([
      'Instagram refused access to @noa.makes: the password was changed',
      'Noa Ferrari connected Instagram @noa.makes',
      'Noa Ferrari started connecting Instagram',
      'Mara Lind invited Tom Ågren (=tom@agren.example)',
      'Mara Lind invited Noa Ferrari (noa@ferrari.example)',
      'Mara Lind joined as the owner',
      'Mara Lind registered the workspace Nordlys',
    ]);
    const [refresh] = (await list('?grouped=1&kind=refreshes')).items;
    expect(refresh).toMatchObject({ type: 'RefreshCompleted', facts: 4 });

    const [started] = await say(facts.refreshStarted('due'));
    const because = { causationId: started!.id, correlationId: started!.correlationId };
    for (const fact of [facts.profile(42_000), facts.metrics, facts.refreshCompleted()])
      await say(fact, bySystem, because);
    const [second] = await say(facts.refreshStarted('due'));
    await say(facts.refreshCompleted(), bySystem, { causationId: second!.id, correlationId: second!.correlationId });
    await kernel.settled();
    expect(texts(await list('?grouped=1&kind=refreshes')).slice(0, 2)).toEqual([
      '@noa.makes was refreshed: nothing new',
      '@noa.makes was refreshed: +130 followers',
    ]);
    const one = await list(`?subject=${ids.account}&correlation=${started!.correlationId}`);
    expect(types(one)).toEqual(['RefreshCompleted', 'ContentMetricsCaptured', 'ProfileCaptured', 'RefreshStarted']);
  });

  it('tells a connection in one line, with the way there and the first refresh under it, unless one is asked for without the other', async () => {
    await story();
    const [connected] = await all('&kind=connections&search=connected');
    const ofIt = { correlationId: connected!.correlationId, causationId: connected!.factId };
    expect(texts(await list('?grouped=1&kind=connections'))).toContain('Noa Ferrari started connecting Instagram');
    const [succeeded] = await say(facts.attemptSucceeded(), byNoa, ofIt);
    await kernel.settled();
    const [, line, next] = (await list('?grouped=1')).items;
    expect([line, next]).toMatchObject([
      { type: 'SocialAccountConnected', detail: 'First refresh: 41,738 followers, 2 new posts.', facts: 7 },
      { type: 'InvitationIssued' },
    ]);
    expect(line!.subjects).toEqual({ invitationId: ids.invitation, accountId: ids.account, attemptId: ids.attempt });
    const under = await Promise.all([
      list(`?subject=${ids.attempt}`),
      list(`?correlation=${line!.correlationId}&subject=${ids.account}`),
    ]);
    expect(under.flatMap(({ items }) => items)).toHaveLength(line!.facts);
    expect(types(under[0])).toEqual(['AuthorizationSucceeded', 'AuthorizationStarted']);

    const alone = async (query: string) => types(await list(`?grouped=1&${query}`));
    expect(await alone('kind=refreshes')).toEqual(['RefreshCompleted']);
    expect(await alone(`subject=${ids.attempt}`)).toEqual(['AuthorizationSucceeded', 'AuthorizationStarted']);
    expect(await alone(`kind=connections&to=${connected!.at}`)).toEqual(['AuthorizationStarted']);
    expect(await alone(`kind=connections&from=${succeeded!.at}`)).toEqual(['AuthorizationSucceeded']);
    expect(await alone('search=started%20connecting')).toEqual(['AuthorizationStarted']);
    const [asItWas] = (await list(`?grouped=1&kind=connections&to=${succeeded!.at}`)).items.slice(1);
    expect(asItWas).toMatchObject({ type: 'SocialAccountConnected', facts: 5, subjects: { attemptId: null } });
  });

  it('tells that access was regained in one line, with the answer before it and the refresh after it', async () => {
    await story();
    const [answered] = await say(facts.answeredAgain);
    const { correlationId } = answered!;
    const [regained] = await say(facts.accessRegained, bySystem, { correlationId, causationId: answered!.id });
    const [started] = await say(facts.refreshStarted('connected'), bySystem, {
      correlationId,
      causationId: regained!.id,
    });
    for (const fact of [facts.profile(41_900), facts.refreshCompleted()])
      await say(fact, bySystem, { correlationId, causationId: started!.id });
    await kernel.settled();
    const [line, before] = (await list('?grouped=1')).items;
    expect(line).toMatchObject({
      type: 'SocialAccountAccessRegained',
      detail: 'Noa Ferrari does not need to reconnect it. First refresh since: +30 followers.',
      facts: 5,
      tone: 'good',
    });
    expect(before?.type).toBe('SocialAccountAccessLost');
    expect((await list(`?correlation=${correlationId}&subject=${ids.account}`)).items).toHaveLength(5);
    expect(types(await list('?grouped=1&kind=refreshes')).slice(0, 1)).toEqual(['RefreshCompleted']);
  });

  it('tells an invite and its accepted e-mail in one line, and the e-mail alone where that is what was asked for', async () => {
    await story();
    const [ofTom, ofNoa] = (await list('?grouped=1&kind=invites')).items;
    expect([ofTom, ofNoa]).toMatchObject([{ facts: 1 }, { facts: 2, type: 'InvitationIssued' }]);
    const under = await list(`?correlation=${ofNoa!.correlationId}&person=${ids.invitation}`);
    expect(types(under)).toEqual(['InvitationEmailed', 'InvitationIssued']);
    expect(types(await list('?grouped=1&search=accepted'))).toEqual(['InvitationEmailed']);
    expect(types(await list('?grouped=1&actor=email-invitation'))).toEqual(['InvitationEmailed']);
    const [emailed] = (await list('?kind=invites&search=accepted')).items;
    expect(types(await list(`?grouped=1&kind=invites&from=${emailed!.at}`))).toEqual([
      'InvitationIssued',
      'InvitationEmailed',
    ]);
    expect((await list(`?grouped=1&kind=invites&to=${emailed!.at}`)).items).toMatchObject([{ facts: 1 }]);

    const system: Actor = { kind: 'system', id: 'email-invitation' };
    const [again] = await say(facts.resend, byMara);
    const [failed] = await say(facts.emailFailed(), system, {
      causationId: again!.id,
      correlationId: again!.correlationId,
    });
    await say(facts.emailed, system, { causationId: failed!.id, correlationId: again!.correlationId });
    await kernel.settled();
    expect(types(await list('?grouped=1&kind=invites')).slice(0, 3)).toEqual([
      'InvitationEmailed',
      'InvitationEmailFailed',
      'InvitationResendRequested',
    ]);
  });

  it('fills its pages where all e-mails went out after all invites, each line once', async () => {
    const others = [1, 2, 3, 4, 5, 6].map((n) => `01936000-0000-7000-8000-00000000010${n}`);
    const issued: Recorded<ContextFact>[] = [];
    for (const invitationId of others) issued.push(...(await say(facts.issued({ invitationId }), byMara)));
    for (const [n, invitationId] of others.entries())
      await say(
        { ...facts.emailed, data: { ...facts.emailed.data, invitationId } },
        { kind: 'system', id: 'email-invitation' },
        { causationId: issued[n]!.id, correlationId: issued[n]!.correlationId },
      );
    await kernel.settled();
    const whole = await list('?grouped=1');
    expect(whole.items.map(({ facts: count }) => count)).toEqual(others.map(() => 2));
    const pages = [await list('?grouped=1&limit=4')];
    for (let next = pages[0]!.next; next !== null; next = pages.at(-1)!.next)
      pages.push(await list(`?grouped=1&limit=4&cursor=${next}`));
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.items);
    for (const { items } of pages.slice(0, -1)) expect([2, 3, 4]).toContain(items.length);
  });

  it('tells what people did and connected, of several kinds at once, page by page', async () => {
    await story();
    const kinds = 'kind=invites,connections,people';
    const first = await list(`?${kinds}&limit=4`);
    expect(texts(first)).toEqual([
      'Instagram refused access to @noa.makes: the password was changed',
      'Noa Ferrari connected Instagram @noa.makes',
      'Noa Ferrari started connecting Instagram',
      'Mara Lind invited Tom Ågren (=tom@agren.example)',
    ]);
    const second = await list(`?${kinds}&limit=4&cursor=${first.next}`);
    expect(types(second)).toEqual(['InvitationEmailed', 'InvitationIssued', 'MemberJoined', 'WorkspaceRegistered']);
    expect(second.next).toBeNull();
    expect(first.counts).toMatchObject({ invites: 3, connections: 3, people: 2 });
    expect(types(await list(`?${kinds}&person=${tom}`))).toEqual(['InvitationIssued']);
  });

  it('tells who did what when, newest first, with counts per kind', async () => {
    await story();
    const page = await list();
    expect(texts(page)).toEqual([
      'Instagram refused access to @noa.makes: the password was changed',
      '@noa.makes has 41,870 followers (+132)',
      '@noa.makes was refreshed',
      '2 new posts of @noa.makes',
      '@noa.makes has 41,738 followers',
      'The first refresh of @noa.makes started',
      'Noa Ferrari connected Instagram @noa.makes',
      'Noa Ferrari started connecting Instagram',
      'Mara Lind invited Tom Ågren (=tom@agren.example)',
      'The e-mail to Noa Ferrari was accepted by the mail server',
      'Mara Lind invited Noa Ferrari (noa@ferrari.example)',
      'Mara Lind joined as the owner',
      'Mara Lind registered the workspace Nordlys',
    ]);
    expect(page).toMatchObject({
      next: null,
      counts: { all: 13, invites: 3, connections: 3, refreshes: 2, figures: 3, people: 2 },
      names: { actor: null, person: null, subject: null },
      broad: false,
    });
    expect(page.items[6]).toEqual({
      factId: expect.any(String),
      type: 'SocialAccountConnected',
      kind: 'connections',
      tone: 'good',
      at: expect.any(String),
      detail: null,
      sentence: expect.any(Array),
      facts: 1,
      actor: { ...byNoa, name: 'Noa Ferrari' },
      person: { personId: ids.invitation, name: 'Noa Ferrari' },
      subjects: { invitationId: ids.invitation, accountId: ids.account, attemptId: null },
      platform: 'instagram',
      correlationId: expect.any(String),
      causationId: null,
      stream: 'account-x',
      revision: 0,
    });
    expect(page.items[5]!.actor.name).toBe('Linkage');
  });

  it('comes page by page, each fact once, in both directions, whatever the filter', async () => {
    await story();
    for (const filter of [
      '',
      '&direction=asc',
      `&person=${ids.invitation}`,
      '&search=noa',
      '&kind=figures',
      `&subject=${ids.account}`,
      `&actor=${ids.mara}`,
    ]) {
      const whole = (await list(`?limit=100${filter}`)).items;
      const pages = [await list(`?limit=2${filter}`)];
      for (let next = pages[0]!.next; next !== null; next = pages.at(-1)!.next)
        pages.push(await list(`?limit=2${filter}&cursor=${next}`));
      expect({ filter, items: pages.flatMap(({ items }) => items) }).toEqual({ filter, items: whole });
      for (const page of pages.slice(0, -1)) expect(page.items).toHaveLength(2);
    }
    expect(types(await list('?limit=2&direction=asc'))).toEqual(['WorkspaceRegistered', 'MemberJoined']);
  });

  it('refuses a cursor of something else by name', async () => {
    expect(await under.get('/history?cursor=nonsense')).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ field: 'cursor' }] },
    });
  });

  it('is filtered by kind, person, subject, actor, time and request, alone and together', async () => {
    await story();
    expect(types(await list('?kind=people'))).toEqual(['MemberJoined', 'WorkspaceRegistered']);
    expect(await list(`?person=${tom}`)).toMatchObject({
      items: [{ type: 'InvitationIssued' }],
      counts: { all: 1, invites: 1, connections: 0 },
      names: { person: 'Tom Ågren' },
    });
    const ofAccount = await list(`?subject=${ids.account}`);
    expect(types(ofAccount)).toEqual([
      'SocialAccountAccessLost',
      'ProfileCaptured',
      'RefreshCompleted',
      'ContentDiscovered',
      'ProfileCaptured',
      'RefreshStarted',
      'SocialAccountConnected',
    ]);
    expect(ofAccount).toMatchObject({ counts: { all: 7, figures: 3, invites: 0 }, names: { subject: '@noa.makes' } });
    expect(types(await list(`?subject=${ids.account}&kind=connections`))).toEqual([
      'SocialAccountAccessLost',
      'SocialAccountConnected',
    ]);
    expect(await list(`?actor=${ids.mara}&person=${ids.invitation}`)).toMatchObject({
      items: [{ type: 'InvitationIssued' }],
      counts: null,
      names: { actor: 'Mara Lind', person: 'Noa Ferrari' },
    });
    expect(types(await list('?actor=email-invitation'))).toEqual(['InvitationEmailed']);
    const all = (await list()).items;
    expect(types(await list(`?from=${all[3]!.at}&to=${all[1]!.at}`))).toEqual([
      'RefreshCompleted',
      'ContentDiscovered',
    ]);
    expect(types(await list(`?to=2001-01-01`))).toEqual([]);
    expect(types(await list(`?correlation=${all[6]!.correlationId}`))).toEqual([
      'RefreshCompleted',
      'ContentDiscovered',
      'ProfileCaptured',
      'RefreshStarted',
      'SocialAccountConnected',
    ]);
    expect(types(await list(`?correlation=${all[6]!.correlationId}&kind=figures`))).toEqual([
      'ContentDiscovered',
      'ProfileCaptured',
    ]);
    expect(types(await list('?kind=gossip&person=../x&from=yesterday'))).toHaveLength(13);
  });

  it('search finds people by name, e-mail and account, also where a fact only points at them, and words of the sentence', async () => {
    await story();
    expect((await list('?search=ferr')).items).toHaveLength(10);
    expect((await list('?search=noa.makes')).items).toHaveLength(10);
    expect(types(await list('?search=agren'))).toEqual(['InvitationIssued']);
    expect(types(await list('?search=password'))).toEqual(['SocialAccountAccessLost']);
    expect(types(await list('?search=noa%20password'))).toEqual(['SocialAccountAccessLost']);
    expect(types(await list('?search=tom%20password'))).toEqual([]);
    // Mara's own doings, and the invitation that carries nothing of her name.
    expect(types(await list('?search=mara&kind=invites'))).toEqual(['InvitationIssued', 'InvitationIssued']);
    expect(types(await list('?search=instagram&kind=connections'))).toHaveLength(3);
    expect(await list('?search=nobody-like-this')).toMatchObject({ items: [], counts: null, broad: false });
  });

  it('search finds every kind of fact by each word that a reader sees of it', async () => {
    const onYouTube = {
      ...facts.profile(9_000).data,
      platform: 'youtube' as const,
      accountId: '01936000-0000-7000-8000-00000000000b',
    };
    await say(
      [facts.registered, facts.joined, facts.issued(), facts.resend, facts.mailUndone, facts.reconnectRequested()],
      byMara,
    );
    await say([facts.confirmationRequested, facts.emailConfirmed, facts.importStarted], byMara);
    await say([facts.resetRequested, facts.passwordLinkMade, facts.passwordChanged()], byMara);
    await say([facts.viewSaved, facts.viewDeleted], byMara);
    await say([facts.preferences, facts.renamed, facts.emailChangeRequested, facts.emailChangeMailRequested], byMara);
    await say([facts.emailChangeConfirmed(), facts.emailChangeStopped(), facts.emailChanged], byMara);
    await say([messageFacts.saved, messageFacts.reset, messageFacts.tested], byMara);
    await say([facts.production, facts.prolonged], { kind: 'operator', id: 'cli' });
    for (const fact of [facts.importFinished, facts.mailReleased]) await say(fact);
    for (const fact of [facts.emailed, facts.emailFailed(false), facts.emailFailed(true), facts.emailNotSent])
      await say(fact);
    for (const fact of [facts.bounced, facts.delayed, facts.optedOut, facts.optedIn]) await say(fact);
    for (const fact of [
      facts.opened,
      facts.attemptStarted(),
      facts.attemptFailed(),
      facts.choiceOffered,
      facts.attemptSucceeded({ missing: ['insights'] }),
      facts.connected(),
      facts.reconnected,
    ])
      await say(fact, byNoa);
    for (const because of ['connected', 'due', 'asked'] as const) await say(facts.refreshStarted(because));
    for (const fact of [
      facts.profile(41_870),
      facts.audience,
      facts.discovered(2),
      facts.metrics,
      facts.edited,
      facts.deleted,
      facts.restored,
      facts.profile(null),
      facts.refreshCompleted(),
    ])
      await say(fact);
    await say([
      facts.refreshCompleted([aMissing('audience', 'ages', 'permission-missing')]),
      facts.refreshFailed(),
      facts.refreshGivenBack,
    ]);
    await say([
      { type: 'ProfileCaptured', data: onYouTube },
      { type: 'AuthorizationAbandoned', data: { ...facts.attemptAbandoned.data, platform: 'twitter' } },
    ]);
    for (const revoked of [true, false, null]) await say(facts.givenBack(revoked));
    await say([facts.accessLost, facts.answeredAgain, facts.accessRegained, facts.disconnected], byNoa);
    await say([facts.withdrawn, facts.erased], { kind: 'operator', id: 'cli' });
    await say([facts.bulkStarted('resend'), facts.bulkBatchDone, facts.bulkUndoAsked, facts.bulkBatchUndone], byMara);
    await say([facts.withdrawnWith('keep'), facts.withdrawnWith('disconnect'), facts.withdrawalUndone], byMara);
    await kernel.settled();
    const items = await all();
    expect(new Set(items.map(({ type }) => type))).toEqual(new Set(contextFactTypes));
    const seenOf = ({ sentence, detail, kind, platform }: HistoryItem) =>
      [sentenceText(sentence), detail ?? '', kind, platform ?? ''].join(' ').split(/[\s()“”]+/);
    const seen = items.map((item) => ({
      item,
      words: new Set(seenOf(item).map((word) => word.replace(/[.,:;]+$/, ''))),
    }));
    for (const word of new Set(seen.flatMap(({ words }) => [...words]).filter((one) => one !== ''))) {
      const found = new Set((await all(`&search=${encodeURIComponent(word)}`)).map(({ factId }) => factId));
      const missing = seen
        .filter(({ item, words }) => words.has(word) && !found.has(item.factId))
        .map(({ item }) => item);
      expect({ word, missing: texts({ items: missing }) }).toEqual({ word, missing: [] });
    }
  });

  it('search finds a sentence as it is read, and nothing that lacks one of its words', async () => {
    await say(facts.issued({ invitationId: theo, name: 'Theo Foundling', email: 'theo@example.com' }), byMara);
    await story();
    expect(texts(await list(`?search=${encodeURIComponent('@noa.makes has 41,738 followers')}`))).toEqual([
      '@noa.makes has 41,738 followers',
    ]);
    expect(types(await list('?search=was%20refreshed'))).toEqual(['RefreshCompleted']);
    expect(types(await list('?search=followers%20started'))).toEqual([]);
    expect(types(await list('?search=started&kind=figures'))).toEqual([]);
    expect(types(await list('?search=noa%20%26%20followers'))).toEqual(['ProfileCaptured', 'ProfileCaptured']);
    expect(types(await list('?search=%25'))).toEqual([]);
  });

  it('says so when a search names more people than it follows up', async () => {
    for (let n = 0; n < 35; n += 1)
      await say(
        facts.issued({
          invitationId: `01936000-0000-7000-8000-1000000000${10 + n}`,
          name: `Kim No ${n}`,
          email: `kim${n}@example.com`,
        }),
        byMara,
      );
    await kernel.settled();
    const broad = await list('?search=kim');
    expect(broad.broad).toBe(true);
    expect(broad.items).toHaveLength(35);
    expect((await list('?search=kim3')).broad).toBe(false);
  });

  it('shows nothing of another workspace', async () => {
    await story();
    const foreign = (await list()).items[0]!;
    for (const query of [
      '',
      '?search=noa',
      `?person=${ids.invitation}`,
      `?subject=${ids.account}`,
      `?actor=${ids.mara}`,
      `?correlation=${foreign.correlationId}`,
    ]) {
      expect((await under.get(`/history${query}`, stranger)).body).toMatchObject({
        items: [],
        names: { actor: null, person: null, subject: null },
      });
    }
    expect((await under.get('/history/people', stranger)).body).toEqual({ items: [] });
    expect((await under.get('/history/export?format=ndjson', stranger)).text).toBe('');
    for (const answer of [await under.get(`/history/${foreign.factId}`, stranger), await under.get('/history/no-fact')])
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('lists whom it can be filtered by', async () => {
    await story();
    expect(
      (await under.get('/history/people')).body.items.map(({ name, is }: { name: string; is: string }) => [name, is]),
    ).toEqual([
      ['Mara Lind', 'member'],
      ['Noa Ferrari', 'creator'],
      ['Tom Ågren', 'creator'],
    ]);
    expect((await under.get('/history/people?search=agr&limit=5')).body.items).toEqual([
      { personId: tom, is: 'creator', name: 'Tom Ågren', email: '=tom@agren.example' },
    ]);
  });

  it('forgets who was erased, by itself: in sentences, names, search, the list of people and files', async () => {
    await story();
    const total = (await list()).items.length;
    await kernel.keys.erase(ids.invitation);
    await eventually(
      async () => expect(texts(await list(`?person=${ids.invitation}`)).at(-1)).toBe('Mara Lind invited [erased]'),
      10_000,
    );
    await eventually(
      async () =>
        expect((await under.get('/history/people')).body.items).toContainEqual({
          personId: ids.invitation,
          is: 'creator',
          name: ERASED,
          email: ERASED,
        }),
      10_000,
    );
    const whole = await list();
    expect(whole.items).toHaveLength(total);
    expect(whole.counts).toMatchObject({ all: total });
    for (const shown of [
      whole,
      (await under.get('/history/export')).text,
      (await under.get('/history/export?format=ndjson')).text,
    ]) {
      expect(JSON.stringify(shown)).not.toMatch(/\bnoa\b|ferrari/i);
      expect(JSON.stringify(shown)).toContain('Tom Ågren');
    }
    for (const search of ['noa', 'ferrari', 'noa.makes']) expect((await list(`?search=${search}`)).items).toEqual([]);
    expect(types(await list('?search=agren'))).toEqual(['InvitationIssued']);
  });

  describe('one fact', () => {
    const show = async (factId: string): Promise<HistoryFact> =>
      (await under.get(`/history/${factId}`)).body as HistoryFact;

    it('is shown as it was recorded, with what is personal in it', async () => {
      await story();
      const issued = (await list('?kind=invites')).items.at(-1)!;
      expect(await show(issued.factId)).toEqual({
        item: issued,
        data: facts.issued().data,
        personal: ['name', 'email', 'invitedBy'],
        withheld: [],
        erased: false,
        storedVersion: 5,
        version: 5,
        position: expect.any(String),
        cause: null,
        effects: [expect.objectContaining({ type: 'InvitationEmailed' })],
        together: [],
      });
    });

    it('leads to its cause and to all that followed, also where three facts came of one command', async () => {
      const [asked] = await say(facts.refreshStarted('asked'), byMara);
      const three = await say([facts.profile(), facts.audience, facts.metrics], bySystem, {
        causationId: asked!.id,
        correlationId: asked!.correlationId,
      });
      const [ended] = await say(facts.refreshCompleted(), bySystem, {
        causationId: three[2]!.id,
        correlationId: asked!.correlationId,
      });
      await kernel.settled();
      const first = await show(asked!.id);
      expect(types({ items: first.effects })).toEqual([
        'ProfileCaptured',
        'AudienceCaptured',
        'ContentMetricsCaptured',
      ]);
      expect([first.cause, types({ items: first.together })]).toEqual([null, ['RefreshCompleted']]);
      const middle = await show(three[1]!.id);
      expect([middle.cause?.factId, types({ items: middle.effects }), types({ items: middle.together })]).toEqual([
        asked!.id,
        [],
        ['ProfileCaptured', 'ContentMetricsCaptured', 'RefreshCompleted'],
      ]);
      expect(await show(ended!.id)).toMatchObject({ cause: { factId: three[2]!.id }, effects: [] });
      // In the list they stand in the order of their stream.
      expect(types(await list(`?correlation=${asked!.correlationId}`))).toEqual([
        'RefreshCompleted',
        'ContentMetricsCaptured',
        'AudienceCaptured',
        'ProfileCaptured',
        'RefreshStarted',
      ]);
    });

    it('shows the settings and views of a member, and an e-mail they asked for, to that member only', async () => {
      const [preferences, requested, view] = await say(
        [facts.preferences, facts.emailChangeRequested, facts.viewSaved],
        byMara,
      );
      await kernel.settled();
      const tove = { ...mara, memberId: '01936000-0000-7000-8000-0000000000ab', name: 'Tove' };
      const showTo = async (reader: typeof mara, { id }: { id: string }): Promise<HistoryFact> =>
        (await under.get(`/history/${id}`, reader)).body as HistoryFact;
      expect(await showTo(tove, preferences!)).toMatchObject({
        item: { type: 'PreferencesChanged' },
        data: { memberId: ids.mara, theme: '[not shown]', timeZone: '[not shown]', firstDay: '[not shown]' },
        withheld: ['theme', 'density', 'timeZone', 'firstDay'],
      });
      const seen = await showTo(tove, requested!);
      expect(seen).toMatchObject({ data: { changeId: 'c1', email: '[not shown]' }, withheld: ['email'] });
      expect(JSON.stringify(seen)).not.toContain('lind.example');
      expect(await showTo(tove, view!)).toMatchObject({
        data: { list: 'invitations', name: '[not shown]', query: '[not shown]' },
        withheld: ['name', 'query'],
      });
      expect(await showTo(mara, view!)).toMatchObject({ data: { name: 'Not opened' }, withheld: [] });
      expect(await showTo(mara, preferences!)).toMatchObject({ data: { timeZone: 'Europe/Oslo' }, withheld: [] });
      expect(await showTo(mara, requested!)).toMatchObject({ data: { email: 'mara@lind.example' }, withheld: [] });
    });

    it('says what was erased with its person', async () => {
      const [issued] = await say(facts.issued(), byMara);
      await kernel.settled();
      await kernel.keys.erase(ids.invitation);
      expect(await show(issued!.id)).toMatchObject({
        erased: true,
        data: { name: ERASED, email: ERASED, invitedBy: 'Mara Lind', brandName: 'Nordlys', linkVersion: 1 },
      });
      await kernel.keys.erase(ids.mara);
      expect(await show(issued!.id)).toMatchObject({ data: { invitedBy: ERASED, brandName: 'Nordlys' } });
    });
  });

  describe('a file', () => {
    const download = (query: string) => under.get(`/history/export${query}`);

    it('of what is filtered: CSV that no spreadsheet runs', async () => {
      await story();
      const { status, headers, text } = await download(`?format=csv&person=${tom}`);
      expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(headers['content-disposition']).toBe(
        `attachment; filename="history-nordlys-s_n-2026-01-15.csv"; filename*=UTF-8''history-nordlys-s%C3%B8n-2026-01-15.csv`,
      );
      const [head, row, ...more] = text.split('\r\n');
      expect(head).toBe(
        'time,kind,what,detail,actor,actor kind,actor id,person,person id,platform,account id,attempt id,fact,fact id,correlation id,causation id,stream,revision',
      );
      expect(row).toMatch(
        new RegExp(
          `^2026-01-15T[\\d:.]+Z,invites,Mara Lind invited Tom Ågren \\(=tom@agren.example\\),,Mara Lind,member,${ids.mara},Tom Ågren,${tom},,,,InvitationIssued,[0-9a-f-]+,[0-9a-f-]+,,invitation-${tom},0$`,
        ),
      );
      expect(more).toEqual(['']);
      expect((await download('?bom=1')).text.startsWith('\uFEFFtime,')).toBe(true);
    });

    it('of any number of facts, the same as the pages show', async () => {
      for (let n = 0; n < 450; n += 1) await say(n % 2 ? facts.profile(1_000 + n) : facts.refreshStarted());
      await kernel.settled();
      const { text, headers } = await download('?format=ndjson&kind=figures&direction=asc');
      expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
      const lines = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as HistoryItem & { text: string });
      expect(lines).toHaveLength(225);
      const page = await list('?kind=figures&direction=asc&limit=100');
      expect(lines.slice(0, 100).map(({ text: _text, ...item }) => item)).toEqual(page.items);
      expect(lines[1]!.text).toBe('An account has 1,003 followers (+2)');
      expect((await download('?kind=figures')).text.split('\r\n')).toHaveLength(227);
    }, 120_000);
  });
});
