import type { StudioState } from '../state'

/** A part of the page: one node, redrawn from the stage's state. */
export interface View {
  node: HTMLElement
  update(state: StudioState): void
}
