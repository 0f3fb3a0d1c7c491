import type { PersonErased } from '@linkage/published-facts';
import { counted, phrase, type FactSentence } from './fact-sentence';

export const personErased: FactSentence<PersonErased['data'], { kind: 'creator' | 'member'; facts: number }> = {
  kind: 'people',
  subjects: ({ subject, kind }) => (kind === 'creator' ? { invitationId: subject } : { memberId: subject }),
  gist: ({ kind, facts }) => ({ kind, facts: Object.values(facts).reduce((sum, count) => sum + count, 0) }),
  compose: ({ kind, facts }) => ({
    sentence: phrase`A person’s data was erased`,
    detail: `Of a ${kind}, as was asked of the operator. ${counted(facts, 'fact')} became unreadable.`,
    tone: 'warn',
  }),
};
