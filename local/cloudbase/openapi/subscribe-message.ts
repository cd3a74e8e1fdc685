import type { OpenApiHandler } from './open-api'
import { checkFields } from './templates'
import { WX, WxError } from './wx-error'

/** `subscribeMessage.send`. Checks stand in the order: template, fields, page, consent (guess). */
export const subscribeMessageSend: OpenApiHandler = {
  mark: 'official-doc',
  answer(parameters, { templates, pages, consents, inbox, now }) {
    const { touser, template_id: templateId, page = '', data } = parameters
    if (typeof touser !== 'string' || touser === '') throw new WxError(WX.invalidOpenid, 'invalid openid')
    const template =
      typeof templateId === 'string' && Object.hasOwn(templates, templateId)
        ? templates[templateId]
        : undefined
    if (template === undefined || typeof templateId !== 'string')
      throw new WxError(WX.invalidTemplate, 'invalid template_id')
    const values = checkFields(template, data)
    if (typeof page !== 'string' || !pages.has(page)) throw new WxError(WX.invalidPage, 'invalid page')
    if (!consents.use(touser, templateId)) {
      throw new WxError(WX.refusedByUser, 'user refuse to accept the msg')
    }
    const lines = Object.entries(template.fields).map(([name, caption]) => ({
      caption,
      value: values[name] ?? '',
    }))
    inbox.deliver({ at: now(), openid: touser, templateId, title: template.title, page, lines })
    return { errcode: 0, errmsg: 'ok' }
  },
}
