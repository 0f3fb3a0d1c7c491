/**
 * Analytics: what brands look at. The profile, audience and content of each connected account as of its last refresh,
 * built from the facts of Connections and Ingestion. It decides nothing and can be rebuilt at any time.
 */
export { AnalyticsModule } from './analytics.module';
