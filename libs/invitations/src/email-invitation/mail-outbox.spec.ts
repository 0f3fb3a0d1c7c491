import { eventually } from '@linkage/event-sourcing/testing';
import { JsonLogger, type Installation } from '@linkage/http';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { Logger } from '@nestjs/common';
import { invitationFacts } from '../invitation/invitation.events';
import { issued } from '../invitation/invitation.fixtures';
import { mailOutbox } from '../invitation/mail-outbox.projection';
import { publicUrl } from '../invitations.harness';
import type { MailDelivery } from './mail-delivery.service';
import { MailOutbox } from './mail-outbox.service';

describe('the mail outbox', () => {
  const lines: string[] = [];
  const started: MailOutbox[] = [];
  let kernel: TestKernel;
  beforeAll(() => Logger.overrideLogger(new JsonLogger('error', { write: (line) => lines.push(line) })));
  afterAll(() => Logger.overrideLogger(false));
  beforeEach(() => {
    lines.length = 0;
    kernel = testKernel({ facts: invitationFacts, projections: [mailOutbox] }, { asleep: true });
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((outbox) => outbox.stop()));
    await kernel.close();
  });

  /** Starts an outbox; what it gives to be delivered is taken and listed. */
  const startOutbox = (sendsMail: boolean): readonly string[] => {
    const delivered: string[] = [];
    const deliver: MailDelivery['deliver'] = async (stream) => {
      delivered.push(stream);
      return 'accepted';
    };
    const installation: Installation = { publicUrl, mode: 'demo', registration: 'open', salesUrl: null, sendsMail };
    const delivery = { deliver } as MailDelivery;
    const outbox = new MailOutbox(kernel.readModels, kernel.consumers, delivery, kernel.clock, installation);
    outbox.start();
    started.push(outbox);
    return delivered;
  };
  const invite = () =>
    kernel.log.append({
      stream: 'invitation-1',
      facts: [issued()],
      expected: 'no-stream',
      context: {
        workspaceId: 'w',
        actor: { kind: 'member', id: 'm' },
        correlationId: 'c',
        causationId: null,
      },
    });

  it('waits for its read model at a first start, without an error in the log', async () => {
    const delivered = startOutbox(true);
    expect(await started[0]?.isBusy()).toBe(true);
    kernel.consumers.start();
    await invite();
    await eventually(() => expect(delivered).toEqual(['invitation-1']));
    expect(lines).toEqual([]);
  });

  it('gives nothing to be delivered without a mail server', async () => {
    kernel.consumers.start();
    await invite();
    await kernel.settled();
    const without = startOutbox(false);
    const withServer = startOutbox(true);
    await eventually(() => expect(withServer).toEqual(['invitation-1']));
    expect(without).toEqual([]);
  });
});
