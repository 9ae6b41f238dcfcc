import { minuteOfDay, type Day } from '../promises.ts'
import type { SignalLexiconSource } from './lexicon.ts'

const numbers: Readonly<Record<string, number>> = {
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  diez: 10,
  quince: 15,
  veinte: 20,
  treinta: 30,
}
const count = String.raw`(\d{1,3}|${Object.keys(numbers).join('|')})`
const weekdays = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo']
const weekday = (name: string, index: number): readonly [RegExp, Day] => [
  new RegExp(
    String.raw`(?<! (?:del|desde el)) (?:el|este|proximo|del proximo|el proximo) ${name} (?!pasado)`,
  ),
  { kind: 'weekday', weekday: index },
]

export const spanish: SignalLexiconSource = {
  language: 'es',
  lists: {
    INSULT:
      'idiota|idiotas|imbecil|imbeciles|estupido|estupida|estupidos|estupidas|tarado|tarada|tarados|pendejo|pendeja|pendejos|cabron|cabrona|cabrones|inutil|inutiles|inepto|inepta|ineptos|ineptas|incompetente|incompetentes|ladron|ladrona|ladrones|ratero|rateros|ratas|estafador|estafadora|estafadores|mentiroso|mentirosa|mentirosos|mentirosas|sinverguenza|sinverguenzas|payaso|payasa|payasos|cerdo|cerda|cerdos|malnacido|malnacidos|desgraciado|desgraciada|desgraciados|miserable|miserables|delincuentes|retrasado|retrasados|subnormal|subnormales|capullo|capullos|boludo|boludos|pelotudo|pelotudos|huevon|huevones|culero|culeros|mamones|bestias|vagos|corruptos|chorros',
    WORTHLESS: 'basura|escoria|mierda|porqueria|verguenza_de_persona',
    DIM: 'tonto|tonta|tontos|tontas|bobo|boba|bobos|burro|burra|burros|sordo|sorda|sordos|ciego|ciega|ciegos|lerdo|lerdos|gilipollas',
    YOU: 'eres|sois|sos|usted_es|ustedes_son|es_usted|son_ustedes|todos_ustedes_son',
    MORE: 'un|una|unos|unas|todos|todas|muy|tan|bien|realmente|de_verdad|verdaderamente|simplemente|puros|puras|solo|bola_de|banda_de|panda_de|completos|completo|autenticos|verdaderos|grandes|gran',
    PERSON:
      'persona|humano|humana|ser_humano|agente|asesor|asesora|operador|operadora|alguien|representante|ejecutivo|ejecutiva|empleado|empleada|atencion_al_cliente',
    KIND: 'verdadero|verdadera|real|otra|otro',
    BOSS: 'gerente|supervisor|supervisora|jefe|jefa|encargado|encargada|responsable|director|directora|superior|superiores',
    WANT: 'quiero|quisiera|necesito|deseo|exijo|prefiero|queremos|necesitamos|me_gustaria|querria',
    CAN: 'puedo|podria|podemos|podriamos|se_puede|puede_ser|es_posible|como_puedo|como_hago_para',
    TALK: 'hablar|conversar|chatear|comunicarme|contactar|platicar',
    PASS: 'paseme|pasame|paseneme|comuniqueme|comunicame|conecteme|conectame|transfierame|transfiereme|derivame|deriveme|pongame|ponme',
    DO: 'llamo|llamare|llamaremos|llamamos|escribo|escribire|escribiremos|contacto|contactare|contactaremos|respondo|respondere|responderemos|confirmo|confirmare|confirmaremos|confirmamos|aviso|avisare|avisaremos|avisamos|informo|informare|informaremos',
    SEND: 'envio|enviare|enviaremos|enviamos|mando|mandare|mandaremos|mandamos',
    THING:
      'factura|enlace|link|foto|correo|email|detalles|informacion|confirmacion|presupuesto|documento|documentos|etiqueta|copia|recibo|mensaje|lista',
    ACT: 'llamar*|escribir*|contactar*|responder*|confirmar*|avisar*|informar*|revisar*|comunicar*',
  },
  asksPerson: `
    $WANT $TALK con ..1 $PERSON
    $CAN $TALK con ..1 $PERSON
    $PASS con|a ..1 $PERSON
    puede|podria|puedes|podrias pasarme|comunicarme|transferirme|conectarme|ponerme con|a ..1 $PERSON
    $WANT un|una $KIND? humano|agente|asesor|asesora|operador|representante|ser_humano
    $WANT una persona real|de_verdad|humana
    ^un|una? agente|asesor|humano|operador|operadora|persona_real|representante por_favor|porfavor|porfa$
    ^agente|asesor|humano|operador|operadora|persona_real$
    ^$TALK con un|una agente|asesor|asesora|humano|operador|persona|representante
    hay alguna|algun|alguien persona|humano|agente|asesor|real|con_quien
    no quiero hablar con un|una|este|el robot|bot|maquina
  `,
  asksManager: `
    $WANT $TALK|ver con|a? ..2 $BOSS
    $CAN $TALK con ..2 $BOSS
    $PASS con|a ..2 $BOSS
    puede|podria|puedes pasarme|comunicarme|transferirme|ponerme con|a ..2 $BOSS
    llame|llamen|traiga|llama a|al ..1 $BOSS
    exijo|quiero un|una|al|a_su|a_tu $BOSS
    ^un|una|el|su? $BOSS por_favor|ya|ahora$
    donde esta el|tu|su|la $BOSS
    quien es tu|su jefe|jefa|gerente|supervisor|superior
    escale|escalen mi|este|esto
  `,
  asksNobody: `
    no|nunca|tampoco me? quiero|quisiera|necesito|deseo|prefiero|queremos|hace_falta|hable $TALK? con? ..2 $PERSON|$BOSS|nadie
    no $CAN
    ya hable|hablamos|he_hablado|converse
    sin ..3 $PERSON|$BOSS
    cuando|porque|para_que ..2 $TALK
  `,
  abuse: `
    hijo|hijos|hija de|de_la|de_mil puta|perra|putas
    hijueputa|hijueputas|hdp|malparido|malparidos|malparida|gilipollas|pendejo|pendejos|pendeja|jodete|jodanse|jodeos
    vete|vayase|vayanse|vayan|idos|iros|andate a la? mierda|chingada|verga|puta_mierda|tomar_por_culo
    vete|vayase|vayanse|vayan|idos|iros|andate al diablo|carajo|infierno
    que te|os|les|se jodan|den
    chinga|chinguen a? tu|su madre
    $YOU $MORE? $MORE? $MORE? $INSULT|$WORTHLESS
    eres|sois|sos $MORE? $MORE? $DIM
    ^son|todos_son|son_todos $MORE? $MORE? $INSULT|$WORTHLESS
    son todos? unos|unas|una_bola_de|una_banda_de $MORE? $INSULT
    que $INSULT|$DIM son|sois|eres|sos
    sus agentes|empleados|companeros son $MORE? $MORE? $INSULT
    pinche|pinches|maldito|malditos|maldita|malditas|puto|putos $INSULT
    pedazo|trozo de $INSULT|$WORTHLESS|animal
    banda|panda|pandilla|bola|hatajo|atajo|manga|partida|manada|cuerda de $MORE? $INSULT
    ^idiotas|imbeciles|estafadores|ladrones|sinverguenzas|mentirosos|inutiles|rateros $
    ustedes|vosotros|usted|tu no sirven|servis|sirve|sirves para nada
    te|los|os|las voy|vamos a matar|golpear|reventar|romper_la_cara|partir_la_cara|partir_la_madre|romper_la_madre
    te|os voy|vamos a encontrar|destrozar|quemar|machacar|hundir
    se donde vives|viven|vivis|vive_usted|trabajas|trabajan
    callate|callense|callaos|callese la? boca|puta_boca|idiota|imbecil|estupido|estupida
    ^callate|callense|callaos $
    ojala te|se|os mueras|mueran|murais
    muerete|muerete_ya|moriros
  `,
  noAbuse: `
    soy|fui|me_siento|me_senti
    no son|eres|sois
    dice|dicen|piensa|piensan|cree|opina que
  `,
  promises: `
    le|te|les|os|lo|la $DO
    le|te|les|os $SEND ..5 $THING
    voy|vamos a enviar*|mandar* ..4 $THING
    le|te|les doy|dare|daremos|mantengo|mantendre ..2 respuesta|noticias|aviso|informado|informada
    me|nos comunico|comunicare|comunicaremos|comunicamos|pondre|pondremos|pongo|ponemos con|en
    voy|vamos a $ACT
    recibira|tendra|recibiras|tendras ..4 respuesta|noticias|llamada|confirmacion
    mi|un|una|nuestro|nuestra companero|companera|colega|equipo|asesor|supervisor le|te|lo|la|se llamara|contactara|escribira|respondera|comunicara
  `,
  promisesNothing: `
    no|nunca|si|quizas|quiza|tal_vez|podria|intentare|intento|intentaremos|ojala|espero|talvez|quieres|quiere|desea
    ya le|te
  `,
  times: {
    offsets: [
      [/ (?:en|dentro de) media hora /, () => 30],
      [/ (?:en|dentro de) una hora y media /, () => 90],
      [
        new RegExp(
          String.raw` (?:en|dentro de) (?:unos |unas |las proximas |los proximos |menos de )?${count} (min|minuto|minutos|h|hora|horas|dia|dias|semana|semanas) `,
        ),
        ([, number, unit = '']) => (numbers[number ?? ''] ?? Number(number)) * (unitMinutes[unit] ?? 0),
      ],
    ],
    days: [
      [/ pasado manana /, { kind: 'day', days: 2 }],
      [/ (?:esta manana|esta tarde|esta noche) /, { kind: 'day', days: 0 }],
      [/(?<! (?:la|esta|de|para|desde)) manana /, { kind: 'day', days: 1 }],
      [/(?<! (?:de|desde|para)) hoy /, { kind: 'day', days: 0 }],
      [/ al final del dia | a lo largo del dia /, { kind: 'day', days: 0 }],
      ...weekdays.map(weekday),
      [/ (?:proxima semana|semana que viene|semana proxima) /, { kind: 'week', weeks: 1 }],
      [/ esta semana | fin de semana | final de (?:la )?semana /, { kind: 'week', weeks: 0 }],
    ],
    parts: [
      [/ (?:por|de|en) la manana | esta manana | a primera hora /, 12 * 60],
      [/ mediodia /, 14 * 60],
      [/ (?:por|de|en) la tarde | esta tarde /, 20 * 60],
      [/ (?:por|de|en) la noche | esta noche /, 1440],
    ],
    clocks: [
      [
        / a las (\d{1,2})(?:[:.](\d\d))? (am|pm|de la manana|de la tarde|de la noche) /,
        ([, hour, minute, half = '']) =>
          minuteOfDay(hour, minute, half === 'am' || half === 'de la manana' ? 'am' : 'pm'),
      ],
      [
        / (?:a|antes de|sobre) las (\d{1,2})(?:[:.](\d\d))? /,
        ([, hour, minute]) => minuteOfDay(hour, minute, 'likely'),
      ],
    ],
  },
}

const unitMinutes: Readonly<Record<string, number>> = {
  min: 1,
  minuto: 1,
  minutos: 1,
  h: 60,
  hora: 60,
  horas: 60,
  dia: 1440,
  dias: 1440,
  semana: 10_080,
  semanas: 10_080,
}
