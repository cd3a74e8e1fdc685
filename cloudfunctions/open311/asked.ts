import type { Directory, Settings } from '../../typings/contract/directory'
import type { Timestamp } from '../../typings/contract/time'
import { refuse } from '../domain/errors'
import { type DirectoryIndex, indexDirectory } from '../domain/routing/index-directory'
import type { Format, HttpEvent } from './http'

const resourceNames = ['discovery', 'services', 'requests', 'bulk', 'media'] as const

export type Resource = (typeof resourceNames)[number]

/** What somebody asks for. */
export interface Asked {
  resource: Resource
  /** What follows the resource in the path, without its ending. */
  id?: string
  /** The ending: json, xml, csv, jpg. */
  ending: string
  query: Readonly<Record<string, string>>
  directory: Directory
  index: DirectoryIndex
  openData: NonNullable<Settings['openData']>
  now: Timestamp
}

/** @throws NOT_FOUND where the path leads nowhere */
export function askedOf(
  { path = '', queryStringParameters = {} }: HttpEvent,
  directory: Directory,
  openData: Asked['openData'],
  now: Timestamp,
): Asked {
  const segments = path.split('/').filter(Boolean).map(decoded)
  // Whether the path begins with the function's own is the gateway's affair.
  const at = segments.findIndex((segment) => (resourceNames as readonly string[]).includes(split(segment)[0]))
  const rest = segments.slice(at)
  if (at < 0 || rest.length > 2) return refuse('NOT_FOUND', 'path', '没有这个地址。')
  const [last, ending] = split(rest.at(-1) ?? '')
  return {
    resource: split(rest[0] ?? '')[0] as Resource,
    ...(rest.length === 2 && { id: last }),
    ending,
    // A parameter that is empty counts as not given (the specification's rule).
    query: Object.fromEntries(Object.entries(queryStringParameters).filter(([, value]) => value !== '')),
    directory,
    index: indexDirectory(directory),
    openData,
    now,
  }
}

/** @throws INVALID_INPUT for an ending that is neither; none is JSON. */
export function formatOf({ ending }: Asked): Format {
  if (ending === 'xml') return 'xml'
  if (ending === 'json' || ending === '') return 'json'
  return refuse('INVALID_INPUT', 'format', '只有 .xml 和 .json 两种格式。')
}

function split(segment: string): [string, string] {
  const dot = segment.lastIndexOf('.')
  return dot < 0 ? [segment, ''] : [segment.slice(0, dot), segment.slice(dot + 1)]
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
