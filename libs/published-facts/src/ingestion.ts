import type { Fact, FactCatalog } from '@linkage/event-sourcing';
import type { AudienceSnapshot, ContentChange, ContentFigures, ContentItem, ProfileSnapshot } from './figures';
import type { PlatformId } from './platform';
import { sameData } from './same-data';

interface OfAnAccount {
  accountId: string;
  invitationId: string;
  platform: PlatformId;
}

/**
 * Runs of an account's refresh: stream `refresh-<accountId>`. The stream's expected revision makes double ringing
 * harmless.
 */
export type RefreshStarted = Fact<
  'RefreshStarted',
  OfAnAccount & { refreshId: string; because: 'connected' | 'due' | 'asked' }
>;
/**
 * A part of an account that a refresh could not read; what was known of it before stands. `part` is a figure
 * (`reach28d`), a name (`displayName`), a part of the audience (`ages`) or of the content (`posts`, `stories`,
 * `reach`); `all`: the whole section. `posts`: of how many posts it is missing. `reason`: an outcome as in
 * `RefreshFailed`, `refused`, or an availability of `Figure` that is not the last word. `reportId` finds the log line.
 * `inARow`: so many refreshes in a row were without it, this one counted.
 */
export interface MissingPart {
  section: 'profile' | 'audience' | 'content';
  part: string;
  reason: string;
  reportId: string | null;
  inARow: number;
  posts?: number;
}
/**
 * `missing`: what could not be had, with the code of why; all else is fresh. `nextDueAt` (ISO UTC): when the next one
 * is due; null: not by itself. Absent: 24 h after this fact. Version 1 named whole sections only.
 */
export type RefreshCompleted = Fact<
  'RefreshCompleted',
  OfAnAccount & {
    refreshId: string;
    missing: MissingPart[];
    nextDueAt?: string | null;
  }
>;
/** So many refreshes in a row without a part are no hiccup any more. */
const forLong = 3;

/** Of what a refresh was without: the parts that have been missing for long. */
export const lastingly = (missing: readonly MissingPart[]): Pick<MissingPart, 'section' | 'part'>[] =>
  missing.filter(({ inARow }) => inARow >= forLong).map(({ section, part }) => ({ section, part }));

/**
 * The old figures stay. `outcome` is the closed set of `@linkage/platforms` (`app-…`: the platform refuses this
 * installation's app, which its operator has to see to); `retryAt` (ISO) where the platform said when. `nextDueAt` as
 * above.
 */
export type RefreshFailed = Fact<
  'RefreshFailed',
  OfAnAccount & {
    refreshId: string;
    outcome:
      | 'needs-reauthorization'
      | 'permission-missing'
      | 'rate-limited'
      | 'platform-down'
      | 'gone'
      | 'account-locked'
      | 'unexpected'
      | 'app-out-of-credits'
      | 'app-over-cap'
      | 'app-not-enrolled';
    cause: string | null;
    retryAt: string | null;
    nextDueAt?: string | null;
  }
>;
/**
 * The process that ran it had to end and did not wait for the platform: no run is under way, and the account is due as
 * it was before.
 */
export type RefreshGivenBack = Fact<'RefreshGivenBack', OfAnAccount & { refreshId: string }>;

/**
 * Access was lost, and the platform, asked again by itself, named this very account. Caused by the loss that it speaks
 * of. Any other answer is not recorded.
 */
export type AccountAnsweredAgain = Fact<'AccountAnsweredAgain', OfAnAccount>;

/** What a refresh saw: stream `figures-<accountId>`. Recorded only when it differs from what was recorded last. */
export type ProfileCaptured = Fact<'ProfileCaptured', OfAnAccount & { refreshId: string; profile: ProfileSnapshot }>;
export type AudienceCaptured = Fact<
  'AudienceCaptured',
  OfAnAccount & { refreshId: string; audience: AudienceSnapshot }
>;
/** Posts seen for the first time, at most 200 per fact. */
export type ContentDiscovered = Fact<
  'ContentDiscovered',
  OfAnAccount & { refreshId: string; items: readonly ContentItem[] }
>;
/** Figures that changed, by post, at most 500 posts per fact. What is left out of `figures` is as it was. */
export type ContentMetricsCaptured = Fact<
  'ContentMetricsCaptured',
  OfAnAccount & { refreshId: string; metrics: readonly { contentId: string; figures: ContentFigures }[] }
>;

/** Posts that are not what they were: of each, what is different now. At most 200 per fact. */
export type ContentChanged = Fact<
  'ContentChanged',
  OfAnAccount & { refreshId: string; changes: readonly ContentChange[] }
>;
/**
 * Posts that a reading of all there are did not find any more. Their figures stay as they were. At most 500 per fact.
 */
export type ContentDeleted = Fact<'ContentDeleted', OfAnAccount & { refreshId: string; contentIds: readonly string[] }>;
/** Posts that were not found any more, and are there again. At most 500 per fact. */
export type ContentRestored = Fact<
  'ContentRestored',
  OfAnAccount & { refreshId: string; contentIds: readonly string[] }
>;

export type RefreshFact = RefreshStarted | RefreshCompleted | RefreshFailed | RefreshGivenBack | AccountAnsweredAgain;
export type FiguresFact =
  | ProfileCaptured
  | AudienceCaptured
  | ContentDiscovered
  | ContentChanged
  | ContentDeleted
  | ContentRestored
  | ContentMetricsCaptured;
export type IngestionFact = RefreshFact | FiguresFact;

const sectionsAsParts = (missing: unknown): MissingPart[] =>
  (missing as Pick<MissingPart, 'section' | 'reason'>[]).map(({ section, reason }) => ({
    section,
    part: 'all',
    reason,
    reportId: null,
    inARow: 1,
  }));

const ofTheCreator = (data: { invitationId: string }): string => data.invitationId;

export const ingestionFacts: FactCatalog<IngestionFact> = {
  RefreshStarted: { version: 1 },
  RefreshCompleted: { version: 2, upcast: { 1: (data) => ({ ...data, missing: sectionsAsParts(data['missing']) }) } },
  RefreshFailed: { version: 1 },
  RefreshGivenBack: { version: 1 },
  AccountAnsweredAgain: { version: 1 },
  ProfileCaptured: { version: 1, personal: { subject: ofTheCreator, fields: ['profile'] } },
  // Version 2 encrypts what version 1 left open: figures of one person's audience, and the ids by which posts are found
  // on the platform.
  AudienceCaptured: {
    version: 2,
    personal: { subject: ofTheCreator, fields: ['audience'] },
    upcast: { 1: sameData },
  },
  ContentDiscovered: { version: 1, personal: { subject: ofTheCreator, fields: ['items'] } },
  ContentChanged: { version: 1, personal: { subject: ofTheCreator, fields: ['changes'] } },
  ContentDeleted: { version: 1, personal: { subject: ofTheCreator, fields: ['contentIds'] } },
  ContentRestored: { version: 1, personal: { subject: ofTheCreator, fields: ['contentIds'] } },
  ContentMetricsCaptured: {
    version: 2,
    personal: { subject: ofTheCreator, fields: ['metrics'] },
    upcast: { 1: sameData },
  },
};
