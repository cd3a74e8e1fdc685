/** The parts that local/build/charts.ts puts into echarts.js. */
export declare const init: typeof import('echarts/core').init
