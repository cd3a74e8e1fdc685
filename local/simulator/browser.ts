import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

/**
 * A headless Chromium. One already on the machine comes first (CHROME_PATH, then the PATH); otherwise, on Linux x64, the
 * one that came with `npm ci`; otherwise an installed Google Chrome. Neither has Chinese glyphs for sure: pages bring
 * their own font.
 * @throws Error when there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  const found = installedChromium()
  if (found !== undefined) return chromium.launch({ executablePath: found, args: flags })
  if (process.platform === 'linux' && process.arch === 'x64') return launchPacked()
  return chromium.launch({ channel: 'chrome' }).catch((error: unknown) => {
    throw new Error('No Chromium here: install one, or name it in CHROME_PATH.', { cause: error })
  })
}

/** Containers have a small /dev/shm and often no user namespaces. */
const flags = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none']

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function installedChromium(): string | undefined {
  const { CHROME_PATH, PATH = '' } = process.env
  if (CHROME_PATH) return CHROME_PATH
  const places = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return places.find((place) => statSync(place, { throwIfNoEntry: false })?.isFile())
}

async function launchPacked(): Promise<Browser> {
  const home = await unpacked()
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    // Its own single-process mode ends with the first page that closes, and its missing web security hides our faults.
    // Nothing here draws with WebGL, and a GPU played by the CPU cost half of what the browser's own process did.
    args: [...flags, '--no-zygote', '--in-process-gpu', '--disable-gpu'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: fontsOf(home),
    },
  })
}

/**
 * The package's own fonts.conf looks for its font below /tmp, where it was unpacked only by chance. Without any font at
 * all the browser's pages crash as soon as they wait for one of the web. The Chinese one lies beside it, so that no page
 * has to fetch and unpack it anew: that was a fifth of what opening a phone costs.
 */
function fontsOf(home: string): string {
  const file = join(home, 'fonts.conf')
  const places = [join(home, 'fonts'), dirname(require.resolve(`${chineseFont}/package.json`))]
  const inside = places.map((place) => `<dir>${place}</dir>`).join('')
  const cache = `<cachedir>${join(home, 'fonts-cache')}</cachedir>`
  writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig>${inside}${cache}</fontconfig>\n`)
  return file
}

/** What papers are printed in too. */
const chineseFont = '@expo-google-fonts/noto-sans-sc'

const require = createRequire(import.meta.url)

/** The folder of the unpacked browser, kept between runs. Unpacked aside and renamed, so that two runs can't collide. */
async function unpacked(): Promise<string> {
  const packed = dirname(dirname(dirname(require.resolve('@sparticuz/chromium'))))
  const { version } = require(join(packed, 'package.json')) as { version: string }
  const cache = join(dirname(dirname(packed)), '.cache')
  const home = join(cache, `chromium-${version}`)
  if (existsSync(home)) return home
  const aside = `${home}.${process.pid}`
  mkdirSync(aside, { recursive: true })
  // The package reads both variables when it is loaded and changes others, so it is loaded in a process of its own. The
  // second makes it unpack the libraries (libnss3, …) that a bare Debian lacks.
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: packed,
    env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  })
  try {
    renameSync(aside, home)
  } catch (error) {
    if (!existsSync(home)) throw error
    rmSync(aside, { recursive: true })
  }
  return home
}

const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
