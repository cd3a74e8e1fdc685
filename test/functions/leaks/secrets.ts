/** Something that must not get out, and from whom it may be heard all the same. */
export interface Secret {
  what: string
  text: string
  /** The centre calls a confidential caller back, so it may read who they are, on the ticket's own page. */
  centreMayRead?: boolean
  /** Openids of who works on it: they treat its caller accordingly, on the same page. */
  handlersMayRead?: readonly string[]
  /** A run of letters and digits by itself, found by looking it up: there are hundreds of them. */
  isToken?: true
}

export interface Heard {
  /** Who heard it: the openid of the stage, never shown. */
  by: string
  where: string
  said: string
}

/** What was heard that should not have been, as sentences. */
export function leaksIn(heard: readonly Heard[], secrets: readonly Secret[]): string[] {
  return heard.flatMap(({ by, where, said }) => {
    const tokens = new Set(said.match(/[\w-]{8,}/g))
    return secrets
      .filter(({ text, isToken }) => (isToken ? tokens.has(text) : said.includes(text)))
      .filter((secret) => !(mayRead(secret, by) && showsTicket(where)))
      .map(({ what }) => `${where} told ${by}: ${what}`)
  })
}

const mayRead = ({ centreMayRead, handlersMayRead = [] }: Secret, by: string): boolean =>
  (centreMayRead === true && isCentre(by)) || handlersMayRead.includes(by)

const isCentre = (openid: string) => /^(?:dispatcher|supervisor)-/.test(openid)

/** The ticket's page, and the same ticket sent along with VERSION_CONFLICT. */
const showsTicket = (where: string) => where === 'tickets.get' || where.endsWith(' refused')

/** Every string of an answer that is long enough to name somebody. */
export function stringsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string' && value.length >= 6) found.add(value)
  else if (Array.isArray(value)) for (const one of value) stringsOf(one, found)
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) stringsOf(one, found)
  return found
}
