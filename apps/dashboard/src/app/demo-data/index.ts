export { demoAsked } from './demo-memory';
/** The button of the empty page: the demo's creators, for a workspace that has none. */
export const loadDemoOffer = () => import('./demo-offer').then(({ DemoOffer }) => DemoOffer);
/** How far it is, above the list. */
export const loadDemoProgress = () => import('./demo-progress').then(({ DemoProgress }) => DemoProgress);
