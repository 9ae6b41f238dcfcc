import { minuteOfDay, type Day } from '../promises.ts'
import type { SignalLexiconSource } from './lexicon.ts'

const numbers: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  dix: 10,
  quinze: 15,
  vingt: 20,
  trente: 30,
}
const count = String.raw`(\d{1,3}|${Object.keys(numbers).join('|')})`
const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const weekday = (name: string, index: number): readonly [RegExp, Day] => [
  new RegExp(String.raw`(?<! (?:de|du|depuis|le|au)) ${name} (?!dernier)`),
  { kind: 'weekday', weekday: index },
]

export const french: SignalLexiconSource = {
  language: 'fr',
  lists: {
    INSULT:
      'con|cons|conne|connes|connard|connards|connasse|connasses|debile|debiles|abruti|abrutie|abrutis|imbecile|imbeciles|idiot|idiote|idiots|idiotes|cretin|cretine|cretins|tocard|tocards|ordure|ordures|salaud|salauds|batard|batards|pourriture|pourritures|vermine|voleur|voleurs|voleuse|voleuses|escroc|escrocs|menteur|menteurs|menteuse|menteuses|arnaqueur|arnaqueurs|truands|bandits|clown|clowns|guignols|charlots|bouffon|bouffons|incapable|incapables|incompetent|incompetente|incompetents|minable|minables|feignant|feignants|faineant|faineants|bon_a_rien|bons_a_rien|moins_que_rien|parasites|rapaces|attarde|attardes|demeure|demeures|tare|tares|rates|raclures|raclure|merdes',
    DIM: 'stupide|stupides|bete|betes|debile|debiles|con|cons|conne|connes|demeure|demeures|attarde|attardes',
    MORE: 'tous|toutes|vraiment|tellement|completement|totalement|carrement|franchement|juste|bien|trop|si|que|qu|un|une|de|des|d|vrais|vrai|vraie|gros|grosse|sales|sale|pauvres|pauvre|belle|bande|bande_de|bande_d|rien_d_autre_que|quand_meme|decidement',
    PERSON:
      'conseiller|conseillere|personne|humain|etre_humain|agent|operateur|operatrice|quelqu_un|representant|collaborateur|interlocuteur|service_client',
    KIND: 'vrai|vraie|veritable|autre|reel|reelle',
    BOSS: 'responsable|manager|superieur|superieure|directeur|directrice|chef|patron|patronne|gerant|gerante|hierarchie|direction|superviseur',
    WANT: 'veux|voudrais|souhaite|souhaiterais|aimerais|desire|prefere|exige|dois|demande',
    TALK: 'parler|discuter|echanger|communiquer|m_entretenir',
    TO: 'a|avec|au|aux',
    ACT: 'rappeler|recontacter|contacter|repondre|revenir|tenir_au_courant|confirmer|informer|appeler|ecrire|verifier|renseigner',
    THING:
      'facture|lien|photo|mail|email|courriel|details|informations|infos|confirmation|devis|document|documents|etiquette|copie|recu|message|liste',
    DO: 'rappelle|rappellerai|recontacte|recontacterai|contacte|contacterai|ecris|ecrirai|reponds|repondrai|reviens|reviendrai|tiens_au_courant|tiendrai_au_courant|confirme|confirmerai|informe|informerai|appelle|appellerai|ferai_un_retour|fais_un_retour|ferai_signe',
    DOALL:
      'rappelons|rappellerons|recontactons|recontacterons|contacterons|ecrirons|repondrons|revenons|reviendrons|tenons_au_courant|tiendrons_au_courant|confirmerons|informerons|appellerons|ferons_un_retour',
    DOES: 'rappellera|recontactera|contactera|ecrira|repondra|reviendra|appellera|informera',
  },
  asksPerson: `
    je $WANT ..1 $TALK $TO ..2 $KIND? $PERSON
    j aimerais ..1 $TALK $TO ..2 $KIND? $PERSON
    puis|peux|pourrais|pourrai je ..1 $TALK $TO ..2 $KIND? $PERSON
    je peux|pourrais ..1 $TALK $TO ..2 $KIND? $PERSON
    peut|pourrait on ..1 $TALK $TO ..2 $KIND? $PERSON
    on peut ..1 $TALK $TO ..2 $KIND? $PERSON
    possible de|d ..1 $TALK $TO ..2 $KIND? $PERSON
    comment $TALK $TO ..2 $KIND? $PERSON
    passez|passer|passe|mettez|transferez|connectez moi ..3 $PERSON
    me passer|transferer|mettre ..3 $PERSON
    je $WANT un|une $KIND $PERSON
    je $WANT un|une conseiller|conseillere|humain|etre_humain|agent|operateur
    j ai besoin d un|une $KIND? conseiller|conseillere|humain|etre_humain|agent|operateur
    j ai besoin de $TALK $TO ..2 $KIND? $PERSON
    ^un|une? $KIND? conseiller|conseillere|humain|agent|operateur svp|s_il_vous_plait|s_il_te_plait$
    ^$TALK $TO ..1 $KIND? conseiller|conseillere|humain|agent|operateur|personne
    ^conseiller|conseillere|humain|agent_humain|operateur$
    y a t il un|une $KIND? humain|personne|conseiller|agent
    il y a quelqu un|une $
    je ne veux pas parler $TO un|une|ce|votre robot|bot|machine
  `,
  asksManager: `
    je $WANT ..1 $TALK|voir|joindre|contacter $TO? ..2 $BOSS
    j aimerais ..1 $TALK|voir|joindre|contacter $TO? ..2 $BOSS
    puis|peux|pourrais je ..1 $TALK|voir|joindre $TO? ..2 $BOSS
    je peux|pourrais ..1 $TALK|voir|joindre $TO? ..2 $BOSS
    peut on ..1 $TALK $TO ..2 $BOSS
    j ai besoin de $TALK $TO ..2 $BOSS
    passez|passer|appelez|mettez moi ..3 $BOSS
    me passer|transferer ..2 $BOSS
    je veux|exige|demande un|une|le|la|votre $BOSS
    ^un|une|le|la|votre? $BOSS svp|s_il_vous_plait|maintenant$
    ou est votre|le|la $BOSS
    qui est votre $BOSS
    faites remonter ma|mon|cette
  `,
  asksNobody: `
    veux|voudrais|souhaite|besoin|peux pas|plus ..4 $PERSON|$BOSS
    ne ..2 pas|plus ..4 $PERSON|$BOSS
    sans ..3 $PERSON|$BOSS
    deja parle|discute|echange|eu
    pas besoin
    inutile de
    si|quand|lorsque|pourquoi je|j|on
  `,
  abuse: `
    connard|connards|connasse|connasses|encule|encules|salope|salopes|enfoire|enfoires|ntm|fdp
    fils de pute|putes
    nique|niquez ta|ta_race|ta_mere|vos mere|race|meres
    nique ta mere
    va|allez te|vous faire foutre|enculer|voir|mettre
    ferme|fermez ta|vos|votre gueule
    ta|vos gueule|gueules
    ferme|fermez la $
    je t|vous emmerde
    ^degage|degagez $
    ^casse_toi|cassez_vous|barre_toi $
    bande|ramassis|tas|troupeau|equipe de|d gros|sales|pauvres|vrais? $INSULT
    pauvre|sale|gros|grosse|espece_de|espece_d $INSULT|merde
    pauvre type|cloche
    tu|vous|t|n es|etes $MORE? $MORE? $MORE? $INSULT|$DIM
    tu|vous|t|n es|etes $MORE? $MORE? une|qu_une|que_de|de_la grosse|belle|vraie? merde|merdes
    es|etes tu|vous $MORE? $MORE? $INSULT|$DIM
    vos conseillers|agents|employes|collegues sont $MORE? $MORE? $INSULT
    ^voleurs|escrocs|menteurs|arnaqueurs|imbeciles|idiots|abrutis|incapables|cretins|debiles $
    je|on vais|va te|vous tuer|frapper|defoncer|buter|casser_la_gueule|eclater|demonter|massacrer|etrangler|egorger|retrouver_et
    je sais ou tu|vous habites|habitez|travailles|travaillez|vis|vivez
    creve|crevez $
    va|allez crever|mourir|au_diable|en_enfer
  `,
  noAbuse: `
    je suis|me_sens|me_sentais
    me suis senti|sentie
    pas|jamais un|une|des|si|aussi|trop? ..1 $INSULT|$DIM
    dit|disent|pense|pensent|trouve|croit que|qu vous|tu
  `,
  promises: `
    je|j vous|te|lui|me|le|la? $DO
    nous|on vous|te? $DOALL|$DO
    je vais|vais_vous|vais_te vous|te|le|la|lui|y? $ACT
    nous allons vous|te|le|la? $ACT
    on va vous|te|le? $ACT
    je|on|nous vous|te|t? envoie|enverrai|transmets|transmettrai|envoyons|enverrons|transmettrons|ferai_parvenir ..4 $THING
    vais|allons|va vous|te|t? envoyer|transmettre ..4 $THING
    vous aurez|recevrez|recevez ..4 reponse|retour|nouvelles|appel|nouvelle
    un|une|mon|ma|notre collegue|conseiller|conseillere|responsable|equipe|technicien vous|te $DOES
  `,
  promisesNothing: `
    pas|jamais|si|peut_etre|essaie|essaierai|essayer|pourrais|pourrait|pourrions|espere|eventuellement|dois_je|voulez|souhaitez
    ne ..3 plus
  `,
  times: {
    offsets: [
      [/ dans l heure /, () => 60],
      [/ (?:dans|d ici) une demi heure /, () => 30],
      [
        new RegExp(
          String.raw` (?:dans|d ici|sous|en moins de) (?:les |environ |les prochaines )?${count} (?:prochaines? |petites? )?(min|minute|minutes|h|heure|heures|jour|jours|semaine|semaines) `,
        ),
        ([, number, unit = '']) => (numbers[number ?? ''] ?? Number(number)) * (unitMinutes[unit] ?? 0),
      ],
    ],
    days: [
      [/ apres demain /, { kind: 'day', days: 2 }],
      [/(?<! (?:de|pour|depuis)) demain /, { kind: 'day', days: 1 }],
      [/ (?:ce soir|ce matin|cet apres midi) /, { kind: 'day', days: 0 }],
      [/(?<! (?:d|depuis|pour)) aujourd hui /, { kind: 'day', days: 0 }],
      [/ (?:dans la|en fin de|fin de) journee | dans la (?:matinee|soiree) /, { kind: 'day', days: 0 }],
      ...weekdays.map(weekday),
      [/ semaine prochaine /, { kind: 'week', weeks: 1 }],
      [/ cette semaine | fin de (?:la )?semaine | ce week end /, { kind: 'week', weeks: 0 }],
    ],
    parts: [
      [/ (?:matin|matinee) /, 12 * 60],
      [/ midi (?<!apres midi )/, 14 * 60],
      [/ apres midi /, 18 * 60],
      [/ (?:soir|soiree) /, 22 * 60],
    ],
    clocks: [
      [
        / (?:a|vers|avant) (\d{1,2}) (?:h|heure|heures)(?: (\d\d))? /,
        ([, hour, minute]) => minuteOfDay(hour, minute, '24h'),
      ],
      [/ (?:a|vers|avant) (\d{1,2}):(\d\d) /, ([, hour, minute]) => minuteOfDay(hour, minute, '24h')],
    ],
  },
}

const unitMinutes: Readonly<Record<string, number>> = {
  min: 1,
  minute: 1,
  minutes: 1,
  h: 60,
  heure: 60,
  heures: 60,
  jour: 1440,
  jours: 1440,
  semaine: 10_080,
  semaines: 10_080,
}
