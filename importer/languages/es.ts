import type {Language} from './language.ts'

export const spanish: Language = {
  code: 'es',
  stopWords: `
    de la que el en y a los se del las un por con no una su para es al lo como más pero sus le
    ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde
    todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos
    qué unos yo otro otras otra él tanto esa estos mucho fue ha son han era ser tiene dos según
    está había sido tras`,
  wordClasses: {
    address: `usted ustedes tu tus tú te nuestro nuestra nuestros nuestras`,
    promotion: `
      newsletter boletín suscríbete suscripción suscribirse regístrate gratis cookies cookie
      privacidad términos condiciones publicidad copyright derechos reservados comentario
      comentarios compartir síguenos clic descarga aplicación web cuenta`,
    report: `
      dijo afirmó señaló explicó anunció aseguró según informó indicó policía ministro gobierno
      tribunal presidente lunes martes miércoles jueves viernes sábado domingo`,
    authorship: `
      periodista redactor redactora autor autora corresponsal redacción editor editora`,
    self: `yo mi mis me`,
  },
  bylineOpeners: `por | escrito por | texto | texto de | autor | autora | redacción`,
  bylineClosers: ``,
  months: `
    enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul | agosto
    ago | septiembre setiembre sept sep | octubre oct | noviembre nov | diciembre dic`,
  weekdays: `lunes | martes | miércoles | jueves | viernes | sábado | domingo`,
  dateOpeners: `
    publicado | publicado el | publicada | actualizado | actualizado el | actualizada | fecha |
    última actualización | modificado el`,
  updateOpeners: `actualizado | última actualización | modificado`,
  ago: {
    words: `hace`,
    units: `
    segundo | segundos | minuto | minutos | hora | horas | día | días | semana | semanas | mes |
    meses | año | años`,
  },
  counters: {
    reads: `lecturas | lectura | lectores | veces leído`,
    views: `visitas | vistas | visualizaciones`,
    comments: `comentario | comentarios | respuestas`,
    shares: `compartidos | veces compartido`,
    likes: `me gusta | votos`,
    minutes: `min de lectura | minutos de lectura | min | minutos | tiempo de lectura`,
  },
  relatedHeadings: `
    lea también | lee también | te puede interesar | te puede interesar | también te puede
    interesar | te podría interesar | noticias relacionadas | artículos relacionados | contenido
    relacionado | relacionados | relacionadas | más noticias | más leídas | lo más leído | lo
    más visto | más información | últimas noticias | lo último | destacados | recomendados |
    recomendado | ver también | más sobre este tema | otras noticias | artículo anterior |
    artículo siguiente | siguiente | en portada`,
  relatedOpeners: `
    lea también | lee también | leer también | leer más | lea | más información | ver también |
    te puede interesar | vea también | video | vídeo`,
  endHeadings: `
    comentarios | deja un comentario | dejar un comentario | deja una respuesta | escribe un
    comentario | sobre el autor | sobre la autora | acerca del autor | newsletter | boletín |
    suscríbete | síguenos | síguenos en | etiquetas | temas | tags | archivado en | fuentes |
    fuente | contacto | compartir | compartir en | aviso legal`,
  endOpeners: `
    copyright | todos los derechos reservados | derechos reservados | este artículo fue | este
    sitio utiliza | utilizamos cookies | suscríbete | suscríbase | síguenos | síganos | fuente:
    | contacto: | con información de | tu dirección de correo | archivado en | etiquetas:`,
  feedLines: `la entrada * se publicó primero en * | la entrada * apareció primero en *`,
  furniture: `
    compartir | imprimir | guardar | comentar | inicio | menú | buscar | búsqueda
    | iniciar sesión | entrar | registrarse | regístrate | suscríbete | cerrar | leer más
    | ver más | escuchar | volver arriba | aviso legal | privacidad | contacto | ayuda
    | facebook | saltar al contenido | siguiente | anterior | aceptar`,
  interruptions: `
    publicidad | anuncio | anuncios | la noticia continúa tras la publicidad
    | sigue leyendo después de la publicidad | continúa después de la publicidad`,
  releaseLabels: `comunicado | comunicado de prensa | nota de prensa | boletín de prensa`,
  releaseOpeners: `
    para publicación inmediata | para difusión inmediata | para su publicación inmediata
    | para divulgación inmediata | embargado hasta | embargada hasta | bajo embargo hasta`,
  sectionNames: `
    política | economía | deportes | cultura | ciencia | salud | sociedad | mundo |
    internacional | nacional | españa | méxico | argentina | tecnología | opinión | educación |
    medio ambiente | sucesos | justicia | negocios | entretenimiento | espectáculos | televisión
    | viajes | estilo | derechos humanos`,
  captionOpeners: `
    foto | fotos | fotografía | imagen | crédito | créditos | archivo | ilustración | gráfico`,
  captionClosers: `
    efe | afp | reuters | getty images | archivo | foto de archivo | cortesía | europa press |
    ap`,
  agencies: `efe | europa press | ep | afp | reuters | télam | notimex | ap`,
  hangingWords: `
    el la los las un una de del y o a al en con por para sobre entre contra sin que`,
}
