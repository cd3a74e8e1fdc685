import { writeFileSync } from 'node:fs'
import * as esbuild from 'esbuild'

/** Where the phone finds it: in the subpackage of its only user, so that the main package stays small. */
export const chartLibrary = 'miniprogram/oversight/chart/echarts.js'

/** Only the parts that are drawn; everything else of the library stays out of the phone. */
const parts = `
import { init, use } from 'echarts/core'
import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { CanvasRenderer } from 'echarts/renderers'
use([BarChart, LineChart, ScatterChart, GridSimpleComponent, CanvasRenderer])
export { init }
`

const head = `// Made by npm run build (local/build/charts.ts) from Apache ECharts, Apache-2.0: https://echarts.apache.org`

/** The chart library as one script of the phone: WeChat's own npm build would bring the whole of it. */
export async function bundleCharts(): Promise<string> {
  const built = await esbuild.build({
    stdin: { contents: parts, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'cjs',
    platform: 'browser',
    target: 'es2018',
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return `${head}\n${built.outputFiles[0]?.text ?? ''}`
}

export async function buildCharts(): Promise<void> {
  writeFileSync(chartLibrary, await bundleCharts())
}
