import { ids } from './sentences.fixtures';
import type { ContextFact } from './sentences';

/** Facts for specs: Mara writes a template, sees it, and gives it up. */
export const messageFacts = {
  saved: {
    type: 'MessageTemplateSaved',
    data: { workspaceId: ids.workspace, subject: 'Spring figures', text: 'Hi {{name}},\n\n{{connectLink}}' },
  },
  reset: { type: 'MessageTemplateReset', data: { workspaceId: ids.workspace } },
  tested: { type: 'MessageTestRequested', data: { workspaceId: ids.workspace, memberId: ids.mara } },
} satisfies Record<string, ContextFact>;
