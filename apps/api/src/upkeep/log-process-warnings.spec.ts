import { EventEmitter } from 'node:events';
import { JsonLogger } from '@linkage/http';
import { Logger } from '@nestjs/common';
import { logProcessWarnings } from './log-process-warnings';

const negative = (): Error => Object.assign(new Error('-1 is a negative number.'), { name: 'TimeoutNegativeWarning' });

it('a warning of Node, such as of a time-out below zero, is logged with the place that it comes from', () => {
  const lines: string[] = [];
  Logger.overrideLogger(new JsonLogger('warn', { write: (line) => lines.push(line) }));
  try {
    const runtime = new EventEmitter();
    logProcessWarnings(runtime);
    runtime.emit('warning', negative());
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        part: 'Process',
        msg: 'TimeoutNegativeWarning: -1 is a negative number.',
        err: { stack: expect.stringContaining('negative') },
      },
    ]);
  } finally {
    Logger.overrideLogger(false);
  }
});
