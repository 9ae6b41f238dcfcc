import { Component, type ReactNode } from 'react'
import { failureOf } from '../api.ts'
import { Failed } from './states.tsx'

interface BoundaryProps {
  readonly children: ReactNode
}

/** A view that breaks is replaced by what happened and a button; the rest of the page lives on. */
export class Boundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override readonly state: { readonly error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <div className="page">
        <Failed failure={failureOf(error)} again={() => this.setState({ error: null })} />
      </div>
    )
  }
}
