/**
 * History: who did what when, for auditors. Every fact of the other contexts as a sentence, searched, filtered, paged
 * and exported, and each fact as it was recorded, with its cause and its effects. It decides nothing and can be rebuilt
 * at any time.
 */
export { HistoryModule } from './history.module';
