import type {Language} from './language.ts'

export const french: Language = {
  code: 'fr',
  stopWords: `
    de la le et les des en un une du que qui dans pour au pas par plus sur se ce il est ne son
    avec sont cette ou mais ont été aux comme leur elle être sa fait ses deux je nous tout même
    si on après aussi entre sans encore y peut sous ils lui ces très dont faire avant très était
    avait où cet était contre selon depuis lors ainsi dit leurs notamment vous chez`,
  wordClasses: {
    address: `vous votre vos nous notre nos toi ton ta tes`,
    promotion: `
      newsletter abonnez abonnement abonner inscrivez inscription gratuit cookies cookie
      confidentialité conditions publicité copyright droits réservés commentaire commentaires
      partager suivez cliquez télécharger application site compte connexion`,
    report: `
      déclaré affirmé annoncé indiqué expliqué selon porte-parole police ministre gouvernement
      tribunal lundi mardi mercredi jeudi vendredi samedi dimanche`,
    authorship: `
      journaliste rédacteur rédactrice auteur autrice correspondant correspondante rédaction`,
    self: `je me moi mon ma mes j’ai j'ai`,
  },
  bylineOpeners: `par | écrit par | publié par | texte de | auteur | propos recueillis par`,
  bylineClosers: ``,
  months: `
    janvier janv | février févr fév | mars | avril avr | mai | juin | juillet juil | août aout |
    septembre sept | octobre oct | novembre nov | décembre déc`,
  weekdays: `lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche`,
  dateOpeners: `
    publié | publié le | mis à jour | mis à jour le | modifié le | le | date | actualisé le |
    posté le`,
  updateOpeners: `mis à jour | mise à jour | modifié | actualisé`,
  ago: {
    words: `il y a`,
    units: `
    seconde | secondes | minute | minutes | heure | heures | jour | jours | semaine | semaines |
    mois | an | ans`,
  },
  counters: {
    reads: `lectures | lecture | lecteurs`,
    views: `vues | vue | visites`,
    comments: `commentaire | commentaires | réactions`,
    shares: `partages | partage`,
    likes: `j’aime | mentions j’aime | votes`,
    minutes: `min de lecture | minutes de lecture | min | minutes | temps de lecture | durée de lecture | lecture`,
  },
  relatedHeadings: `
    à lire aussi | lire aussi | à lire également | sur le même sujet | articles liés | articles
    similaires | articles connexes | les plus lus | articles les plus lus | à la une | dernières
    actualités | dernières nouvelles | derniers articles | voir aussi | à voir aussi | plus
    d’articles | plus d'articles | vous aimerez aussi | ceci peut vous intéresser | cela peut
    vous intéresser | à découvrir | recommandé pour vous | dans la même rubrique | l'actualité
    en vidéo | article précédent | article suivant | en savoir plus`,
  relatedOpeners: `
    lire aussi | à lire aussi | à lire | lire | voir aussi | à voir | en savoir plus | pour
    aller plus loin | vidéo | notre dossier`,
  endHeadings: `
    commentaires | laisser un commentaire | ajouter un commentaire | vos commentaires | réagir |
    à propos de l’auteur | à propos de l'auteur | newsletter | inscrivez-vous | suivez-nous |
    mots-clés | étiquettes | tags | sources | source | contact | contacts | contact presse |
    partager | partager cet article | mentions légales`,
  endOpeners: `
    copyright | tous droits réservés | cet article a été | ce site utilise | nous utilisons des
    cookies | abonnez-vous | inscrivez-vous | suivez-nous | source : | contact : | contact
    presse | avec afp | (avec afp | votre adresse e-mail | à propos de`,
  feedLines: `l’article * est apparu en premier sur * | l'article * est apparu en premier sur *`,
  furniture: `
    partager | imprimer | enregistrer | commenter | accueil | menu | recherche | rechercher
    | se connecter | connexion | s’inscrire | s'inscrire | s’abonner | s'abonner | fermer
    | lire la suite | voir plus | en savoir plus | écouter | retour en haut | mentions légales
    | confidentialité | contact | aide | facebook | aller au contenu | suivant | précédent
    | accepter | tout accepter`,
  interruptions: `
    publicité | annonce | la suite après la publicité | la suite après cette publicité
    | l’article continue après la publicité | l'article continue après la publicité`,
  releaseLabels: `communiqué | communiqué de presse | dossier de presse`,
  releaseOpeners: `
    pour diffusion immédiate | pour publication immédiate | diffusion immédiate | sous embargo`,
  sectionNames: `
    politique | économie | sport | sports | culture | sciences | science | santé | société |
    monde | international | france | planète | environnement | éducation | médias | opinions |
    débats | idées | tribunes | régions | faits divers | justice | tech | technologie |
    numérique | voyage | style | droits humains | droits de l’homme`,
  captionOpeners: `
    photo | photos | crédit | crédits | crédit photo | image | illustration | photographie |
    légende | infographie`,
  captionClosers: `
    afp | reuters | getty images | archives | photo d’illustration | photo d'illustration | dr |
    sipa | maxppp | istock | epa | ap`,
  agencies: `afp | reuters | ats | belga | ap`,
  hangingWords: `
    le la les l’ un une des du de d’ et ou à au aux en dans sur sous pour par avec sans contre
    entre que`,
}
