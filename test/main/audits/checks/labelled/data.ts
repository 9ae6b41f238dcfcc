import { cases } from './cases.ts'

/** Numbers are the test numbers card networks and the IBAN registry publish. The company's hosts are in `settings.ts`. */
export const data = [
  ...cases(
    'personal_data',
    'any',
    {
      yes: `
        Your card is 4111 1111 1111 1111, right?
        Karte 5555-5555-5555-4444 wurde belastet
        378282246310005
        Amex: 3782 822463 10005
        卡號4012888888881881，對嗎
        Carte n° 6011 1111 1111 1117
        IBAN DE89 3704 0044 0532 0130 00
        de89370400440532013000
        Virement sur FR14 2004 1010 0505 0001 3M02 606 merci
        ES91 2100 0418 4502 0005 1332
        IBAN: GB82WEST12345698765432.
        write to anna.schmidt@gmail.com
        Bitte an max@andere-firma.de senden
        su correo es pedro.lopez+pedidos@correo.es ¿no?
        他的信箱是 wang@mail.com.tw
        C: my card | A: 2223003122003222 noted
        IBAN NL91 ABNA 0417 1643 00 bitte
        3530111333300000 (JCB)
        CH93 0076 2011 6238 5295 7
        C: hi | A: mail me at hans@example.org
        card:4111111111111111
        BE68 5390 0754 7034, thanks
      `,
      no: `
        Your card ends in 1111.
        Order 4111 1111 1111 1112
        Tracking 1Z999AA10123456784
        Call +49 30 901820 or 0800 1234567
        Bestellung DE89 3704 0044
        Reference RF18 5390 0754 7034
        DE00 3704 0044 0532 0130 00
        Serial 1234567890123456
        2026-05-12 10:30:00 to 2026-05-13
        **** **** **** 4444
        write to service@nordlicht.example
        C: anna@gmail.com | A: I have sent it to anna@gmail.com
        B: DE89370400440532013000
        T: Pay to DE89370400440532013000
        C: 4111111111111111 | A: Please do not send card numbers here
        GTIN 4006381333931
        12 34 56 78 90 12 34 56
        Price 4.111,11 and 1.111,11
        https://shop.nordlicht.example/o/4111111111111111x
        @anna see the comment
        kontakt(at)firma.de
        Zwischen 4111111111111111111111 und 5 liegen Welten
      `,
    },
    {
      yes: `
        we charged 5105105105105100
        La tarjeta 4012-8888-8888-1881 fue rechazada
        Diners 3056 930902 5904
        IT60 X054 2811 1010 0000 0123 456
        Konto AT61 1904 3002 3457 3201 ist es
        pt50000201231234567890154
        請匯到 GB29NWBK60161331926819
        my colleague's mail: j.doe@partner.co.uk
        contact léa.dupont@société.fr
        6200 0000 0000 0005
        Visa 4111.1111.1111.1111
        C: number? | A: 4111 1111 1111 1111
      `,
      no: `
        Invoice 2026-000411-1111
        Order numbers 5105 1051 0510 5101 and 17
        IMEI 490154203237518
        The ISBN is 978-3-16-148410-0
        FR12 is the room, DE34 the floor
        Phone +4111 1111 1111 1111
        write us: hello@help.nordlicht.example
        C: j@x.org | A: Is J@x.org right?
        1 4111 1111 1111 1111 1
        AB12 CDEF GHIJ KLMN OPQR
        00494111111111111
        Meet @ noon, ok?
      `,
    },
  ),
  ...cases(
    'foreign_link',
    'any',
    {
      yes: `
        See https://evil.example/nordlicht.example
        www.other-shop.com has it
        http://nordlicht.example.evil.example/login
        https://nordlicht.example@evil.example/
        siehe bit.ly/abc123
        wa.me/4915112345678
        https://nordlıcht.example/
        https://xn--nordlcht-4ya.example
        notnordlicht.example/x and https://notnordlicht.example
        HTTPS://EVIL.EXAMPLE/
        look: (https://evil.example)
        請看https://evil.example/頁
        https://nordlicht.example and https://youtu.be/xyz
        download from dropbox.com please
        http://192.168.0.1/admin
        https://evil.example:8443/a
        //evil? https:/evil.example/x
        amazon.de/dp/B000
        https://shop.nordlicht.example.co/
        voir www.concurrent.fr
        maps.app.goo.gl/abcd
        [offer](https://evil.example)
      `,
      no: `
        See https://nordlicht.example/returns
        https://shop.nordlicht.example/
        www.nordlicht.example
        HTTPS://WWW.NORDLICHT.EXAMPLE
        nordlicht.example/help
        https://nordlicht.example.
        (https://nordlicht.example)
        service@evil.example
        Mr.Smith and Dr.Jones e.g. on Monday
        Gracias.es un placer
        1.500 or 2.50 EUR
        v1.2.3 is out
        Danke.Bis morgen
        C: https://evil.example | A: I would not open that
        https://nordlicht.example:443/a?b=evil.example
        the file is report.pdf
        https://partner.test/track/1
        track.partner.test/1
        ok...see you
        und/oder, 24/7, 10/10
        B: https://evil.example | A: thanks
        我們的網站是 nordlicht.example/tw
      `,
    },
    {
      yes: `
        try google.com
        https://partner.test.evil.example/
        tinyurl.com/abc
        Hier: www.günstig.de
        https://user:pw@evil.example/nordlicht.example
        facebook.com/nordlicht
        https://NORDLICHT.example.evil.example
        點這裡 www.other.com.tw
        https://nordlicht-example.shop
        http://evil.example#nordlicht.example
        t.me/joinchat
        https://раypal.example/
      `,
      no: `
        https://nordlicht.example/?q=https://nordlicht.example/b
        help.partner.test/faq
        Kommt um 9.30 Uhr.Dann
        anna@evil.example
        "https://www.nordlicht.example/agb"
        S.A. de C.V.
        ca. 3.5 kg/Stück
        https://Partner.Test/x
        node.js is a library
        Bitte.Danke
        1/2 oder 3/4
        https://a.b.nordlicht.example
      `,
    },
  ),
]
