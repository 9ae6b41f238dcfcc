/** Fields a key leads to: one of each is on the screen at a time. */
export const noteField = 'audit-note'
export const tagField = 'audit-tag'
