import type { LabelledSignals } from './labelled.ts'

export const es: LabelledSignals = {
  language: 'es',
  asksPerson: {
    yes: `
      Quiero hablar con una persona
      ¿Puedo hablar con alguien?
      Páseme con un agente por favor
      Necesito hablar con un asesor
      Un agente por favor
      Me gustaría hablar con un humano
      Quisiera hablar con una persona real
      ¿Hay alguna persona real ahí?
      No quiero hablar con un robot
      Comuníqueme con un representante
      ¿Podría hablar con un operador?
      Hablar con un asesor
    `,
    no: `
      No quiero hablar con un agente
      Ya hablé con un agente ayer
      ¿Eres humano?
      ¿Para cuántas personas es la mesa?
      No necesito hablar con nadie, gracias
      El agente fue muy amable
      ¿Puedo regalarlo a otra persona?
      La persona que lo entregó llegó tarde
      Mi agente de viajes me dio este número
      Fue un placer hablar con una persona real
      ¿Tengo que llamar a alguien para cancelar?
      Sin hablar con un asesor lo resolví
    `,
  },
  asksManager: {
    yes: `
      Quiero hablar con su jefe
      ¿Puedo hablar con el gerente?
      Páseme con su supervisor
      Exijo hablar con un encargado
      Necesito hablar con el responsable
      ¿Quién es tu jefe?
      ¿Dónde está el encargado?
      Comuníqueme con la gerente
      Un supervisor por favor
      Quisiera hablar con su superior
      Llame a su jefe
      Me gustaría hablar con el director
    `,
    no: `
      Soy el gerente de un hotel pequeño
      No quiero hablar con su jefe
      Mi jefe quiere pedir diez
      Su supervisor ya me llamó
      Ya hablé con el gerente
      ¿Quién es el responsable de los gastos de envío?
      El encargado de la tienda fue amable
      No hace falta hablar con el supervisor
      El director de la escuela necesita una factura
      ¿Incluye gestor de contraseñas?
      Tenemos un jefe nuevo
      Ustedes son responsables de la demora
    `,
  },
  abuse: {
    yes: `
      Son unos idiotas
      Vete a la mierda
      Hijo de puta
      Eres un imbécil
      Chinga tu madre
      Que te jodan
      Gilipollas
      Cállate la boca
      Son unos ladrones
      Te voy a matar
      Pendejos
      Ojalá te mueras
    `,
    no: `
      Esto es una mierda
      Soy un idiota, me equivoqué de dirección
      Joder, otra vez tarde
      La batería está muerta
      Es el peor servicio que he visto
      Me siento estúpida por no verlo antes
      ¿Dónde tiro la basura?
      Qué asco de aplicación
      Me robaron el paquete, hay ladrones en el barrio
      Me matan estos precios jaja
      No son malos, solo lentos
      El cerdo está bueno
    `,
  },
  promise: {
    yes: `
      Le llamo mañana | +2d 00:00
      Te escribiré mañana por la mañana | +1d 12:00
      Le enviaremos la factura esta tarde | 20:00
      Le responderé en dos horas | 12:00
      Me comunico con usted el viernes | +5d 00:00
      Voy a revisarlo y le aviso hoy | +1d 00:00
      Recibirá una respuesta mañana | +2d 00:00
      Te confirmo a las 15:00 | 15:00
      Le daremos una respuesta la próxima semana | +14d 00:00
      Mi compañero le llamará hoy | +1d 00:00
      Nos pondremos en contacto esta semana | +7d 00:00
      Le aviso en 30 minutos | 10:30
    `,
    no: `
      No puedo llamarle mañana
      ¿Le llamo mañana?
      No hace falta que me llame mañana
      Ya le llamé ayer
      Su paquete llega mañana
      Lo reviso ahora mismo
      Puede llamarnos mañana
      Si no llega el viernes, le enviamos otro
      Hoy estamos cerrados
      Quizás le llame mañana
      Buenas, mañana es festivo
      ¿Puedo llamarle en diez minutos?
      Intentaré llamarle mañana
      Envíenos la foto mañana
      Hoy mismo te mando la talla M
      Le devolvemos el dinero el viernes
    `,
  },
}
