import type { LogLevel } from '@linkage/settings';
import type { LoggerService } from '@nestjs/common';
import { pino, stdTimeFunctions, type DestinationStream, type Logger as Pino } from 'pino';
import { errorFields } from './error-fields';

/** Parts of Nest that tell each module and route at every start. */
const chatty: ReadonlySet<string | undefined> = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/**
 * Nest's logger on pino: one JSON line each. An object as message becomes fields; the last text parameter is the part
 * that speaks.
 */
export class JsonLogger implements LoggerService {
  private readonly pino: Pino;

  constructor(level: LogLevel, destination?: DestinationStream) {
    const options = { level, base: null, timestamp: stdTimeFunctions.isoTime, serializers: { err: errorFields } };
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  log = (message: unknown, ...rest: unknown[]): void =>
    this.write(chatty.has(partOf(rest)) ? 'debug' : 'info', message, rest);
  error = (message: unknown, ...rest: unknown[]): void => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]): void => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]): void => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]): void => this.write('trace', message, rest);
  fatal = (message: unknown, ...rest: unknown[]): void => this.write('fatal', message, rest);

  private write(level: Exclude<LogLevel, 'silent'>, message: unknown, rest: readonly unknown[]): void {
    const part = partOf(rest);
    const said = rest
      .slice(0, -1)
      .filter((text) => typeof text === 'string')
      .join(' ');
    if (message instanceof Error) this.pino[level]({ part, err: message });
    else if (typeof message === 'object' && message !== null) this.pino[level]({ part, ...message }, said || undefined);
    else this.pino[level]({ part, ...(said && { stack: said }) }, String(message));
  }
}

const partOf = (rest: readonly unknown[]): string | undefined => {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
};
