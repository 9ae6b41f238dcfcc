import codes from './es/codes.json' with { type: 'json' }
import conversation from './es/conversation.json' with { type: 'json' }
import failures from './es/failures.json' with { type: 'json' }
import flags from './es/flags.json' with { type: 'json' }
import menu from './es/menu.json' with { type: 'json' }
import metrics from './es/metrics.json' with { type: 'json' }
import report from './es/report.json' with { type: 'json' }
import rows from './es/rows.json' with { type: 'json' }
import schedule from './es/schedule.json' with { type: 'json' }
import telling from './es/telling.json' with { type: 'json' }
import views from './es/views.json' with { type: 'json' }

export const es = {
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
