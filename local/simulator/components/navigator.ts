import { builtin } from '../runtime/builtin'
import { hover, hoverProperties } from './hover'
import { pressable } from './press'

/** 页面链接 */
export const navigator = builtin({
  tag: 'navigator',
  properties: {
    ...hoverProperties,
    hoverClass: { type: String, value: 'navigator-hover' },
    hoverStayTime: { type: Number, value: 600 },
    target: { type: String, value: 'self' },
    url: String,
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
    appId: String,
    path: String,
    extraData: Object,
    version: String,
    shortLink: String,
  },
  style: `
wx-navigator { display: block; height: auto; width: auto; cursor: pointer }
wx-navigator.navigator-hover { background-color: rgba(0,0,0,.1); opacity: .7 }`,
  mount(host) {
    hover(host)
    const methods: Record<string, string> = {
      navigate: 'navigateTo',
      redirect: 'redirectTo',
      switchTab: 'switchTab',
      reLaunch: 'reLaunch',
      navigateBack: 'navigateBack',
    }
    const press = (): void => {
      const { target, openType, url, delta, appId, path, extraData } = host.props
      const away = { navigate: 'navigateToMiniProgram', exit: 'exitMiniProgram' }[openType]
      const method = target === 'miniProgram' ? away : methods[openType]
      const call = method ? host.phone.wx[method] : undefined
      if (typeof call !== 'function') {
        host.phone.fail(
          new Error(`<navigator open-type="${openType}"> is not built in this phone`),
          'navigator',
        )
        return
      }
      call({
        ...(target === 'miniProgram' ? { appId, path, extraData } : { url, delta }),
        success: (result: unknown) => host.trigger('success', result),
        fail: (error: unknown) => host.trigger('fail', error),
        complete: (result: unknown) => host.trigger('complete', result),
      })
    }
    pressable(host, { role: 'link', press })
    return {}
  },
})
