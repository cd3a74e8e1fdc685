import type tcb from '@cloudbase/node-sdk'

type App = ReturnType<typeof tcb.init>

/** What the product leans on, asked of a CloudBase environment. */
export interface Question {
  asked: string
  /** What decisions.md takes for granted. */
  expected: unknown
  ask(app: App, scratch: Scratch): Promise<unknown>
}

/** A collection for one run, and names in it that nobody else uses. */
interface Scratch {
  collection: string
  id(name: string): string
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: { code?: unknown }) => error.code,
  )

const rows = (app: App, scratch: Scratch) => app.database().collection(scratch.collection)

async function read(app: App, scratch: Scratch, name: string): Promise<Record<string, unknown>> {
  const { data } = (await rows(app, scratch).doc(scratch.id(name)).get()) as {
    data: Record<string, unknown>[]
  }
  const { _id, ...fields } = data[0] ?? {}
  return fields
}

export const questions: readonly Question[] = [
  {
    asked: 'a repeated _id is refused with',
    expected: 'DATABASE_DUPLICATE_WRITE',
    async ask(app, scratch) {
      await rows(app, scratch).add({ _id: scratch.id('twice') })
      return codeOf(rows(app, scratch).add({ _id: scratch.id('twice') }))
    },
  },
  {
    asked: 'of 20 racing where({_id, version}).update, this many win',
    expected: 1,
    async ask(app, scratch) {
      const _id = scratch.id('race')
      await rows(app, scratch).add({ _id, version: 1 })
      const race = Array.from({ length: 20 }, () =>
        rows(app, scratch).where({ _id, version: 1 }).update({ version: 2 }),
      )
      return (await Promise.all(race)).reduce((sum, { updated }) => sum + (updated ?? 0), 0)
    },
  },
  {
    asked: 'an update of a nested object merges, drops empty objects, and _.set replaces',
    expected: { merged: { x: 1, y: 2 }, kept: { z: 1 }, replaced: { w: 1 } },
    async ask(app, scratch) {
      const { set } = app.database().command
      const _id = scratch.id('nested')
      await rows(app, scratch).add({ _id, merged: { x: 1 }, kept: { z: 1 }, replaced: { z: 1 } })
      await rows(app, scratch)
        .where({ _id })
        .update({ merged: { y: 2 }, kept: {}, replaced: set({ w: 1 }) })
      return read(app, scratch, 'nested')
    },
  },
  {
    asked: '_.push appends to a list, also to one that is not there',
    expected: { list: [1, 2, 3], fresh: [{ a: 1 }] },
    async ask(app, scratch) {
      const { push } = app.database().command
      const _id = scratch.id('push')
      await rows(app, scratch).add({ _id, list: [1] })
      await rows(app, scratch)
        .where({ _id })
        .update({ list: push([2, 3]), fresh: push([{ a: 1 }]) })
      return read(app, scratch, 'push')
    },
  },
  {
    asked: 'get() gives without a limit, and with limit(1000), this many of 120',
    expected: [100, 120],
    async ask(app, scratch) {
      const group = scratch.id('many')
      for (let n = 0; n < 120; n += 1) await rows(app, scratch).add({ _id: scratch.id(`many-${n}`), group })
      const all = rows(app, scratch).where({ group })
      return [(await all.get()).data.length, (await all.limit(1000).get()).data.length]
    },
  },
  {
    asked: '_.all over a list of words finds what has both',
    expected: 1,
    async ask(app, scratch) {
      const { all } = app.database().command
      const group = scratch.id('terms')
      await rows(app, scratch).add({ _id: scratch.id('terms-1'), group, terms: ['井盖', '盖坏'] })
      await rows(app, scratch).add({ _id: scratch.id('terms-2'), group, terms: ['井盖'] })
      return (
        await rows(app, scratch)
          .where({ group, terms: all(['井盖', '盖坏']) })
          .get()
      ).data.length
    },
  },
  {
    asked: 'a missing collection is refused with',
    expected: 'DATABASE_COLLECTION_NOT_EXIST',
    ask: (app, scratch) => codeOf(app.database().collection(`${scratch.collection}_none`).limit(1).get()),
  },
  {
    asked: 'of 12 calls at once of one function, this many see another call in theirs',
    expected: 0,
    async ask(app) {
      const calls = Array.from({ length: 12 }, (_, nonce) =>
        app.callFunction({ name: 'smoke', data: { nonce, waitMs: (nonce % 4) * 20 } }),
      )
      const answers = (await Promise.all(calls)).map(({ result }) => result as { undisturbed?: boolean })
      return answers.filter(({ undisturbed }) => undisturbed !== true).length
    },
  },
]

/** Real ms of a first and of a second call; the first is cold when the function was idle for long. */
export async function callTimes(app: App): Promise<{ first: number; second: number }> {
  const time = async (): Promise<number> => {
    const startedAt = performance.now()
    await app.callFunction({ name: 'smoke', data: { nonce: 0, waitMs: 0 } })
    return Math.round(performance.now() - startedAt)
  }
  return { first: await time(), second: await time() }
}
