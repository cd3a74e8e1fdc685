/** A file made to be printed or handed on; opened on the phone after its download. */
export interface PaperFile {
  /** In cloud storage. */
  fileId: string
  bytes: number
}

export interface TicketPaperInput {
  ticketId: string
  receiptCode?: string
  /** With name and telephone of the caller, where the reader may see them; left out otherwise. */
  withCaller?: boolean
}
