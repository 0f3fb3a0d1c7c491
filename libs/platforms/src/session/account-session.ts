import type { z } from 'zod';
import { settle } from '../answers/settled';
import type { AccessGrant } from '../connector';
import { isAppTrouble, PlatformError, type PlatformTrouble } from '../errors';
import {
  isGood,
  isObject,
  type AnswerRules,
  type PlatformAnswer,
  type PlatformClient,
  type PlatformRequest,
  type ReadingBounds,
} from '../http';
import { isLoss, lossOf, type Loss, type LossCause, type Read } from '../loss';
import { GivenUp } from './given-up';

const usualBounds: ReadingBounds = { mostCalls: 2_500, mostMs: 10 * 60_000 };
/** From here on the rest of an account's calls is left for what matters most. */
const busyPercent = 80;

/**
 * One reading of one account with one token: at connecting, or a refresh. Only `decide` rejects. Whatever else goes
 * wrong costs what it was asked for, and is reported once per kind. Bounded in calls and time, whatever the platform
 * sends.
 */
export class AccountSession {
  private readonly bounds: ReadingBounds;
  private readonly began = performance.now();
  private readonly losses = new Map<string, Loss>();
  private readonly rates = new Map<string, number>();
  private readonly throttled = new Map<string, Loss>();
  private readonly givenUp = new GivenUp();
  /** By service: it refuses the app as a whole, so that asking on would change nothing. Others may still serve it. */
  private readonly appRefused = new Map<string, Loss>();
  private calls = 0;
  private tokenRefused = false;

  constructor(
    readonly client: PlatformClient,
    private readonly rules: AnswerRules,
    readonly grant: Pick<AccessGrant, 'accessToken' | 'granted'> & Partial<AccessGrant>,
  ) {
    this.bounds = { ...usualBounds, ...client.environment.bounds };
  }

  get now(): Date {
    return this.client.now;
  }

  get accessToken(): string {
    return this.grant.accessToken;
  }

  /** The creator granted it. */
  may(permission: string): boolean {
    return this.grant.granted.includes(permission);
  }

  /** A call other than that one was refused as if the access had ended. */
  get accessIsInDoubt(): boolean {
    return this.tokenRefused;
  }

  /** The one call that says which account it is. @throws PlatformError */
  async decide<S extends z.ZodType>(request: PlatformRequest, schema: S): Promise<z.output<S>> {
    this.calls += 1;
    const answer = await this.client.send(request);
    this.noteRate(request, answer);
    if (!isGood(answer, this.rules))
      throw this.client.trouble(request, answer, this.client.verdict(request, answer, this.rules));
    const { data, unread } = this.client.parsed(answer, schema);
    if (data === undefined) throw this.client.unreadable(request, answer, unread);
    if (unread.length > 0) settle(data, this.unreadLoss(request, answer, unread));
    return data;
  }

  /**
   * Any other call. `otherwise`: what an answer that is not good says although nothing is wrong; undefined: something
   * is.
   */
  async ask<S extends z.ZodType, N = never>(
    request: PlatformRequest,
    schema: S,
    otherwise?: (answer: PlatformAnswer) => N | undefined,
  ): Promise<Read<z.output<S>> | N> {
    const first = await this.once(request, schema, otherwise);
    // A hiccup among some hundred calls is asked once more.
    return isLoss(first) && first.lost === 'platform-down' ? this.once(request, schema, otherwise) : first;
  }

  /** Something in a good answer that cannot be, such as a page that leads to itself. One report per kind. */
  impossible(call: string, what: string): Loss {
    return this.loss(`${call} ${what}`, { outcome: 'unexpected', reportId: '' }, () =>
      this.client.report(call, 200, [what]),
    );
  }

  /**
   * Something that a good answer itself says it is without. One report per kind, made of `what`, which has no value of
   * the answer.
   */
  withheld(call: string, trouble: PlatformTrouble, what: string): Loss {
    return this.loss(`${call} ${what}`, trouble, () => this.client.report(call, 200, [what]));
  }

  /** Something that is not asked for, as the creator did not grant it. */
  notGranted(call: string, permission: string): Loss {
    return this.loss(`${call} is not asked for`, { outcome: 'permission-missing', permission }, () =>
      this.client.report(call, 0, [`not asked for: ${permission} was not granted`]),
    );
  }

  /**
   * So much of a budget of calls is used that this call, for a single post, waits for the next time; undefined: it is
   * made. A budget that is used up says so itself.
   */
  postponed(call: string): Loss | undefined {
    const isBusy = [...this.rates.values()].some((used) => used >= busyPercent && used < 100);
    if (!isBusy) return undefined;
    return this.loss(`${call} is postponed`, { outcome: 'rate-limited', retryAt: null }, () =>
      this.client.report(call, 0, ['not asked for: the calls that the platform allows are nearly used up']),
    );
  }

  /** For a mistake of ours: it costs the part that it happened in. */
  mistake(part: string, error: unknown): Loss {
    const trouble = this.client.troubleOf(part, error);
    const reportId =
      trouble.outcome === 'unexpected' ? trouble.reportId : this.client.report(part, 0, [trouble.outcome]);
    return lossOf(trouble, reportId);
  }

  private async once<S extends z.ZodType, N>(
    request: PlatformRequest,
    schema: S,
    otherwise?: (answer: PlatformAnswer) => N | undefined,
  ): Promise<Read<z.output<S>> | N> {
    const stopped = this.stopped(request);
    if (stopped !== undefined) return stopped;
    this.calls += 1;
    const answer = await this.answerTo(request);
    if (isLoss(answer)) return this.givenUp.note(request.call, answer);
    this.noteRate(request, answer);
    if (!isGood(answer, this.rules)) {
      const nothing = otherwise?.(answer);
      return nothing ?? this.givenUp.note(request.call, this.refusal(request, answer));
    }
    this.givenUp.worked(request.call);
    const { data, unread } = this.client.parsed(answer, schema);
    if (data === undefined) return this.unreadLoss(request, answer, unread);
    if (unread.length > 0) settle(data, this.unreadLoss(request, answer, unread));
    return data;
  }

  private async answerTo(request: PlatformRequest): Promise<PlatformAnswer | Loss> {
    try {
      return await this.client.send(request, 'usual');
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      return this.loss(error.message, error.trouble, () => this.client.report(request.call, 0, [error.message]));
    }
  }

  private refusal(request: PlatformRequest, answer: PlatformAnswer): Loss {
    const trouble = this.client.verdict(request, answer, this.rules) ?? unforeseen(answer);
    const loss = this.loss(`${request.call} ${answer.status} ${trouble.outcome}`, trouble, () =>
      this.client.reportAnswer(request, answer),
    );
    if (trouble.outcome === 'refresh-token' || trouble.outcome === 'needs-reauthorization') this.tokenRefused = true;
    if (loss.lost === 'rate-limited') this.throttled.set(bucketOf(request), loss);
    if (isAppTrouble(loss.lost) && !('ofThisCall' in trouble)) this.appRefused.set(serviceOf(request), loss);
    return loss;
  }

  private unreadLoss(request: PlatformRequest, { status }: PlatformAnswer, unread: readonly string[]): Loss {
    return this.loss(`${request.call} ${unread.join()}`, { outcome: 'unexpected', reportId: '' }, () =>
      this.client.report(request.call, status, unread),
    );
  }

  private loss(kind: string, trouble: LossCause, report: () => string): Loss {
    const known = this.losses.get(kind);
    if (known !== undefined) return known;
    const loss = lossOf(trouble, report());
    this.losses.set(kind, loss);
    return loss;
  }

  private stopped(request: PlatformRequest): Loss | undefined {
    const { mostCalls, mostMs } = this.bounds;
    if (this.calls >= mostCalls) return this.impossible('a reading', `stopped after ${mostCalls} calls`);
    if (performance.now() - this.began >= mostMs)
      return this.impossible('a reading', `stopped after ${Math.round(mostMs / 1000)} s`);
    return (
      this.appRefused.get(serviceOf(request)) ??
      this.throttled.get(bucketOf(request)) ??
      this.givenUp.loss(request.call)
    );
  }

  /** Calling on while a budget is used up makes the wait longer. */
  private noteRate(request: PlatformRequest, { headers, status }: PlatformAnswer): void {
    const rate = this.rules.rate?.(headers, this.now);
    if (rate === undefined) return;
    const bucket = bucketOf(request);
    this.rates.set(bucket, rate.usedPercent);
    if (rate.usedPercent < 100) return;
    const usedUp = this.loss(`used up ${bucket}`, { outcome: 'rate-limited', retryAt: rate.freeAt }, () =>
      this.client.report(request.call, status, ['the calls that the platform allows are used up']),
    );
    this.throttled.set(bucket, usedUp);
  }
}

/** A no of the platform's own is one, whatever its words: it was understood. */
const unforeseen = ({ status, body }: PlatformAnswer): LossCause =>
  status === 403 && isObject(body) && Object.keys(body).length > 0
    ? { outcome: 'refused' }
    : { outcome: 'unexpected', reportId: '' };

const serviceOf = ({ service, url }: PlatformRequest): string => service ?? url.host;
const bucketOf = ({ bucket, call }: PlatformRequest): string => bucket ?? call;
