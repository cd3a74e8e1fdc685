/** Who does it and why, for whoever called; the catalogue's number and basis are for the staff, who read them on the lead. */
export function plainDispatch(department: string, service: string | undefined, isGuessed = false): string {
  if (service === undefined) return `由${department}负责办。`
  const found = isGuessed ? '看您说的，这是' : ''
  return `${found}“${service}”这类事，由${department}负责办。`
}
