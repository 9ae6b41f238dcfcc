import codes from './zh-TW/codes.json' with { type: 'json' }
import conversation from './zh-TW/conversation.json' with { type: 'json' }
import failures from './zh-TW/failures.json' with { type: 'json' }
import flags from './zh-TW/flags.json' with { type: 'json' }
import menu from './zh-TW/menu.json' with { type: 'json' }
import metrics from './zh-TW/metrics.json' with { type: 'json' }
import report from './zh-TW/report.json' with { type: 'json' }
import rows from './zh-TW/rows.json' with { type: 'json' }
import schedule from './zh-TW/schedule.json' with { type: 'json' }
import telling from './zh-TW/telling.json' with { type: 'json' }
import views from './zh-TW/views.json' with { type: 'json' }

export const zhTW = {
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
