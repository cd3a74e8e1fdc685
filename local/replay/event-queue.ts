/** What happens when, in time order; of two at the same instant the earlier added goes first. */
export class EventQueue<Event> {
  private readonly heap: { at: number; order: number; event: Event }[] = []
  private added = 0

  get size(): number {
    return this.heap.length
  }

  add(at: number, event: Event) {
    this.heap.push({ at, order: this.added++, event })
    let i = this.heap.length - 1
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (this.isBefore(parent, i)) break
      this.swap(parent, i)
      i = parent
    }
  }

  take(): { at: number; event: Event } | undefined {
    const [first] = this.heap
    const last = this.heap.pop()
    if (first && last && this.heap.length > 0) {
      this.heap[0] = last
      this.sink()
    }
    return first
  }

  private sink() {
    let i = 0
    for (;;) {
      let least = i
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < this.heap.length && this.isBefore(child, least)) least = child
      if (least === i) return
      this.swap(i, least)
      i = least
    }
  }

  private isBefore(i: number, j: number): boolean {
    const one = this.heap[i]
    const other = this.heap[j]
    if (!one || !other) return true
    return one.at === other.at ? one.order < other.order : one.at < other.at
  }

  private swap(i: number, j: number) {
    const one = this.heap[i]
    const other = this.heap[j]
    if (!one || !other) return
    this.heap[i] = other
    this.heap[j] = one
  }
}
