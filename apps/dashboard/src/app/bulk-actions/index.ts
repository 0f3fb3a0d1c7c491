/** What the tab All shows of actions on many invites. */
export { BulkProgress } from './bulk-progress';
/** The bar comes when the first row is selected: imported here, it would come with the page. */
export const loadBulkBar = () => import('./bulk-bar').then(({ BulkBar }) => BulkBar);
