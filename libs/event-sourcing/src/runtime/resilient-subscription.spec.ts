import { eventually, TestClock } from '../testing';
import { ConsumerHealth } from './consumer-health';
import { ResilientSubscription } from './resilient-subscription';

describe('a subscription', () => {
  it('that the log has not accepted is not running, and a refusal is reported', async () => {
    const reports: string[] = [];
    const health = new ConsumerHealth('invitation-list', new TestClock(), (consumer, { message }) =>
      reports.push(`${consumer}: ${message}`),
    );
    let [accept, refuse] = [(): void => undefined, (_: Error): void => undefined];
    let tries = 0;
    const resilient = new ResilientSubscription(health, async () => {
      tries += 1;
      let stop = (): void => undefined;
      const opened = new Promise<void>((resolve) => (accept = resolve));
      const done = new Promise<void>((resolve, reject) => {
        refuse = reject;
        stop = resolve;
      });
      done.catch(() => undefined);
      return { opened, done, stop: async () => stop() };
    });
    resilient.start();
    await eventually(() => expect(tries).toBe(1));
    expect(health.state).toBe('idle');

    refuse(new Error('no access to $all'));
    await eventually(() => expect(tries).toBe(2));
    expect(health.state).toBe('retrying');
    expect(reports).toEqual(['invitation-list: no access to $all']);

    accept();
    await eventually(() => expect(health.state).toBe('running'));
    await resilient.stop();
  });
});
