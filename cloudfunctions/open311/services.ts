import type { Service } from '../../typings/contract/directory'
import type { OpenService, OpenServiceDefinition } from '../../typings/contract/open-data'
import { refuse } from '../domain/errors'
import { type Asked, formatOf } from './asked'
import { found, type HttpAnswer } from './http'

/** 诉求类别, all or one. */
export function services(asked: Asked): HttpAnswer {
  const { directory, index, id } = asked
  const format = formatOf(asked)
  if (id === undefined) return found('services', directory.services.map(openService), format)
  const service = index.services.get(id) ?? refuse('SERVICE_NOT_FOUND', 'service_code')
  return found('service_definition', definitionOf(service), format)
}

const openService = ({ code, name, level1, level2, words, questions = [] }: Service): OpenService => ({
  service_code: code,
  service_name: name,
  description: `${level1} ${level2}`,
  metadata: questions.length > 0,
  type: 'realtime',
  keywords: words.join(','),
  group: level1,
})

/** What we ask beyond words and place. No answer is ever given out. */
const definitionOf = ({ code, questions = [] }: Service): OpenServiceDefinition => ({
  service_code: code,
  attributes: questions.map(({ id, label, choices = [] }, position) => ({
    variable: true,
    code: id,
    datatype: choices.length > 0 ? 'singlevaluelist' : 'text',
    required: false,
    datatype_description: null,
    order: position + 1,
    description: label,
    values: choices.map((choice) => ({ key: choice, name: choice })),
  })),
})
