import type { GeneralComponent } from 'glass-easel'

/** Times in ms. */
export interface StepOption {
  duration?: number
  timingFunction?: string
  delay?: number
  transformOrigin?: string
}

export interface AnimationStep {
  acts: { kind: 'transform' | 'style'; name: string; args: (string | number)[] }[]
  option: StepOption
}

/** What `Animation.export()` answers and the `animation` property takes. */
export interface Exported {
  actions: AnimationStep[]
}

/** glass-easel's `StyleSegmentIndex.ANIMATION_EXTRA`. */
const ANIMATION = 2

const playing = new WeakMap<GeneralComponent, number>()

/** Plays steps one after the other; what an earlier step set stays. A new animation takes over from the old one. */
export function play(component: GeneralComponent, window: Window, exported: Exported | null): void {
  window.clearTimeout(playing.get(component))
  const steps = exported?.actions ?? []
  const transforms = new Map<string, string>()
  const styles = new Map<string, string>()
  const next = (index: number): void => {
    const step = steps[index]
    if (!step) return
    const {
      duration = 400,
      delay = 0,
      timingFunction = 'linear',
      transformOrigin = '50% 50% 0',
    } = step.option
    for (const { kind, name, args } of step.acts) {
      if (kind === 'transform')
        transforms.set(name, `${name}(${args.map((value) => argument(name, value)).join(',')})`)
      else
        styles.set(name, typeof args[0] === 'number' && name !== 'opacity' ? `${args[0]}px` : String(args[0]))
    }
    const text = [
      `transition: all ${duration}ms ${timingFunction} ${delay}ms`,
      `transform-origin: ${transformOrigin}`,
      transforms.size > 0 ? `transform: ${[...transforms.values()].join(' ')}` : '',
      ...[...styles].map(([name, value]) => `${kebab(name)}: ${value}`),
    ]
    component.setNodeStyle(text.filter(Boolean).join(';'), ANIMATION as never)
    playing.set(
      component,
      window.setTimeout(() => next(index + 1), duration + delay),
    )
  }
  // The element must have been drawn once before it can move.
  playing.set(
    component,
    window.setTimeout(() => next(0), 16),
  )
}

function argument(name: string, value: string | number): string {
  if (typeof value === 'string') return value
  if (name.startsWith('translate')) return `${value}px`
  return /^(rotate|skew)/.test(name) && name !== 'rotate3d' ? `${value}deg` : String(value)
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
