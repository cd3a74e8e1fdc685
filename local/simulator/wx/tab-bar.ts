import { asynchronous, WxFailure, type WxFamily } from './family'

interface Indexed {
  index: number
}

/** 标签栏 */
export const tabBar: WxFamily = (phone) => {
  const { tabBar: bar } = phone.screen
  const list = () => (phone.appJson.tabBar as { list?: { pagePath: string }[] } | undefined)?.list ?? []
  const check = (index?: number): void => {
    const page = phone.currentPage()
    if (!list().some(({ pagePath }) => pagePath === page?.path)) throw new WxFailure('not TabBar page')
    if (index !== undefined && !list()[index]) throw new WxFailure('tabbar item not found')
  }
  const item =
    <T extends Indexed>(change: (options: T) => void) =>
    (options: T) => {
      if (!list()[options.index]) throw new WxFailure('tabbar item not found')
      change(options)
    }
  return asynchronous({
    showTabBar: () => {
      check()
      bar.setVisible(true)
    },
    hideTabBar: () => {
      check()
      bar.setVisible(false)
    },
    setTabBarBadge: item(({ index, text }: Indexed & { text: string }) => bar.setBadge(index, text)),
    removeTabBarBadge: item(({ index }: Indexed) => bar.setBadge(index, null)),
    showTabBarRedDot: item(({ index }: Indexed) => bar.setRedDot(index, true)),
    hideTabBarRedDot: item(({ index }: Indexed) => bar.setRedDot(index, false)),
    setTabBarItem: item(
      ({ index, ...rest }: Indexed & { text?: string; iconPath?: string; selectedIconPath?: string }) =>
        bar.setItem(index, rest),
    ),
    setTabBarStyle: (style: Parameters<typeof bar.setStyle>[0]) => bar.setStyle(style),
  })
}
