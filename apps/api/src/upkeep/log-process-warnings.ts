import type { EventEmitter } from 'node:events';
import { Logger } from '@nestjs/common';

/** Node says a warning once, on stderr, without the place that it comes from; the log has it with its stack. */
export function logProcessWarnings(of: Pick<EventEmitter, 'on'>): void {
  const logger = new Logger('Process');
  of.on('warning', (warning: Error) => logger.warn({ msg: `${warning.name}: ${warning.message}`, err: warning }));
}
