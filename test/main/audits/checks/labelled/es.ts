import { cases } from './cases.ts'

export const es = [
  ...cases(
    'greeting',
    'es',
    {
      yes: `
        C: hola | Hola Ana, ¿en qué puedo ayudarte?
        C: dónde está mi paquete | Buenos días, lo reviso enseguida.
        C: consulta | ¡Muy buenas! Dígame.
        Estimada señora Ruiz, recibimos sus documentos.
        C: ayuda | Buenas tardes, le atiende Luis.
        C: ? | Disculpe la espera. Buenas noches, don Pedro.
        Bienvenido a Nordlicht, soy Kim.
        C: hey | Buenas, ¿qué talla busca?
        C: hola | Gracias por contactarnos. ¿Su número de pedido?
        T: Hola Ana, su pedido salió.
        C: info | Querida Marta, la chaqueta está reservada.
        B: Hola, soy el asistente. | C: una persona | Hola, soy Eva.
        C: hm | Sí, buenos días, la escucho.
      `,
      no: `
        C: hola | ¿Cuál es su número de pedido?
        C: Buenos días | El paquete salió ayer.
        B: ¡Hola, bienvenido! | C: agente | ¿De qué pedido se trata?
        C: buenas | Sí, hay existencias.
        C: hola | La ola de calor retrasa las entregas.
        C: hola | El regalo de bienvenida va en la caja.
        C: buenas tardes | Por la tarde pasa el repartidor.
        C: hola | Un momento | C: ok | Hola de nuevo, ya lo tengo.
        Buena noticia: está reparado.
        C: hola | Con gusto, ¿qué talla?
        C: saludos | Tenemos buenas ofertas.
        C: hola | Cada día de nueve a cinco.
        C: hola | Dígale hola a su madre.
      `,
    },
    {
      yes: `
        C: factura | Holaa, ya la envío.
        C: ? | Un placer saludarle, ¿cómo puedo ayudar?
        Estimados clientes, abrimos el lunes.
        C: hi | Gracias por escribirnos, soy Jo.
        C: buenas | Qué tal Nadia, ya lo encontré.
        C: ayuda | 👋 Hola Tom
        Buen día Sr. Blanco, su bici está lista.
        C: oye | Ah hola señora León, qué gusto leerla.
      `,
      no: `
        C: buenas noches | Anotado.
        C: hola | Mañana sin falta.
        C: hola | El salón está cerrado.
        B: ¡Buenas! | C: hola | ¿Su número?
        C: hola | Buena pregunta, lo reviso.
        C: hola | Muy bien, un momento.
        C: buenos días | Los días festivos cerramos.
        C: hola | Lo tenemos en buenas condiciones.
      `,
    },
  ),
  ...cases(
    'closing',
    'es',
    {
      yes: `
        C: gracias | De nada, que tenga un buen día.
        ¿Puedo ayudarle en algo más?
        C: genial | Me alegra haber ayudado. Hasta luego
        Ya salió. ¡Buen fin de semana!
        C: ok | Cualquier duda nos escribe.
        Saludos, Luis
        C: perfecto | ¡Hasta pronto!
        C: gracias | Con mucho gusto.
        Un cordial saludo
        C: chao | Adiós Ana, que le vaya bien.
        C: gracias | ¡Un placer!
        C: bien | Gracias por su confianza.
        Quedamos a su disposición.
      `,
      no: `
        C: ¡adiós! | La etiqueta va adjunta.
        C: buen fin de semana | Su paquete salió.
        Es un buen precio.
        C: gracias | Espere por favor.
        C: saludos, Pedro | La talla está agotada.
        B: ¡Que tenga un buen día! | Es el azul.
        C: ok | Lo reviso con gusto ahora mismo.
        C: hasta pronto | Enviado.
        Preguntamos al almacén.
        C: cuándo | La próxima entrega es el viernes.
        C: ? | ¿Cuál es la duda?
        C: hm | El cupón está vencido.
        C: buenas noches | Todavía falta.
      `,
    },
    {
      yes: `
        C: mil gracias | No hay de qué, que pase una linda tarde.
        C: ok | Le deseo un excelente fin de semana.
        C: vale | Aquí estamos para lo que necesite.
        La bici está lista. Un abrazo, el taller
        C: perfecto | Genial, nos vemos el lunes. ¡Que lo disfrute!
        C: top | ¿Tiene alguna otra consulta?
        C: listo | ¡Cuídese mucho!
        El reembolso va en camino. Gracias por su paciencia.
      `,
      no: `
        C: slds | ¿De qué color?
        C: buenas noches | Lo reviso mañana.
        C: gracias | La tarjeta de saludo cuesta dos euros.
        C: ok | La salida está a la derecha.
        C: hasta luego | El pedido 4711 está cancelado.
        C: ¿y? | Pregunto al repartidor.
        C: hm | El fin de semana está completo.
        C: hola | Cuidado con el vidrio.
      `,
    },
  ),
  ...cases(
    'forbidden_phrase',
    'es',
    {
      yes: `
        Cálmese, por favor.
        Ese no es mi problema.
        No tengo ni idea, lo siento.
        NO ES MI PROBLEMA
        Como ya le dije, mañana.
        Debió leer las condiciones.
        No se puede hacer nada.
        calmese
        Sinceramente, no tengo ni idea.
        ¡debio leer las condiciones!
        como ya le dije: no
        Lamentablemente no se puede hacer nada
      `,
      no: `
        C: cálmese usted | Entiendo.
        El problema no es solo mío, lo resolvemos juntos.
        Tengo una idea.
        B: Cálmese | Aquí estoy.
        Lea las condiciones antes de firmar.
        Como le decía, mañana.
        Se puede hacer mucho.
        C: no es mi problema | Claro.
        Puede estar tranquilo, va en camino.
        No es un problema, mi colega llega.
        Debió llegar ayer.
        Nada que hacer, es automático.
      `,
    },
    {
      yes: `
        Señor, cálmese un poco
        Bueno, ¡no es mi problema!
        Uf, no tengo ni idea
        Como ya le dije… imposible
        Perdone, debió leer las condiciones
        ya no se puede hacer nada
        CÁLMESE
        Eso no es mi problema la verdad
      `,
      no: `
        C: ¿no se puede hacer nada? | Sí, me encargo.
        No es el problema de mi área pero le ayudo.
        Las ideas de ella no las tengo.
        Las condiciones cambiaron, debió avisarse.
        Ya le dije a mi jefa.
        No sé todavía, lo reviso.
        Se puede hacer una excepción.
        La calma volvió.
      `,
    },
  ),
  ...cases(
    'shouting',
    'es',
    {
      yes: `
        LEA EL MANUAL PRIMERO
        Ya lo dije: ENVÍE LA FOTO GRACIAS
        ¡¡¡No!!!
        ESPERE AL TÉCNICO
        Es el ÚLTIMO Y ÚNICO AVISO
        Así no ! ! !
        SU PEDIDO ESTÁ RETRASADO
        sí!!!!
        YA LO RESPONDIMOS ANTES
        no es NUESTRA CULPA SEÑORA, de verdad
        BUENOS DÍAS SEÑORA RUIZ
        ¡¡¡Gracias!!!!!
      `,
      no: `
        Envíe el IBAN y el BIC para SEPA, DHL recoge.
        OK
        Los puertos USB HDMI y LAN están detrás.
        ¡¡Genial!! ¡Hasta pronto!
        Es MUY importante.
        El código es VERANO2026.
        C: ¡¡¡DÓNDE ESTÁ MI PAQUETE!!! | Lo reviso.
        T: ¡PEDIDO ENVIADO! ¡NÚMERO ADJUNTO!
        El NIF y el IVA van en el PDF.
        La ONU y la OTAN lo usan.
        ¡Sí!
        Tallas S, M, L, XL
      `,
    },
    {
      yes: `
        CUÁNTAS VECES HAY QUE DECIRLO
        Debe PAGAR LA FACTURA AHORA o paramos
        ¡¡¡Por fin!!! Funciona
        NO ABRA LA CAJA
        ¿Por qué no lee!!!
        YO NO SOY SU SECRETARIA
        Perdone, YO NO PUEDO AYUDAR con eso
        FELIZ TARDE SEÑOR
      `,
      no: `
        El PDF muestra el IVA en EUR.
        El SAT de la ITV abre el lunes.
        Por favor NO abrir.
        C: ESTOY FURIOSO | Lo entiendo.
        Series AB12CD34 y XY99ZZ11.
        ¿De verdad? ¡Genial!
        Tome el AVE a las diez.
        Aceptamos VISA y AMEX.
      `,
    },
  ),
  ...cases(
    'name_used',
    'es',
    {
      yes: `
        Ana García # ¡Hola Ana!
        Ana García # Estimada señora Garcia
        José Núñez # Buenas tardes don Jose
        José Núñez # Sr. Nunez, su pedido
        María del Carmen Ruiz # Gracias María
        Íñigo Peña # Hola Iñigo
        Ángel Cruz # Hola Ángel
        Rosa León # Buenos días señora León
        Paz Vega # Gracias, Paz.
        LUZ ☀️ # ¡Claro, Luz!
        Juan Pérez # Sr. Perez, listo.
        Sol Díaz # Hola Sol, dime.
      `,
      no: `
        Ana García # Hola, ¿en qué puedo ayudar?
        Ana García # La semana que viene.
        Rosa León # El modelo rosa está agotado.
        Paz Vega # Espere en paz.
        Luz Marín # La luz se apagó.
        Sol Díaz # Mañana hará sol.
        Tom # C: soy Tom | Anotado.
        Juan # B: Hola Juan | ¿Su número?
        Leo # El paleontólogo ya llegó.
        Flor Ruiz # La flor está en oferta.
        Mar Gil # Con vista al mar.
        Iván # El diván está listo.
      `,
    },
    {
      yes: `
        Begoña Ibáñez # Hola Begona
        Raúl Gómez # Gracias Raul
        Ana Belén # Ana, ¿puede enviar una foto?
        Sra. Ortiz # Buenos días señora Ortiz
        Martín Reyes # De acuerdo Martín
        Dr. Luis Blanco # Doctor Blanco, está listo.
        Eva 🚲 # ¡Genial Eva!
        Ángeles Santos # Señora Santos, ya salió.
      `,
      no: `
        Luis Blanco # El blanco está agotado.
        Martín Reyes # Los reyes llegan en enero.
        Eva # La nueva tienda abrió.
        Raúl # La nevera es azul.
        Sara # Le pasará a usted.
        Leo # Leonardo no trabaja hoy.
        Nico # B: Hola Nico | ¿Número?
        Dulce Mora # Es un vino dulce.
      `,
    },
  ),
  ...cases(
    'left_unanswered',
    'es',
    {
      yes: `
        C: Hola | A: Hola | C: ¿Cuándo abren?
        A: Listo. | C: genial, y puedo cambiar la dirección
        C: cuánto cuesta
        C: ¿Es impermeable? | C: ¿¿hola??
        A: Sale hoy. | C: me pueden enviar la factura
        C: tienen el mismo en azul | C: o verde
        A: ¡Adiós! | C: espere, ¿y mi reembolso?
        C: quería saber si envían a Malta
        A: ok | C: dónde está la tienda exactamente
        A: Enviado | C: hay otros colores
      `,
      no: `
        C: ¿Cuándo abren? | A: A las nueve.
        C: puedo devolverlo | A: Sí, 30 días. | C: gracias
        C: cuánto cuesta | A: 20 euros | C: ok genial
        C: ¿Es impermeable? | B: Sí, 10.000 mm.
        A: ¿Algo más? | C: no gracias
        C: cuándo llega | A: Mañana | C: qué bien, gracias
        C: cancele por favor | A: Hecho | C: ¿ok?
        C: ¿dónde está? | A: En Madrid | C: ¡Qué alivio!
        C: ¿envían a Malta? | A: Sí | C: pido cuando llegue a casa
        C: pueden ayudarme | A: Sí | C: qué amable
      `,
    },
    {
      yes: `
        A: En camino | C: y cómo va el segundo paquete
        C: a quién me dirijo por un lente roto
        A: Anotado | C: ¿IVA incluido?
        C: sirve para una cama doble?
        A: ¡gracias! | C: entonces debo devolverlo?
        C: por qué me cobraron dos veces | C: ???
        A: Aquí está | C: cuál de los dos es más ligero
        C: tengo una duda sobre la garantía
        A: Lo reviso | C: ok | C: es gratis el estacionamiento?
        C: se puede pagar en efectivo
      `,
      no: `
        C: ¿el parking es gratis? | A: Sí.
        C: cómo lo reinicio | A: Botón largo | C: funciona, qué maravilla
        C: ¿cuál es más ligero? | A: El rojo | C: me llevo ese
        A: Está reparado | C: lo que me alegra
        C: ¿novedades? | A: Salió hoy
        C: pueden llamar | A: Llamo | C: la escucho
        A: Buen día | C: cuando necesite más escribo
        C: ¿con IVA? | A: Sí | C: 👍
        C: y ahora qué | A: Reinicie | C: era eso
        C: ¿está ahí? | A: Sí | C: qué buen servicio
      `,
    },
  ),
]
