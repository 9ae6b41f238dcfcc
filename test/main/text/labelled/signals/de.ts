import type { LabelledSignals } from './labelled.ts'

export const de: LabelledSignals = {
  language: 'de',
  asksPerson: {
    yes: `
      Kann ich bitte mit einem Menschen sprechen?
      Ich möchte mit einem Mitarbeiter reden
      Verbinden Sie mich mit einem Berater
      Ich will mit jemandem sprechen
      Mitarbeiter bitte
      Gibt es hier auch einen echten Menschen?
      Ich brauche einen menschlichen Ansprechpartner
      Könnte ich mit jemandem telefonieren?
      Ich will nicht mit einem Bot reden
      Darf ich mal mit einer echten Person sprechen
      Kann mir ein richtiger Mensch helfen?
      Ich würde gerne mit jemandem vom Kundenservice sprechen
    `,
    no: `
      Ich habe gestern mit einem Mitarbeiter gesprochen
      Ich muss nicht mit einem Menschen sprechen, danke
      Sind Sie ein Mensch?
      Ihr Mitarbeiter war sehr freundlich
      Wie viele Personen passen an den Tisch?
      Ich brauche keinen Berater mehr
      Kann ich das an eine andere Person verschenken?
      Muss ich dafür mit jemandem sprechen?
      Es war schön, mit einem echten Menschen zu sprechen
      Der Mitarbeiter im Laden sagte, ich soll hier schreiben
      Ohne einen Mitarbeiter geht es auch
      Wir sind ein Team von zehn Mitarbeitern
    `,
  },
  asksManager: {
    yes: `
      Ich möchte Ihren Chef sprechen
      Kann ich mit Ihrem Vorgesetzten sprechen?
      Verbinden Sie mich mit der Geschäftsleitung
      Ich will sofort mit dem Chef reden
      Holen Sie mir den Teamleiter
      Wer ist Ihr Vorgesetzter?
      Ich verlange einen Vorgesetzten
      Den Chef bitte!
      Ich würde gern mit dem Filialleiter telefonieren
      Wo ist Ihr Chef?
      Geben Sie mir bitte Ihre Vorgesetzte
      Darf ich bitte mit Ihrer Chefin sprechen
    `,
    no: `
      Ich bin die Chefin eines kleinen Ladens
      Mein Chef möchte zehn Stück bestellen
      Ich will nicht mit dem Chef sprechen
      Ihr Chef hat mich schon angerufen
      Ich habe mit Ihrem Vorgesetzten gesprochen, alles gut
      Ist der Passwort-Manager dabei?
      Es gibt keinen Teamleiter bei uns
      Die Leitung ist undicht
      Wir haben einen neuen Abteilungsleiter
      Der Leiter meiner Abteilung braucht die Rechnung
      Wenn ich mit dem Chef sprechen wollte, würde ich anrufen
      Das hat der Chef so bestellt
    `,
  },
  abuse: {
    yes: `
      Ihr seid alle Idioten
      Fick dich
      Du Arschloch
      Halt die Fresse
      Verpiss dich
      Ihr verdammten Arschlöcher
      Leck mich am Arsch
      Ich bring dich um
      Sie Vollidiot
      Ihr dummen Wichser
      Hurensohn
      Verreckt doch
    `,
    no: `
      Das ist doch scheiße, wo bleibt mein Paket
      Ich bin so ein Idiot, ich habe die falsche Adresse angegeben
      Verdammt, schon wieder kaputt
      Was für ein Mist
      Der Akku ist tot
      Das ist die schlechteste Firma überhaupt
      Ich komme mir vor wie ein Idiot
      Haltet ihr am Montag auf?
      Dick eingepackt, danke!
      Mach bitte die Bestellung fertig
      Ist der Film Idioten auf Lager?
      Der Hund hat die Schlampe von Katze gejagt, haha
    `,
  },
  promise: {
    yes: `
      Ich rufe Sie morgen an | +2d 00:00
      Ich melde mich morgen Vormittag bei Ihnen | +1d 12:00
      Wir melden uns bis Freitag bei Ihnen | +5d 00:00
      Ich werde Sie heute Nachmittag anrufen | 18:00
      Sie hören morgen von mir | +2d 00:00
      Ich schicke Ihnen die Rechnung bis 15 Uhr | 15:00
      Morgen früh rufe ich Sie zurück | +1d 12:00
      In 30 Minuten melde ich mich wieder | 10:30
      Wir werden Ihnen nächste Woche antworten | +14d 00:00
      Mein Kollege meldet sich heute noch bei Ihnen | +1d 00:00
      Ich kläre das und melde mich innerhalb von zwei Stunden | 12:00
      Wir schicken Ihnen die Unterlagen am Mittwoch | +3d 00:00
    `,
    no: `
      Ich kann Sie morgen nicht anrufen
      Soll ich Sie morgen anrufen?
      Sie müssen mich morgen nicht anrufen
      Ich habe Sie gestern angerufen
      Ihr Paket kommt morgen
      Guten Morgen, ich prüfe das sofort
      Können wir Sie morgen anrufen?
      Wenn es bis Freitag nicht da ist, schicken wir Ersatz
      Rufen Sie uns morgen gerne an
      Wir haben heute geschlossen
      Vielleicht melde ich mich morgen
      Ich schicke Ihnen die Rechnung von heute
      Morgen habe ich Urlaub
      Ich würde mich morgen melden
      Ich schicke Ihnen morgen ein neues Paket
      Wir erstatten Ihnen den Betrag bis Freitag
    `,
  },
}
