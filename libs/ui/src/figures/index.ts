/** How figures and their age are drawn: apart, because the first page has none. */
export { Figure } from './figure';
export { ShareBar } from './share-bar';
export { StepBar } from '../steps/step-bar';
export { Freshness } from '../time/freshness';
