import type { LabelledSignals } from './labelled.ts'

export const fr: LabelledSignals = {
  language: 'fr',
  asksPerson: {
    yes: `
      Je veux parler à un conseiller
      Puis-je parler à quelqu'un ?
      Passez-moi un agent s'il vous plaît
      J'aimerais discuter avec une vraie personne
      Un conseiller svp
      Est-il possible de parler à un humain ?
      Je voudrais échanger avec un conseiller
      Parler à un humain
      Y a-t-il une vraie personne ici ?
      J'ai besoin d'un conseiller
      Peut-on parler avec quelqu'un ?
      Je ne veux pas parler à un robot
    `,
    no: `
      Je ne veux pas parler à un conseiller
      J'ai déjà parlé à un conseiller hier
      Êtes-vous un humain ?
      Pas besoin de me passer un agent
      La personne qui a livré était gentille
      Combien de personnes peuvent venir ?
      Votre conseiller m'a très bien aidé
      Dois-je appeler quelqu'un pour annuler ?
      Mon agent immobilier m'a donné ce numéro
      C'était agréable de parler à une vraie personne
      Puis-je l'offrir à une autre personne ?
      Si je veux parler à un conseiller, c'est quel numéro
    `,
  },
  asksManager: {
    yes: `
      Je veux parler à votre responsable
      Passez-moi votre supérieur
      Puis-je parler au directeur ?
      J'exige de parler à un responsable
      Appelez-moi le patron
      Je voudrais joindre votre direction
      Où est votre responsable ?
      Un responsable svp
      Je souhaite m'entretenir avec votre manager
      Qui est votre supérieur ?
      Je peux voir le chef ?
      J'aimerais parler à la gérante
    `,
    no: `
      Je suis le responsable d'un petit hôtel
      Je ne veux pas parler à votre responsable
      Mon patron veut commander dix pièces
      Votre responsable m'a déjà appelé
      J'ai déjà parlé à votre directeur
      Le chef cuisinier recommande quoi ?
      Pas besoin d'un responsable
      Qui est responsable des frais de retour ?
      Le gestionnaire de mots de passe est inclus ?
      La direction de l'école demande une facture
      Notre manager est en vacances
      Vous êtes responsable de ce retard
    `,
  },
  abuse: {
    yes: `
      Bande de cons
      Va te faire foutre
      Ferme ta gueule
      Connard
      Vous êtes des abrutis
      Espèce de connard
      Nique ta mère
      Je vais te tuer
      Pauvre con
      Vous êtes vraiment des imbéciles
      Allez vous faire foutre
      fils de pute
    `,
    no: `
      C'est de la merde votre application
      Je suis vraiment un idiot, j'ai oublié le code
      Putain, encore en retard
      Les ordures ménagères passent quand ?
      Quelle espèce de câble faut-il ?
      C'est nul, je suis très déçu
      Fermez la commande s'il vous plaît
      Le con de chat a cassé la tasse, je dois racheter
      La batterie est morte
      Vous me tuez avec ces prix haha
      Une bande de tissu suffit
      Votre service est une honte
    `,
  },
  promise: {
    yes: `
      Je vous rappelle demain | +2d 00:00
      Je vous rappellerai demain matin | +1d 12:00
      Nous vous recontacterons d'ici vendredi | +5d 00:00
      Je reviens vers vous dans deux heures | 12:00
      Je vous envoie la facture cet après-midi | 18:00
      Vous aurez une réponse demain | +2d 00:00
      Je vais vous rappeler à 15h | 15:00
      Nous allons vous répondre la semaine prochaine | +14d 00:00
      Mon collègue vous contactera aujourd'hui | +1d 00:00
      Je vérifie et je vous tiens au courant ce soir | 22:00
      On vous rappelle mercredi | +3d 00:00
      Je vous confirme cela sous 24 heures | +1d 10:00
    `,
    no: `
      Je ne peux pas vous rappeler demain
      Dois-je vous rappeler demain ?
      Inutile de me rappeler demain
      Je vous ai appelé hier
      Votre colis arrive demain
      Puis-je vous rappeler dans dix minutes ?
      Je vérifie tout de suite
      Si vous n'avez rien demain, je vous envoie un autre colis
      Vous pouvez nous rappeler demain
      Nous sommes fermés aujourd'hui
      Je vous rappellerai peut-être demain
      Rappelez-nous vendredi
      Demain je suis en congé
      Merci de nous envoyer la photo demain
      Je vous envoie un autre colis demain
      Nous vous remboursons vendredi
    `,
  },
}
