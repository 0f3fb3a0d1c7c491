import { createHash, randomBytes } from 'node:crypto';
import type { AccessLostCause, ContentFigure, PlatformId } from '@linkage/published-facts';
import type { AccessGrant, PlatformConnector } from '../../connector';
import type { PlatformTrouble } from '../../errors';
import type { UnexpectedAnswer } from '../../http';
import { consentByHand, type Choice } from '../consent-by-hand';
import type { FaultKind, OwnMeanings } from './faults';
import type { StrangeKind } from './strange';

/**
 * Strikes the next `times` calls (null: all until cleared) that servers make to this platform, to one of its hosts, or
 * to paths with these words.
 */
export interface ContractFault {
  readonly kind: FaultKind | StrangeKind;
  readonly times: number | null;
  readonly host?: string;
  readonly path?: string;
}

/** What a connector is tried against: a running platform sandbox whose clock, people and faults a test can move. */
export interface ContractSubject {
  /** A connector that follows the sandbox's clock. */
  connector(changes?: { readonly timeoutMs?: number; readonly clientSecret?: string }): PlatformConnector;
  /** What the connectors reported. */
  readonly reports: UnexpectedAnswer[];
  now(): Date;
  advance(ms: number): Promise<void>;
  fault(fault: ContractFault): Promise<void>;
  clearFaults(): Promise<void>;
  /** The person ends the access on the platform's side. */
  end(person: string, because: 'revoked' | 'password-changed'): Promise<void>;
  close(): Promise<void>;
}

/** What a connector is tried with, and against what. */
export interface ContractCase extends PlatformCase {
  readonly start: () => Promise<ContractSubject>;
}

interface CaseCall {
  /** Words that the path has; `:page` stands for the id of the account that is read. */
  readonly path: string;
  readonly decides?: true;
  readonly costs: readonly string[];
  /** Its list comes without a count, so that an empty one cannot be told from one that has nothing. */
  readonly isUncounted?: true;
  /** What it costs where a fault costs something else. */
  readonly costsOf?: Partial<Readonly<Record<FaultKind, readonly string[]>>>;
}

/** What differs between the platforms. */
export interface PlatformCase {
  readonly platform: PlatformId;
  readonly people: {
    /** With posts, an audience and all figures. */
    readonly ordinary: string;
    /** Too small for an audience; absent: the platform tells nothing of any audience. */
    readonly small?: string;
    /** Never posted. */
    readonly silent: string;
    /** With all figures, and few posts: read again and again. */
    readonly sparing: string;
    /** Has thousands of posts. */
    readonly busy: {
      readonly id: string;
      /** As many as the platform gives of them. */
      readonly posts: number;
    };
    /** Cannot be watched although they agree; the trouble that says why. */
    readonly notEligible?: { readonly id: string; readonly trouble: PlatformTrouble };
  };
  /**
   * All calls of a refresh: which one names the account, and what the others cost if they fail (`profile.reach28d`,
   * `post.shares` …).
   */
  readonly calls: readonly CaseCall[];
  /** Faults that only this platform has. */
  readonly ownFaults?: readonly FaultKind[];
  /** Strange answers that only some platforms have. */
  readonly ownStrange?: readonly StrangeKind[];
  /** Faults that mean something else here than on most platforms. */
  readonly meanings?: OwnMeanings;
  /** A permission that creators can untick, and what there is not without it; absent: they can only agree to all. */
  readonly optional?: {
    readonly permission: string;
    /**
     * Data points that say so (`audience.ages`, `profile.following`, `post.shares`); `posts`: there are none, and the
     * reading says why.
     */
    readonly empties: readonly string[];
  };
  /** Figures that the platform counts of posts. */
  readonly counted: readonly ContentFigure[];
  /** After this time an access token is no longer taken, and how the platform says so; null: it does not run out. */
  readonly accessLifeMs: number | null;
  readonly expired: PlatformTrouble;
  /** As what it shows that the token is not taken any more, and no fresh one either. */
  readonly refused: AccessLostCause;
  /**
   * What a person can do on the platform to end the access, and as what that shows. The person takes part in nothing
   * else.
   */
  readonly endings: readonly {
    readonly by: 'revoked' | 'password-changed';
    readonly person: string;
    readonly cause: AccessLostCause;
  }[];
  /** The platform lets an app give its access back. */
  readonly revokes: boolean;
}

/** Where Linkage listens by default, and what the sandbox has registered. */
export const redirectUriOf = ({ platform }: Pick<PlatformConnector, 'platform'>): string =>
  `http://localhost:3000/api/oauth/${platform}/callback`;

/** The way from the authorize page back to Linkage. `verifier` goes with the code. */
export async function goThroughConsent(connector: PlatformConnector, choice: Choice) {
  const verifier = connector.usesPkce ? randomBytes(32).toString('base64url') : undefined;
  const state = randomBytes(16).toString('base64url');
  const challenge =
    verifier === undefined ? {} : { codeChallenge: createHash('sha256').update(verifier).digest('base64url') };
  const query = await consentByHand(
    connector.authorizeUrl({ state, redirectUri: redirectUriOf(connector), ...challenge }),
    choice,
  );
  expect(query['state']).toBe(state);
  return { answer: connector.readCallback(query), verifier: verifier === undefined ? {} : { codeVerifier: verifier } };
}

/** A grant of a person who agreed; of the first account where there are several. */
export async function grantOf(connector: PlatformConnector, choice: Choice): Promise<AccessGrant> {
  const { answer, verifier } = await goThroughConsent(connector, choice);
  if (!('code' in answer)) throw new Error('The consent did not end in a code.');
  const grant = await connector.exchangeCode({
    code: answer.code,
    redirectUri: redirectUriOf(connector),
    ...verifier,
  });
  const [first] = connector.offersSeveral ? ((await connector.accounts?.(grant)) ?? []) : [];
  return first?.grant ?? grant;
}
