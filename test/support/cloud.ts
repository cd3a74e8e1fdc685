import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { buildFunctions } from '../../local/build/functions'
import { type Cloud, type CloudOptions, startCloud } from '../../local/cloudbase/cloud'

/** A folder that is gone when the test is over. */
export function aFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'cloud-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** An emulator that is stopped when the test is over. */
export async function aCloud(options: CloudOptions): Promise<Cloud> {
  const cloud = await startCloud(options)
  onTestFinished(() => cloud.stop())
  return cloud
}

/** Bundles the functions of a source folder into a folder of its own. @returns that folder; remove it when done. */
export async function builtFunctions(source: string): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'functions-'))
  await buildFunctions({ source, out })
  return out
}

/** POSTs to the developer's door. */
export async function post(
  cloud: Cloud,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; json: Record<string, unknown> }> {
  const response = await fetch(`${cloud.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}
