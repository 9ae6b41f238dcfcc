import type { Command } from 'commander'

/** The options every command has: which workspace, and whether a program reads the answer. */
export function addCommonOptions(command: Command): Command {
  return command
    .option('--workspace <DIR>', 'the folder with both databases (default: the app’s own data folder)')
    .option('--json', 'one JSON document on standard output')
}

/** The same filters as the bar above every screen. */
export function addScopeOptions(command: Command): Command {
  return addCommonOptions(command)
    .option('--from <DATE>', 'inclusive; a bare date is midnight in --zone')
    .option('--to <DATE>', 'exclusive')
    .option('--zone <ZONE>', 'IANA name (default: the workspace’s)')
    .option('--agent <IDS>')
    .option('--team <IDS>')
    .option('--channel <IDS>')
    .option('--category <NAMES>')
    .option('--author <TYPES>', 'who wrote: agent, bot, automation, campaign, app, contact')
    .option('--opened-by <TYPES>', 'who opened: contact, agent, bot, automation, campaign, api')
    .option('--hours <HOURS>', 'calendar, or business: durations within working hours', 'calendar')
}
