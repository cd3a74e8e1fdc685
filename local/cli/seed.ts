import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { forgetStage, seedData } from '../stage'

/** `npm run seed -- --data DIR [--reset]`: puts the sample district into a stage's data, once. */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.stage/cloud' },
    reset: { type: 'boolean', default: false },
  },
})

const dataDir = resolve(values.data)
if (values.reset) forgetStage(dataDir)
const counts = await seedData(dataDir)
console.log(
  Object.keys(counts).length > 0
    ? `Seeded ${dataDir}: ${JSON.stringify(counts)}`
    : `${dataDir} has its district already; --reset forgets it and everything else there.`,
)
