import codes from './de/codes.json' with { type: 'json' }
import conversation from './de/conversation.json' with { type: 'json' }
import failures from './de/failures.json' with { type: 'json' }
import flags from './de/flags.json' with { type: 'json' }
import menu from './de/menu.json' with { type: 'json' }
import metrics from './de/metrics.json' with { type: 'json' }
import report from './de/report.json' with { type: 'json' }
import rows from './de/rows.json' with { type: 'json' }
import schedule from './de/schedule.json' with { type: 'json' }
import telling from './de/telling.json' with { type: 'json' }
import views from './de/views.json' with { type: 'json' }

export const de = {
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
