import { sentenceText, type HistoryFact, type HistoryItem, type HistoryList } from '@linkage/contracts';
import { eventually } from '@linkage/event-sourcing/testing';
import { ERASED, type Actor, type FactContext, type Recorded } from '@linkage/event-sourcing';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { historyUnderTest, mara, type HistoryUnderTest } from './history.harness';
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
  const texts = ({ items }: { items: readonly HistoryItem[] }) => items.map(({ sentence }) => sentenceText(sentence));
  const types = ({ items }: { items: readonly HistoryItem[] }) => items.map(({ type }) => type);

  it('tells who did what when, newest first, with counts per kind', async () => {
    await story();
    const page = await list();
    expect(texts(page)).toEqual([
      'Instagram refused access to @noa.makes: the password was changed',
      'The refresh of @noa.makes found 41,870 followers (+132)',
      'The refresh of @noa.makes is complete',
      'The refresh of @noa.makes found 2 new posts',
      'The refresh of @noa.makes found 41,738 followers',
      'The first refresh of @noa.makes started',
      'Noa Ferrari connected Instagram @noa.makes',
      'Noa Ferrari set out to connect Instagram',
      'Mara Lind invited Tom Ågren (=tom@agren.example)',
      'The invitation mail to Noa Ferrari was accepted by the mail server',
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
    await say([facts.registered, facts.joined, facts.issued(), facts.resend], byMara);
    for (const fact of [facts.emailed, facts.emailFailed(false), facts.emailFailed(true), facts.emailNotSent])
      await say(fact);
    for (const fact of [
      facts.attemptStarted(),
      facts.attemptFailed(),
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
    await say([facts.accessLost, facts.disconnected], byNoa);
    await say([facts.withdrawn, facts.erased], { kind: 'operator', id: 'cli' });
    await say([facts.withdrawnWith('keep'), facts.withdrawnWith('disconnect'), facts.withdrawalUndone], byMara);
    await kernel.settled();
    const { items } = await list('?limit=100');
    expect(new Set(items.map(({ type }) => type))).toEqual(new Set(contextFactTypes));
    const seenOf = ({ sentence, detail, kind, platform }: HistoryItem) =>
      [sentenceText(sentence), detail ?? '', kind, platform ?? ''].join(' ').split(/[\s()“”]+/);
    const seen = items.map((item) => ({
      item,
      words: new Set(seenOf(item).map((word) => word.replace(/[.,:;]+$/, ''))),
    }));
    for (const word of new Set(seen.flatMap(({ words }) => [...words]).filter((one) => one !== ''))) {
      const found = new Set(
        (await list(`?limit=100&search=${encodeURIComponent(word)}`)).items.map(({ factId }) => factId),
      );
      const missing = seen
        .filter(({ item, words }) => words.has(word) && !found.has(item.factId))
        .map(({ item }) => item);
      expect({ word, missing: texts({ items: missing }) }).toEqual({ word, missing: [] });
    }
  });

  it('search finds a sentence as it is read, and nothing that lacks one of its words', async () => {
    await say(facts.issued({ invitationId: theo, name: 'Theo Foundling', email: 'theo@example.com' }), byMara);
    await story();
    expect(
      texts(await list(`?search=${encodeURIComponent('The refresh of @noa.makes found 41,738 followers')}`)),
    ).toEqual(['The refresh of @noa.makes found 41,738 followers']);
    expect(types(await list('?search=refresh%20complete'))).toEqual(['RefreshCompleted']);
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
        erased: false,
        storedVersion: 2,
        version: 2,
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
      expect(lines[1]!.text).toBe('The refresh of an account found 1,003 followers (+2)');
      expect((await download('?kind=figures')).text.split('\r\n')).toHaveLength(227);
    }, 120_000);
  });
});
