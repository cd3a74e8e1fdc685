import { personGroups, type StagePerson } from '../state'
import { element } from './element'

/** So many names are drawn at once; a word in the search field finds the others. */
const SHOWN_MAX = 60

export function personWords(person: StagePerson | undefined, openid: string): Node[] {
  const place = [person?.group, person?.unit].filter(Boolean).join(' · ')
  return [element('strong', {}, person?.name ?? openid), element('small', {}, place || openid)]
}

/** Asks who shall hold a phone. @returns the openid, undefined when nobody was chosen. */
export function choosePerson(people: readonly StagePerson[], present: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const search = element('input', {
      type: 'search',
      placeholder: '找人：姓名、单位、身份',
      attributes: { 'aria-label': '找人' },
    })
    const list = element('div', { className: 'people' })
    const dialog = element(
      'dialog',
      { className: 'persons' },
      element(
        'header',
        {},
        search,
        element('button', { type: 'button', onclick: () => dialog.close() }, '关闭'),
      ),
      list,
    )
    let chosen: string | undefined
    const draw = (): void => {
      const found = matching(people, search.value)
      list.replaceChildren(...grouped(found, present, (openid) => ((chosen = openid), dialog.close())))
    }
    search.oninput = draw
    dialog.onclose = () => {
      dialog.remove()
      resolve(chosen)
    }
    dialog.onclick = (event) => {
      if (event.target === dialog) dialog.close()
    }
    draw()
    document.body.append(dialog)
    dialog.showModal()
    search.focus()
  })
}

function matching(people: readonly StagePerson[], text: string): StagePerson[] {
  const words = text.trim().toLowerCase().split(/\s+/)
  return people.filter(({ openid, name, unit, group }) => {
    const all = `${openid} ${name} ${unit} ${group}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
}

function grouped(
  people: readonly StagePerson[],
  present: string,
  choose: (openid: string) => void,
): readonly Node[] {
  if (people.length === 0) return [element('p', { className: 'empty' }, '没有这个人，换个词试试。')]
  const each = Math.ceil(SHOWN_MAX / personGroups.length)
  return personGroups.flatMap((group) => {
    const members = people.filter((person) => person.group === group)
    if (members.length === 0) return []
    const shown = members.slice(0, people.length > SHOWN_MAX ? each : undefined)
    const more = members.length - shown.length
    return [
      element(
        'h3',
        {},
        group,
        element('small', {}, more > 0 ? `共 ${members.length} 人，输入文字可查找` : ''),
      ),
      ...shown.map((person) =>
        element(
          'button',
          {
            type: 'button',
            className: person.openid === present ? 'present' : '',
            onclick: () => choose(person.openid),
            attributes: { 'data-openid': person.openid },
          },
          ...personWords(person, person.openid),
        ),
      ),
    ]
  })
}
