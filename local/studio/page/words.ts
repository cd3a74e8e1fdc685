const shanghai = { timeZone: 'Asia/Shanghai', hour12: false } as const

const long = new Intl.DateTimeFormat('zh-CN', {
  ...shanghai,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'long',
})
const time = new Intl.DateTimeFormat('zh-CN', {
  ...shanghai,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
const short = new Intl.DateTimeFormat('zh-CN', {
  ...shanghai,
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** 2026年6月12日星期五 */
export const dateWords = (at: number): string => long.format(at)
/** 18:00:00 */
export const timeWords = (at: number): string => time.format(at)
/** 6/12 18:00 */
export const momentWords = (at: number): string => short.format(at)

/** 1 天 2 小时, 35 分钟; the two largest units. @param span ms */
export function spanWords(span: number): string {
  const minutes = Math.round(Math.abs(span) / 60_000)
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const parts = [days && `${days} 天`, hours && `${hours} 小时`, minutes % 60 && `${minutes % 60} 分钟`]
  return parts.filter(Boolean).slice(0, 2).join(' ') || '不到 1 分钟'
}

export function bytesWords(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`
}
