import type { PlaceMap, PlaceTile } from '../../../typings/contract/publication'

/** Steps of shade; the number beside says the same. */
const shades = 4

/** A drawn map: no tiles from a server, readable without a network, by finger, by eye and by ear. Speaks `choose`. */
Component({
  properties: {
    map: { type: Object, value: { name: '', columns: 1, rows: 1, tiles: [] } as PlaceMap },
  },
  data: { tiles: [] as { tile: PlaceTile; shade: number; style: string }[] },
  observers: {
    map({ tiles }: PlaceMap) {
      const most = Math.max(1, ...tiles.map(({ count }) => count))
      this.setData({
        tiles: tiles.map((tile) => ({
          tile,
          shade: Math.ceil((tile.count / most) * shades),
          style: `grid-column:${tile.column};grid-row:${tile.row}`,
        })),
      })
    },
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      const { index } = event.currentTarget.dataset as { index: number }
      const tile = this.data.tiles[index]?.tile
      if (tile) this.triggerEvent('choose', { tile })
    },
  },
})
