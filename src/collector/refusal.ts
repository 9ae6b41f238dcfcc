/** A collector that cannot start as it was asked to. The message says what is wrong, the hint what to do. */
export class CollectorRefusal extends Error {
  override readonly name = 'CollectorRefusal'
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}
