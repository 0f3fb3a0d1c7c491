export { AccountSession } from './account-session';
export { allPagesOf, isComplete, pagesOf, type Paging, type PagesEnd } from './pages';
