import type {Language} from './language.ts'

export const portuguese: Language = {
  code: 'pt',
  stopWords: `
    de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele
    das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela
    entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa
    num nem suas meu às minha têm numa pelos elas havia seja qual será nós lhe deles essas esses
    pelas este dele após sobre segundo`,
  wordClasses: {
    address: `você vocês seu sua seus suas nosso nossa nossos nossas`,
    promotion: `
      newsletter assine assinatura assinar cadastre inscreva grátis cookies cookie privacidade
      termos condições publicidade copyright direitos reservados comentário comentários
      compartilhar siga clique baixe aplicativo site conta`,
    report: `
      disse afirmou explicou anunciou informou segundo contou declarou polícia ministro governo
      tribunal presidente segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado
      domingo`,
    authorship: `
      jornalista repórter redator redatora autor autora correspondente redação editor editora`,
    self: `eu meu minha meus minhas`,
  },
  bylineOpeners: `por | escrito por | texto | texto de | autor | autora | da redação | redação`,
  bylineClosers: ``,
  months: `
    janeiro jan | fevereiro fev | março mar | abril abr | maio mai | junho jun | julho jul |
    agosto ago | setembro set | outubro out | novembro nov | dezembro dez`,
  weekdays: `
    segunda-feira | terça-feira | quarta-feira | quinta-feira | sexta-feira | sábado | domingo`,
  dateOpeners: `
    publicado | publicado em | publicada em | atualizado | atualizado em | atualizada em | data
    | postado em | última atualização`,
  updateOpeners: `atualizado | última atualização | actualizado | modificado`,
  ago: {
    words: `há`,
    units: `
    segundo | segundos | minuto | minutos | hora | horas | dia | dias | semana | semanas | mês |
    meses | ano | anos`,
  },
  counters: {
    reads: `leituras | leitura | leitores | lidas`,
    views: `visualizações | visualização | acessos | visitas`,
    comments: `comentário | comentários | respostas`,
    shares: `compartilhamentos | partilhas`,
    likes: `curtidas | gostos | votos`,
    minutes: `min de leitura | minutos de leitura | min | minutos | tempo de leitura`,
  },
  relatedHeadings: `
    leia também | leia mais | veja também | veja mais | notícias relacionadas | artigos
    relacionados | relacionadas | relacionados | matérias relacionadas | mais lidas | as mais
    lidas | mais lidos | mais notícias | últimas notícias | últimas | mais recentes |
    recomendado para você | recomendados | você também pode gostar | pode gostar também | saiba
    mais | outras notícias | destaques | próxima | anterior | mais`,
  relatedOpeners: `
    leia também | leia mais | leia | veja também | veja mais | saiba mais | confira | ler também
    | vídeo`,
  endHeadings: `
    comentários | deixe um comentário | deixe uma resposta | deixe seu comentário | sobre o
    autor | sobre a autora | newsletter | assine | siga-nos | siga | tags | temas | tópicos |
    assuntos | fontes | fonte | contato | contacto | compartilhe | compartilhar | partilhar`,
  endOpeners: `
    copyright | todos os direitos reservados | este artigo foi | este site usa | este site
    utiliza | usamos cookies | utilizamos cookies | assine | inscreva-se | siga | fonte: |
    contato: | com informações de | o seu endereço de e-mail | tags:`,
  feedLines: `o post * apareceu primeiro em * | o post * apareceu primeiro no *`,
  furniture: `
    compartilhar | compartilhe | partilhar | imprimir | salvar | guardar | comentar | início
    | página inicial | menu | buscar | pesquisar | entrar | cadastre-se | assine | fechar
    | leia mais | ver mais | ouvir | voltar ao topo | privacidade | contato | ajuda | facebook
    | pular para o conteúdo | próximo | anterior | aceitar`,
  interruptions: `
    publicidade | anúncio | anúncios | continua após a publicidade
    | continua depois da publicidade`,
  releaseLabels: `comunicado | comunicado de imprensa | comunicado à imprensa | nota de imprensa | nota à imprensa`,
  releaseOpeners: `
    para divulgação imediata | para publicação imediata | embargado até | sob embargo até`,
  sectionNames: `
    política | economia | esportes | desporto | cultura | ciência | saúde | sociedade | mundo |
    internacional | brasil | portugal | tecnologia | opinião | educação | meio ambiente |
    cidades | polícia | justiça | negócios | entretenimento | famosos | televisão | viagem |
    turismo | direitos humanos`,
  captionOpeners: `
    foto | fotos | imagem | crédito | créditos | divulgação | ilustração | arquivo | reprodução`,
  captionClosers: `
    divulgação | reprodução | arquivo | arquivo pessoal | afp | reuters | getty images | lusa |
    agência brasil | folhapress`,
  agencies: `lusa | agência brasil | folhapress | reuters | afp | efe | ap`,
  hangingWords: `
    o a os as um uma de do da dos das e ou em no na nos nas com por para sobre entre contra
    sem que`,
}
