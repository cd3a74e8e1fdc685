import { buildFunctions } from './build/functions'

/** `npm run build`: what is uploaded to the cloud. */
const startedAt = performance.now()
const names = await buildFunctions({ source: 'cloudfunctions', out: 'dist/cloudfunctions' })
console.log(`Built ${names.join(', ') || 'no function'} in ${Math.round(performance.now() - startedAt)} ms.`)
