import type { MessageTemplateReset, MessageTemplateSaved, MessageTestRequested } from '@linkage/published-facts';
import { phrase, type FactSentence } from './fact-sentence';

export const messageTemplateSaved: FactSentence<MessageTemplateSaved['data'], { subject: string }> = {
  kind: 'invites',
  subjects: () => ({}),
  gist: ({ subject }) => ({ subject }),
  compose: ({ subject }, { actor }) => ({
    sentence: phrase`${actor} saved a message as the template of invites`,
    detail: `Its subject: ${subject}`,
  }),
};

export const messageTemplateReset: FactSentence<MessageTemplateReset['data']> = {
  kind: 'invites',
  subjects: () => ({}),
  gist: () => ({}),
  compose: (_, { actor }) => ({ sentence: phrase`${actor} made the predefined message the template of invites again` }),
};

export const messageTestRequested: FactSentence<MessageTestRequested['data']> = {
  kind: 'invites',
  subjects: () => ({}),
  gist: () => ({}),
  compose: (_, { actor }) => ({ sentence: phrase`${actor} sent a test of the invite message to their own e-mail` }),
};
