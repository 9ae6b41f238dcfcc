import { labelled } from './labelled.ts'

export const de = labelled('de', {
  negative: `
    Mein Paket ist immer noch nicht da und keiner antwortet
    Ich warte jetzt seit drei Wochen, das ist eine Frechheit
    Das Display war schon beim Auspacken gesprungen
    überhaupt nicht gut, ich hatte mehr erwartet
    Ihr Kundenservice ist keine Hilfe
    super 👍🏻 schon wieder kaputt
    Ich will mein Geld zurück!!!
    Toll, dieser „schnelle“ Service. Zwei Stunden Warteschleife
    Immer noch nicht geliefert??
    Ich habe Blau bestellt und Rot bekommen
    Die App stürzt ständig ab, wenn ich mich einloggen will
    DAS IST JETZT DAS DRITTE MAL DASS ICH FRAGE
    Sehr geehrtes Team, ich bin seit Jahren gern Kunde, aber leider ist auch das Ersatzgerät defekt und langsam verliere ich die Geduld.
    Schönes Design, aber nach zwei Tagen kaputt gegangen
    Wie lange soll ich denn noch auf eine Antwort warten?
    Sie haben mir zweimal abgebucht, bitte klären
    na danke auch, jetzt stehe ich ohne Geschenk da
    Sehr hilfreich wie immer 🙄
    Bei euch bestelle ich nie wieder
    Funktioniert nicht 😡
    Der Fahrer war unverschämt zu meiner Mutter
    Es hieß, Montag ist es da. Heute ist Donnerstag. Nichts.
    Bin echt enttäuscht, der Kuchen war trocken
    Entschuldigen Sie die erneute Störung, aber die versprochene Erstattung ist bis heute nicht eingegangen
    Würde ich niemandem empfehlen
    👎👎
    Essen kam kalt an und die Hälfte hat gefehlt
    Trotz Zusage hat mich keiner zurückgerufen
  `,
  neutral: `
    Hallo, wann habt ihr am Samstag offen?
    Wo ist meine Bestellung?
    ok danke
    Kann ich die Lieferadresse für Bestellung 48213 noch ändern?
    Gibt es die Jacke auch in M?
    Ich möchte ein Paar Schuhe zurückschicken, wie geht das?
    Klar, ich schicke Ihnen morgen ein Foto
    Könnten Sie mir bitte die Rechnung für März schicken? Vielen Dank
    Ist der Akku gut?
    Meine Adresse ist Mühlweg 14, 3. Stock
    Was passiert, wenn die Ware beschädigt ankommt?
    Kein Problem, lassen Sie sich Zeit
    Guten Morgen
    Kann man mit Karte zahlen?
    ja bitte die schwarze 🙏
    Ich bin vor 18 Uhr nicht zu Hause, bitte beim Nachbarn abgeben
    Gilt die Garantie auch bei einem kaputten Display?
    Hallo, können Sie mir sagen, ob die Erstattung schon raus ist? 😊
    Bestellnummer ist 7781-22
    Nein danke, das war alles
    Wie setze ich mein Passwort zurück?
    Ich hätte gern zwei Karten für die Vorstellung um 20 Uhr
    Ich habe noch nicht bestellt, wollte nur den Preis wissen
    Danke im Voraus
    Was ist der Unterschied zwischen Basic und Premium?
    👍
    Ich frage kurz meine Frau und melde mich dann
    Wann sind die guten wieder auf Lager?
  `,
  positive: `
    Tausend Dank, ihr habt mir den Tag gerettet!
    Alles pünktlich und in einwandfreiem Zustand angekommen
    Der beste Kundenservice, den ich je hatte
    Gar nicht schlecht, ich bin echt beeindruckt
    Jetzt geht's, vielen lieben Dank!
    Kam etwas spät, aber die Qualität ist der Hammer
    😍😍😍
    Ihr seid spitze 🎉
    Bin mit dem Sofa total zufrieden
    Wow, das ging ja schnell!
    keine Beschwerden, alles top gelaufen
    Endlich da und es sieht wunderschön aus
    Ich kann euch gar nicht genug danken
    In zehn Jahren nie ein Problem gehabt, weiter so
    perfekt, genau das habe ich gebraucht
    Richten Sie Anna bitte aus, dass sie unglaublich nett und geduldig war
    Wollte nur sagen, die Kinder haben den Kuchen geliebt ❤️
    Erst war ich skeptisch, aber das Teil ist genial
    mega happy, bestelle gern wieder
    Könnte nicht besser sein
    Nichts zu meckern, sehr freundliches Personal
    omg so hübsch 🥰
    Hatte Angst, dass es bricht, aber nein, sehr stabil und läuft einwandfrei
    5 Sterne von mir ⭐⭐⭐⭐⭐
    Viel besser als mein altes Gerät
    Schön, dass wir das so unkompliziert klären konnten
  `,
})
