import type { Phone } from '../runtime/phone'
import { askCloud, fetchCloud } from './cloud-door'
import { asynchronous, WxFailure, type WxFamily } from './family'
import { ask } from './prompt'
import { changeSettings, readSettings } from './settings'

type Answer = 'accept' | 'reject'
interface Template {
  title: string
  kind: 'one-time' | 'long-term'
  fields: Readonly<Record<string, string>>
}

/** WeChat's own numbers (wx.requestSubscribeMessage). */
const failure = (errCode: number, words: string) => new WxFailure(words, { errCode })

/** 订阅消息:画出每个模板,一个一个允许或不允许。答案交给模拟器记账。 */
export const subscribe: WxFamily = (phone) =>
  asynchronous({
    async requestSubscribeMessage({ tmplIds }: { tmplIds?: string[] }) {
      if (!Array.isArray(tmplIds) || tmplIds.length === 0) throw failure(10001, "TmplIds can't be empty")
      if (tmplIds.length > 3) throw failure(20003, 'Templates count out of max bounds')
      if (phone.network.type === 'none') throw failure(10002, 'Request list fail')
      const templates = await readTemplates(phone)
      const known = tmplIds.filter((id) => templates[id])
      if (known.length === 0) throw failure(20001, 'No template data return, verify the template id exist')
      const kinds = new Set(known.map((id) => templates[id]?.kind))
      if (kinds.size > 1) throw failure(20002, 'Templates type must be same')
      const settings = readSettings(phone)
      if (!settings.subscriptions) throw failure(20004, 'The main switch is switched off')

      const open = known.filter((id) => !settings.templates[id])
      const fresh = open.length > 0 ? await askAll(phone, open, templates) : { answers: {}, always: false }
      if (fresh.always) {
        changeSettings(phone, { templates: { ...settings.templates, ...fresh.answers } })
      }
      const answers: Record<string, string> = {}
      for (const id of tmplIds) {
        const answer = fresh.answers[id] ?? settings.templates[id]
        answers[id] = answer ?? 'filter'
        if (answer && phone.cloudUrl !== null) {
          await askCloud(phone, 'POST', '/consents', { openid: phone.person, templateId: id, answer })
        }
      }
      return answers
    },
  })

/** Titles come from the emulator's templates; without a cloud every id is taken for a one-time template of its name. */
async function readTemplates(phone: Phone): Promise<Readonly<Record<string, Template>>> {
  if (phone.cloudUrl === null) {
    return new Proxy({}, { get: (_, id) => ({ title: String(id), kind: 'one-time', fields: {} }) })
  }
  const response = await fetchCloud(phone, 'GET', '/templates')
  return (await response.json()) as Record<string, Template>
}

function askAll(
  phone: Phone,
  ids: readonly string[],
  templates: Readonly<Record<string, Template>>,
): Promise<{ answers: Record<string, Answer>; always: boolean }> {
  const { document } = phone.screen
  const all = (answer: Answer) => Object.fromEntries(ids.map((id) => [id, answer]))
  return ask(phone, {
    place: 'bottom',
    label: '订阅消息',
    draw({ add, button }, answer) {
      const lasting = templates[ids[0] ?? '']?.kind === 'long-term'
      add('div', 'head', '小程序 申请')
      add('h3', 'left', lasting ? '长期给你发送以下消息' : '发送一次以下消息')
      const boxes = new Map<string, HTMLInputElement>()
      const check = (words: string, checked: boolean) => {
        const row = add('label', 'left')
        const box = document.createElement('input')
        row.style.display = 'block'
        box.type = 'checkbox'
        box.checked = checked
        row.append(box, ` ${words}`)
        return box
      }
      for (const id of ids) {
        boxes.set(id, check(templates[id]?.title ?? id, true))
        const fields = Object.values(templates[id]?.fields ?? {}).join('、')
        if (fields) add('p', 'left wx-prompt-small', fields)
      }
      const always = check('总是保持以上选择,不再询问', false)
      const pair = add('div', 'pair')
      button(pair, '取消', false, () => answer({ answers: all('reject'), always: always.checked }))
      button(pair, '允许', true, () => {
        const chosen = ids.map((id) => [id, boxes.get(id)?.checked ? 'accept' : 'reject'] as const)
        answer({ answers: Object.fromEntries(chosen), always: always.checked })
      })
    },
  })
}
