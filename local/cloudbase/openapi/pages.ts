import { existsSync, readFileSync } from 'node:fs'

interface AppJson {
  pages?: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
}

/** The pages of a mini-program, read anew at each question, as a developer adds them. */
export class Pages {
  /** @param appJson its app.json; without one every page is taken for good. */
  constructor(private readonly appJson?: string) {}

  /** @param page a path with or without query; empty is the message that leads nowhere. */
  has(page: string): boolean {
    if (page === '' || this.appJson === undefined || !existsSync(this.appJson)) return true
    const app = JSON.parse(readFileSync(this.appJson, 'utf8')) as AppJson
    const packages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])]
    const inPackages = packages.flatMap(({ root, pages }) =>
      pages.map((path) => `${root.replace(/\/$/, '')}/${path}`),
    )
    return [...(app.pages ?? []), ...inPackages].includes(page.replace(/^\//, '').split('?')[0] as string)
  }
}
