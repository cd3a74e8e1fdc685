/** The one environment that the emulator is. */
export const ENV_ID = 'local-env'
