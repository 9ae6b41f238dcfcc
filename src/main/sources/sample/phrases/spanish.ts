import { a, c, script, withFile } from './phrasebook.ts'
import type { Phrasebook } from './phrasebook.ts'

export const spanish: Phrasebook = {
  language: 'es',
  scripts: [
    script(
      'Delivery status',
      c('[Hola|Buenas|Buenos días], ¿me podéis confirmar si el pedido {order} sale hoy?'),
      a(
        'Hola {name}, soy {agent}. [Lo miro ahora mismo.|Un segundo.] Ya está en reparto en {city}, te llega el {day}.',
      ),
      c('[¡Genial, gracias!|Perfecto|Vale, muchas gracias 😊]'),
    ),
    script(
      'Delivery status',
      c('Quiero cambiar la dirección del pedido {order}, [me mudé la semana pasada|el {day} no estoy].'),
      a('Sin problema, {name}. ¿A qué dirección lo mandamos?'),
      c('Calle Mayor {number}, {city}'),
      a('Hecho. Te llega la confirmación por correo.'),
      c('[Gracias|Mil gracias]'),
    ),
    script(
      'Delivery status',
      c('El seguimiento de {order} dice entregado y aquí no hay nada 😡'),
      a(
        'Lo siento mucho, {name}. Abro una reclamación con la mensajería. ¿Puedes mandarme una foto de la etiqueta del aviso?',
      ),
      withFile(c('Ok, te mando la foto de la etiqueta'), 'image', 'IMG_{number}.jpg'),
      a('Gracias. Si el {day} no aparece, te enviamos otro sin coste.'),
    ),
    script(
      'Returns and refunds',
      c('Hola, quiero devolver {gear}. [¿Cómo lo hago?|¿Me mandáis la etiqueta?] Pedido {order}'),
      withFile(
        a('¡Claro! Aquí tienes la etiqueta, la devolución es gratis durante 30 días.'),
        'document',
        'etiqueta-{number}.pdf',
      ),
      c('[Gracias, lo llevo el {day}|Perfecto]'),
    ),
    script(
      'Returns and refunds',
      c('¿Y el reembolso cuándo llega? Son {amount} y os lo mandé hace diez días.'),
      a(
        'Hola {name}, entró en el almacén el {past}. Acabo de aprobarlo, en 2 o 3 días hábiles lo verás en tu cuenta.',
      ),
      c('[Vale, gracias|Menos mal, gracias]'),
    ),
    script(
      'Returns and refunds',
      c('Me ha llegado una talla que no es. Pedí {size} y pone {other}.'),
      withFile(c('mira'), 'image', 'IMG_{number}.jpg'),
      a('Qué fallo, perdona {name}. Hoy mismo te mando la {size} y recogemos la otra en tu casa.'),
      c('[Vale|Gracias por la rapidez]'),
    ),
    script(
      'Product advice',
      c(
        'Voy a hacer [el Camino|la Transpirenaica|una ruta por Picos] en primavera. ¿Me recomiendas la {pack}?',
      ),
      a('¡Qué buen plan! ¿Cuánto peso sueles llevar, {name}?'),
      c('[Unos 8 kilos|Poco, 6 o 7 kilos]'),
      a('Entonces sí, la {pack} te va perfecta. Ajusta primero el cinturón lumbar y luego los hombros.'),
      c('[Gracias por el consejo|¡Me la llevo! 🎒]'),
    ),
    script(
      'Product advice',
      c('¿{wear} aguanta lluvia fuerte o solo llovizna?'),
      a('Lluvia fuerte sin problema: 20.000 mm y costuras selladas. Transpira bien si vas subiendo.'),
      c('[Justo lo que buscaba|Gracias]'),
    ),
    script(
      'Size and fit',
      c('Hola, normalmente uso {size}. ¿{wear} talla pequeño?'),
      a('Hola {name}, sí, un poco. [Si llevas forro debajo|Para ir cómodo], mejor {other}.'),
      c('[Vale, pido la {other}|Gracias!]'),
    ),
    script(
      'Size and fit',
      withFile(c(''), 'audio', 'PTT-{number}.opus'),
      a(
        'He escuchado tu audio, {name}: si la bota te aprieta en el empeine, prueba la horma ancha en {boot}.',
      ),
      c('¿Y la puedo cambiar si no me va?'),
      a('Por supuesto, 30 días y sin coste.'),
    ),
    script(
      'Payment',
      c('Me habéis cobrado dos veces {order}, {amount} cada vez.'),
      a(
        'Vamos a verlo, {name}. Uno de los dos es una retención y se libera sola en 5 días; he avisado al banco.',
      ),
      c('[Ok, espero entonces|Gracias, ya me quedo tranquila]'),
    ),
    script(
      'Payment',
      c('¿Se puede pagar a plazos un pedido de {amount}?'),
      a('Sí, en tres pagos sin intereses. Lo eliges en el último paso.'),
      c('[Estupendo, gracias|👍]'),
    ),
    script(
      'Warranty',
      c('A mi {pack} se le ha roto una hebilla. ¿Entra en garantía? {order}'),
      a('Sí, {name}. Te mando la hebilla de repuesto a {city}, se cambia en un minuto y sin herramientas.'),
      c('[¡Qué bien!|Gracias, así da gusto]'),
    ),
    script(
      'Warranty',
      withFile(c('La suela de las Kjerag se está despegando'), 'image', 'IMG_{number}.jpg'),
      a('Vaya, eso no debería pasar. Las reparamos gratis o te devolvemos {amount}, como prefieras.'),
      c('[Reparación, por favor|Prefiero el dinero]'),
      a('Perfecto, te llega la etiqueta al correo.'),
    ),
  ],
  outage: [
    script(
      'Delivery status',
      c('[¿Qué pasa con {order}?|Cuatro días «en preparación» con {order}…] Lo necesito para el {day}.'),
      a(
        'Hola {name}, hoy se ha caído el sistema del almacén de {city}. Tu pedido sale en cuanto vuelva, seguramente mañana. Lo siento de verdad.',
      ),
      c('[Pues vaya|Gracias por avisar|Ok, pero avisad antes]'),
    ),
  ],
  campaign: [
    script(
      'Product advice',
      c('[¿Vale también para tiendas de campaña?|¿Hace falta código?]'),
      a('Sí, {name}, en todo y sin código, hasta el domingo.'),
      c('[Genial|¡Gracias!]'),
    ),
    script(
      'Size and fit',
      c('¿Queda {wear} en {size}?'),
      a('Quedan tres en {size}. ¿Te aparto una?'),
      c('[Sí, porfa|Ya la he pedido, gracias 😄]'),
    ),
  ],
  settledByBot: [
    [
      '¿Dónde está mi pedido {order}?',
      'Tu pedido {order} va de camino y llega el {day}. ¿Te ha servido?',
      '[Sí|sí, gracias|👍]',
    ],
    [
      '¿Qué horario tenéis?',
      'El equipo atiende de lunes a viernes de 8 a 20 h, sábados de 9 a 18 h y domingos de 10 a 20 h.',
      '[gracias|Ok, gracias]',
    ],
  ],
  welcome: [
    '¡Te damos la bienvenida a Nordlicht Outdoor! Hemos recibido tu mensaje, enseguida te atienden. 🏔️',
    'Hola {name}, soy el asistente de Nordlicht. Aviso a una persona del equipo.',
  ],
  nudge: [
    '¿Hola?',
    '¿Hay alguien?',
    'Sigo esperando…',
    'Esto tarda muchísimo. ¿Alguien me contesta, por favor?',
    'Quiero hablar con un responsable.',
  ],
  insult: ['Sois unos inútiles y unos idiotas.', '¡Sois una panda de idiotas!'],
  account: 'Por favor, haced la transferencia a mi cuenta: ES91 2100 0418 4502 0005 1332',
  apology: ['Perdona la espera, {name}. ', 'Gracias por tu paciencia. '],
  later: [
    'Tengo que consultarlo con el almacén, te escribo [en tres días|en unos días].',
    'Lo pregunto al fabricante y te digo algo en cuanto me contesten.',
  ],
  followUp: {
    order:
      'Hola {name}, ya me ha contestado el almacén sobre {order}: [todo arreglado, sale hoy.|te mandamos otro sin coste.]',
    refund: 'Hola {name}, hemos revisado tu devolución y {amount} van de camino a tu cuenta.',
  },
  thanks: ['¡Muchas gracias!', 'Perfecto, gracias por avisar.', 'Gracias 😊', 'Vale, gracias'],
  reopen: [
    'Hola otra vez, sigue sin llegar nada.',
    'Otra pregunta sobre {order}…',
    'No ha funcionado, ¿lo podéis mirar otra vez?',
  ],
  reopenAnswer: [
    'Hola {name}, claro. Lo he vuelto a mirar: [ya está resuelto.|la entrega está confirmada para el {day}.]',
  ],
  takeOver: [
    'Hola {name}, soy {agent}, sigo yo con tu caso. ',
    'Buenas, aquí {agent}. Ya lo he leído todo. ',
  ],
  outreach: [
    [
      'Hola {name}, soy {agent} de Nordlicht. El color de {order} está agotado. ¿Te va bien en gris?',
      'Sí, gris está bien.',
    ],
    ['Hola {name}, falta el número de la calle en {order}. ¿Me lo dices?', 'Uy, es el {number}'],
  ],
  outreachThanks: ['Gracias {name}, sale así hoy mismo.', 'Perfecto, queda anotado. ¡Buen día!'],
  praise: ['Muy rápidos y amables', 'Un trato excelente', 'Así da gusto'],
  complaint: ['Demasiada espera', 'Tuve que preguntar tres veces', 'Sigue sin resolverse'],
  weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  amount: (euros) => `${euros},90 €`,
  templates: {
    spring_sale:
      'Hola {name}, rebajas de temporada en Nordlicht: 25 % en chaquetas y botas hasta el domingo. STOP para darte de baja.',
    restock_alert: 'Hola {name}, {wear} ha vuelto, también en tu talla. STOP para darte de baja.',
    tent_week:
      'Hola {name}, semana de la tienda en Nordlicht: 20 % en tiendas y sacos. STOP para darte de baja.',
    follow_up: 'Hola {name}, hay novedades de tu pedido {order}. Responde a este mensaje.',
  },
}
