/** What the tab All shows of actions on many invites. */
export { BulkBar } from './bulk-bar';
export { BulkProgress } from './bulk-progress';
