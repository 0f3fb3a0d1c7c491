/** What a picture shows. */
export type Motif =
  | 'plate'
  | 'coffee'
  | 'flower'
  | 'portrait'
  | 'mountains'
  | 'city'
  | 'boat'
  | 'vase'
  | 'cat'
  | 'guitar'
  | 'bicycle'
  | 'books'
  | 'lamp'
  | 'planet'
  | 'cactus'
  | 'balloon';

/** What a caption is written in. */
export type Language = 'en' | 'fr' | 'es' | 'ar' | 'ja' | 'ru';
