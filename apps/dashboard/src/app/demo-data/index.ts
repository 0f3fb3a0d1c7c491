/** The demo's creators, for a workspace that has none. Only a demo loads more of this than whether its creators are on their way. */
export { DemoNote } from './demo-note';
/** The button of the empty page. */
export const loadDemoOffer = () => import('./demo-offer').then(({ DemoOffer }) => DemoOffer);
/** How far it is, above the list. */
export const loadDemoProgress = () => import('./demo-progress').then(({ DemoProgress }) => DemoProgress);
