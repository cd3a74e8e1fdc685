/** Characters. The longest text kept on the ticket itself; the whole of a longer one lives in `texts`. */
export const inlineText = 2000
