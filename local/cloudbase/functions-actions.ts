import { type ActionTable, CloudError } from './action'
import type { Runner } from './runner/runner'

/** `functions.*`: one function calls another. */
export function functionsActions(runner: Runner): ActionTable {
  return {
    'functions.invokeFunction': {
      mark: 'sdk-source',
      async handle(body, { invocation }) {
        const { function_name: name, request_data: event } = body
        if (typeof name !== 'string') throw new CloudError('INVALID_PARAM', 'function_name is missing.')
        const from = invocation === undefined ? undefined : runner.invocation(invocation)?.caller
        // That the caller's openid is passed on is a guess; that the chain is told in SOURCE is official-doc.
        const caller = { ...from, trigger: undefined, source: `${from?.source ?? 'other'},scf` as const }
        const text = typeof event === 'string' && event !== '' ? event : '{}'
        const answer = await runner.invoke(name, text, caller)
        return { data: { response_data: answer.text } }
      },
    },
  }
}
