/** What WXS has and JavaScript lacks (developers.weixin.qq.com/miniprogram/dev/reference/wxs). */

export function wxsConstructorOf(value: unknown): string | undefined {
  if (value === null || value === undefined)
    throw new TypeError(`Cannot read property 'constructor' of ${String(value)}`)
  return /\[object (\w+)\]/.exec(Object.prototype.toString.call(value))?.[1]
}

export function getRegExp(pattern: string, flags?: string): RegExp {
  return new RegExp(pattern, flags)
}

export function getDateWith(ShiftedDate: DateConstructor) {
  return (...parts: ConstructorParameters<DateConstructor> | []): Date =>
    parts.length > 0 ? new ShiftedDate(...(parts as [number])) : new ShiftedDate()
}
