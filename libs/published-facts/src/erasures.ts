import type { Fact, FactCatalog } from '@linkage/event-sourcing';

/**
 * A person is erased, as was asked for: the key goes for good, and with it all that is personal in the facts. Stream
 * `erasure-<subject>`. Holds no personal data itself. `facts`: how many became unreadable, by type; `openFacts`: how
 * many of an older version say something of the person in the clear, which is not given out any more. `done` and
 * `remains` are sentences of the certificate.
 */
export type PersonErased = Fact<
  'PersonErased',
  {
    subject: string;
    kind: 'creator' | 'member';
    facts: Record<string, number>;
    openFacts: Record<string, number>;
    done: string[];
    remains: string[];
  }
>;

export type ErasureFact = PersonErased;

export const erasureFacts: FactCatalog<ErasureFact> = { PersonErased: { version: 1 } };
