/** What other pages may use: the history of one account or creator, as a panel. */
export { HistoryPanel } from './history-panel';
