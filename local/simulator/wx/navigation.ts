import type { NavigateOptions } from '../runtime/phone'
import { asynchronous, type WxFamily } from './family'

/** 路由与导航栏 */
export const navigation: WxFamily = (phone) =>
  asynchronous({
    async navigateTo(options: NavigateOptions) {
      const { eventChannel } = await phone.router.navigateTo(options)
      return { eventChannel }
    },
    redirectTo: (options: { url: string }) => phone.router.redirectTo(options),
    switchTab: (options: { url: string }) => phone.router.switchTab(options),
    reLaunch: (options: { url: string }) => phone.router.reLaunch(options),
    navigateBack: (options?: { delta?: number }) => phone.router.navigateBack(options),
    setNavigationBarTitle: ({ title }: { title: string }) => phone.screen.navigationBar.setTitle(title),
    setNavigationBarColor: (colors: { frontColor: string; backgroundColor: string }) =>
      phone.screen.navigationBar.setColor(colors),
    showNavigationBarLoading: () => phone.screen.navigationBar.setLoading(true),
    hideNavigationBarLoading: () => phone.screen.navigationBar.setLoading(false),
    hideHomeButton: () => phone.screen.navigationBar.hideHomeButton(),
    startPullDownRefresh: () => phone.screen.pullDown.start(),
    stopPullDownRefresh: () => phone.screen.pullDown.stop(),
  })
