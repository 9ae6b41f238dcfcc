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
    INSULT:
      'idiot|idioten|vollidiot|vollidioten|depp|deppen|volldepp|volldeppen|trottel|volltrottel|vollpfosten|dummkopf|dummkoepfe|schwachkopf|schwachkoepfe|hohlkopf|hohlkoepfe|spacken|spinner|penner|versager|nichtsnutz|nichtsnutze|taugenichts|nullen|nieten|stuemper|arschloch|arschloecher|arschgeige|arschgeigen|wichser|hurensohn|hurensoehne|schlampe|schlampen|missgeburt|missgeburten|drecksau|drecksaecke|drecksack|dreckskerl|dreckskerle|dreckspack|abschaum|gesindel|spast|spasti|spasten|bastard|bastarde|mistkerl|mistkerle|miststueck|vollhorst|hornochse|hornochsen|flachzangen|betrueger|betruegerin|gauner|abzocker|luegner|luegnerin|verbrecher|halsabschneider|clowns|lachnummer|witzfiguren',
    CURSE:
      'idiot|idioten|vollidiot|vollidioten|depp|trottel|volltrottel|vollpfosten|dummkopf|schwachkopf|arschloch|arschloecher|wichser|hurensohn|schlampe|missgeburt|drecksau|drecksack|dreckskerl|abschaum|spast|spasti|bastard|mistkerl|miststueck|penner|betrueger|luegner',
    SCORN:
      'verdammte|verdammten|verdammter|bloede|bloeden|bloeder|dumme|dummen|dummer|scheiss|unfaehige|unfaehigen|unfaehiger|elende|elenden|elender|verlogene|verlogenen|verlogener|nutzlose|nutzlosen|dreckige|dreckigen|inkompetente|inkompetenten|hirnlose|hirnlosen|faule|faulen|fauler|miese|miesen|mieser|ignorante|ignoranten',
    MORE: 'doch|ja|alle|alles|allesamt|wirklich|echt|einfach|nur|so|ganz|total|voellig|komplett|absolut|wohl|halt|eh|eigentlich|denn|ein|eine|einer|solche|lauter|nichts_als|so_ein|so_eine|die_groessten|der_groesste|richtige|ein_haufen|zu|viel_zu|einfach_nur|sowas_von|selten',
    DIM: 'dumm|bloed|doof|bescheuert|bekloppt|behindert|hirnlos|hirntot|strohdumm|saudumm|saubloed|unterbelichtet|zurueckgeblieben|geistesgestoert',
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
    verpiss|verpisst|verzieh|verzieht dich|euch
    leck|leckt|lecken mich|sie_mich am arsch
    ^leck|leckt mich $
    halt|halts|haltet die|deine|eure|das? fresse|maul|klappe|schnauze
    ^fresse|maul|schnauze jetzt? halten|zu|$
    du|ihr bist|seid? $MORE? $MORE? $MORE? $SCORN? $SCORN? $INSULT
    sie sind $MORE? $MORE? $MORE? $SCORN? $SCORN? $INSULT
    sie verdammter|bloeder|dummer|unfaehiger|elender|verlogener|verdammte|bloede|dumme|unfaehige? $CURSE
    bist|seid du|ihr $MORE? $MORE? $SCORN? $INSULT
    du|ihr bist|seid $MORE? $MORE? $MORE? $DIM|unfaehig|inkompetent|erbaermlich|ekelhaft|das_letzte|der_letzte_dreck|abartig|krank_im_kopf|zu_nichts_zu_gebrauchen
    bist|seid du|ihr $MORE? $MORE? $MORE? $DIM|unfaehig|taub|blind|noch_ganz_dicht|nicht_ganz_dicht
    sie sind $MORE? $MORE? $MORE? unfaehig|inkompetent|behindert|hirnlos|zu_dumm|zu_bloed|das_letzte
    sind sie $MORE? $MORE? zu_dumm|zu_bloed|behindert|bescheuert|noch_ganz_dicht|nicht_ganz_dicht
    ihr|eure|deine|ihre mitarbeiter|kollegen|leute sind $MORE? $MORE? $SCORN? $INSULT
    haufen|bande|truppe|verein|horde von? lauter? $SCORN? $INSULT
    lauter $SCORN? $INSULT
    ^$SCORN? idioten|vollidioten|arschloecher|betrueger|gauner|abzocker|verbrecher|luegner|versager|penner|saubande|verbrecherbande|betruegerbande $
    verdammte|bloede|dumme|scheiss|dummer|bloeder|verdammter idioten|idiot|arschloecher|arschloch|wichser|kuh|sau|schlampe|gans|ziege|pute|tussi|zicke
    hurensohn|hurensoehne|arschloch|arschloecher|wichser|missgeburt|missgeburten|vollidiot|vollidioten|drecksau|dreckspack|dreckschwein
    fahr|fahrt|geh|geht|scher|schert dich|euch|doch? zur|zum hoelle|teufel
    koennt|kannst ihr|du? mich mal $
    ihr|du habt|hast sie ja|doch|wohl|echt? nicht|nicht_mehr mehr? alle
    nicht mehr alle tassen|latten
    ich bringe|bring|mache|mach|schlage|schlag dich|euch|sie um|fertig|kalt|tot|zusammen|platt
    ich werde|wuerde dich|euch|sie umbringen|fertigmachen|verpruegeln|toeten|abstechen|schlagen
    ich weiss wo du|ihr|sie wohnst|wohnt|wohnen|arbeitest|arbeitet
    auf|aufs|eine_auf die? maul|fresse|schnauze
    verrecke|verreckt|krepier|krepiert
    geh|geht sterben
  `,
  noAbuse: `
    ich bin|war|komme|kam|kaeme|fuehle|fuehlte
    kein|keine|nicht|nie $MORE? $SCORN? $INSULT|$DIM
    sagt|meint|behauptet|findet|glaubt dass? ihr|sie|du
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
