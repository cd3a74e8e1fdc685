import type { StudioState } from '../state'
import * as api from './api'
import { activityPanel } from './activity-panel'
import { clockBar } from './clock-bar'
import { element } from './element'
import { forgetPhones } from './memory'
import { phoneShelf } from './phone-shelf'
import { followSource } from './source-changes'

/** ms between two looks at the stage while the page is visible. */
const LOOK_MS = 1_000

const trouble = element('p', { className: 'trouble', hidden: true, attributes: { role: 'alert' } })

function show(error: unknown): void {
  trouble.textContent = error instanceof Error ? error.message : String(error)
  trouble.hidden = false
}

const hide = () => (trouble.hidden = true)

async function start(): Promise<void> {
  const [people, first] = await Promise.all([api.people(), api.state([])])
  forgetPhones(first.stageId)
  const clock = clockBar({ asked: hide, moved: look, failed: show })
  const shelf = phoneShelf(people)
  const activity = activityPanel()
  const views = [clock, shelf, activity]

  let looking: Promise<void> | undefined
  function look(): Promise<void> {
    looking ??= api
      .state(shelf.people())
      .then(update, show)
      .finally(() => (looking = undefined))
    return looking
  }
  function update(state: StudioState): void {
    for (const view of views) view.update(state)
  }
  update(first)
  setInterval(() => {
    if (document.visibilityState === 'visible') void look()
  }, LOOK_MS)
  followSource(shelf.sourceChanged)
  document.body.replaceChildren(
    element(
      'header',
      { className: 'top' },
      element('h1', {}, '民呼我应', element('small', {}, '演示台')),
      clock.node,
    ),
    trouble,
    element('main', {}, shelf.node, activity.node),
  )
}

window.addEventListener('unhandledrejection', ({ reason }) => show(reason))
trouble.addEventListener('click', hide)
document.body.append(element('p', { className: 'loading' }, '正在打开演示台…'))
start().catch((error: unknown) => {
  document.body.replaceChildren(trouble)
  show(error)
})
