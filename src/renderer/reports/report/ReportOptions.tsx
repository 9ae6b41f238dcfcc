import { type ReactNode, useId } from 'react'
import { languages } from '../../../shared/contract.ts'
import { languageNames } from '../../../shared/languages.ts'
import { orientations, paperSizes, type ReportTemplate } from '../../../shared/reporting.ts'
import { useNow, useScope, useSelection } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { Menu } from '../../ui/Menu.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useLanguage, useText } from '../../ui/text.ts'
import { betterPeriod, boundsOf, chosenPeriodOf, type FinishedPeriod, finishedPeriods } from './periods.ts'
import { useReportChoice } from './reportChoice.ts'

/** What of a report is chosen for this one and not for its template. */
export function ReportOptions({ template }: { readonly template: ReportTemplate }): ReactNode {
  const text = useText('reports')
  const spoken = useLanguage()
  const { language, hideNames, paper, choose } = useReportChoice()
  const id = useId()
  const { size, orientation } = paper ?? template.paper
  return (
    <>
      <h2>{text('options.title')}</h2>
      <PeriodOption template={template.id} />
      <div className="option">
        <label htmlFor={`${id}-language`}>{text('options.language')}</label>
        <select
          id={`${id}-language`}
          className="field"
          value={language ?? spoken}
          onChange={(event) =>
            choose({ language: languages.find((one) => one === event.target.value) ?? null })
          }
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {languageNames[one]}
            </option>
          ))}
        </select>
      </div>
      <div className="option">
        <label htmlFor={`${id}-paper`}>{text('options.paper')}</label>
        <select
          id={`${id}-paper`}
          className="field"
          value={`${size} ${orientation}`}
          onChange={(event) => {
            const [wanted, turned] = event.target.value.split(' ')
            choose({
              paper: {
                size: paperSizes.find((one) => one === wanted) ?? size,
                orientation: orientations.find((one) => one === turned) ?? orientation,
              },
            })
          }}
        >
          {paperSizes.flatMap((one) =>
            orientations.map((turned) => (
              <option key={`${one} ${turned}`} value={`${one} ${turned}`}>
                {text(`options.${turned}`, { paper: one })}
              </option>
            )),
          )}
        </select>
      </div>
      <div className="option">
        <label htmlFor={`${id}-names`}>{text('options.hideNames')}</label>
        <Switch
          id={`${id}-names`}
          on={hideNames}
          onChange={(on) => choose({ hideNames: on })}
          aria-describedby={`${id}-names-hint`}
        />
      </div>
      <p id={`${id}-names-hint`} className="option-hint">
        {text(hideNames ? 'options.namesHidden' : 'options.namesShown')}
      </p>
    </>
  )
}

/** The bar's period in words, and the way to one that is over. */
function PeriodOption({ template }: { readonly template: string }): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  const scope = useScope()
  const now = useNow()
  const choose = useSelection((selection) => selection.choose)
  const take = (period: FinishedPeriod) => choose({ period: chosenPeriodOf(period, now, scope.zone) })
  const better = betterPeriod(template, scope, now)
  return (
    <>
      <div className="option">
        <span>{text('options.period')}</span>
        <Menu
          set
          align="end"
          label={format.period(scope.from, scope.to)}
          title={text('options.period')}
          items={finishedPeriods.map((period) => {
            const { from, to } = boundsOf(period, now, scope.zone)
            return {
              id: period,
              label: text(`period.${period}`),
              hint: format.period(from, to),
              checked: from === scope.from && to === scope.to,
              onPick: () => take(period),
            }
          })}
        />
      </div>
      {better !== null && (
        <div className="option-notice">
          <p>
            {better.why === 'unfinished'
              ? text('options.unfinished')
              : text('options.length', { usual: text(`period.usual.${better.take}`) })}
          </p>
          <Button onClick={() => take(better.take)}>{text(`period.take.${better.take}`)}</Button>
        </div>
      )}
    </>
  )
}
