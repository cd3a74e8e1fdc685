import { buildCharts } from './build/charts'
import { buildFunctions } from './build/functions'

/** `npm run build`: what is uploaded to the cloud, and the phone's chart library. */
const startedAt = performance.now()
const functions = { source: 'cloudfunctions', out: 'dist/cloudfunctions' }
const [names] = await Promise.all([buildFunctions(functions), buildCharts()])
console.log(`Built ${names.join(', ') || 'no function'} in ${Math.round(performance.now() - startedAt)} ms.`)
