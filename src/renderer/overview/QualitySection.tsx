import type { ReactNode } from 'react'
import type { MetricId } from '../../shared/metrics.ts'
import { useText } from '../ui/text.ts'
import { FigureCard } from './FigureCard.tsx'
import { casesOf } from './figures.ts'
import { QualityCourse } from './QualityCourse.tsx'
import { SectionPage } from './SectionPage.tsx'
import type { Shown } from './shown.ts'

const tiles = [
  'csat_score',
  'nps',
  'first_contact_resolution',
  'repeat_contacts',
  'sentiment_negative',
  'negative_resolved_in_target',
] as const satisfies readonly MetricId[]

const questions = {
  byDay: { by: ['day'], metrics: [...tiles, 'csat_response_rate', 'csat_average'] },
  byWeek: { by: ['week'], metrics: ['csat_score', 'first_contact_resolution'] },
  byLanguage: { by: ['language'], metrics: ['sentiment_negative', 'negative_resolved_in_target'] },
  byCategory: {
    by: ['category'],
    metrics: ['csat_score', 'first_contact_resolution', 'repeat_contacts', 'sentiment_negative'],
  },
  byTeam: {
    by: ['team'],
    metrics: ['csat_score', 'csat_average', 'csat_response_rate', 'nps', 'first_contact_resolution'],
  },
} as const

/** How good it was: what contacts said, whether once was enough, how they felt. */
export function QualitySection({ shown }: { readonly shown: Shown }): ReactNode {
  const text = useText('overview')
  return (
    <SectionPage
      section="quality"
      shown={shown}
      questions={questions}
      tiles={tiles}
      isEmpty={(totals) => tiles.every((metric) => (casesOf(totals[metric]) ?? 0) === 0)}
    >
      {({ now, before }) => ({
        main: (
          <>
            <QualityCourse shown={shown} byWeek={now.byWeek} />
            <FigureCard
              title={text('qualityByCategory.title')}
              shown={shown}
              dimension="category"
              metrics={questions.byCategory.metrics}
              now={now.byCategory}
              before={before?.byCategory ?? null}
              none={text('categories.none')}
            />
            <FigureCard
              title={text('qualityByTeam.title')}
              shown={shown}
              dimension="team"
              metrics={questions.byTeam.metrics}
              now={now.byTeam}
              before={before?.byTeam ?? null}
              none={text('qualityByTeam.none')}
            />
          </>
        ),
        side: (
          <FigureCard
            title={text('moods.title')}
            subtitle={text('moods.subtitle')}
            shown={shown}
            dimension="language"
            metrics={questions.byLanguage.metrics}
            now={now.byLanguage}
            before={before?.byLanguage ?? null}
            none={text('moods.none')}
          />
        ),
      })}
    </SectionPage>
  )
}
