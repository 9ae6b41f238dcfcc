import { cases } from './cases.ts'

export const de = [
  ...cases(
    'greeting',
    'de',
    {
      yes: `
        C: hallo | Hallo Frau Meier, womit kann ich helfen?
        C: wo ist mein Paket | Guten Tag, ich schaue gleich nach.
        Guten Morgen! Ihr Termin ist um zehn.
        C: hi | Moin, was gibt's?
        Sehr geehrter Herr Klein, wir haben Ihre Unterlagen erhalten.
        C: frage | Grüß Gott, gern.
        Morgen! Die Lieferung ist da.
        C: hilfe | Schönen guten Abend, hier ist Lena vom Service.
        C: hi | Vielen Dank für Ihre Nachricht. Wie lautet die Bestellnummer?
        Liebe Frau Schulz, die Jacke ist zurückgelegt.
        C: hm | Entschuldigen Sie die Wartezeit. Guten Tag, Herr Roth.
        C: hi | Servus Toni
        C: hallo | Herzlich willkommen bei Nordlicht!
      `,
      no: `
        C: hallo | Wie lautet die Bestellnummer?
        C: Guten Tag | Morgen wird geliefert.
        Hilfe finden Sie im Handbuch.
        B: Hallo! Ich bin der Assistent. | C: Mensch bitte | Um welche Bestellung geht es?
        C: moin | Ja, das geht.
        C: hi | Am Abend kommt der Fahrer.
        C: hallo | Das Willkommensgeschenk liegt bei.
        C: guten abend | Einen Moment bitte.
        C: hi | Ich kann Ihnen guten Gewissens das größere empfehlen.
        C: hallo | Die Halle ist geschlossen.
        C: tag | Jeden Tag von neun bis fünf.
        C: hey | Liebe auf den ersten Blick ist das Modell nicht.
        C: hi | Der Tag der Lieferung steht fest.
      `,
    },
    {
      yes: `
        C: rechnung? | Tach, kommt sofort.
        C: hallo | Grüezi Frau Keller
        C: ? | Einen wunderschönen guten Morgen, wie kann ich helfen?
        Lieber Herr Baum, das Rad ist fertig.
        C: hi | Danke für deine Nachricht, ich bin Jo.
        C: servus | 👋 Hey Max!
        C: hallo | Ja hallo, schön von Ihnen zu hören!
        Guten Nachmittag, Ihr Tisch ist reserviert.
      `,
      no: `
        C: guten morgen | Ist notiert.
        C: hi | Übermorgen ist Feiertag.
        C: hallo | Abends ist niemand im Laden.
        C: hallo | Bitte grüßen Sie Ihren Mann.
        B: Guten Tag! | C: hi | Bestellnummer?
        C: hi | Gute Frage, ich prüfe das.
        C: moin | Sehr gern, einen Augenblick.
        C: hallo | Tagsüber erreichen Sie uns telefonisch.
      `,
    },
  ),
  ...cases(
    'closing',
    'de',
    {
      yes: `
        C: danke | Gern geschehen, schönen Tag noch!
        Kann ich sonst noch etwas für Sie tun?
        C: super | Freut mich! Tschüss
        Ist verschickt. Schönes Wochenende!
        C: ok | Bei Fragen melden Sie sich jederzeit.
        Viele Grüße, Lena
        C: passt | Prima. Bis bald!
        C: danke | Keine Ursache.
        Mit freundlichen Grüßen
        C: ciao | Auf Wiedersehen, Frau Meier.
        C: merci | Sehr gern!
        C: fein | Danke für Ihr Vertrauen.
        Erledigt. LG Tom
      `,
      no: `
        C: tschüss! | Das Etikett hängt an.
        C: schönes Wochenende | Ihr Paket ist raus.
        Das ist ein schöner Tag für die Lieferung.
        C: danke | Bitte warten.
        C: grüße | Die Größe ist vergriffen.
        B: Schönen Tag noch! | Es ist das blaue.
        C: ok | Gern prüfe ich das für Sie.
        C: bis dann | Gesendet.
        Wir fragen im Lager nach.
        C: wann | Die nächste Lieferung kommt Freitag.
        C: ? | Welche Fragen haben Sie?
        C: hm | Die alte Gutschrift ist verfallen.
        C: mfg Tom | Es dauert noch.
      `,
    },
    {
      yes: `
        C: danke dir | Immer wieder gern, hab einen tollen Abend!
        C: ok | Dann wünsche ich einen guten Start in die Woche.
        C: alles klar | Melde dich einfach, wenn noch was ist.
        Das Rad ist fertig. Herzliche Grüße aus der Werkstatt
        C: gut | Wunderbar, dann bis Montag! Viel Freude mit dem Zelt.
        C: top | Haben Sie noch weitere Fragen?
        C: passt | Mach's gut!
        Ihre Erstattung ist unterwegs. Danke für Ihre Geduld.
      `,
      no: `
        C: lg | Welche Farbe war es?
        C: schönen feierabend | Ich prüfe das morgen.
        C: danke | Der Gruß auf der Karte kostet zwei Euro.
        C: ok | Guten Appetit steht auf der Tasse.
        C: bis bald | Bestellung 4711 ist storniert.
        C: und? | Ich frage den Fahrer.
        C: hm | Das Wochenende ist ausgebucht.
        C: hi | Vorsicht mit dem Glas.
      `,
    },
  ),
  ...cases(
    'forbidden_phrase',
    'de',
    {
      yes: `
        Beruhigen Sie sich bitte.
        Das ist nicht mein Problem.
        Dafür bin ich nicht zuständig, leider.
        Keine Ahnung, wo das Paket ist.
        das haette ihnen auffallen muessen
        Wie schon gesagt, morgen.
        Da kann man nichts machen.
        KEINE AHNUNG
        Also, wie schon gesagt: nein.
        Das hätte Ihnen auffallen müssen!
        Tut mir leid, da kann man nichts machen
        BERUHIGEN SIE SICH
      `,
      no: `
        C: Keine Ahnung | Ich helfe gern.
        Das Problem ist nicht mein Kollege, sondern die Technik.
        Ahnung von Technik hat hier keine Maschine.
        Ich beruhige Sie gern: es ist unterwegs.
        Zuständig bin nicht ich allein, wir sind ein Team.
        B: Keine Ahnung | Ich schaue nach.
        Wie gesagt, morgen.
        Da kann man viel machen.
        C: das ist nicht mein problem | Verstehe.
        Nicht mein Problem allein, unseres.
        Das fällt Ihnen sicher auf.
        Sie müssen sich nicht beruhigen lassen.
      `,
    },
    {
      yes: `
        Jetzt beruhigen Sie sich doch! Beruhigen Sie sich.
        Hm, keine Ahnung ehrlich gesagt
        Das ist echt nicht mein Problem
        Wie schon gesagt – das geht nicht.
        Sorry, dafür bin ich nicht zuständig.
        da kann man nichts machen :(
        Nun, das hätte Ihnen auffallen müssen.
        ich habe keine ahnung
      `,
      no: `
        C: da kann man nichts machen? | Doch, ich kümmere mich.
        Dafür ist die Werkstatt zuständig.
        Kein Problem, mein Kollege ruft an.
        Die Ahnungen der Kundin waren richtig.
        Schon gestern wurde das gesagt.
        Das hätte uns auffallen müssen.
        Man kann da noch einiges machen.
        Die Lage hat sich beruhigt.
      `,
    },
  ),
  ...cases(
    'shouting',
    'de',
    {
      yes: `
        BITTE LESEN SIE DIE ANLEITUNG
        Ich sagte doch: BITTE DAS FOTO SENDEN
        Nein!!!
        WARTEN SIE AUF DEN TECHNIKER
        Das ist die LETZTE UND EINZIGE MAHNUNG
        So nicht ! ! !
        IHRE BESTELLUNG IST VERSPÄTET
        ja!!!!
        DAS HABEN WIR SCHON BEANTWORTET
        es ist NICHT UNSERE SCHULD, wirklich
        GUTEN TAG FRAU MEIER
        Danke!!!!!
      `,
      no: `
        Bitte IBAN und BIC für die SEPA Lastschrift senden, DHL holt ab.
        OK
        Die Straße, das Haus, der Garten und die Garage sind groß.
        Super!! Bis bald!
        Das ist WIRKLICH wichtig.
        Der Code lautet HERBST15.
        C: WO IST MEIN PAKET!!! | Ich schaue nach.
        T: BESTELLUNG VERSANDT! NUMMER ANBEI!
        ADAC und TÜV prüfen das.
        Die AGB der GmbH gelten.
        Ja!
        Größen S, M, L, XL
      `,
    },
    {
      yes: `
        WIE OFT SOLL ICH DAS NOCH SAGEN
        Sie müssen JETZT SOFORT DIE RECHNUNG bezahlen
        Endlich!!! Es geht
        NICHT ÖFFNEN, BITTE WARTEN
        Warum lesen Sie das nicht!!!
        ICH BIN NICHT IHRE SEKRETÄRIN
        Leider KANN ICH NICHT HELFEN dabei
        SCHÖNEN GUTEN MORGEN
      `,
      no: `
        Das PDF zeigt die MwSt. in EUR.
        Der Lieferschein liegt dem Paket bei.
        Bitte NICHT öffnen.
        C: ICH BIN SAUER | Das verstehe ich.
        Seriennummern AB12CD34 und XY99ZZ11.
        Wirklich? Toll!
        Am HBF nehmen Sie die U2.
        Wir akzeptieren VISA und EC.
      `,
    },
  ),
  ...cases(
    'name_used',
    'de',
    {
      yes: `
        Anna Müller # Hallo Anna!
        Anna Müller # Sehr geehrte Frau Mueller
        Jörg Weiß # Guten Tag Herr Weiss
        Käthe Groß # Hallo Käthe
        Peter Klein # Guten Tag Herr Klein
        Karl-Heinz Vogel # Danke, Karl-Heinz
        Dr. Sabine Wolf # Frau Dr. Wolf, das Rezept ist da.
        Ömer Şahin # Hallo Ömer
        Ömer Şahin # Guten Tag Herr Sahin
        Max von Berg # Moin Max
        LENA 🌻 # Klar, Lena!
        Strauß # Herr Strauss, Ihr Tisch ist frei.
      `,
      no: `
        Anna Müller # Hallo, womit kann ich helfen?
        Anna Müller # Die Bananen sind aus.
        Peter Klein # Das ist zu klein.
        Max von Berg # Maximal drei Stück.
        Lena # Das ist ein Kalender.
        Jörg Weiß # Das weiß ich nicht.
        Tim # C: hier ist Tim | Ist notiert.
        Ina # Das Finale läuft.
        Käthe Groß # Der Schrank ist groß.
        Jan # Im Januar ist zu.
        Ute # Gute Frage.
        Otto # B: Hallo Otto | Ihre Nummer bitte
      `,
    },
    {
      yes: `
        Björn Schäfer # Hi Bjoern
        Gülcan Yılmaz # Liebe Gülcan
        Eva-Maria Lang # Hallo Eva
        Frau Sommer # Guten Morgen Frau Sommer
        René Kurz # Danke René, ist notiert
        Prof. Otto König # Herr Prof. König, gern.
        Mia 💕 # Alles klar Mia!
        Uwe Frei # Herr Frei, Ihr Rad ist fertig.
      `,
      no: `
        Uwe Frei # Der Termin ist noch frei.
        Frau Sommer # Im Sommer ist geschlossen.
        Eva # Die Evaluation läuft.
        René Kurz # Ganz kurz noch:
        Otto König # Der Königsweg ist gesperrt.
        Mia # Das kostet eine Prämie.
        Bernd # Bernds Kollege hilft.
        Kai # Der Kaiser kommt.
      `,
    },
  ),
  ...cases(
    'left_unanswered',
    'de',
    {
      yes: `
        C: Hallo | A: Hallo | C: Wann haben Sie geöffnet?
        A: Erledigt. | C: super, und kann ich auch die Adresse ändern
        C: was kostet das
        C: Ist die wasserdicht? | C: hallo??
        A: Geht heute raus. | C: könnten Sie mir die Rechnung schicken
        C: haben sie das in blau | C: oder grün
        A: Tschüss! | C: Moment, was ist mit der Erstattung?
        C: ich wollte fragen ob ihr nach Malta liefert
        A: ok | C: wo ist der laden genau
        A: Gesendet | C: gibt es noch andere farben
      `,
      no: `
        C: Wann haben Sie auf? | A: Ab neun.
        C: kann ich das zurückgeben | A: Ja, 30 Tage. | C: danke
        C: was kostet das | A: 20 Euro | C: ok super
        C: Ist die wasserdicht? | B: Ja, bis 10.000 mm.
        A: Sonst noch etwas? | C: nein danke
        C: wann kommt es | A: Morgen | C: wie schön, danke
        C: bitte stornieren | A: Erledigt | C: ok?
        C: wo ist es? | A: In Berlin | C: Was für ein schöner Zufall!
        C: liefern Sie nach Malta? | A: Ja | C: ich bestelle, wenn ich daheim bin
        C: können Sie helfen | A: Gern | C: wie besprochen rufe ich an
      `,
    },
    {
      yes: `
        A: Unterwegs | C: und wie ist der stand beim zweiten paket
        C: an wen wende ich mich bei einer kaputten linse
        A: Notiert | C: inklusive Mehrwertsteuer?
        C: passt das auf ein Doppelbett
        A: danke! | C: soll ich es dann zurückschicken
        C: warum wurde doppelt abgebucht | C: ???
        A: Bitte sehr | C: welches von beiden ist leichter
        C: hätte da noch eine frage zur garantie
        A: Ich prüfe das | C: ok | C: ist das parken kostenlos
        C: könnt ihr mal nachschauen
      `,
      no: `
        C: ist parken kostenlos? | A: Ja.
        C: wie setze ich es zurück | A: Knopf halten | C: klappt, wie toll
        C: welches ist leichter? | A: Das rote | C: dann nehme ich das
        A: Ist repariert | C: was mich sehr freut
        C: gibt es was neues? | A: Ging heute raus
        C: können sie anrufen | A: Rufe an | C: ich höre Sie
        A: Schönen Tag | C: wenn ich mehr brauche schreibe ich
        C: inkl. MwSt? | A: Ja | C: 👍
        C: was nun | A: Neu starten | C: das wars
        C: sind Sie da? | A: Ja | C: was für ein service
      `,
    },
  ),
]
