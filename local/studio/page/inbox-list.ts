import type { InboxItem } from '../state'
import { element } from './element'
import { momentWords } from './words'

/** What reached somebody, newest first; a tap opens the page that a message leads to. */
export function inboxList(items: readonly InboxItem[], open: (page: string) => void): readonly Node[] {
  if (items.length === 0) return [element('p', { className: 'empty' }, '还没有收到消息')]
  return [
    element(
      'details',
      {},
      element('summary', {}, `消息 ${items.length} 条`),
      ...items.map(({ at, through, title, text, page }) =>
        element(
          'button',
          { type: 'button', className: 'message', disabled: page === '', onclick: () => open(page) },
          element('strong', {}, title, element('time', {}, `${through} ${momentWords(at)}`)),
          element('span', {}, text),
        ),
      ),
    ),
  ]
}
