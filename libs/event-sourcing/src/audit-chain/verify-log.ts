import { DamagedFact, type EventLog } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import { ChainCheck } from './chain-check';
import { firstLink } from './fact-digest';
import { type Finding, type Head, NO_JSON, placeOf, type WorkspaceVerdict } from './finding';
import { isSealStream, isStraySeal, sealStream } from './seal';
import { wholeLog } from '../log-transfer/whole-log';

export interface VerifyOptions {
  readonly expected?: readonly Head[];
  readonly onProgress?: (facts: number) => void;
}

export interface LogVerdict {
  readonly workspaces: readonly WorkspaceVerdict[];
  readonly findings: readonly Finding[];
}

const TELL_EVERY = 5_000;

/** Facts appended meanwhile are left for the next run. */
export const verifyLog = async (
  log: EventLog,
  { expected = [], onProgress = () => undefined }: VerifyOptions = {},
): Promise<LogVerdict> => {
  const upTo = await log.head();
  const verification = new Verification(log, upTo, expected);
  let facts = 0;
  for await (const fact of wholeLog(log, upTo)) {
    facts += 1;
    if (facts % TELL_EVERY === 0) onProgress(facts);
    if (fact instanceof DamagedFact) verification.damaged(fact);
    else if (isStraySeal(fact)) verification.stray(fact);
    else if (!isSealStream(fact.stream)) await verification.take(fact);
  }
  onProgress(facts);
  return verification.end();
};

class Verification {
  private readonly checks = new Map<string, ChainCheck>();
  private readonly damages: Finding[] = [];
  private readonly strays = new Map<string, Finding>();
  private readonly links = new Map<Head, string>();

  constructor(
    private readonly log: EventLog,
    private readonly upTo: Position | null,
    private readonly expected: readonly Head[],
  ) {
    for (const head of expected) if (head.count === 0) this.links.set(head, firstLink(head.workspaceId));
  }

  async take(fact: StoredFact): Promise<void> {
    const check = this.checkOf(fact.meta.ws);
    if (check.needsSeal) await check.nextSeal();
    if (!check.take(fact)) await check.explain(fact);
    for (const head of this.expected)
      if (head.workspaceId === fact.meta.ws && head.count === check.count) this.links.set(head, check.link);
  }

  damaged({ place }: DamagedFact): void {
    this.damages.push({ workspaceId: null, damage: 'changed', fact: placeOf(place), note: NO_JSON });
  }

  stray(seal: StoredFact): void {
    const workspaceId = seal.meta.ws;
    if (this.strays.has(workspaceId)) return;
    this.strays.set(workspaceId, {
      workspaceId,
      damage: 'seal changed',
      fact: placeOf(seal),
      note: `It is a seal and belongs to ${sealStream(workspaceId)}.`,
    });
  }

  async end(): Promise<LogVerdict> {
    const checks = [...this.checks.values()];
    for (const check of checks) await check.finish();
    const found = checks.flatMap(({ finding }) => finding ?? []);
    const named = new Set(found.map(({ fact }) => fact?.id));
    const broken = new Set(found.map(({ workspaceId }) => workspaceId));
    const strays = [...this.strays.values()].filter(
      ({ workspaceId, fact }) => !broken.has(workspaceId) && !named.has(fact?.id),
    );
    const others = [...this.damages.filter(({ fact }) => !named.has(fact?.id)), ...strays];
    return {
      workspaces: checks.map(({ verdict }) => verdict),
      findings: [...found, ...others, ...this.expected.flatMap((head) => this.compared(head) ?? [])],
    };
  }

  private compared(head: Head): Finding | undefined {
    const { workspaceId, count, hash } = head;
    const link = this.links.get(head);
    if (link === hash) return undefined;
    if (link !== undefined)
      return {
        workspaceId,
        damage: 'rewritten',
        fact: null,
        note: `The history up to fact ${count} is not the one that was noted.`,
      };
    const there = this.checks.get(workspaceId)?.count ?? 0;
    return { workspaceId, damage: 'cut off', fact: null, note: `There were ${count} facts, now there are ${there}.` };
  }

  private checkOf(workspaceId: string): ChainCheck {
    const known = this.checks.get(workspaceId);
    if (known) return known;
    const check = new ChainCheck(this.log, workspaceId, this.upTo as Position);
    this.checks.set(workspaceId, check);
    return check;
  }
}
