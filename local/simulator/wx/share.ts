import type { PageHandle, Phone } from '../runtime/phone'
import { asynchronous, WxFailure, type WxFamily } from './family'
import { ask } from './prompt'

interface Card {
  title?: string
  path?: string
  imageUrl?: string
  promise?: Promise<Card>
}

/** 转发 */
export const share: WxFamily = (phone) =>
  asynchronous({
    showShareMenu: () => undefined,
    hideShareMenu: () => undefined,
    updateShareMenu: () => undefined,
    shareFileMessage: ({ filePath, fileName }: { filePath: string; fileName?: string }) => {
      if (!phone.files.get(filePath)) throw new WxFailure(`file not found: ${filePath}`)
      return void showCard(phone, { title: fileName ?? filePath.split('/').pop() ?? '文件' })
    },
    showShareImageMenu: ({ path }: { path: string }) =>
      void showCard(phone, { title: '图片', imageUrl: path }),
  })

/** Asks the page for its card (onShareAppMessage) and shows what a friend would see. */
export async function sharePage(
  phone: Phone,
  page: PageHandle | null,
  from: { from: 'button' | 'menu'; target?: unknown },
): Promise<void> {
  const ask = page?.instance.onShareAppMessage
  if (!page || typeof ask !== 'function') return
  const given = ((await ask.call(page.instance, from)) ?? {}) as Card
  const late = given.promise
    ? await Promise.race([given.promise, new Promise<Card>((done) => setTimeout(() => done(given), 3000))])
    : given
  await showCard(phone, {
    title: String(phone.appJson.name ?? '小程序'),
    path: `/${page.path}`,
    ...given,
    ...late,
  })
}

function showCard(phone: Phone, card: Card): Promise<void> {
  return ask<void>(phone, {
    aside: true,
    place: 'middle',
    label: '转发',
    away: undefined,
    draw({ add, button }, answer) {
      add('h3', 'left', '发送给朋友')
      add('p', 'left', card.title)
      if (card.imageUrl) {
        const picture = add('img', 'left') as HTMLImageElement
        picture.src = phone.resourceUrl(card.imageUrl)
        picture.alt = ''
        picture.style.maxWidth = '80%'
      }
      if (card.path) add('p', 'left wx-prompt-small', card.path)
      const row = add('div', 'buttons')
      button(row, '取消', false, () => answer())
      button(row, '发送', true, () => answer())
    },
  })
}
