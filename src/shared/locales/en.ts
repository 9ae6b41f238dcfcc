import codes from './en/codes.json' with { type: 'json' }
import conversation from './en/conversation.json' with { type: 'json' }
import failures from './en/failures.json' with { type: 'json' }
import flags from './en/flags.json' with { type: 'json' }
import menu from './en/menu.json' with { type: 'json' }
import metrics from './en/metrics.json' with { type: 'json' }
import report from './en/report.json' with { type: 'json' }
import rows from './en/rows.json' with { type: 'json' }
import schedule from './en/schedule.json' with { type: 'json' }
import telling from './en/telling.json' with { type: 'json' }
import views from './en/views.json' with { type: 'json' }

export const en = {
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
