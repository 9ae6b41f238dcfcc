import codes from './fr/codes.json' with { type: 'json' }
import conversation from './fr/conversation.json' with { type: 'json' }
import failures from './fr/failures.json' with { type: 'json' }
import flags from './fr/flags.json' with { type: 'json' }
import menu from './fr/menu.json' with { type: 'json' }
import metrics from './fr/metrics.json' with { type: 'json' }
import report from './fr/report.json' with { type: 'json' }
import rows from './fr/rows.json' with { type: 'json' }
import schedule from './fr/schedule.json' with { type: 'json' }
import telling from './fr/telling.json' with { type: 'json' }
import views from './fr/views.json' with { type: 'json' }

export const fr = {
  codes,
  conversation,
  failures,
  flags,
  menu,
  metrics,
  report,
  rows,
  schedule,
  telling,
  views,
}
