import type { InboxMessage } from '../../cloudbase/openapi/inbox'
import { element } from './element'
import { momentWords } from './words'

/** What came into somebody's WeChat, newest first; a tap opens the page that the message leads to. */
export function inboxList(messages: readonly InboxMessage[], open: (page: string) => void): readonly Node[] {
  const count = messages.length
  if (count === 0) return [element('p', { className: 'empty' }, '微信服务通知：还没有收到消息')]
  return [
    element(
      'details',
      {},
      element('summary', {}, `微信服务通知 ${count} 条`),
      ...messages.map((message) =>
        element(
          'button',
          {
            type: 'button',
            className: 'message',
            disabled: message.page === '',
            onclick: () => open(message.page),
          },
          element('strong', {}, message.title, element('time', {}, momentWords(message.at))),
          ...message.lines.map(({ caption, value }) =>
            element('span', {}, element('em', {}, caption), value),
          ),
        ),
      ),
    ),
  ]
}
