import type { ReactNode } from 'react'
import type { MetricId } from '../../shared/metrics.ts'
import { useAsk } from '../api.ts'
import { useText } from '../ui/text.ts'
import { Answered } from './Answered.tsx'
import { BusyHoursCard } from './BusyHoursCard.tsx'
import { ChannelsCard } from './Channels.tsx'
import { ContactsCard } from './Contacts.tsx'
import { CountCard } from './CountCard.tsx'
import { Insights } from './Insights.tsx'
import { MessageFunnelCard } from './MessageFunnel.tsx'
import { MetricTiles } from './MetricTiles.tsx'
import type { Shown } from './shown.ts'
import { useSection } from './useSection.ts'
import { VolumeCard } from './VolumeChart.tsx'

const tiles = [
  'conversations_opened',
  'first_response_time',
  'resolution_time',
  'csat_score',
  'failure_rate',
  'flags_raised',
] as const satisfies readonly MetricId[]

const questions = {
  byDay: {
    by: ['day'],
    metrics: [...tiles, 'messages_sent', 'messages_delivered', 'messages_read', 'delivery_rate', 'read_rate'],
  },
  byOpener: { by: ['day', 'opened-by'], metrics: ['conversations_opened'] },
  byCategory: { by: ['category'], metrics: ['conversations_opened'] },
  byWeekHour: { by: ['weekday-hour'], metrics: ['messages_received'] },
  byWeek: { by: ['week'], metrics: ['contacts_new', 'contacts_returning'] },
  byChannel: { by: ['channel'], metrics: ['conversations_opened', 'failure_rate'] },
  byError: { by: ['error'], metrics: ['messages_failed'] },
} as const

/** What came in, how fast it was answered, what failed. */
export function ConversationsSection({ shown }: { readonly shown: Shown }): ReactNode {
  const text = useText('overview')
  const asked = useSection(questions, shown.scope, shown.previous)
  const flags = useAsk(
    'flags',
    [{ scope: shown.scope, state: 'open', rules: [], after: null, limit: 1 }],
    ['flags', 'numbers'],
  )
  return (
    <Answered asked={asked}>
      {({ now, before }) => (
        <>
          <MetricTiles
            metrics={tiles}
            shown={shown}
            now={now.byDay}
            before={before?.byDay ?? null}
            openFlags={flags.data?.open ?? null}
          />
          <Insights scope={shown.scope} />
          <div className="overview-grid">
            <VolumeCard
              shown={shown}
              byDay={now.byDay}
              byOpener={now.byOpener}
              before={before?.byDay ?? null}
            />
            <CountCard
              place="categories"
              title={text('categories.title')}
              shown={shown}
              metric="conversations_opened"
              dimension="category"
              now={now.byCategory}
              before={before?.byCategory ?? null}
              lines={8}
              none={text('categories.none')}
            />
            <BusyHoursCard shown={shown} byWeekHour={now.byWeekHour} />
            <div className="overview-stack" style={{ gridArea: 'messages' }}>
              <MessageFunnelCard shown={shown} figures={now.byDay.total.metrics} />
              <CountCard
                title={text('failed.title')}
                shown={shown}
                metric="messages_failed"
                dimension="error"
                now={now.byError}
                // The room is for the reasons; how they changed stands in the part about messages.
                before={null}
                lines={5}
                none={text('failed.none')}
              />
            </div>
            <div className="overview-stack" style={{ gridArea: 'contacts' }}>
              <ContactsCard shown={shown} byWeek={now.byWeek} />
              <ChannelsCard shown={shown} now={now.byChannel} before={before?.byChannel ?? null} />
            </div>
          </div>
        </>
      )}
    </Answered>
  )
}
