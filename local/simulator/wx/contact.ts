import type { Phone } from '../runtime/phone'
import { ask } from './prompt'

/** 客服会话: on WeChat a conversation opens; here a page that says so. */
export function contact(phone: Phone): Promise<{ path: string; query: Record<string, string> }> {
  return ask<{ path: string; query: Record<string, string> }>(phone, {
    aside: true,
    place: 'whole',
    label: '客服会话',
    draw({ add, button }, answer) {
      add('h3', 'title', '客服会话')
      add('p', 'left', '在微信里,这里是与客服的对话。')
      button(add('div', 'pair'), '返回', true, () => answer({ path: '', query: {} }))
    },
  })
}
