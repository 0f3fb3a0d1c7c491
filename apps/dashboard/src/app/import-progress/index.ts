/** How far the newest imports are; apart from inviting by a file, which fewer pages need. */
export { figuresOf } from './import-figures';
export { ImportProgress } from './import-progress';
export { ImportsWatch } from './imports-watch';
