import { minuteOfDay, type Day } from '../promises.ts'
import type { SignalLexiconSource } from './lexicon.ts'

const numbers: Readonly<Record<string, number>> = {
  ein: 1,
  eine: 1,
  einer: 1,
  einem: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fuenf: 5,
  sechs: 6,
  zehn: 10,
  zwanzig: 20,
  dreissig: 30,
}
const count = String.raw`(\d{1,3}|${Object.keys(numbers).join('|')})`
const weekdays = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag']
const weekday = (name: string, index: number): readonly [RegExp, Day] => [
  new RegExp(
    String.raw` (?:am|bis|bis zum|kommenden|naechsten|diesen|ab) ${name}(?:abend|nachmittag|vormittag)? `,
  ),
  { kind: 'weekday', weekday: index },
]

export const german: SignalLexiconSource = {
  language: 'de',
  lists: {
    PERSON:
      'mensch|menschen|mitarbeiter|mitarbeiterin|person|berater|beraterin|kollegen|kollegin|agenten|kundenberater|sachbearbeiter|ansprechpartner|jemand|jemandem|jemanden|kundenservice|kundendienst',
    KIND: 'echten|echte|echter|richtigen|richtige|richtiger|menschlichen|anderen|lebenden|realen',
    BOSS: 'chef|chefin|vorgesetzten|vorgesetzte|vorgesetzter|teamleiter|teamleiterin|leiter|leitung|geschaeftsfuehrer|geschaeftsfuehrerin|geschaeftsfuehrung|filialleiter|filialleiterin|manager|abteilungsleiter|geschaeftsleitung|verantwortlichen',
    TALK: 'sprechen|reden|telefonieren|schreiben|chatten|verbunden_werden',
    ACT: 'melden|anrufen|zurueckrufen|schreiben|informieren|klaeren|pruefen|antworten|kontaktieren|rueckmelden|bescheid_geben',
    DO: 'melde|rufe|schreibe|pruefe|klaere|informiere|antworte|kontaktiere',
    DOALL: 'melden|rufen|schreiben|pruefen|klaeren|informieren|antworten|kontaktieren',
    THING:
      'rechnung|link|foto|fotos|bild|mail|unterlagen|infos|informationen|bestaetigung|angebot|dokument|dokumente|etikett|label|kopie|beleg|nachricht|sendungsnummer|liste',
    SEND: 'schicke|sende|schicken|senden|maile',
  },
  asksPerson: `
    kann|koennte|darf ich|wir|man bitte|mal|auch|nun|jetzt? mit|mal_mit ..1 $KIND? $PERSON ..3 $TALK
    ich|wir moechte|moechten|will|wollen|wuerde|wuerden|muss ..3 mit ..1 $KIND? $PERSON ..3 $TALK
    moechte|will|wuerde ich|gerne|gern|jetzt|lieber ..2 mit ..1 $KIND? $PERSON ..3 $TALK
    ^bitte? mit einem|einer $KIND? $PERSON $TALK
    verbinden|verbinde|verbindet|stellen|stell sie|du? mich ..2 mit|zu ..2 $PERSON
    weiterleiten|durchstellen an|zu einen|einem $KIND? $PERSON
    ich brauche|will|moechte|verlange|haette ..1 einen|eine|ein|nen $KIND $PERSON
    ich brauche|will|moechte|verlange|haette ..1 einen|eine|ein menschen|mitarbeiter|mitarbeiterin|berater|ansprechpartner
    ^einen|ein|eine? $KIND? mensch|menschen|mitarbeiter|berater|kundenberater|kundenservice bitte$
    ^mitarbeiter|mensch|berater|kundenberater|echter_mensch$
    gibt es ..2 einen|ein|eine|auch? $KIND menschen|mitarbeiter|person
    ist da|hier ..1 ein $KIND mensch|mitarbeiter
    kann mir|uns ..1 ein $KIND mensch|mitarbeiter
    ich|wir moechte|will nicht mit ..1 bot|roboter|computer|maschine|ki $TALK
  `,
  asksManager: `
    kann|koennte|darf ich|wir|man bitte|mal|auch|nun|jetzt? mit|mal_mit ..2 $BOSS ..3 $TALK
    ich|wir moechte|moechten|will|wollen|wuerde|wuerden|muss ..3 mit ..2 $BOSS ..3 $TALK
    moechte|will|wuerde ich|gerne|gern|jetzt|sofort ..2 mit ..2 $BOSS ..3 $TALK
    ich|wir moechte|moechten|will|wollen ..1 ihren|deinen|euren|den|einen $BOSS sprechen
    ich verlange|fordere ..2 $BOSS
    ich moechte|will jetzt|sofort|bitte? einen|den|ihren|eine|die|ihre $BOSS $
    verbinden|verbinde|stellen sie|du? mich ..2 mit|zu ..2 $BOSS
    holen|geben|rufen sie mir|mal|bitte? ..1 ihren|den|einen|ihre|die $BOSS
    ^ihren|den|einen? $BOSS bitte$
    wo ist ihr|der|dein|euer $BOSS
    wer ist ihr|dein|euer $BOSS
    eskalieren sie das|dies|den|meinen
  `,
  asksNobody: `
    nicht|kein|keine|keinen|keinem|keiner|nie|ohne ..3 $PERSON|$BOSS
    habe|hatte|hab ..4 $PERSON|$BOSS ..3 gesprochen|geredet|telefoniert|geschrieben
    wenn|falls|ob|statt|anstatt|warum
    musste|sollte
    brauche ich|man|wir
  `,
  abuse: `
    fick|fickt dich|euch|sie
    verpiss|verpisst dich|euch
    leck|leckt|lecken mich|sie_mich am arsch
    halt|halts|haltet die|deine|eure|das? fresse|maul|klappe
    du|ihr|sie seid|sind|bist? ..1 ein|eine|alle|doch|solche|so_ein|verdammter|dummer|dumme|bloede? idiot|idioten|arschloch|arschloecher|wichser|hurensohn|hurensoehne|schlampe|depp|deppen|vollidiot|vollidioten|penner|missgeburt|drecksau|abschaum|spast|spasti|bastard|drecksack|dreckskerl
    verdammte|bloede|dumme|scheiss|dummer|bloeder idioten|idiot|arschloecher|arschloch|wichser|kuh|sau|schlampe
    hurensohn|hurensoehne|arschloch|arschloecher|wichser|missgeburt|missgeburten|vollidiot|vollidioten|drecksau|dreckspack|dreckschwein
    ich bringe|bring|mache|mach|schlage dich|euch|sie um|fertig|kalt|tot|zusammen
    ich werde|wuerde dich|euch|sie umbringen|fertigmachen|verpruegeln|toeten|abstechen|schlagen
    verrecke|verreckt|krepier|krepiert
    geh|geht sterben
  `,
  noAbuse: `
    ich bin|war|komme|fuehle
    kein|keine nicht? idiot|idioten
  `,
  promises: `
    ich|wir werde|werden ..7 $ACT
    werde|werden ich|wir ..7 $ACT
    ich $DO mich|sie|ihnen|dich|dir|euch|das|es|dann|den|die|ihren|deinen|ihre|deine
    wir $DOALL uns|sie|ihnen|dich|dir|euch|das|es|dann|den|die|ihren|deinen|ihre|deine
    $DO ich mich|sie|ihnen|dich|dir|euch|das|es|den|die
    $DOALL wir uns|sie|ihnen|dich|dir|euch|das|es|den|die
    ^melde mich
    ich|wir $SEND ..5 $THING
    $SEND ich|wir ..5 $THING
    ich|wir werde|werden ..4 $THING ..3 schicken|senden|zusenden|zuschicken
    ich|wir gebe|geben ..4 bescheid|rueckmeldung|antwort
    sie|du bekommen|erhalten|hoeren|bekommst|erhaeltst|hoerst ..5 von mir|uns
    von mir|uns hoeren|bekommen|erhalten sie
    sie|du bekommen|erhalten|bekommst|erhaeltst ..5 antwort|rueckmeldung|rueckruf|nachricht|bescheid
    mein|meine|unser|unsere|der|die|ein|eine kollege|kollegin|team|techniker|techniker|fachabteilung|chef meldet|ruft|schreibt|kontaktiert|wird sich|sie|dich|ihnen|dir
    wird sich|sie|dich ..5 melden|anrufen|kontaktieren
  `,
  promisesNothing: `
    nicht|kein|keine|keinen|keiner|nie|koennte|koennten|wuerde|wuerden|wenn|falls|ob|vielleicht|versuche|versuchen|eventuell|hoffe|hoffentlich|moeglicherweise|evtl|sollte|moechten|moechtest|soll|sollen
    gemeldet|angerufen|geschickt|geschrieben|gesendet
  `,
  times: {
    offsets: [
      [/ innerhalb (?:von |der naechsten )?(?:einer |naechsten )?stunde /, () => 60],
      [/ in (?:einer |ner )halben stunde /, () => 30],
      [/ in anderthalb stunden /, () => 90],
      [
        new RegExp(
          String.raw` (?:in|binnen|innerhalb(?: von| der naechsten)?) (?:den naechsten |etwa |ca |circa |spaetestens )?${count} (min|minuten|stunde|stunden|std|tag|tage|tagen|woche|wochen) `,
        ),
        ([, number, unit = '']) => (numbers[number ?? ''] ?? Number(number)) * (unitMinutes[unit] ?? 0),
      ],
    ],
    days: [
      [/ uebermorgen /, { kind: 'day', days: 2 }],
      [/ heute abend /, { kind: 'day', days: 0 }],
      [/(?<! (?:von|vom|seit|fuer|ab)) heute /, { kind: 'day', days: 0 }],
      [/(?<! (?:von|vom|seit|fuer|guten|heute|ab)) morgen /, { kind: 'day', days: 1 }],
      [/ bis (?:zum )?(?:feierabend|ende des tages|dienstschluss) /, { kind: 'day', days: 0 }],
      ...weekdays.map(weekday),
      [/ (?:naechste|kommende|anfang naechster|naechster) woche /, { kind: 'week', weeks: 1 }],
      [/ diese woche | ende der woche | dieser woche | am wochenende /, { kind: 'week', weeks: 0 }],
    ],
    parts: [
      [/ (?:frueh|vormittag|vormittags|heute morgen|\S+vormittag) /, 12 * 60],
      [/ (?:mittag|mittags) /, 14 * 60],
      [/ (?:nachmittag|nachmittags|\S+nachmittag) /, 18 * 60],
      [/ (?:abend|abends|\S+abend) /, 22 * 60],
    ],
    clocks: [
      [
        / (\d{1,2})(?:[:.](\d\d))? uhr(?: (\d\d))? /,
        ([, hour, minute, late]) => minuteOfDay(hour, minute ?? late, '24h'),
      ],
      [/ (?:um|bis|gegen|vor) (\d{1,2})[:.](\d\d) /, ([, hour, minute]) => minuteOfDay(hour, minute, '24h')],
    ],
  },
}

const unitMinutes: Readonly<Record<string, number>> = {
  min: 1,
  minuten: 1,
  stunde: 60,
  stunden: 60,
  std: 60,
  tag: 1440,
  tage: 1440,
  tagen: 1440,
  woche: 10_080,
  wochen: 10_080,
}
