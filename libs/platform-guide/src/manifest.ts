import type { AudiencePart, ContentFigure, ContentType, IdentityField, ProfileFigure } from './figure';

export interface Noun {
  readonly one: string;
  readonly many: string;
}

export interface Permission {
  /** The platform's name for it. */
  readonly scope: string;
  /** What a creator reads on the platform's page, where it is known: "View your YouTube account". */
  readonly label: string;
  /** Without a required one the account cannot be connected; without another one a section has no data. */
  readonly required: boolean;
  /** What stays empty without it, to a creator: "Without it your audience stays empty." */
  readonly without: string;
}

/**
 * An account that cannot be watched, and how it is explained. `{creator}` stands for the creator's name. The reason
 * stands in facts: it never changes.
 */
export interface Ineligibility {
  readonly reason: string;
  /** To the brand: what happened, one line. */
  readonly what: string;
  /** To the brand: how to help the creator. */
  readonly help: string;
  /** To the creator: what happened and what to do. */
  readonly message: string;
  /** In the history, after "could not connect …: ". */
  readonly told: string;
  /** Of an account that was connected before, it means that the account is gone; false: it may be watchable again. */
  readonly lasting: boolean;
}

/** Why its page may offer nothing but "Cancel", and the cure. */
interface OnlyCancel {
  /** To the brand, after the usual cause. */
  readonly help: string;
  /** To the creator. */
  readonly message: string;
}

/** Asked before a creator is sent to the platform, where accounts of a usual kind cannot be connected. */
interface FirstQuestion {
  readonly question: string;
  /** Why it is asked. */
  readonly why: string;
  /** What to do after a "no" or "not sure", step by step. */
  readonly steps: readonly string[];
}

interface OtherAccount {
  /**
   * Query parameters of the authorize page that make it ask, as the platform documents them; in the place of those that
   * it has anyway.
   */
  readonly ask: Readonly<Record<string, string>>;
  /**
   * To the creator, where the platform has no such parameter, or where it does not suffice; null: it asks by itself.
   */
  readonly hint: string | null;
}

/** Name of a platform and what connecting takes: what every page may need, the creators' included. */
export interface PlatformManifest {
  /** Stands in facts, addresses and configuration: it never changes. */
  readonly id: string;
  /** What people call it, on its own. */
  readonly name: string;
  /** What it is called in a sentence. */
  readonly spoken: string;
  /** Path of a 24 × 24 picture. From Simple Icons (CC0); marks stay their owners' trademarks. */
  readonly mark: string;
  /** What the mark stands on, as a CSS background. White is legible on it. */
  readonly colour: string;
  /** What its content is called. */
  readonly content: Noun;
  /** What those are called that follow an account. */
  readonly followers: Noun;
  /** Base addresses of the hosts that the connector speaks to or links to, by the connector's own names for them. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Hosts that pictures may come from; `*.` stands for any number of labels. */
  readonly pictureHosts: readonly string[];
  /** By the connector's own names for them. In the order in which they are asked for. */
  readonly permissions: Readonly<Record<string, Permission>>;
  readonly ineligible: readonly Ineligibility[];
  /** null: who cancels did not want to go on. */
  readonly onlyCancel: OnlyCancel | null;
  /** null: there is nothing that would save a failed try. */
  readonly firstQuestion: FirstQuestion | null;
  /** In a few words, which accounts can be connected, where people trip over it; null: any. */
  readonly condition: string | null;
  /** To creators: what helps when connecting. */
  readonly tips: readonly string[];
  /** How to come to another account than the one that is signed in on the platform. */
  readonly otherAccount: OtherAccount;
  /** The user agent of the browser inside its app, where log-ins often fail; null: none is known. */
  readonly inAppBrowser: RegExp | null;
}

type Unit = 'number' | 'minutes' | 'text' | 'picture' | 'shares';

export interface DataPointWords {
  readonly label: string;
  /** A few words under the figure. */
  readonly note: string;
  /** What it counts, as sentences. */
  readonly definition: string;
  readonly unit: Unit;
}

/** Where a platform gives a data point. */
export interface Source<Permissions extends string = string> {
  /** As the platform's documentation names it. */
  readonly call: string;
  readonly field: string;
  /** null: none is needed. */
  readonly permission: Permissions | null;
  /** From which size on the platform gives it, as a sentence. */
  readonly threshold?: string;
  /** How late or how often it is worked out, where that is not "with every refresh". */
  readonly pace?: string;
  /** What stands in its place while the account has none, such as "Not live", and what that means. */
  readonly whenNone?: { readonly title: string; readonly note: string; readonly why: string };
  /** What stands in its place where the platform leaves it out for one reason only: the creator hides it. */
  readonly whenHidden?: { readonly title: string; readonly note: string; readonly why: string };
}

export type DataPoint<Permissions extends string = string> = {
  readonly words: DataPointWords;
} & (
  | { readonly from: Source<Permissions>; readonly notOffered?: never }
  /** Why the platform does not give it, as a sentence. */
  | { readonly notOffered: string; readonly from?: never }
);

type ContentDataPoint<Permissions extends string = string> = DataPoint<Permissions> & {
  /** Types of content that have it; absent: all. */
  readonly types?: readonly ContentType[];
  /** Recorded, but not shown on cards. */
  readonly onCards?: false;
};

/** A type of content and the shape of its pictures. */
interface ContentTypeWords extends Noun {
  readonly type: ContentType;
  readonly shape: 'wide' | 'tall';
  /** That the platform takes it away by itself, as a sentence; absent: only its creator does. */
  readonly removal?: string;
}

/** What an operator does to have a platform. */
interface PlatformSetup {
  readonly makeAppAt: string;
  readonly product: string;
  /** Where it posts to a webhook: how long the secret for it may be, and what it says there, as a sentence. */
  readonly webhook?: { readonly secretLength: readonly [least: number, most: number]; readonly says: string };
}

/** What a platform tells of an account, data point by data point. Each group is in the order in which it is shown. */
export interface PlatformData<Permissions extends string = string> {
  readonly setup: PlatformSetup;
  /** Whom the audience figures are about. */
  readonly audienceOf: 'followers' | 'viewers';
  readonly identity: Readonly<Record<IdentityField, DataPoint<Permissions>>>;
  readonly profile: Readonly<Partial<Record<ProfileFigure, DataPoint<Permissions>>>>;
  readonly audience: Readonly<Record<AudiencePart, DataPoint<Permissions>>>;
  readonly content: Readonly<Record<ContentFigure, ContentDataPoint<Permissions>>>;
  /** The most usual one first: its shape is that of the cards. */
  readonly contentTypes: readonly ContentTypeWords[];
}
