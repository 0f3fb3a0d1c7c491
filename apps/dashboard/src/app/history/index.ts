/** What other pages may use: the history of one account or creator, as a panel or as a drawer over a list. */
export { HistoryPanel } from './history-panel';
export { StoryAddress } from './story-address';
