'use strict'
/*
 * Loaded into every function's process with --require: `Date` tells the emulator's time (reading.ts has the same
 * arithmetic). Timers, performance.now and process.hrtime stay real, and so do time limits.
 */
const RealDate = globalThis.Date
const realNow = RealDate.now.bind(RealDate)

let reading = JSON.parse(process.env.EMULATOR_CLOCK)
delete process.env.EMULATOR_CLOCK

function now() {
  const at = Math.floor(reading.emulated + (realNow() - reading.real) * reading.rate)
  return reading.holdAt === undefined ? at : Math.min(at, reading.holdAt)
}

const EmulatedDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new EmulatedDate().toString(),
})

RealDate.now = now
RealDate.prototype.constructor = EmulatedDate
globalThis.Date = EmulatedDate

exports.follow = (next) => {
  reading = next
}
