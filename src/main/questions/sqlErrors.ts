/** SQLite's code of an error that Node's SQLite raised; null for others. */
export function errorCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  return error.errcode
}
