import type { init as initOf } from 'echarts/core'

/** The parts that local/build/charts.ts puts into echarts.js. */
export declare const init: typeof initOf
