import type { Answer } from '../../../typings/contract/envelope'
import type { Operations } from '../../../typings/contract/operations'

let made = 0

/** A member of staff at the functions' door. @throws Error with the code of a refusal */
export async function order<Op extends keyof Operations & string>(
  url: string,
  openid: string,
  name: Op,
  input: Operations[Op]['input'],
  version?: number,
): Promise<Operations[Op]['output']> {
  const [functionName, op] = name.split('.')
  made += 1
  const response = await fetch(`${url}/invoke/${functionName}?openid=${encodeURIComponent(openid)}`, {
    method: 'POST',
    body: JSON.stringify({
      op,
      commandId: `staff-order-${made}`,
      input,
      ...(version !== undefined && { version }),
    }),
  })
  const answer = (await response.json()) as Answer<Operations[Op]['output']>
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`)
  return answer.data
}
