import { placeOf, type Problems } from './problems'
import type { Sources } from './sources'

export type Json = Record<string, unknown>

/** Reads a JSON file of the mini-program. @returns {} where it is missing or broken; broken is reported. */
export function readJson(sources: Sources, problems: Problems, path: string): Json {
  const text = sources.text(path)
  if (text === undefined || text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
    problems.error('配置文件必须是一个 JSON 对象', path)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    problems.error(`JSON 写错了：${message}`, path, placeOf(text, offsetIn(message, text)))
  }
  return {}
}

function offsetIn(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)
  if (position) return Number(position[1])
  const quoted = /"([^"]{1,40})" is not valid JSON/.exec(message.replace(/\.\.\./g, ''))
  return quoted?.[1] ? text.indexOf(quoted[1]) : text.length
}
