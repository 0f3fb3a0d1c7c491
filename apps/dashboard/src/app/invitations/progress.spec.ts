import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { InvitationFunnel, InvitationProgress } from '@linkage/contracts';
import { INVITE_DIALOG } from '../shared/inviting/inviting';
import { until } from '../testing/open-page';
import { InvitationActions } from './invitation-actions';

const at = '2026-11-23T08:00:00.000Z';
const progress: InvitationProgress = {
  steps: [
    { step: 'queued', at },
    { step: 'accepted', at },
    { step: 'opened', at: null },
    { step: 'started', at: null },
    { step: 'connected', at: null },
  ],
  trouble: { kind: 'bounced', at, reason: 'The mailbox is full (5.2.2).', words: 'over quota' },
};
const funnel: InvitationFunnel = {
  steps: [
    { step: 'queued', count: 8 },
    { step: 'accepted', count: 6 },
    { step: 'opened', count: 4 },
    { step: 'started', count: 2 },
    { step: 'connected', count: 1 },
  ],
  bounced: 2,
};

describe('how far invites got', () => {
  let server: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: INVITE_DIALOG, useValue: () => Promise.reject(new Error('It is not opened here.')) },
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => document.querySelectorAll('.cdk-overlay-container').forEach((layer) => layer.replaceChildren()));

  const dialog = (): HTMLElement => {
    const found = document.querySelector<HTMLElement>('[role=dialog]');
    if (found === null) throw new Error('There is no dialog.');
    return found;
  };
  const texts = (): readonly string[] =>
    [...dialog().querySelectorAll('li')].map((line) =>
      [...line.children]
        .map((part) => part.textContent?.replace(/\s+/g, ' ').trim())
        .filter(Boolean)
        .join(' '),
    );
  const answer = async (url: string, body: object): Promise<void> => {
    await until(() => {
      const [request] = server.match(url);
      expect(request).toBeDefined();
      request?.flush(body);
    });
    TestBed.tick();
  };

  it('says of one invite when it reached each step, and what its mail met with', async () => {
    void TestBed.inject(InvitationActions).showProgress({ invitationId: '1', name: 'Lena Brandt' });
    await answer('/api/invitations/1/progress', progress);
    await until(() => expect(texts()).toHaveLength(5));
    expect(texts()[1]).toMatch(/^E-mail accepted .+/);
    expect(texts()[2]).toBe('Page opened not yet');
    expect(dialog().textContent).toContain('Bounced');
    expect(dialog().querySelector('q')?.textContent).toBe('over quota');
  });

  it('says of a workspace how many got how far, also of one month', async () => {
    void TestBed.inject(InvitationActions).showFunnel();
    await answer('/api/invitations/funnel', funnel);
    await until(() => expect(texts()[1]).toBe('E-mail accepted 6 · 75%'));
    expect(dialog().textContent).toContain('2 bounced and got no further.');
    const [, thisMonth] = dialog().querySelectorAll<HTMLButtonElement>('.lk-chip');
    thisMonth?.click();
    const month = new Date().toISOString().slice(0, 7);
    const none = { steps: funnel.steps.map(({ step }) => ({ step, count: 0 })), bounced: 0 };
    await answer(`/api/invitations/funnel?month=${month}`, none);
    await until(() => expect(dialog().textContent).toContain('No invite was sent in this time.'));
  });
});
