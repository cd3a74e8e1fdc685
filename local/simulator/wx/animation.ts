import type { WxFamily } from './family'
import type { AnimationStep, Exported, StepOption } from '../runtime/animation'

/** Methods of an Animation and what they write: a transform function or a style. Lengths are px where a number is given. */
const transforms =
  'matrix matrix3d rotate rotate3d rotateX rotateY rotateZ scale scale3d scaleX scaleY scaleZ skew skewX skewY translate translate3d translateX translateY translateZ'.split(
    ' ',
  )
const styles = 'opacity backgroundColor width height top right bottom left'.split(' ')

interface Animation {
  step(option?: StepOption): Animation
  export(): Exported
  [method: string]: (...args: never[]) => unknown
}

/** wx.createAnimation：记下动作，交给组件的 animation 属性去演。 */
export const animation: WxFamily = () => ({
  createAnimation(defaults: StepOption = {}): Animation {
    let steps: AnimationStep[] = []
    let acts: AnimationStep['acts'] = []
    const made: Animation = {
      step(option) {
        steps.push({
          acts,
          option: { duration: 400, timingFunction: 'linear', delay: 0, ...defaults, ...option },
        })
        acts = []
        return made
      },
      export() {
        const actions = steps
        steps = []
        return { actions }
      },
    }
    const record = (kind: 'transform' | 'style') => (name: string) => {
      made[name] = (...args: (string | number)[]) => {
        acts.push({ kind, name, args })
        return made
      }
    }
    transforms.forEach(record('transform'))
    styles.forEach(record('style'))
    return made
  },
})
