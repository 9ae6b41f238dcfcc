import type { SourceRecord } from '../../../shared/records.ts'
import { zone } from './berlin.ts'
import type { Category, Language } from './phrases/phrasebook.ts'

export type TeamId = 'orders' | 'returns' | 'sales'

/** One of the people who answer, and how they are. */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly team: TeamId
  /** Languages they are given conversations in; everyone reads English. */
  readonly speaks: readonly Language[]
  /** How long they let a customer wait, 1 being the good agents' usual. */
  readonly pace: number
  /** By how much the pace has grown at the end of the last four weeks, 1 for steady. */
  readonly slowing: number
  /** Mean of the ratings they get, 1 to 5. */
  readonly liked: number
  /** 0 works early in even weeks, 1 in odd ones. */
  readonly turn: 0 | 1
}

type Temper = Pick<Colleague, 'pace' | 'liked' | 'speaks' | 'turn'> & { readonly slowing?: number }

function colleague(id: string, name: string, team: TeamId, temper: Temper): Colleague {
  return { id, name, team, slowing: 1, ...temper }
}

export const colleagues: readonly [Colleague, ...Colleague[]] = [
  colleague('a1', 'Jonas Weber', 'orders', {
    pace: 7.5,
    slowing: 1.8,
    liked: 3.7,
    speaks: ['de', 'en'],
    turn: 0,
  }),
  colleague('a2', 'Priya Nair', 'orders', { pace: 1.1, liked: 4.3, speaks: ['en', 'de'], turn: 1 }),
  colleague('a3', 'Mateo Ruiz', 'orders', { pace: 1, liked: 4.4, speaks: ['es', 'en', 'de'], turn: 0 }),
  colleague('a4', '陳怡君', 'orders', { pace: 0.95, liked: 4.6, speaks: ['zh', 'en'], turn: 0 }),
  colleague('a5', 'Anna Keller', 'orders', { pace: 0.9, liked: 4.5, speaks: ['de', 'en', 'fr'], turn: 1 }),
  colleague('a6', 'Chloé Laurent', 'orders', { pace: 0.8, liked: 4.7, speaks: ['fr', 'en', 'de'], turn: 1 }),
  colleague('a7', 'Tomáš Novák', 'returns', { pace: 1.4, liked: 4.1, speaks: ['de', 'en'], turn: 0 }),
  colleague('a8', 'Hugo Moreau', 'returns', { pace: 1.2, liked: 4.3, speaks: ['fr', 'de', 'en'], turn: 1 }),
  colleague('a9', 'Lena Hoffmann', 'returns', { pace: 1.1, liked: 4.3, speaks: ['de', 'en'], turn: 1 }),
  colleague('a10', 'Sofía Ortega', 'returns', { pace: 1, liked: 4.5, speaks: ['es', 'de', 'en'], turn: 0 }),
  colleague('a11', 'Nadia Haddad', 'sales', { pace: 1.4, liked: 4.3, speaks: ['fr', 'en', 'de'], turn: 0 }),
  colleague('a12', 'Marco Bianchi', 'sales', {
    pace: 1.2,
    slowing: 1.6,
    liked: 4.3,
    speaks: ['es', 'en', 'de'],
    turn: 1,
  }),
  colleague('a13', 'Emma Clarke', 'sales', { pace: 1.2, liked: 4.5, speaks: ['en', 'de'], turn: 0 }),
  colleague('a14', '林志偉', 'sales', { pace: 1.1, liked: 4.6, speaks: ['zh', 'en'], turn: 1 }),
]

export const supervisor = { id: 'a15', name: 'Katrin Sommer' } as const
export const channelOf = (language: Language): string => (language === 'zh' ? 'c2' : 'c1')
export const taiwan = 'c2'

export const teamOf: Readonly<Record<Category, TeamId>> = {
  'Delivery status': 'orders',
  Payment: 'orders',
  'Returns and refunds': 'returns',
  Warranty: 'returns',
  'Product advice': 'sales',
  'Size and fit': 'sales',
}

const teamNames: Readonly<Record<TeamId, string>> = { orders: 'Orders', returns: 'Returns', sales: 'Sales' }

/** Opening hours in hours of Berlin's clock by weekday, Monday first. */
export const openingHours: readonly (readonly [open: number, close: number])[] = [
  [8, 20],
  [8, 20],
  [8, 20],
  [8, 20],
  [8, 20],
  [9, 18],
  [10, 20],
]

/** Nordlicht itself: what stands before anyone has written. */
export function companyRecords(): readonly SourceRecord[] {
  const known = { updatedAt: null }
  const teams = Object.keys(teamNames) as readonly TeamId[]
  return [
    { kind: 'workspace', id: 'nordlicht', ...known, name: 'Nordlicht Outdoor', timezone: zone },
    { kind: 'channel', id: 'c1', ...known, platform: 'whatsapp', name: 'Support DE', phone: '+493055570142' },
    { kind: 'channel', id: taiwan, ...known, platform: 'whatsapp', name: '台灣客服', phone: '+886255500164' },
    ...teams.map((id): SourceRecord => ({ kind: 'team', id, ...known, name: teamNames[id] })),
    ...colleagues.map((one): SourceRecord => person(one.id, one.name, [one.team], 'agent')),
    person(supervisor.id, supervisor.name, teams, 'supervisor'),
    workingHours(),
  ]
}

function person(id: string, name: string, teams: readonly string[], role: string): SourceRecord {
  const first = name.split(' ')[0] ?? name
  const mailbox = /^[\p{Script=Latin}]+$/u.test(first)
    ? first.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    : id
  return {
    kind: 'agent',
    id,
    updatedAt: null,
    name,
    email: `${mailbox}@nordlicht.example`,
    teams: [...teams],
    role,
    active: true,
  }
}

function workingHours(): SourceRecord {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
  const clock = (hours: number): string => `${String(hours).padStart(2, '0')}:00`
  const week = Object.fromEntries(
    days.map((day, index) => {
      const [open, close] = openingHours[index] ?? [8, 20]
      return [day, [[clock(open), clock(close)] as [string, string]]]
    }),
  )
  return { kind: 'working_hours', scope: {}, zone, week, exceptions: [] }
}
