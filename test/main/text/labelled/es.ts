import { labelled } from './labelled.ts'

export const es = labelled('es', {
  negative: `
    Mi paquete todavía no ha llegado y nadie contesta
    Llevo tres semanas esperando, esto es una vergüenza
    La pantalla estaba rota cuando abrí la caja
    no está nada bien, esperaba mucho más
    Su atención al cliente no es útil
    Genial, otro retraso 🙄
    ¡¡¡Quiero que me devuelvan mi dinero!!!
    Qué servicio tan “rápido”, dos horas al teléfono
    ¿¿Todavía sin entregar??
    Pedí uno azul y me llegó uno rojo
    La app se cierra cada vez que intento entrar
    ES LA TERCERA VEZ QUE PREGUNTO
    Estimado equipo, siempre he valorado su amabilidad, pero lamentablemente el repuesto también salió defectuoso y se me acaba la paciencia.
    Muy bonito pero se rompió a los dos días
    ¿Cuánto más tengo que esperar para una respuesta?
    Me cobraron dos veces, por favor arréglenlo
    gracias por nada
    Súper eficientes como siempre 🤡
    No vuelvo a comprar con ustedes nunca más
    No funciona 😡
    El repartidor fue muy grosero con mi madre
    Me dijeron que el lunes. Es jueves. Nada.
    Estoy muy decepcionada, el pastel estaba seco
    Perdón que insista, pero el reembolso que prometieron el mes pasado nunca llegó a mi cuenta
    no se lo recomiendo a nadie
    👎👎
    La comida llegó fría y faltaba la mitad
    Nadie me devolvió la llamada aunque lo prometieron
  `,
  neutral: `
    Hola, ¿a qué hora abren el sábado?
    ¿Dónde está mi pedido?
    ok gracias
    ¿Puedo cambiar la dirección de entrega del pedido 48213?
    ¿Tienen esta chaqueta en talla M?
    Quisiera devolver un par de zapatos, ¿cómo se hace?
    Claro, mañana le mando una foto
    ¿Me puede enviar la factura de marzo por favor? Muchas gracias
    ¿La batería es buena?
    Mi dirección es calle Molino 14, 3º B
    ¿Qué pasa si el artículo llega dañado?
    No hay problema, tómese su tiempo
    buenos días
    ¿Se puede pagar con tarjeta?
    sí la negra porfa 🙏
    No estoy en casa antes de las 6, déjelo con el vecino
    ¿La garantía cubre una pantalla rota?
    Hola, ¿me puede decir si ya salió el reembolso? 😊
    El número de pedido es 7781-22
    No gracias, eso es todo
    ¿Cómo cambio mi contraseña?
    Quiero dos entradas para la función de las 8
    Todavía no hice el pedido, solo quería saber el precio
    Gracias de antemano
    ¿Qué diferencia hay entre el plan básico y el premium?
    👍
    Lo consulto con mi esposa y le aviso
    ¿Cuándo vuelven a tener los buenos en stock?
  `,
  positive: `
    ¡Mil gracias, me salvaron el día!
    Todo llegó a tiempo y en perfecto estado
    La mejor atención al cliente que he tenido
    Nada mal, estoy muy impresionado
    Ya funciona, ¡muchísimas gracias!
    Llegó un poco tarde, pero la calidad es increíble y me encanta
    😍😍😍
    Son unos cracks 🎉
    Estoy muy contenta con el sofá
    ¡Guau, qué rápido!
    ninguna queja, excelente trabajo
    Por fin llegó y es precioso
    No sé cómo agradecerles
    Nunca tuve un problema en diez años, sigan así
    perfecto, justo lo que necesitaba
    Díganle a Ana que fue increíblemente amable y paciente
    Solo quería decir que a los niños les encantó el pastel ❤️
    Al principio dudaba, pero la verdad es una maravilla
    súper feliz, volveré a comprar
    no podría estar mejor
    Nada que reprochar, personal muy amable
    qué lindo 🥰
    Tenía miedo de que se rompiera, pero no, es sólido y funciona muy bien
    5 estrellas de mi parte ⭐⭐⭐⭐⭐
    Mucho mejor que el que tenía antes
    Qué bueno que lo pudimos resolver tan fácil
  `,
})
