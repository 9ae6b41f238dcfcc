import type { ReactNode } from 'react'
import { useNowScope } from '../useNowAnswer.ts'
import { AutomationList } from './AutomationList.tsx'
import { ForecastCard } from './ForecastCard.tsx'
import { StaffingCard } from './StaffingCard.tsx'
import { WhatIfCard } from './WhatIfCard.tsx'
import './planning.css'

/** What to plan for: what is still to come, how many agents it takes, and what other shifts would have made of it. */
export function Planning(): ReactNode {
  const scope = useNowScope('bar')
  return (
    <div className="planning">
      <ForecastCard scope={scope} />
      <StaffingCard scope={scope} />
      <WhatIfCard scope={scope} />
      <AutomationList scope={scope} />
    </div>
  )
}
