import type { Phone } from '../runtime/phone'
import { WxFailure } from './family'
import { ask } from './prompt'

const css = `
.wx-preview { position: relative; display: flex; flex: 1; align-items: center; justify-content: center; background: #000;
  cursor: pointer }
.wx-preview > img { max-width: 100%; max-height: 100% }
.wx-preview > p { position: absolute; top: 16px; left: 0; right: 0; margin: 0; color: #fff; text-align: center }
.wx-preview > button { position: absolute; top: 40%; width: 44px; height: 60px; border: 0; background: none; color: #fff;
  font-size: 28px; cursor: pointer }`

/** The black screen of wx.previewImage: a tap leaves, arrows turn. Answers as soon as it is shown, as WeChat's does. */
export function preview(phone: Phone, urls: readonly string[], current?: string): void {
  if (urls.length === 0) throw new WxFailure('parameter error: urls is empty')
  phone.screen.style('preview', css)
  let at = Math.max(0, urls.indexOf(current ?? ''))
  void ask<void>(phone, {
    aside: true,
    place: 'whole',
    label: '图片预览',
    away: undefined,
    draw({ add, button }, answer) {
      const page = add('div', 'page')
      page.className = 'wx-preview'
      const picture = add('img', 'picture', '', page) as HTMLImageElement
      const words = add('p', 'words', '', page)
      const show = (): void => {
        picture.src = phone.resourceUrl(urls[at] ?? '')
        picture.alt = `第 ${at + 1} 张`
        words.textContent = `${at + 1} / ${urls.length}`
      }
      const turn = (by: number) => (event: Event) => {
        event.stopPropagation()
        at = (at + by + urls.length) % urls.length
        show()
      }
      page.addEventListener('click', () => answer())
      if (urls.length > 1) {
        for (const [mark, label, by, side] of [
          ['‹', '上一张', -1, 'left'],
          ['›', '下一张', 1, 'right'],
        ] as const) {
          const arrow = button(page, mark, false, () => undefined)
          arrow.addEventListener('click', turn(by))
          arrow.setAttribute('aria-label', label)
          arrow.style[side] = '0'
        }
      }
      show()
    },
  })
}
