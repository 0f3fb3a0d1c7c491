/**
 * Reading a file of creators: any encoding and dialect, or what the file is instead. Pure, and apart from
 * `@linkage/contracts`, because it brings the parser along: it runs in a worker of the browser.
 */
export { MOST_BYTES, MOST_ROWS, foreignSize, type FileRefusal } from './file-kind';
export { type Columns } from './columns';
export { type Encoding } from './decoded';
export { type Delimiter } from './parse-table';
export { creatorRows, readCreatorFile, type CreatorFile, type ReadOutcome, type ReadRow } from './read-creator-file';
