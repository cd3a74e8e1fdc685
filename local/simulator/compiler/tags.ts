import type { Unit } from './project'
import { placeOf, type Problems } from './problems'

/** Tags in use in a WXML text, outside comments and inline WXS. */
export function tagsOf(text: string): { tag: string; offset: number }[] {
  const blanked = text
    .replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length))
    .replace(/(<wxs\b[^>]*[^/]>)([\s\S]*?)(<\/wxs>)/g, (_, open: string, body: string, close: string) => {
      return open + ' '.repeat(body.length) + close
    })
  return [...blanked.matchAll(/<([a-zA-Z][\w-]*)/g)].map((match) => ({
    tag: match[1] ?? '',
    offset: match.index,
  }))
}

/** Handled by the template compiler. */
const syntax = new Set([
  'block',
  'slot',
  'template',
  'import',
  'include',
  'wxs',
  'page-meta',
  'navigation-bar',
])

/** WeChat's built-in components (developers.weixin.qq.com/miniprogram/dev/component), WebView renderer. */
const weChatTags = new Set(
  `view text image button input textarea scroll-view swiper swiper-item picker picker-view picker-view-column switch
  radio radio-group checkbox checkbox-group slider form label navigator canvas map rich-text icon progress page-meta navigation-bar cover-view
  cover-image movable-area movable-view match-media page-container root-portal share-element video audio camera
  live-player live-pusher voip-room editor keyboard-accessory ad ad-custom official-account official-account-publish
  open-data open-container functional-page-navigator web-view double-tap-gesture-handler force-press-gesture-handler
  horizontal-drag-gesture-handler long-press-gesture-handler pan-gesture-handler scale-gesture-handler
  tap-gesture-handler vertical-drag-gesture-handler draggable-sheet grid-view list-view list-builder nested-scroll-body
  nested-scroll-header span snapshot sticky-header sticky-section selection channel-live channel-video store-product
  store-home store-coupon xr-frame inspiration-home`.split(/\s+/),
)

/** Reports tags that no one declares, and WeChat's own that this phone does not have. */
export function checkTags(
  problems: Problems,
  builtinTags: ReadonlySet<string>,
  unit: Unit,
  file: string,
  text: string,
  tags: readonly { tag: string; offset: number }[],
): void {
  for (const { tag, offset } of tags) {
    if (syntax.has(tag) || builtinTags.has(tag) || tag in unit.using || tag in unit.generics) continue
    const at = placeOf(text, offset)
    if (weChatTags.has(tag)) problems.warn(`这部手机还没有内置组件 <${tag}>，画到它时会报错`, file, at)
    else problems.error(`不认识的组件 <${tag}>：既不是内置组件，也没有写在 usingComponents 里`, file, at)
  }
}
