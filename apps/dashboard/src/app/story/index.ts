/**
 * What lists use: the history of one invitation as a drawer over them; apart from the history, whose code comes with
 * the drawer.
 */
export { StoryAddress } from './story-address';
