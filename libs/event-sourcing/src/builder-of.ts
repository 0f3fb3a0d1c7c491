import { sealFacts } from './audit-chain/seal';
import type { EventLog } from './log/event-log.port';
import { FactCodec } from './facts/fact-codec';
import type { ShadowBuilds } from './read-models/generations.port';
import { kernelProjections } from './kernel-projections';
import type { ContextParts } from './runtime/context-parts';
import { PersonalData } from './personal-data/personal-data';
import type { SubjectKeys } from './personal-data/subject-keys.port';
import { InProcessBuilder } from './rebuild/in-process-builder';
import type { ReadModelBuilder } from './rebuild/read-model-builder.port';

/** Facts that stay in the processor's cache: with ten times as many a rebuild takes a fifth longer. */
const PAGE = 250;

interface BuilderOptions {
  readonly log: EventLog;
  readonly keys: SubjectKeys;
  readonly contexts: readonly Pick<ContextParts, 'facts' | 'projections'>[];
  readonly open: ShadowBuilds['open'];
}

export const builderOf = ({ log, keys, contexts, open }: BuilderOptions): ReadModelBuilder => {
  const codec = new FactCodec(new PersonalData(keys));
  codec.learn(sealFacts);
  for (const { facts } of contexts) codec.learn(facts);
  const projections = new Map(
    [...kernelProjections, ...contexts.flatMap((context) => context.projections)].map((projection) => [
      projection.name,
      projection,
    ]),
  );
  const builder = new InProcessBuilder({
    log,
    codec,
    open,
    pageSize: PAGE,
    projectionOf: (name) => projections.get(name),
  });
  return { build: (...asked) => builder.build(...asked), close: () => log.close() };
};
