import { builtin, builtinOf } from '../runtime/builtin'
import { formOf } from '../runtime/form-fields'
import { hover, hoverProperties } from './hover'
import { openTypes } from './open-type'
import { pressable, showState } from './press'

const spinner =
  `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' stroke='%23888' ` +
  `stroke-width='3' stroke-linecap='round'%3E%3Cpath d='M16 3v6'/%3E%3Cpath d='M25 7l-4 4' opacity='.9'/%3E%3Cpath ` +
  `d='M29 16h-6' opacity='.8'/%3E%3Cpath d='M25 25l-4-4' opacity='.65'/%3E%3Cpath d='M16 29v-6' opacity='.5'/%3E%3C` +
  `path d='M7 25l4-4' opacity='.4'/%3E%3Cpath d='M3 16h6' opacity='.3'/%3E%3Cpath d='M7 7l4 4' opacity='.2'/%3E%3C/svg%3E")`

/** 按钮。样式按旧版(app.json 没有 `"style": "v2"` 时)与 v2 两套。 */
export const button = builtin({
  tag: 'button',
  properties: {
    ...hoverProperties,
    hoverClass: { type: String, value: 'button-hover' },
    hoverStartTime: { type: Number, value: 20 },
    hoverStayTime: { type: Number, value: 70 },
    name: String,
    type: { type: String, value: 'default' },
    size: { type: String, value: 'default' },
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: String,
    openType: String,
    lang: String,
    sessionFrom: String,
    sendMessageTitle: String,
    sendMessagePath: String,
    sendMessageImg: String,
    showMessageCard: Boolean,
    appParameter: String,
    businessId: String,
    phoneNumberNoQuotaToast: { type: Boolean, value: true },
  },
  style: `
wx-button { position: relative; display: block; box-sizing: border-box; margin-left: auto; margin-right: auto;
  padding-left: 14px; padding-right: 14px; overflow: hidden; border-radius: 5px; background-color: #f8f8f8; color: #000;
  font-size: 18px; line-height: 2.55555556; text-align: center; text-decoration: none; cursor: pointer; user-select: none }
wx-button::after { content: ' '; position: absolute; top: 0; left: 0; box-sizing: border-box; width: 200%; height: 200%;
  border: 1px solid rgba(0,0,0,.2); border-radius: 10px; transform: scale(.5); transform-origin: 0 0; pointer-events: none }
wx-button[type=primary] { background-color: #1aad19; color: #fff }
wx-button[type=warn] { background-color: #e64340; color: #fff }
wx-button[size=mini] { display: inline-block; padding: 0 1.34em; font-size: 13px; line-height: 2.3 }
wx-button[disabled] { color: rgba(255,255,255,.6); cursor: default }
wx-button[disabled][type=default] { background-color: #f7f7f7; color: rgba(0,0,0,.3) }
wx-button[disabled][type=primary] { background-color: #9ed99d }
wx-button[disabled][type=warn] { background-color: #ec8b89 }
wx-button[plain] { border: 1px solid #353535; background-color: transparent; color: #353535 }
wx-button[plain]::after { border-width: 0 }
wx-button[plain][type=primary] { border-color: #1aad19; color: #1aad19 }
wx-button[plain][type=warn] { border-color: #e64340; color: #e64340 }
wx-button[plain][disabled] { border-color: rgba(0,0,0,.2); background-color: transparent; color: rgba(0,0,0,.2) }
wx-button[loading]::before { content: ' '; display: inline-block; width: 18px; height: 18px; margin-right: 6px;
  vertical-align: middle; background: ${spinner} center / 100% no-repeat; animation: wx-button-turn 1s steps(8) infinite }
@keyframes wx-button-turn { to { transform: rotate(360deg) } }
wx-button.button-hover { background-color: #dedede; color: rgba(0,0,0,.6) }
wx-button.button-hover[type=primary] { background-color: #179b16; color: rgba(255,255,255,.6) }
wx-button.button-hover[type=warn] { background-color: #ce3c39; color: rgba(255,255,255,.6) }
wx-button.button-hover[plain] { border-color: rgba(53,53,53,.6); background-color: transparent; color: rgba(53,53,53,.6) }
wx-button[wx-style=v2] { padding: 8px 24px; border-radius: 4px; background-color: #f2f2f2; color: #06ae56; font-size: 17px;
  font-weight: 700; line-height: 1.41176471 }
wx-button[wx-style=v2]:not([size=mini]) { width: 184px }
wx-button[wx-style=v2]::after { border-width: 0 }
wx-button[wx-style=v2][size=mini] { padding: 0 12px; font-size: 16px; line-height: 2 }
wx-button[wx-style=v2][type=primary] { background-color: #07c160; color: #fff }
wx-button[wx-style=v2][type=warn] { color: #fa5151 }
wx-button[wx-style=v2][disabled] { background-color: #f2f2f2; color: rgba(0,0,0,.2) }`,
  mount(host) {
    const { element } = host
    if (host.phone.appJson.style === 'v2') element.setAttribute('wx-style', 'v2')
    const disabled = () => host.props.disabled
    hover(host, disabled)
    const press = (): void => {
      const { formType, openType } = host.props
      const form = formType === 'submit' || formType === 'reset' ? formOf(element) : null
      if (form) builtinOf(form)?.instance.actions?.[formType]?.()
      // Two may be joined: open-type="getPhoneNumber|agreePrivacyAuthorization", consent first.
      const kinds = openType
        .split('|')
        .filter(Boolean)
        .sort((one) => (one === 'agreePrivacyAuthorization' ? -1 : 1))
      for (const kind of kinds) {
        const open = openTypes[kind]
        if (open) void open(host)
        else host.phone.fail(new Error(`<button open-type="${kind}"> is not built in this phone`), 'button')
      }
    }
    pressable(host, { role: 'button', disabled, press })
    return {
      update() {
        const { type, size, plain, loading } = host.props
        element.setAttribute('type', type)
        element.setAttribute('size', size)
        element.toggleAttribute('plain', plain)
        element.toggleAttribute('loading', loading)
        element.toggleAttribute('disabled', disabled())
        showState(host, { disabled: disabled(), busy: loading })
      },
      press: () => element.click(),
    }
  },
})
