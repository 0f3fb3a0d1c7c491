/** What other pages may use: the actions on an account. */
export { AccountActions } from './account-actions';
