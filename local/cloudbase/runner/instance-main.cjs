'use strict'
/*
 * What runs in an instance's process: loads the bundle once, then answers one invocation after another. The
 * environment of each is set before it, because the SDK reads process.env when called.
 */
const clock = require('../clock/preload.cjs')

let invocation = null

for (const stream of [process.stdout, process.stderr]) {
  const level = stream === process.stderr ? 'error' : 'info'
  stream.write = (chunk, encoding, done) => {
    send({
      type: 'log',
      invocation,
      level,
      text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'),
    })
    const callback = typeof encoding === 'function' ? encoding : done
    if (callback) process.nextTick(callback)
    return true
  }
}

function send(message) {
  if (process.connected) process.send(message)
}

function describe(error) {
  if (error instanceof Error) return { message: error.message, stack: error.stack, code: error.code }
  return { message: typeof error === 'string' ? error : JSON.stringify(error) }
}

function setEnvironment(variables) {
  for (const [key, value] of Object.entries(variables)) {
    if (value === null) delete process.env[key]
    else process.env[key] = value
  }
}

async function invoke(main, message) {
  invocation = message.invocation
  clock.follow(message.clock)
  setEnvironment(message.environment)
  const context = { ...message.context, callbackWaitsForEmptyEventLoop: false }
  try {
    const result = await main(JSON.parse(message.event), context)
    send({ type: 'result', invocation: message.invocation, text: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    send({ type: 'failure', invocation: message.invocation, error: describe(error) })
  }
}

let main
try {
  main = require(process.argv[2]).main
  if (typeof main !== 'function') throw new Error('exports.main is not a function')
  send({ type: 'ready' })
} catch (error) {
  send({ type: 'unloadable', error: describe(error) })
}

process.on('message', (message) => {
  if (message.type === 'clock') clock.follow(message.clock)
  else void invoke(main, message)
})

process.on('uncaughtException', (error) => {
  // As on the platform, the instance is lost; the last words must be out before the process is.
  if (!process.connected) process.exit(1)
  process.send({ type: 'crash', invocation, error: describe(error) }, () => process.exit(1))
})

// The emulator was killed: nobody will ask again.
process.on('disconnect', () => process.exit(0))
