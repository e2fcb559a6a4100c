/** The chapters of the documentation, in the order of use. */
export const TAGS: readonly { readonly name: string; readonly description: string }[] = [
  { name: 'Análises', description: 'Pedir uma análise, acompanhar, ler a decisão e o relatório.' },
  { name: 'Empresas', description: 'Quem disputa: perfil e documentos de habilitação.' },
  { name: 'Documentos da empresa', description: 'Certidões, atestados e balanços, com validade, e os arquivos deles.' },
  { name: 'Licitações', description: 'O que se disputa: dados do PNCP ou informados à mão.' },
  { name: 'Acervo', description: 'As licitações públicas conhecidas, de todo o país: registro, mudanças campo a campo, arquivos.' },
  { name: 'Acompanhamento', description: 'Seguir uma licitação do PNCP: arquivos, mudanças, análises refeitas.' },
  { name: 'Recomendações', description: 'As licitações que combinam com uma empresa, por quê, e o que ela disse delas.' },
  { name: 'Arquivos da licitação', description: 'O edital e seus anexos, como foram publicados.' },
  { name: 'Leitura dos documentos', description: 'O que foi lido dos arquivos: cobertura por página, texto, busca de trechos.' },
  { name: 'Fatos', description: 'Os fatos e os itens lidos do edital, cada um com a prova.' },
  { name: 'Correções', description: 'O que uma pessoa corrigiu na leitura, com motivo e autoria. Vale no próximo julgamento.' },
  { name: 'Avisos', description: 'Como a empresa é avisada do que chega, vence e muda: e-mail, feed Atom e calendário.' },
  { name: 'Webhooks', description: 'Eventos assinados: análises que terminam, avisos às empresas.' },
  { name: 'Sanções', description: 'CEIS e CNEP: o que dizem de uma empresa, e a idade dos dados.' },
  { name: 'Organização', description: 'Chaves de API, uso e exportação dos dados.' },
  { name: 'Operação', description: 'Saúde e métricas do serviço.' },
];
