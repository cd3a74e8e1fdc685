/** The first base library that draws this app on glass-easel in a WebView. */
const needed = [3, 8, 12]

export function isTooOld(): boolean {
  return compare(wx.getAppBaseInfo?.().SDKVersion ?? wx.getSystemInfoSync().SDKVersion) < 0
}

/** @returns below 0 where `version` is older than what is needed */
export function compare(version: string): number {
  const parts = version.split('.').map(Number)
  for (const [index, part] of needed.entries()) {
    const difference = (parts[index] ?? 0) - part
    if (difference !== 0) return difference
  }
  return 0
}
