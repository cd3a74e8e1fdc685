/**
 * Follows a path through a value: `list[0].name`, `document.body.scrollTop`.
 * @returns undefined where the path leads nowhere.
 */
export function follow(value: unknown, path: string): unknown {
  const keys = path.match(/[^.[\]]+/g) ?? []
  return keys.reduce<unknown>(
    (at, key) => (at === null || at === undefined ? undefined : (at as Record<string, unknown>)[key]),
    value,
  )
}
