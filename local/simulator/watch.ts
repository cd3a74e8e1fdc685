import { watch, type FSWatcher } from 'node:fs'

/** ms to wait for an editor to finish writing. */
const SETTLE = 40

/** Calls back once after each burst of changes below a folder. */
export function watchFolder(folder: string, changed: () => void): FSWatcher {
  let waiting: NodeJS.Timeout | undefined
  return watch(folder, { recursive: true }, (_, name) => {
    if (name !== null && /(^|[/\\])(node_modules|\.git|miniprogram_npm)([/\\]|$)|~$|\.swp$/.test(name)) return
    clearTimeout(waiting)
    waiting = setTimeout(changed, SETTLE)
  })
}
