/** What other features use: inviting by a file. */
export { ImportCreators } from './import-creators';
export { CSV_MESSAGE_DRAFT } from './import-state';
