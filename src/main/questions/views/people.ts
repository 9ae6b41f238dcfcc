/** Who is there: agents, teams, channels and contacts. */
import { channelNameOfRow, idOf, integer, personal, text, time, type View } from './view.ts'

export const agents: View = {
  name: 'agents',
  columns: [
    text('agent_id', idOf('agents', 'a')),
    text('agent', 'coalesce(a.name, a.rid)'),
    text('email', 'a.email'),
    text('role', 'a.role'),
    integer('active', 'coalesce(a.active, 1)'),
    text(
      'teams',
      `(SELECT group_concat(coalesce(t.name, t.rid), ', ' ORDER BY t.id) FROM json_each(a.teams) named
        JOIN cache.teams t ON t.source = a.source AND t.rid = named.value)`,
    ),
  ],
  from: 'cache.agents a',
}

export const teams: View = {
  name: 'teams',
  columns: [text('team_id', idOf('teams', 't')), text('team', 'coalesce(t.name, t.rid)')],
  from: 'cache.teams t',
}

export const channels: View = {
  name: 'channels',
  columns: [
    text('channel_id', idOf('channels', 'c')),
    text('channel', channelNameOfRow('c.id')),
    text('platform', 'c.platform'),
    text('phone', 'c.phone'),
  ],
  from: 'cache.channels c',
}

export const contacts: View = {
  name: 'contacts',
  columns: [
    integer('contact_number', 'p.id'),
    personal('contact_id', idOf('contacts', 'p')),
    personal('contact', 'coalesce(p.name, p.phone, p.rid)'),
    personal('phone', 'p.phone'),
    text('language', 'p.language'),
    text('segment', 'p.segment'),
    time('added_at', 'p.added_at'),
    text('added_by', 'p.added_by'),
    time('opted_in_at', 'p.opted_in_at'),
    time('opted_out_at', 'p.opted_out_at'),
    time('removed_at', 'coalesce(min(p.removed_at, p.deleted_at), p.removed_at, p.deleted_at)'),
  ],
  from: 'cache.contacts p',
}
