import { asynchronous, WxFailure, type WxFamily } from './family'

/** 应用:更新、统计与日志、小程序之间的跳转 */
export const app: WxFamily = (phone) => {
  const log =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (...args: unknown[]) =>
      phone.signals.emit('log', { level, args })
  const logs = () => ({
    debug: log('debug'),
    info: log('info'),
    log: log('info'),
    warn: log('warn'),
    error: log('error'),
    setFilterMsg: () => undefined,
    addFilterMsg: () => undefined,
    in: () => undefined,
    tag: () => logs(),
  })
  /** Nothing is ever newer than the source on the disk, so an update is never found. */
  const updateManager = {
    onCheckForUpdate: (hear: (result: { hasUpdate: boolean }) => void) =>
      void setTimeout(() => hear({ hasUpdate: false }), 0),
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate: () => phone.warn('applyUpdate: 没有待应用的新版本'),
  }
  return {
    ...asynchronous({
      updateWeChatApp: () => phone.warn('updateWeChatApp: 在微信里会打开微信的更新页'),
      navigateToMiniProgram: ({ appId, shortLink }: { appId?: string; shortLink?: string }) => {
        phone.warn(`navigateToMiniProgram: 这部手机里没有小程序 ${appId ?? shortLink ?? ''}`)
        throw new WxFailure('cancel')
      },
      exitMiniProgram: () => phone.warn('exitMiniProgram: 在微信里小程序会关闭'),
      setEnableDebug: () => undefined,
      loadFontFace: async ({ family, source }: { family: string; source: string }) => {
        const page = phone.currentPage()
        if (!page) return { status: 'unloaded' }
        const face = new page.window.FontFace(family, source)
        await face.load().catch(() => {
          throw new WxFailure('error', { status: 'error' })
        })
        page.window.document.fonts.add(face)
        return { status: 'loaded' }
      },
    }),
    getUpdateManager: () => updateManager,
    getLogManager: logs,
    getRealtimeLogManager: logs,
    // Statistics go to WeChat's own servers; here they go nowhere and say so in the log.
    reportEvent: (name: string) => log('debug')(`wx.reportEvent(${name}) 不发往任何地方`),
    reportAnalytics: () => undefined,
    reportMonitor: () => undefined,
    reportPerformance: () => undefined,
    getPerformance: () => ({
      now: () => performance.now(),
      getEntries: () => [],
      createObserver: () => observer,
    }),
    nextTick: (run: () => void) => void Promise.resolve().then(run),
    getExtConfigSync: () => ({}),
    requestIdleCallback: (run: () => void) => setTimeout(run, 1),
    cancelIdleCallback: (handle: number) => clearTimeout(handle),
  }
}

const observer = { observe: () => undefined, disconnect: () => undefined }
