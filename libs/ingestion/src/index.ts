/**
 * Ingestion: keeps figures up to date by itself. An account is refreshed as soon as it is connected and then every 24
 * hours; what differs from what was recorded last becomes a fact (`ProfileCaptured` and its kin in
 * `@linkage/published-facts`), and so does every run with its outcome. Trouble with a platform never loses old figures,
 * and an account whose access was lost is asked about again for a month.
 */
export { IngestionModule } from './ingestion.module';
export { ShowDataAge } from './show-data-age/show-data-age.query';
