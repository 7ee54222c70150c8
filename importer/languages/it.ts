import type {Language} from './language.ts'

export const italian: Language = {
  code: 'it',
  stopWords: `
    di e il la che in a per un è del non una i le si con da della sono nel al dei alla più ha
    come lo ma anche su se gli delle o ci questo dal ad ed hanno essere nella stato due era suo
    sua ai loro dalla tra molto quando dopo sulla cui fra così prima tutti anni solo stata fatto
    perché cosa suoi mi contro ogni chi poi ancora senza dove già sul all quella quello secondo`,
  wordClasses: {
    address: `tu tuo tua voi vostro vostra nostro nostra nostri`,
    promotion: `
      newsletter iscriviti abbonati abbonamento registrati gratis cookie privacy termini
      condizioni pubblicità copyright diritti riservati commento commenti condividi seguici
      clicca scarica app sito account`,
    report: `
      detto ha spiegato annunciato dichiarato affermato secondo riferito polizia ministro
      governo tribunale presidente lunedì martedì mercoledì giovedì venerdì sabato domenica`,
    authorship: `giornalista redattore redattrice autore autrice corrispondente redazione`,
    self: `io mio mia miei mie`,
  },
  bylineOpeners: `di | a cura di | scritto da | autore | testo di | dal nostro inviato
    | intervista di`,
  bylineClosers: ``,
  months: `
    gennaio gen | febbraio feb | marzo mar | aprile apr | maggio mag | giugno giu | luglio lug |
    agosto ago | settembre set sett | ottobre ott | novembre nov | dicembre dic`,
  weekdays: `lunedì | martedì | mercoledì | giovedì | venerdì | sabato | domenica`,
  dateOpeners: `
    pubblicato | pubblicato il | aggiornato | aggiornato il | ultimo aggiornamento | data |
    modificato il`,
  updateOpeners: `aggiornato | ultimo aggiornamento | ultima modifica | modificato`,
  ago: {
    words: `fa`,
    units: `
    secondo | secondi | minuto | minuti | ora | ore | giorno | giorni | settimana | settimane |
    mese | mesi | anno | anni`,
  },
  counters: {
    reads: `letture | lettura | lettori`,
    views: `visualizzazioni | visite`,
    comments: `commento | commenti | risposte`,
    shares: `condivisioni | condivisione`,
    likes: `mi piace | voti`,
    minutes: `min di lettura | minuti di lettura | min | minuti | tempo di lettura`,
  },
  relatedHeadings: `
    leggi anche | leggi anche | articoli correlati | notizie correlate | correlati | potrebbe
    interessarti | potrebbe interessarti anche | ti potrebbe interessare | i più letti | le più
    lette | più letti | ultime notizie | ultime | vedi anche | altri articoli | altre notizie |
    in evidenza | consigliati | articolo precedente | articolo successivo | approfondimenti |
    per approfondire`,
  relatedOpeners: `
    leggi anche | leggi | vedi anche | guarda anche | per approfondire | approfondisci | video`,
  endHeadings: `
    commenti | lascia un commento | scrivi un commento | informazioni sull'autore | l'autore |
    newsletter | iscriviti | seguici | seguici su | tag | argomenti | fonti | fonte | contatti |
    condividi | condividi su`,
  endOpeners: `
    copyright | tutti i diritti riservati | riproduzione riservata | © riproduzione riservata |
    questo articolo è | questo sito utilizza | utilizziamo i cookie | iscriviti | abbonati |
    seguici | fonte: | contatti: | il tuo indirizzo email | tag:`,
  feedLines: `l’articolo * sembra essere il primo su * | l'articolo * sembra essere il primo su *`,
  furniture: `
    condividi | stampa | salva | commenta | home | menu | cerca | accedi | registrati
    | abbonati | chiudi | leggi tutto | continua a leggere | mostra altro | ascolta | torna su
    | privacy | contatti | aiuto | facebook | vai al contenuto | successivo | precedente
    | accetta`,
  interruptions: `
    pubblicità | annuncio | continua dopo la pubblicità
    | l'articolo continua dopo la pubblicità | l’articolo continua dopo la pubblicità`,
  releaseLabels: `comunicato stampa | nota stampa`,
  releaseOpeners: `
    per diffusione immediata | per pubblicazione immediata | con preghiera di pubblicazione
    | con preghiera di diffusione | sotto embargo fino`,
  sectionNames: `
    politica | economia | sport | cultura | scienza | scienze | salute | società | mondo |
    esteri | italia | cronaca | tecnologia | opinioni | scuola | ambiente | giustizia |
    spettacoli | televisione | viaggi | moda | diritti umani`,
  captionOpeners: `
    foto | immagine | credito | crediti | illustrazione | fotografia | archivio | didascalia`,
  captionClosers: `ansa | afp | reuters | getty images | lapresse | archivio | imagoeconomica | ap`,
  agencies: `ansa | adnkronos | agi | askanews | italpress | lapresse | reuters | afp`,
  hangingWords: `
    il lo la i gli le un una di del della dei delle e o a al alla in nel nella con per su tra
    fra contro che`,
}
