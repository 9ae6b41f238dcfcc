import { useState } from 'react'
import { useSyncHealth } from '../frame/SyncState.tsx'
import { AddSource } from '../start/AddSource.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { IconPlus, IconRefresh } from '../ui/icons.ts'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { syncNow } from './sourceActions.ts'
import { Section } from './Section.tsx'
import { SourceCard } from './SourceCard.tsx'

/** Where the data comes from and how far each source is. */
export function Sources() {
  const text = useText('settings')
  const format = useFormat()
  const { data, failure, again } = useSyncHealth()
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title={text('sources.title')}
      about={
        <>
          {text('sources.about')}
          {data !== undefined && (
            <span className="storage">
              {text('sources.storage', {
                messages: format.count(data.storage.messages),
                conversations: format.count(data.storage.conversations),
                bytes: format.bytes(data.storage.cacheBytes + data.storage.walBytes),
              })}
            </span>
          )}
        </>
      }
    >
      {data === undefined ? (
        failure === null ? (
          <Loading />
        ) : (
          <Failed failure={failure} again={again} />
        )
      ) : (
        <>
          {data.sources.length === 0 && <Empty why={text('sources.none')} todo={text('sources.noneTodo')} />}
          {data.sources.map((source) => (
            <SourceCard key={source.id} source={source} />
          ))}
          <div className="source-buttons">
            <Button icon={<IconPlus />} onClick={() => setAdding(true)}>
              {text('sources.add')}
            </Button>
            {data.sources.length > 0 && (
              <Button quiet icon={<IconRefresh />} onClick={() => void syncNow(null)}>
                {text('sources.now')}
              </Button>
            )}
          </div>
          {data.notices.length > 0 && (
            <ul className="sync-notices" aria-label={text('sources.notices')}>
              {data.notices.map((notice) => (
                <li key={`${notice.at} ${notice.kind} ${notice.text}`} data-severity={notice.severity}>
                  <time dateTime={new Date(notice.at).toISOString()}>{format.dateTime(notice.at)}</time>
                  <span dir="auto">{notice.text}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={text('sources.add')}>
        <AddSource onAdded={() => setAdding(false)} />
      </Dialog>
    </Section>
  )
}
