import { labelled } from './labelled.ts'

export const fr = labelled('fr', {
  negative: `
    Mon colis n'est toujours pas arrivé et personne ne répond
    J'attends depuis trois semaines, c'est n'importe quoi
    L'écran était fissuré à l'ouverture du carton
    pas bon du tout, je m'attendais à mieux
    Votre service client n'est pas utile
    Génial, encore un retard 🙄
    Je veux être remboursé !!!
    Bravo pour votre service « rapide », deux heures d'attente
    Toujours pas livré ??
    J'ai commandé du bleu et j'ai reçu du rouge
    L'appli plante à chaque fois que je me connecte
    C'EST LA TROISIÈME FOIS QUE JE DEMANDE
    Bonjour, j'ai toujours apprécié votre gentillesse, mais malheureusement l'appareil de remplacement est lui aussi défectueux et je commence à perdre patience.
    Très joli mais cassé au bout de deux jours
    Combien de temps faut-il encore attendre une réponse ?
    Vous m'avez débité deux fois, merci de corriger
    merci pour rien
    Super efficace comme d'habitude 🤡
    Je ne commanderai plus jamais chez vous
    Ça marche pas 😡
    Le livreur a été impoli avec ma mère
    On m'avait dit lundi. On est jeudi. Rien.
    Je suis vraiment déçue, le gâteau était sec
    Désolé de vous relancer, mais le remboursement promis le mois dernier n'est jamais arrivé sur mon compte
    je ne le recommande à personne
    👎👎
    Repas froid et il en manquait la moitié
    Personne ne m'a rappelé alors que c'était promis
  `,
  neutral: `
    Bonjour, à quelle heure ouvrez-vous samedi ?
    Où est ma commande ?
    ok merci
    Est-ce que je peux changer l'adresse de livraison de la commande 48213 ?
    Vous avez cette veste en taille M ?
    Je voudrais renvoyer une paire de chaussures, comment ça se passe ?
    Oui, je vous envoie une photo demain
    Pouvez-vous m'envoyer la facture de mars s'il vous plaît ? Merci beaucoup
    La batterie est bonne ?
    Mon adresse est 14 rue du Moulin, 3e étage
    Que se passe-t-il si l'article arrive abîmé ?
    Pas de souci, prenez votre temps
    Bonjour
    On peut payer par carte ?
    oui la noire svp 🙏
    Je ne suis pas chez moi avant 18 h, laissez-le chez le voisin
    La garantie couvre un écran cassé ?
    Bonjour, pouvez-vous me dire si le remboursement est parti ? 😊
    Le numéro de commande est 7781-22
    Non merci, c'est tout
    Comment réinitialiser mon mot de passe ?
    Je voudrais deux places pour la séance de 20 h
    Je n'ai pas encore commandé, je voulais juste connaître le prix
    Merci d'avance
    Quelle est la différence entre l'offre de base et la premium ?
    👍
    Je demande à ma femme et je reviens vers vous
    Quand est-ce que les bons modèles reviennent en stock ?
  `,
  positive: `
    Merci infiniment, vous m'avez sauvé la journée !
    Tout est arrivé à l'heure et en parfait état
    Le meilleur service client que j'aie jamais eu
    Pas mal du tout, je suis impressionné
    Ça marche maintenant, merci mille fois !
    Un peu en retard, mais la qualité est top, j'adore
    😍😍😍
    Vous êtes géniaux 🎉
    Je suis très contente du canapé
    Waouh, c'était rapide !
    rien à redire, excellent travail
    Enfin arrivé et c'est magnifique
    Je ne vous remercierai jamais assez
    Jamais eu un problème en dix ans, continuez comme ça
    c'est parfait, exactement ce qu'il me fallait
    Dites à Anna qu'elle a été incroyablement gentille et patiente
    Juste pour dire que les enfants ont adoré le gâteau ❤️
    J'étais sceptique au début mais franchement c'est génial
    super contente, je recommanderai chez vous sans hésiter
    ça ne pourrait pas être mieux
    Aucun reproche, personnel très aimable
    trop beau 🥰
    J'avais peur que ça casse, mais non, c'est solide et ça marche très bien
    5 étoiles pour moi ⭐⭐⭐⭐⭐
    Bien mieux que mon ancien modèle
    Ravi qu'on ait pu régler ça aussi facilement
  `,
})
