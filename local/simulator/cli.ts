import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { describe } from './compiler/problems'
import { serveMiniProgram } from './server'

/** `npm run simulate -- --project DIR [--port N] [--cloud URL]` */
const { values } = parseArgs({
  options: {
    project: { type: 'string', default: '.' },
    port: { type: 'string', default: '0' },
    cloud: { type: 'string' },
    'no-watch': { type: 'boolean', default: false },
  },
})

const phone = serveMiniProgram({
  projectDir: resolve(values.project),
  watch: !values['no-watch'],
  ...(values.cloud ? { cloudUrl: values.cloud } : {}),
  compiled({ milliseconds, bytes, problems }) {
    console.log(`编译用了 ${Math.round(milliseconds)} 毫秒，${Math.round(bytes / 1024)} KB`)
    for (const problem of problems) console.log(describe(problem))
  },
})
const server = createServer((request, response) => {
  void phone.handle(request, response).then((known) => {
    if (!known) response.writeHead(404).end()
  })
})
server.listen(Number(values.port), '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : values.port
  console.log(`手机在 http://127.0.0.1:${port}/phone.html?frame=device`)
})
void phone.bundle()
