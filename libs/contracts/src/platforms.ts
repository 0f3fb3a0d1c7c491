/** What browsers and the API say of platforms is said in the words of their manifests. */
export { contentTypes, platformIds } from '@linkage/platform-guide';
export type {
  AudiencePart,
  ContentFigure,
  ContentType,
  Figure,
  PlatformId,
  ProfileFigure,
  Unavailable,
} from '@linkage/platform-guide';
