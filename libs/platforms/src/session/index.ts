export { AccountSession } from './account-session';
export { isComplete, pagesOf, type Paging, type PagesEnd } from './pages';
