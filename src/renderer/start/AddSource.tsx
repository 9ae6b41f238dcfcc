import { type ReactNode, useState } from 'react'
import type { Failure, NewSource } from '../../shared/contract.ts'
import { answers, api, failureOf } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { FailureLine } from '../ui/failureText.tsx'
import { useText } from '../ui/text.ts'
import { CloudForm } from './CloudForm.tsx'
import { RecordsForm } from './RecordsForm.tsx'
import './AddSource.css'

export interface AddSourceProps {
  /** Offers the sample workspace too. */
  readonly sample?: boolean
  readonly onAdded: (kind: NewSource['kind']) => void
}

export interface SourceFormProps {
  readonly busy: boolean
  readonly onSubmit: (source: NewSource) => void
}

type Way = NewSource['kind']

/** The ways data comes in, each with what happens then. One is open at a time. */
export function AddSource({ sample, onAdded }: AddSourceProps) {
  const text = useText('start')
  const [way, setWay] = useState<Way | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  async function add(source: NewSource): Promise<void> {
    setBusy(true)
    setFailure(null)
    try {
      await api.addSource(source)
      onAdded(source.kind)
      await answers.invalidateQueries()
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setBusy(false)
    }
  }

  function open(next: Way): void {
    setFailure(null)
    setWay(next === way ? null : next)
  }

  const problem = failure !== null && (
    <p className="way-failure" role="alert">
      <FailureLine failure={failure} />
    </p>
  )
  const form = { busy, onSubmit: (source: NewSource) => void add(source) }
  return (
    <div className="ways">
      {sample === true && (
        <WayIn name={text('sample.name')} about={text('sample.about')} problem={way === null && problem}>
          <Button
            primary={way === null}
            disabled={busy}
            onClick={() => void add({ kind: 'sample', live: true })}
          >
            {text(busy && way === null ? 'working' : 'sample.open')}
          </Button>
        </WayIn>
      )}
      <WayIn
        name={text('cloud.name')}
        about={text('cloud.about')}
        form={way === 'whatsapp-cloud' && <CloudForm {...form} />}
        problem={way === 'whatsapp-cloud' && problem}
      >
        <Button aria-expanded={way === 'whatsapp-cloud'} onClick={() => open('whatsapp-cloud')}>
          {text('cloud.open')}
        </Button>
      </WayIn>
      <WayIn
        name={text('records.name')}
        about={text('records.about')}
        form={way === 'records' && <RecordsForm {...form} />}
        problem={way === 'records' && problem}
      >
        <Button aria-expanded={way === 'records'} onClick={() => open('records')}>
          {text('records.open')}
        </Button>
      </WayIn>
    </div>
  )
}

interface WayInProps {
  readonly name: string
  readonly about: string
  readonly children: ReactNode
  readonly form?: ReactNode
  readonly problem?: ReactNode
}

function WayIn({ name, about, children, form, problem }: WayInProps) {
  return (
    <section className="way">
      <div className="way-head">
        <div>
          <h2>{name}</h2>
          <p>{about}</p>
        </div>
        {children}
      </div>
      {form}
      {problem}
    </section>
  )
}
