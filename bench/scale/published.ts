/**
 * What Sanity publishes as the limits of its hosted Content Lake: sanity.io/docs/content-lake/technical-limits, as read
 * in November 2026. Rates count for an address (IP), what runs at once for a dataset.
 */
export const published = {
  mutationsPerSecond: 25,
  mutationsAtOnce: 100,
  requestsPerSecond: 500,
  requestBytesMax: 4_000_000,
  /** In one dataset; more can be agreed on for enterprise projects. */
  documentsMax: 10_000_000,
  datasetBytesMax: 10_000_000_000,
  /** Paths with their types, over all documents of a dataset; 10,000 on a growth plan. */
  attributesMax: 2_000,
} as const
