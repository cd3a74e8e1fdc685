import type { TouchPoint, TouchPoints } from '../../runtime/host'

interface Given {
  touches?: TouchPoint[]
  changedTouches?: TouchPoint[]
  changeTouches?: TouchPoint[]
}

type Asked = Partial<TouchPoint> & { pageX?: number; pageY?: number }

/** The fingers of a touch event: those given, else one in the middle of the element. Nothing touches after touchend. */
export function fingers(type: string, given: Given, drawn: HTMLElement | null): TouchPoints {
  const changed = given.changedTouches ?? given.changeTouches ?? given.touches
  const middle = middleOf(drawn)
  const points = (changed?.length ? changed : [middle]).map((point, index) =>
    whole(point, index, middle, drawn),
  )
  const still = given.touches?.map((point, index) => whole(point, index, middle, drawn))
  return { touches: still ?? (type === 'touchend' ? [] : points), changedTouches: points }
}

function whole(asked: Asked, index: number, middle: TouchPoint, drawn: HTMLElement | null): TouchPoint {
  const view = drawn?.ownerDocument.defaultView
  return {
    identifier: asked.identifier ?? index,
    clientX:
      asked.clientX ?? (asked.pageX === undefined ? middle.clientX : asked.pageX - (view?.scrollX ?? 0)),
    clientY:
      asked.clientY ?? (asked.pageY === undefined ? middle.clientY : asked.pageY - (view?.scrollY ?? 0)),
  }
}

function middleOf(drawn: HTMLElement | null): TouchPoint {
  const { left = 0, top = 0, width = 0, height = 0 } = drawn?.getBoundingClientRect() ?? {}
  return { clientX: left + width / 2, clientY: top + height / 2 }
}
