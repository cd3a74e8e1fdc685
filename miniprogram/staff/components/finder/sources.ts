import type { Mentionable } from '../../../../typings/contract/views'
import { ask } from '../../../services/cloud'
import { placeWords } from '../../../services/work-card'

/** What can be found by some characters of it. */
export type Findable = 'department' | 'service' | 'ticket' | 'colleague'

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

/** Of the ticket looked at last; asked anew whenever its sheet opens. */
let colleagues: { of: string; people: readonly Mentionable[] } | undefined

const departments = once(() => ask('directory.departments', {}))
const services = once(() => ask('directory.services', {}))

/** By what is to be found. @param except the ticket looked at. @throws CallFailure */
export const sources: Record<Findable, (typed: string, except: string) => Promise<Found[]>> = {
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

  /** Those who read the notes of the ticket looked at; they are few, so they are offered before anything is typed. */
  async colleague(typed, ticketId) {
    if (typed === '' || colleagues?.of !== ticketId)
      colleagues = { of: ticketId, people: (await ask('tickets.mentionable', { ticketId })).people }
    return colleagues.people
      .map(({ postId, unit, title, name }) => ({ value: postId, words: `${unit} ${title}`, note: name }))
      .filter(({ words, note }) => words.includes(typed) || note.includes(typed))
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
  colleague: { ask: '输单位或姓名的几个字', none: '没有这样的人能看到这件诉求。要让他看，请先请他协办。' },
}
