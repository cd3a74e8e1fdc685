import { refuse } from '../../domain/errors'

/** px: prints sharp at some 8 cm. */
const width = 860

interface OpenApi {
  wxacode: {
    getUnlimited(asked: { scene: string; page: string; width: number }): Promise<{ buffer: Buffer }>
  }
}

/** A 小程序码 that opens a page, by the one documented way. @returns the PNG in base64. @throws DomainError CODE_NOT_MADE */
export async function codeFor(page: string, scene: string): Promise<string> {
  const { default: cloud } = await import('wx-server-sdk')
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  const { wxacode } = cloud.openapi as unknown as OpenApi
  try {
    const { buffer } = await wxacode.getUnlimited({ scene, page, width })
    return buffer.toString('base64')
  } catch {
    return refuse('CODE_NOT_MADE')
  }
}
