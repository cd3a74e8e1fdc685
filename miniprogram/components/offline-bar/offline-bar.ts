import { waitingParcels, onOutbox } from '../../services/outbox'
import { isOnline, onNetwork } from '../../services/network'

const stops = new WeakMap<object, (() => void)[]>()

/** Says that there is no network, and what of the person's own still waits. */
Component({
  data: { offline: false, waiting: 0 },
  lifetimes: {
    attached() {
      const look = () => {
        const offline = !isOnline()
        const waiting = waitingParcels().length
        if (offline !== this.data.offline || waiting !== this.data.waiting) this.setData({ offline, waiting })
      }
      stops.set(this, [onNetwork(look), onOutbox(look)])
      look()
    },
    detached() {
      for (const stop of stops.get(this) ?? []) stop()
    },
  },
})
