import { a, c, script, withFile } from './phrasebook.ts'
import type { Phrasebook } from './phrasebook.ts'

export const german: Phrasebook = {
  language: 'de',
  scripts: [
    script(
      'Delivery status',
      c(
        '[Hallo|Guten Tag|Moin], wo bleibt meine Bestellung {order}? Laut Sendungsverfolgung seit {past} unverändert.',
      ),
      a(
        'Guten Tag {name}, hier ist {agent}. [Ich schaue sofort nach.|Einen Moment, ich prüfe das.] Das Paket liegt im DHL-Zentrum {city} und geht heute in die Zustellung.',
      ),
      c('[Super, danke!|Alles klar, vielen Dank 🙏|Ok, danke für die schnelle Antwort.]'),
    ),
    script(
      'Delivery status',
      c(
        'Kann ich die Lieferadresse für {order} noch ändern? [Ich bin ab {day} nicht zu Hause.|Wir sind gerade umgezogen.]',
      ),
      a('Hallo {name}, das geht noch. Wohin sollen wir liefern?'),
      c('Bitte an die Packstation {number} in {city}.'),
      a(
        'Ist geändert, Sie bekommen gleich eine neue Bestätigung per E-Mail. [Schönen Tag noch!|Viel Freude damit!]',
      ),
    ),
    script(
      'Delivery status',
      c('Im Paket {order} fehlt etwas: bestellt waren zwei Teile, angekommen ist nur {gear}.'),
      withFile(c('[So sieht der Lieferschein aus|Hier ein Foto vom Karton]'), 'image', 'IMG_{number}.jpg'),
      a(
        'Danke für das Foto, {name}. Der Rest kommt getrennt aus einem anderen Lager und ist ab {day} bei Ihnen.',
      ),
      c('[Ach so, gut zu wissen.|Ok, dann warte ich ab. Danke!]'),
    ),
    script(
      'Delivery status',
      c('[Hi|Hallo], DHL sagt „zugestellt“, aber bei mir ist nichts angekommen!! {order}'),
      a(
        'Das tut mir leid, {name}. Haben Sie schon bei den Nachbarn gefragt? Ich öffne parallel eine Nachforschung.',
      ),
      c('Ja, überall. [Niemand hat etwas angenommen.|Auch beim Kiosk nichts.]'),
      withFile(
        a(
          'Nachforschung ist gestellt, hier die Unterlagen. Wenn bis {day} nichts auftaucht, schicken wir Ersatz.',
        ),
        'document',
        'DHL-Nachforschung-{number}.pdf',
      ),
    ),
    script(
      'Returns and refunds',
      c('Ich möchte {gear} zurückschicken, wie geht das? Bestellung {order}'),
      a(
        'Gern, {name}. [Das Rücksendeetikett hängt hier an.|Hier das Etikett für die Rücksendung.] Einfach aufs Paket kleben und in jeder DHL-Filiale abgeben.',
      ),
      c('[Muss ich das Porto zahlen?|Kostet mich das etwas?]'),
      a('Nein, die Rücksendung ist innerhalb von 30 Tagen kostenlos.'),
      c('[Perfekt, danke|Prima 👍]'),
    ),
    script(
      'Returns and refunds',
      c(
        'Meine Rücksendung zu {order} ist am {past} bei euch angekommen. Wann bekomme ich die {amount} zurück?',
      ),
      a('Hallo {name}, die Erstattung ist heute freigegeben. Auf dem Konto ist sie in 2 bis 3 Werktagen.'),
      c('[Danke für die Info!|Ok, dann warte ich noch.|Na gut.]'),
    ),
    script(
      'Returns and refunds',
      c('Das ist jetzt die dritte falsche Größe. Ich möchte mein Geld zurück, nicht noch einen Umtausch.'),
      a(
        'Das verstehe ich gut, {name}, und es tut mir leid. Ich storniere {order} und erstatte {amount} auf Ihr Zahlungsmittel.',
      ),
      c('Und wann?'),
      a('Sobald das Paket gescannt ist, spätestens {day}. Das Etikett ist schon in Ihrer E-Mail.'),
    ),
    script(
      'Product advice',
      c(
        'Ich suche einen Rucksack für eine [Hüttentour|Mehrtagestour in den Alpen|Trekkingtour in Norwegen], reicht der {pack}?',
      ),
      a('Hallo {name}, für wie viele Tage, und mit Zelt?'),
      c('[4 Tage, ohne Zelt|Eine Woche, Zelt trägt mein Freund]'),
      a(
        'Dann passt der {pack} sehr gut. Wichtiger ist die Rückenlänge: messen Sie vom 7. Halswirbel bis zum Beckenkamm.',
      ),
      c('[Mache ich, danke für den Tipp!|Super Beratung, danke 🙌]'),
    ),
    script(
      'Product advice',
      c('Ist {wear} wirklich wasserdicht oder nur wasserabweisend?'),
      a('Wasserdicht: 20.000 mm Wassersäule, alle Nähte verklebt. Für Dauerregen im Herbst genau richtig.'),
      c('[Klingt gut, dann bestelle ich.|Und gibt es die auch in Blau?|Danke!]'),
    ),
    script(
      'Size and fit',
      c('Fällt {wear} eher klein aus? Ich trage sonst {size}.'),
      a(
        'Hallo {name}! {wear} ist körpernah geschnitten. [Mit Fleece darunter|Wenn Sie es lockerer mögen,] nehmen Sie besser {other}.',
      ),
      c('[Ok dann {other}, danke!|Alles klar, bestelle ich so.]'),
    ),
    script(
      'Size and fit',
      c('Die Kjerag GTX in {boot} drücken vorne. Kann ich in {otherBoot} tauschen?'),
      a(
        'Natürlich, {name}. {otherBoot} ist auf Lager, ich reserviere ein Paar und schicke das Etikett für die alten.',
      ),
      withFile(c('[ok, danke|so sehen sie aus, nur drinnen getragen]'), 'image', 'IMG_{number}.jpg'),
      a('Einwandfrei. Der Tausch geht {day} raus.'),
    ),
    script(
      'Payment',
      c('Ich habe für {order} {amount} gezahlt, bekomme aber eine Mahnung. [Was soll das?|Bitte prüfen.]'),
      a(
        'Entschuldigung, {name}. Ihre Zahlung kam ohne Verwendungszweck an. Ich habe sie zugeordnet, die Mahnung ist hinfällig.',
      ),
      c('[Danke, das ging schnell.|Gut. Bitte schriftlich.]'),
    ),
    script(
      'Payment',
      c('Der Gutscheincode HERBST15 geht bei mir nicht, [woran liegt das?|mache ich etwas falsch?]'),
      a(
        'Der Code gilt erst ab {amount} Warenwert und nicht für reduzierte Artikel. [Liegt der Warenkorb darüber?|Was haben Sie im Warenkorb?]',
      ),
      c('[Ach, daran liegt es. Danke!|Ah ok, dann lege ich noch Socken dazu 😄]'),
    ),
    script(
      'Warranty',
      c('Nach zwei Jahren ist der Reißverschluss von {wear} kaputt. Ist das noch Garantie?'),
      withFile(c('Hier sieht man es'), 'image', 'IMG_{number}.jpg'),
      a(
        'Danke, {name}. Auf Reißverschlüsse geben wir fünf Jahre. Schicken Sie es uns, die Reparatur dauert etwa 10 Tage.',
      ),
      c('[Toll, danke!|Super Service.]'),
    ),
    script(
      'Warranty',
      c('Beim {tent} ist eine Stange gebrochen, beim zweiten Aufbau!'),
      a(
        'Das sollte nicht passieren, {name}. Ich schicke Ihnen die Ersatzstange kostenlos, ankommen sollte sie {day}.',
      ),
      c('[Danke, hoffentlich noch vor dem Urlaub.|Sehr gut, danke.]'),
    ),
  ],
  outage: [
    script(
      'Delivery status',
      c('Seit Tagen „wird vorbereitet“ bei {order}. [Was ist da los??|Ich brauche das bis {day}!]'),
      a(
        'Guten Tag {name}, in unserem Lager in {city} ist heute die Technik ausgefallen. Ihr Paket verlässt uns morgen, es tut mir sehr leid.',
      ),
      c('[Das hättet ihr auch mal schreiben können.|Na toll. Ok.|Danke für die ehrliche Antwort.]'),
    ),
    script(
      'Delivery status',
      c('Eure Seite sagt „Lagerstörung“. Kommt {order} noch diese Woche?'),
      a('Ja, {name}. Das Lager holt seit dem Nachmittag auf, Ihre Sendung ist für {day} eingeplant.'),
      c('[Gut, danke.|Hoffentlich.]'),
    ),
  ],
  campaign: [
    script(
      'Product advice',
      c('[Gilt das auch für Zelte?|Gilt der Rabatt auch im Laden?]'),
      a('Ja, {name}, auf das ganze Sortiment bis Sonntag. Der Rabatt wird im Warenkorb abgezogen.'),
      c('[Super, danke!|👍]'),
    ),
    script(
      'Size and fit',
      c('Gibt es {wear} wieder in {size}?'),
      a(
        'Ja, {size} ist seit heute wieder da. [Soll ich eine zurücklegen?|Noch 6 Stück, bei Bedarf lege ich eine zurück.]',
      ),
      c('[Ja bitte!|Danke, habe schon bestellt 😊]'),
    ),
  ],
  settledByBot: [
    [
      'Wo ist mein Paket? {order}',
      'Ihre Bestellung {order} ist unterwegs und kommt voraussichtlich {day} an. War das hilfreich?',
      '[Ja|ja danke|👍]',
    ],
    [
      'Wie sind eure Öffnungszeiten?',
      'Unser Team ist Mo–Fr 8–20 Uhr, Sa 9–18 Uhr und So 10–20 Uhr da. Den Laden in Berlin finden Sie in der Torstraße.',
      '[danke|Ok danke!]',
    ],
    [
      'Wie lange kann ich zurückgeben?',
      'Sie haben 30 Tage Zeit. Ein Etikett erhalten Sie unter „Meine Bestellungen“.',
      '[Danke!|Super]',
    ],
  ],
  welcome: [
    'Willkommen bei Nordlicht Outdoor! Wir haben Ihre Nachricht erhalten, gleich ist jemand für Sie da. 🏔️',
    'Hallo {name}! Ich bin der Assistent von Nordlicht. Ich hole jemanden aus dem Team dazu.',
  ],
  nudge: [
    'Hallo?',
    'Ist da noch jemand?',
    'Ich warte immer noch auf eine Antwort …',
    'Das dauert aber lange. Kann sich bitte jemand melden?',
    'Ich möchte mit der Teamleitung sprechen.',
  ],
  insult: ['Ihr seid alle Idioten.', 'Was für ein Saftladen, ihr Vollidioten!'],
  account: 'Bitte überweisen Sie es auf mein Konto: DE89 3704 0044 0532 0130 00',
  apology: ['Entschuldigen Sie bitte die Wartezeit, {name}. ', 'Danke für Ihre Geduld. '],
  later: [
    'Das muss ich mit dem Lager klären, ich melde mich [innerhalb von drei Tagen|in den nächsten Tagen] bei Ihnen.',
    'Ich gebe das an den Hersteller weiter und komme auf Sie zu, sobald ich Antwort habe.',
  ],
  followUp: {
    order:
      'Hallo {name}, ich habe Antwort vom Lager zu {order}: [alles geklärt, es geht heute raus.|wir schicken Ersatz ohne Kosten.]',
    refund: 'Guten Tag {name}, Ihre Rücksendung ist geprüft, {amount} sind angewiesen.',
  },
  thanks: [
    'Vielen Dank!',
    'Prima, danke für die Rückmeldung.',
    'Danke, [das freut mich|sehr nett] 😊',
    'Ok danke',
  ],
  reopen: [
    'Hallo, ich nochmal: es ist leider immer noch nichts angekommen.',
    'Noch eine Frage zu {order} …',
    'Das hat leider nicht geklappt. Können Sie nochmal schauen?',
  ],
  reopenAnswer: [
    'Hallo {name}, natürlich. Ich habe es mir noch einmal angesehen: [es ist jetzt gelöst.|die Zustellung ist für {day} bestätigt.]',
  ],
  takeOver: [
    'Hallo {name}, hier ist {agent}, ich übernehme von meiner Kollegin. ',
    'Guten Tag, {agent} hier. Ich habe alles gelesen. ',
  ],
  outreach: [
    [
      'Hallo {name}, hier ist {agent} von Nordlicht. Zu Ihrer Bestellung {order}: die Farbe ist vergriffen. Dürfen wir Ihnen Grau schicken?',
      'Ja, gern.',
    ],
    [
      'Guten Tag {name}, bei {order} fehlt uns die Hausnummer. Können Sie sie kurz nennen?',
      'Oh, natürlich: {number}',
    ],
  ],
  outreachThanks: [
    'Danke, {name}, dann geht es heute so raus.',
    'Perfekt, ich habe es eingetragen. Schönen Tag noch!',
  ],
  praise: ['Sehr freundlich und schnell', 'Super Beratung!', 'Gerne wieder'],
  complaint: ['Viel zu lange gewartet', 'Musste dreimal nachfragen', 'Problem nicht gelöst'],
  weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  amount: (euros) => `${euros},90 €`,
  templates: {
    spring_sale:
      'Hallo {name}, bei Nordlicht ist Saisonverkauf: 25 % auf Jacken und Schuhe, nur bis Sonntag. Abmelden mit STOP.',
    restock_alert: 'Hallo {name}, {wear} ist wieder da, auch in Ihrer Größe. Abmelden mit STOP.',
    tent_week:
      'Hallo {name}, Zeltwoche bei Nordlicht: 20 % auf alle Zelte und Schlafsäcke. Abmelden mit STOP.',
    follow_up:
      'Hallo {name}, es gibt Neues zu Ihrer Bestellung {order}. Antworten Sie einfach auf diese Nachricht.',
  },
}
