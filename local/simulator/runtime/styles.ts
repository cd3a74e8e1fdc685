/** Fills in what compiled styles leave open: rpx by the device's width, scopes by the component's choice. */

const SCOPE_MARK = /\uE000/g
const RPX = /(?<![\w#.-])(-?(?:\d+\.?\d*|\.\d+))rpx\b/g
const SAFE_AREA = /(?:env|constant)\(\s*safe-area-inset-(top|bottom|left|right)\s*(?:,[^)]*)?\)/g

/**
 * rpx as WeChat does: 750 to the device's width, rounded down to whole px, never to nothing.
 * @param width CSS px
 */
export function rpxToPx(text: string, width: number): string {
  return text.replace(RPX, (_, amount: string) => {
    const exact = (Number(amount) * width) / 750
    const whole = Math.floor(Math.abs(exact) + 1e-4)
    return `${exact === 0 ? 0 : Math.sign(exact) * Math.max(1, whole)}px`
  })
}

export interface StyleSetting {
  /** CSS px of the page. */
  width: number
  /** CSS px under the page that a home bar covers. */
  safeAreaBottom: number
}

export function fillStyle(css: string, scope: string, { width, safeAreaBottom }: StyleSetting): string {
  const scoped = css
    .replace(/\[wx-host="\uE000"\]/g, scope ? `[wx-host="${scope}"]` : '[wx-host]')
    .replace(SCOPE_MARK, scope ? `${scope}--` : '')
  return fillLengths(scoped, { width, safeAreaBottom })
}

/** The same for inline styles. */
export function fillLengths(text: string, { width, safeAreaBottom }: StyleSetting): string {
  const known = text.includes('rpx') ? rpxToPx(text, width) : text
  return known.replace(SAFE_AREA, (_, side: string) => `${side === 'bottom' ? safeAreaBottom : 0}px`)
}
