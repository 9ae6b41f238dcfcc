/** Mail providers for everybody: an agent's address there says nothing about the company. */
const everybodys: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com aol.com proton.me ' +
    'protonmail.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de mail.com orange.fr free.fr sfr.fr laposte.net ' +
    'wanadoo.fr hotmail.fr hotmail.es yahoo.fr yahoo.es yahoo.de yahoo.com.tw hinet.net qq.com 163.com 126.com sina.com ' +
    'libero.it virgilio.it uol.com.br bol.com.br ziggo.nl kpnmail.nl rediffmail.com'
  ).split(' '),
)

/** Whether anybody can have a mailbox at the host: an address there is a person's. */
export function isEverybodys(host: string): boolean {
  return everybodys.has(host)
}
