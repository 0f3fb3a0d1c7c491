import type { ContextFact } from '../sentences/sentences';

/** In the place of what only the person may read whom the fact is about. */
const WITHHELD = '[not shown]';

/** What members choose for themselves, and what they ask for that is not so yet. The others see that it happened. */
const ownMatters: { readonly [Type in ContextFact['type']]?: readonly string[] } = {
  PreferencesChanged: ['theme', 'density', 'timeZone', 'firstDay'],
  EmailChangeRequested: ['email'],
  ViewSaved: ['name', 'query'],
};

/** A fact's data as another member may read it, and which fields that leaves out. */
export const asOthersRead = (
  type: ContextFact['type'],
  data: Readonly<Record<string, unknown>>,
): { readonly data: Record<string, unknown>; readonly withheld: string[] } => {
  const withheld = (ownMatters[type] ?? []).filter((field) => field in data);
  return { data: { ...data, ...Object.fromEntries(withheld.map((field) => [field, WITHHELD])) }, withheld };
};
