import type { NetworkType } from '../runtime/phone'
import { asynchronous, type WxFamily } from './family'
import { listeners } from './listeners'

/** 网络状态 */
export const network: WxFamily = (phone) => {
  const changes = listeners<{ isConnected: boolean; networkType: NetworkType }>()
  phone.signals.on('network', (networkType) => {
    changes.tell({ isConnected: networkType !== 'none', networkType })
  })
  return {
    ...asynchronous({
      getNetworkType: () => ({
        networkType: phone.network.type,
        signalStrength: phone.network.type === 'none' ? 0 : 100,
        hasSystemProxy: false,
        weakNet: false,
      }),
    }),
    onNetworkStatusChange: changes.on,
    offNetworkStatusChange: changes.off,
    onNetworkWeakChange: () => undefined,
    offNetworkWeakChange: () => undefined,
  }
}
