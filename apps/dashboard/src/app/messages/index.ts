/** What other features use to have a message written: what is typed, and where. */
export { MessageCard } from './message-card';
export { MessageDraft, type MessageFields, type MessageReader } from './message-draft';
export { MessageEditor } from './message-editor';
export { MessageTools } from './message-tools';
