/** cache.db, seventh version: a noticed assignment says when the source was last looked at and it was not so yet. */
export const cache0007 = `ALTER TABLE assignments ADD COLUMN not_before INTEGER;`
