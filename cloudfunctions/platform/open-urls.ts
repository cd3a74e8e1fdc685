/** Addresses below the tenant's own (settings.openData.url). */
export const mediaUrl =
  (base: string) =>
  (number: string): string =>
    `${base}/media/${number}.jpg`

export const bulkUrl = (base: string, id: string): string => `${base}/bulk/${id}.csv`
