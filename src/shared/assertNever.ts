/** Closes a tagged union: the compiler complains where a case is missing, and so does the program. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
