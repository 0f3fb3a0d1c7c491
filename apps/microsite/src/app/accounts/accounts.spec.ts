import { aProblem, aSite, anAccount } from '../testing/site';
import { Page } from '../testing/page';

describe('the creator’s page', () => {
  it('shows its shape while it loads, then who asks and the six platforms', async () => {
    const page = new Page();
    expect(page.all('.lk-skeleton').length).toBeGreaterThan(6);
    expect(page.text).toContain('Your page is loading.');
    await page.answer('the-link', aSite());
    expect(page.heading).toBe('Hi Darya, connect your accounts');
    expect(page.text).toContain('Ingrid from Nordlys Agency would like to see your channels’ figures');
    for (const promise of ['We read your profile', 'We never post', 'You can disconnect any account'])
      expect(page.text).toContain(promise);
    expect(page.lines).toEqual(
      ['Instagram Creator or business accounts Connect', 'YouTube Not connected Connect'].map((line) =>
        expect.stringMatching(new RegExp(line.replace(/[()]/g, '\\$&').replaceAll(' ', ' ?'))),
      ),
    );
    expect(page.text, 'what cannot be connected yet is named once').toMatch(
      /Soon: .*TikTok, Facebook, X \(Twitter\), Twitch/,
    );
    expect(document.title.replace(/[\u2068\u2069]/g, '')).toBe('Connect your accounts · Nordlys Agency');
    expect(page.all('.lk-skeleton')).toEqual([]);
  });

  it('opens with what has stopped and why, as the mail does', async () => {
    const page = new Page();
    await page.answer('the-link', aSite({ instagram: [anAccount('atelier.amelie', 'password-changed')] }));
    expect(page.heading).toBe('Your Instagram @atelier.amelie has stopped');
    expect(page.text).toContain('The password was changed, so Nordlys Agency gets no new figures.');
  });

  it('counts what has stopped, without what was disconnected on purpose', async () => {
    const page = new Page();
    const youtube = [anAccount('@bakes', 'expired'), anAccount('@second', 'no-longer-valid')];
    await page.answer('the-link', aSite({ instagram: [anAccount('old.one', 'disconnected')], youtube }));
    expect(page.heading).toBe('2 of your accounts have stopped');
  });

  it('names the brand alone when the inviting member is not known', async () => {
    const page = new Page();
    await page.answer('the-link', aSite({}, { invitedBy: null }));
    expect(page.text).toContain('Nordlys Agency would like to see your channels’ figures');
  });

  it('sets every name apart from the sentence and never takes one for markup', async () => {
    const page = new Page();
    await page.answer('the-link', aSite({}, { creatorName: 'נועה <b>x</b>', brand: 'سوق <img src=x>' }));
    expect(page.all('bdi').map((name) => name.textContent)).toEqual(
      expect.arrayContaining(['נועה <b>x</b>', 'سوق <img src=x>', 'Ingrid']),
    );
    expect(page.all('img')).toEqual([]);
  });

  it('says how each account stands, and lets only the most urgent button stand out', async () => {
    const page = new Page();
    await page.answer(
      'the-link',
      aSite({
        instagram: [anAccount('darya.pechet'), anAccount('old.one', 'disconnected')],
        youtube: [anAccount('@bakes', 'password-changed'), anAccount('@second', 'expired')],
      }),
    );
    expect(page.lines.slice(0, 4)).toEqual([
      expect.stringMatching(/^Instagram ?Connected as @darya.pechet/),
      expect.stringMatching(/^Instagram ?Disconnected ?@old.one ?Reconnect/),
      expect.stringMatching(/^YouTube ?Password changed ?@bakes ?Reconnect/),
      expect.stringMatching(/^YouTube ?Access expired ?@second ?Reconnect/),
    ]);
    expect(
      page.all('.lk-button.primary').map((button) => button.getAttribute('aria-label')?.replace(/[\u2068\u2069]/g, '')),
    ).toEqual(['Reconnect @bakes on YouTube']);
  });

  it('starts a connection with a POST and then goes to the platform, once', async () => {
    const page = new Page();
    await page.answer('the-link', aSite());
    await page.press('Connect YouTube');
    expect(page.button('Opening…').disabled).toBe(true);
    expect(page.button('Connect Instagram').disabled).toBe(true);
    await page.answer(
      'the-link/connections/youtube',
      { attemptId: 'attempt-1', authorizeUrl: 'https://platform.example/authorize?x=1' },
      'POST',
    );
    expect(page.left).toEqual(['https://platform.example/authorize?x=1']);
    page.http.verify();
  });

  it('says why the platform could not be opened and lets one try again', async () => {
    const page = new Page();
    await page.answer('the-link', aSite());
    await page.press('Connect YouTube');
    await page.refuse(
      'the-link/connections/youtube',
      aProblem({ status: 503, code: 'unavailable', detail: 'Linkage is busy.', reference: 'ref-1' }),
      'POST',
    );
    expect(page.all('[role=alert]')[0]?.textContent).toMatch(
      /YouTube could not be opened\.\s*Linkage is busy\.\s*Reference ref-1/,
    );
    await page.press('Connect YouTube');
    expect(page.all('[role=alert]')).toEqual([]);
    page.request('the-link/connections/youtube', 'POST');
  });

  it('says which account is to be connected again', async () => {
    const page = new Page();
    await page.answer('the-link', aSite({ youtube: [anAccount('bakes', 'password-changed')] }));
    await page.press('Reconnect @bakes on YouTube');
    const { body } = page.request('the-link/connections/youtube', 'POST').request;
    expect(body).toEqual({ reconnects: 'id-of-bakes' });
  });

  it('connects another account from the menu of a connected one', async () => {
    const page = new Page();
    await page.answer('the-link', aSite({ instagram: [anAccount('darya')] }));
    const options = page.button('Options for @darya on Instagram');
    expect(options.getAttribute('aria-expanded')).toBe('false');
    await page.press('Options for @darya on Instagram');
    expect(options.getAttribute('aria-expanded')).toBe('true');
    await page.press('Connect another account');
    expect(page.request('the-link/connections/instagram', 'POST').request.body).toEqual({});
  });

  it('closes the menu on Escape and gives the focus back', async () => {
    const page = new Page();
    await page.answer('the-link', aSite({ instagram: [anAccount('darya')] }));
    await page.press('Options for @darya on Instagram');
    page.button('Disconnect').focus();
    page.button('Disconnect').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await page.settle();
    expect(page.all('.choices')).toEqual([]);
    expect(document.activeElement).toBe(page.button('Options for @darya on Instagram'));
  });

  it('asks before it disconnects, with the focus on the harmless answer', async () => {
    const page = new Page();
    await page.answer('the-link', aSite({ instagram: [anAccount('darya')] }));
    await page.press('Options for @darya on Instagram');
    await page.press('Disconnect');
    expect(page.all('[role=group]')[0]?.textContent).toMatch(
      /Disconnect @darya\?\s*Nordlys Agency gets no new figures from it\. Figures read so far are kept\.\s*You can connect it again here\./,
    );
    expect(document.activeElement).toBe(page.button('Keep it'));
    await page.press('Keep it');
    expect(page.all('[role=group]')).toEqual([]);
    expect(document.activeElement).toBe(page.button('Options for @darya on Instagram'));
    page.http.verify();
  });

  it('disconnects, says so, and reads the list again', async () => {
    const page = new Page();
    await page.answer('the-link', aSite({ instagram: [anAccount('darya')] }));
    await page.press('Options for @darya on Instagram');
    await page.press('Disconnect');
    await page.press('Disconnect');
    expect(page.button('Disconnecting…').disabled).toBe(true);
    await page.answer('the-link/accounts/id-of-darya/disconnect', { position: '7' }, 'POST');
    const again = page.request('the-link');
    expect(again.request.headers.get('X-Linkage-Position')).toBe('7');
    again.flush(aSite({ instagram: [anAccount('darya', 'disconnected')] }));
    await page.settle();
    expect(page.text).toContain('@darya is disconnected.');
    expect(page.lines[0]).toMatch(/^Instagram ?Disconnected/);
  });

  it('keeps the question open when disconnecting failed', async () => {
    const page = new Page();
    await page.answer('the-link', aSite({ instagram: [anAccount('darya')] }));
    await page.press('Options for @darya on Instagram');
    await page.press('Disconnect');
    await page.press('Disconnect');
    await page.refuse('the-link/accounts/id-of-darya/disconnect', aProblem({ detail: 'It broke.' }), 'POST');
    expect(page.all('[role=alert]')[0]?.textContent).toMatch(/@darya could not be disconnected\.\s*It broke\./);
    expect(page.button('Disconnect').disabled).toBe(false);
  });
});
