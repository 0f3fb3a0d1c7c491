import { CLOCK } from '@linkage/event-sourcing';
import { eventually, TestClock } from '@linkage/event-sourcing/testing';
import { Injectable } from '@nestjs/common';
import { Cron, ScheduleModule } from '@nestjs/schedule';
import { Test } from '@nestjs/testing';
import { serverUnderTest } from '../testing/server-under-test';
import { MovedClock } from './moved-clock';

@Injectable()
class NewYear {
  rung = 0;

  @Cron('0 0 1 1 *')
  ring(): void {
    this.rung += 1;
  }
}

@Injectable()
class OneAtATime {
  rung = 0;
  end: () => void = () => undefined;

  @Cron('0 0 1 1 *', { waitForCompletion: true })
  ring(): Promise<void> {
    this.rung += 1;
    return new Promise((resolve) => {
      this.end = resolve;
    });
  }
}

describe('a clock that is moved', () => {
  it('rings every schedule at once, until the process ends', async () => {
    const clock = new TestClock();
    const providers = [NewYear, MovedClock, { provide: CLOCK, useValue: clock }];
    const testing = await Test.createTestingModule({ imports: [ScheduleModule.forRoot()], providers }).compile();
    await testing.init();
    const schedule = testing.get(NewYear);
    expect(schedule.rung).toBe(0);
    clock.advance(1);
    clock.advance(1);
    expect(schedule.rung).toBe(2);
    await testing.close();
    clock.advance(1);
    expect(schedule.rung).toBe(2);
  });

  it('rings one again that waits for its own end only once that has come', async () => {
    const clock = new TestClock();
    const providers = [OneAtATime, MovedClock, { provide: CLOCK, useValue: clock }];
    const testing = await Test.createTestingModule({ imports: [ScheduleModule.forRoot()], providers }).compile();
    await testing.init();
    const schedule = testing.get(OneAtATime);
    clock.advance(1);
    clock.advance(1);
    expect(schedule.rung).toBe(1);
    schedule.end();
    await eventually(() => {
      clock.advance(1);
      expect(schedule.rung).toBe(2);
    });
    schedule.end();
    await testing.close();
  });

  it.each([
    [['web', 'projections', 'reactors'], false],
    [['ingestion'], true],
  ] as const)('is heard by a process with the roles %j: %s', async (roles, isHeard) => {
    const linkage = await serverUnderTest({ roles: [...roles] });
    const there = (): MovedClock => linkage.server.app.get(MovedClock);
    if (isHeard) expect(there()).toBeInstanceOf(MovedClock);
    else expect(there).toThrow('could not find');
    await linkage.close();
  });
});
