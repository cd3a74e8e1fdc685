import { sentenceOf } from './cloud'
import { currentLook, followLook } from './look'

/** What stands on a page that opens with a question: grey shapes, what was answered, or why nothing was. */
interface Loading {
  look: string
  state: 'loading' | 'ready' | 'error'
  /** On a page that is ready: why it could not be brought up to date. */
  trouble: string
}

interface LoadingPage {
  data: Loading
  setData(change: Partial<Loading>): void
  /**
   * Asks, and gives what to draw; undefined where something else is asked for by now.
   * @param cursor of the next page of a list
   * @throws CallFailure
   */
  read(cursor?: string): Promise<object | undefined>
}

export const loading = (): Loading => ({ look: currentLook(), state: 'loading', trouble: '' })

async function load(page: LoadingPage, cursor?: string): Promise<void> {
  try {
    const shown = await page.read(cursor)
    if (shown) page.setData({ ...shown, state: 'ready', trouble: '' })
  } catch (error) {
    // What was read before stays to be read.
    page.setData({ trouble: sentenceOf(error), state: page.data.state === 'ready' ? 'ready' : 'error' })
  }
}

/** For a page that asks once; `loadsOnShow` for one that changes while somebody is on another. `page-state` shows it. */
export const loads = {
  onShow(this: LoadingPage) {
    followLook(this)
  },

  async onPullDownRefresh(this: LoadingPage) {
    await load(this)
    await wx.stopPullDownRefresh()
  },

  load(this: LoadingPage, cursor?: string): Promise<void> {
    return load(this, cursor)
  },

  again(this: LoadingPage) {
    this.setData({ state: 'loading' })
    void load(this)
  },
}

export const loadsOnShow = {
  ...loads,
  onShow(this: LoadingPage) {
    followLook(this)
    void load(this)
  },
}
