/** Stream: `views-<memberId>`. */
export { savedViewFacts, type SavedViewFact, type ViewDeleted, type ViewSaved } from '@linkage/published-facts';
