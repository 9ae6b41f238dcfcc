import { rawSql, type ReadableDb } from '../../store/database.ts'

/** Where anybody can have a mailbox: an agent's address there says nothing about the company. */
const everybodys: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com aol.com proton.me ' +
    'protonmail.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de mail.com orange.fr free.fr sfr.fr laposte.net ' +
    'wanadoo.fr hotmail.fr hotmail.es yahoo.fr yahoo.es yahoo.de yahoo.com.tw hinet.net qq.com 163.com 126.com sina.com ' +
    'libero.it virgilio.it uol.com.br bol.com.br ziggo.nl kpnmail.nl rediffmail.com'
  ).split(' '),
)

/** Hosts of the agents' mailboxes that are the company's. */
export function ownHosts(cache: ReadableDb): readonly string[] {
  const hosts = rawSql<[string]>(cache, 'SELECT email FROM agents WHERE email IS NOT NULL')
    .all()
    .map(([email]) => email.slice(email.lastIndexOf('@') + 1).toLowerCase())
  return [...new Set(hosts)].filter((host) => host !== '' && !everybodys.has(host))
}
