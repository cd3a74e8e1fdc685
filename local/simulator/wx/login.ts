import { asynchronous, WxFailure, type WxFamily } from './family'

/** 登录与账号 */
export const login: WxFamily = (phone) => ({
  ...asynchronous({
    login: () => {
      if (phone.network.type === 'none')
        throw new WxFailure('request:fail net::ERR_INTERNET_DISCONNECTED', { errno: 600001 })
      return { code: `local-${crypto.randomUUID().replaceAll('-', '')}` }
    },
    checkSession: () => undefined,
  }),
  getAccountInfoSync: () => ({
    miniProgram: { appId: phone.appId, envVersion: 'develop', version: '' },
    plugin: {},
  }),
})
