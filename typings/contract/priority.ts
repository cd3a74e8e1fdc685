/** S32: 老年人、残疾人、未成年人、低保、优抚. Said by the caller, who may take it back; it shortens first steps and says how to contact. */
export type PriorityGroup = 'old' | 'disabled' | 'minor' | 'subsistence' | 'entitled'
