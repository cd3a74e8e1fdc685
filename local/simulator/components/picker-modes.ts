/** What a mode of `<picker>` offers: columns of lines, which may depend on what stands to their left. */
export interface PickerMode {
  /** Lines of every column, given the indices chosen so far. */
  columns(chosen: readonly number[]): string[][]
  /** Indices of a value. */
  read(value: unknown): number[]
  /** The value of indices, with what else the event carries. */
  write(chosen: readonly number[]): { value: unknown } & Record<string, unknown>
}

export interface PickerSettings {
  readonly mode: string
  readonly range: readonly unknown[]
  readonly rangeKey: string
  readonly start: string
  readonly end: string
  readonly fields: string
  readonly customItem: string
  readonly level: string
}

const span = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
const two = (value: number) => String(value).padStart(2, '0')
const whole = (value: unknown) => Math.max(0, Math.trunc(Number(value)) || 0)

const words = (item: unknown, key: string): string =>
  String(key && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : item)

function selector({ range, rangeKey }: PickerSettings): PickerMode {
  return {
    columns: () => [range.map((item) => words(item, rangeKey))],
    read: (value) => [whole(value)],
    write: ([index = 0]) => ({ value: index }),
  }
}

function multiSelector({ range, rangeKey }: PickerSettings): PickerMode {
  const columns = range.map((column) => (Array.isArray(column) ? column : []))
  return {
    columns: () => columns.map((column) => column.map((item) => words(item, rangeKey))),
    read: (value) => columns.map((_, at) => whole(Array.isArray(value) ? value[at] : 0)),
    write: (chosen) => ({ value: [...chosen] }),
  }
}

function time({ start, end }: PickerSettings): PickerMode {
  const minutes = (text: string, otherwise: number) => {
    const match = /^(\d{1,2}):(\d{1,2})$/.exec(text)
    return match ? Number(match[1]) * 60 + Number(match[2]) : otherwise
  }
  const from = minutes(start, 0)
  const to = minutes(end, 24 * 60 - 1)
  const hours = span(Math.floor(from / 60), Math.floor(to / 60))
  const ofHour = (hour: number) => span(Math.max(0, from - hour * 60), Math.min(59, to - hour * 60))
  return {
    columns: ([at = 0]) => [
      hours.map((hour) => `${two(hour)}时`),
      ofHour(hours[at] ?? 0).map((it) => `${two(it)}分`),
    ],
    read(value) {
      const wanted = Math.min(to, Math.max(from, minutes(String(value), from)))
      const hour = Math.floor(wanted / 60)
      return [hours.indexOf(hour), ofHour(hour).indexOf(wanted % 60)]
    },
    write([hourAt = 0, minuteAt = 0]) {
      const hour = hours[hourAt] ?? 0
      const inside = ofHour(hour)
      return { value: `${two(hour)}:${two(inside[minuteAt] ?? inside.at(-1) ?? 0)}` }
    },
  }
}

function date({ start, end, fields }: PickerSettings): PickerMode {
  const depth = { year: 1, month: 2, day: 3 }[fields] ?? 3
  const parts = (text: string, otherwise: readonly number[]) => {
    const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/.exec(text)
    return otherwise.map((fallback, at) => Number(match?.[at + 1] ?? fallback))
  }
  const low = parts(start, [1900, 1, 1])
  const high = parts(end, [2099, 12, 31])
  const order = (date: readonly number[]) => (date[0] ?? 0) * 10_000 + (date[1] ?? 0) * 100 + (date[2] ?? 0)
  const years = span(low[0] ?? 1900, high[0] ?? 2099)
  const months = (year: number) =>
    span(year === low[0] ? (low[1] ?? 1) : 1, year === high[0] ? (high[1] ?? 12) : 12)
  const days = (year: number, month: number) => {
    const first = year === low[0] && month === low[1] ? (low[2] ?? 1) : 1
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
    return span(first, year === high[0] && month === high[1] ? Math.min(last, high[2] ?? last) : last)
  }
  const pick = (list: readonly number[], at: number | undefined) => list[at ?? 0] ?? list.at(-1) ?? 0
  const chosenDate = (chosen: readonly number[]) => {
    const year = pick(years, chosen[0])
    const month = pick(months(year), chosen[1])
    return [year, month, pick(days(year, month), chosen[2])] as const
  }
  return {
    columns(chosen) {
      const [year, month] = chosenDate(chosen)
      const all = [
        years.map((it) => `${it}年`),
        months(year).map((it) => `${it}月`),
        days(year, month).map((it) => `${it}日`),
      ]
      return all.slice(0, depth)
    },
    read(value) {
      const today = new Date()
      const now = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      const wanted = parts(String(value ?? ''), /^\d{4}/.test(String(value)) ? [1, 1, 1] : now)
      const inside = order(wanted) < order(low) ? low : order(wanted) > order(high) ? high : wanted
      const [year = 0, month = 0, day = 0] = inside
      return [years.indexOf(year), months(year).indexOf(month), days(year, month).indexOf(day)]
        .map((at) => Math.max(0, at))
        .slice(0, depth)
    },
    write(chosen) {
      const [year, month, day] = chosenDate(chosen)
      return { value: [String(year), two(month), two(day)].slice(0, depth).join('-') }
    },
  }
}

/**
 * Provinces with a few cities and counties each, and their codes (GB/T 2260). WeChat brings the whole table; this phone
 * has enough of it to try the mode.
 */
const regions: readonly [
  name: string,
  code: string,
  cities: readonly [name: string, counties: readonly string[]][],
][] = [
  ['北京市', '110000', [['北京市', ['东城区', '西城区', '朝阳区', '丰台区', '海淀区']]]],
  ['上海市', '310000', [['上海市', ['黄浦区', '徐汇区', '长宁区', '浦东新区']]]],
  [
    '江苏省',
    '320000',
    [
      ['南京市', ['玄武区', '秦淮区', '鼓楼区']],
      ['苏州市', ['姑苏区', '吴中区']],
    ],
  ],
  [
    '浙江省',
    '330000',
    [
      ['杭州市', ['上城区', '拱墅区', '西湖区']],
      ['宁波市', ['海曙区', '江北区']],
    ],
  ],
  [
    '广东省',
    '440000',
    [
      ['广州市', ['越秀区', '天河区', '海珠区']],
      ['深圳市', ['福田区', '南山区']],
    ],
  ],
  [
    '四川省',
    '510000',
    [
      ['成都市', ['锦江区', '青羊区', '武侯区']],
      ['绵阳市', ['涪城区', '游仙区']],
    ],
  ],
]

function region({ customItem, level }: PickerSettings): PickerMode {
  const depth = { province: 1, city: 2 }[level] ?? 3
  const custom = customItem ? [customItem] : []
  const shift = custom.length
  const provinceAt = (chosen: readonly number[]) => regions[(chosen[0] ?? 0) - shift]
  const cityAt = (chosen: readonly number[]) => provinceAt(chosen)?.[2][(chosen[1] ?? 0) - shift]
  const columns = (chosen: readonly number[]) =>
    [
      [...custom, ...regions.map(([name]) => name)],
      [...custom, ...(provinceAt(chosen)?.[2] ?? []).map(([name]) => name)],
      [...custom, ...(cityAt(chosen)?.[1] ?? [])],
    ].slice(0, depth)
  return {
    columns,
    read(value) {
      const names = Array.isArray(value) ? value.map(String) : []
      const chosen: number[] = []
      for (let at = 0; at < depth; at += 1)
        chosen.push(Math.max(0, columns(chosen)[at]?.indexOf(names[at] ?? '') ?? 0))
      return chosen
    },
    write(chosen) {
      const value = columns(chosen).map((lines, at) => lines[chosen[at] ?? 0] ?? lines[0] ?? '')
      return { value, code: [provinceAt(chosen)?.[1] ?? '', '', ''].slice(0, depth), postcode: '' }
    },
  }
}

const modes: Record<string, (settings: PickerSettings) => PickerMode> = {
  selector,
  multiSelector,
  time,
  date,
  region,
}

export function pickerMode(settings: PickerSettings): PickerMode | undefined {
  return modes[settings.mode]?.(settings)
}
