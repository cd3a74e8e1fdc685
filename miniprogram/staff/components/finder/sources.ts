import { ask } from '../../../services/cloud'
import { placeWords } from '../../../services/work-card'

/** What can be found by some characters of it. */
export type Findable = 'department' | 'service' | 'ticket' | 'post'

export interface Found {
  value: string
  words: string
  /** A second line where the name alone doesn't tell them apart. */
  note: string
}

/** As many as fit above a keyboard; the rest is found by typing more. */
const shownMost = 6

/** Asked once a launch; a failure is forgotten, so that the next look asks again. */
function once<Answer>(read: () => Promise<Answer>): () => Promise<Answer> {
  let known: Promise<Answer> | undefined
  return () =>
    (known ??= read().catch((error: unknown) => {
      known = undefined
      throw error
    }))
}

const departments = once(() => ask('directory.departments', {}))
const services = once(() => ask('directory.services', {}))

/** By what is to be found. @throws CallFailure */
export const sources: Record<Findable, (typed: string) => Promise<Found[]>> = {
  async department(typed) {
    return (await departmentsNamed(typed)).map(({ _id, shortName }) => ({
      value: _id,
      words: shortName,
      note: '',
    }))
  },

  async service(typed) {
    const all = (await services()).services
    return all
      .filter(({ name, level2 }) => name.includes(typed) || level2.includes(typed))
      .slice(0, shownMost)
      .map(({ code, name }) => ({ value: code, words: name, note: '' }))
  },

  async ticket(typed) {
    const { tickets, names } = await ask('tickets.search', { text: typed, limit: shownMost })
    return tickets.map(({ _id, subject, number, place }) => ({
      value: _id,
      words: subject,
      note: `${number} ${placeWords(place, names)}`,
    }))
  },

  /** The people of a unit, by the unit's name. */
  async post(typed) {
    const [unit] = await departmentsNamed(typed)
    if (!unit) return []
    const { posts } = await ask('directory.posts', { departmentId: unit._id })
    return posts
      .filter(({ active, role }) => active && role !== 'gridWorker')
      .map(({ _id, title, holderName = '' }) => ({
        value: _id,
        words: `${unit.shortName} ${title}`,
        note: holderName,
      }))
  },
}

async function departmentsNamed(typed: string) {
  const all = (await departments()).departments
  return all
    .filter(({ name, shortName }) => name.includes(typed) || shortName.includes(typed))
    .slice(0, shownMost)
}

export const hints: Record<Findable, { ask: string; none: string }> = {
  department: { ask: '输几个字找单位，例如：城管', none: '没有这个单位，换几个字试试。' },
  service: { ask: '输几个字找类别，例如：路灯', none: '没有这个类别，换几个字试试。' },
  ticket: { ask: '输编号或几个字找诉求', none: '没有找到这件诉求，换几个字试试。' },
  post: { ask: '输单位的几个字找人，例如：城管', none: '没有找到，换几个字试试。' },
}
