/** What is being written into a sheet, by what it is for: an app that is killed, or a finger beside the sheet, loses nothing. */
const prefix = 'words-'

export const wordsFor = (what: string): string => (wx.getStorageSync(prefix + what) as string) || ''

export function keepWords(what: string, words: string): void {
  if (words) wx.setStorageSync(prefix + what, words)
  else dropWords(what)
}

export function dropWords(what: string): void {
  wx.removeStorageSync(prefix + what)
}

export function dropAllWords(): void {
  for (const key of wx.getStorageInfoSync().keys) if (key.startsWith(prefix)) wx.removeStorageSync(key)
}
