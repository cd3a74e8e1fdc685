/**
 * Hears when the mini-program was compiled again. One connection for the whole shelf: a browser opens only six to a
 * server, and each phone would hold one.
 */
export function followSource(changed: () => void): void {
  new EventSource('/phone/changes').addEventListener('changed', changed)
}
