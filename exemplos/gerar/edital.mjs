// The example edital: an invented municipality, written by us after the way real ones are organised. It holds two
// planted traps that a skimming reader misses: a guarantee of the proposal hidden in the clauses on how to fill in the
// proposal (6.9) and an attestation minimum above the legal limit, only in the Termo de Referência (9.3).
import { ITENS, TOTAL, real, totalDe } from './itens.mjs';

const EXTENSO_TOTAL = 'um milhão, seiscentos e vinte mil, trezentos e oitenta reais';

/** [title, clauses]; a clause is a string or [string, [sub-items]]. Numbers are added when printing. */
export const CORPO = [
  ['DO OBJETO', [
    'O objeto da presente licitação é o registro de preços para futura e eventual aquisição de equipamentos de informática, com serviço de instalação e garantia técnica no local, para atender às Secretarias Municipais de Administração, Educação e Saúde de Serra Clara do Norte, conforme as condições, quantidades e exigências estabelecidas neste Edital e em seus anexos.',
    'A licitação será dividida em itens, conforme a tabela constante do Termo de Referência (Anexo I), facultando-se ao licitante a participação em quantos itens forem de seu interesse.',
    'O critério de julgamento adotado será o menor preço por item, observadas as exigências contidas neste Edital e em seus anexos quanto às especificações do objeto.',
    `O valor total estimado da contratação é de R$ ${real(TOTAL)} (${EXTENSO_TOTAL}), conforme os preços unitários máximos da tabela do Anexo I. O orçamento não tem caráter sigiloso.`,
  ]],
  ['DO REGISTRO DE PREÇOS', [
    'As regras referentes aos órgãos gerenciador e participantes, bem como a eventuais adesões, são as que constam da minuta da Ata de Registro de Preços (Anexo IV).',
    'A existência de preços registrados não obriga a Administração a contratar, facultada a realização de licitação específica para a aquisição pretendida, desde que devidamente motivada.',
  ]],
  ['DA PARTICIPAÇÃO NA LICITAÇÃO', [
    'Poderão participar deste Pregão os interessados previamente credenciados na plataforma eletrônica Compras Serra, no endereço www.comprasserra.example, até a data e o horário fixados para o fim do recebimento das propostas.',
    'Os itens 4 a 10 são de participação exclusiva de microempresas e empresas de pequeno porte, nos termos do art. 48, inciso I, da Lei Complementar nº 123, de 2006. O item 2 constitui cota reservada de 25% (vinte e cinco por cento) do objeto a que se refere o item 1. Os itens 1 e 3 são de ampla concorrência.',
    'A obtenção dos benefícios da Lei Complementar nº 123, de 2006, fica limitada às microempresas e às empresas de pequeno porte que, no ano-calendário de realização da licitação, ainda não tenham celebrado contratos com a Administração Pública cujos valores somados extrapolem a receita bruta máxima admitida para fins de enquadramento, devendo o licitante apresentar declaração de observância desse limite.',
    ['Não poderão disputar esta licitação:', [
      'aquele que não atenda às condições deste Edital e de seus anexos;',
      'pessoa jurídica que se encontre, ao tempo da licitação, impossibilitada de participar em decorrência de sanção que lhe foi imposta;',
      'aquele que mantenha vínculo de natureza técnica, comercial, econômica, financeira, trabalhista ou civil com dirigente do órgão contratante ou com agente público que desempenhe função na licitação ou atue na fiscalização ou na gestão do contrato, ou que deles seja cônjuge, companheiro ou parente em linha reta, colateral ou por afinidade, até o terceiro grau;',
      'empresas controladoras, controladas ou coligadas, nos termos da Lei nº 6.404, de 1976, concorrendo entre si;',
      'pessoas jurídicas reunidas em consórcio, em razão da baixa complexidade do objeto e da ampla oferta no mercado, conforme justificativa constante dos autos.',
    ]],
  ]],
  ['DO CREDENCIAMENTO E DO ENVIO DA PROPOSTA', [
    'O licitante deverá cadastrar sua proposta exclusivamente por meio da plataforma, com a descrição do objeto ofertado, a marca, o modelo e o preço, até a data e o horário estabelecidos na folha de rosto deste Edital.',
    'No cadastramento da proposta inicial, o licitante declarará, em campo próprio do sistema, que está ciente e concorda com as condições contidas no Edital, que não emprega menor de 18 anos em trabalho noturno, perigoso ou insalubre nem menor de 16 anos, salvo na condição de aprendiz, que cumpre as exigências de reserva de cargos para pessoa com deficiência e para reabilitado da Previdência Social, e que sua proposta compreende a integralidade dos custos para atendimento dos direitos trabalhistas.',
    'Os licitantes poderão retirar ou substituir a proposta anteriormente inserida no sistema até a abertura da sessão pública.',
    'Caberá ao licitante acompanhar as operações no sistema eletrônico durante a sessão pública e responsabilizar-se pelo ônus decorrente da perda de negócios diante da inobservância de mensagens emitidas pela Administração ou de sua desconexão.',
  ]],
  ['DO PREENCHIMENTO DA PROPOSTA', [
    'O licitante deverá enviar sua proposta mediante o preenchimento, no sistema eletrônico, do valor unitário e total do item, da marca, do fabricante e da quantidade cotada, que não poderá ser inferior à quantidade total do item.',
    'Todas as especificações do objeto contidas na proposta vinculam o licitante.',
    'Nos valores propostos estarão inclusos todos os custos operacionais, encargos previdenciários, trabalhistas, tributários, comerciais, frete, seguro e quaisquer outros que incidam direta ou indiretamente na execução do objeto.',
    'O prazo de validade da proposta não será inferior a 90 (noventa) dias, a contar da data de sua apresentação.',
    'Não serão aceitas propostas com valor unitário superior ao preço máximo fixado no Anexo I.',
  ]],
  ['DAS CONDIÇÕES COMPLEMENTARES DA PROPOSTA', [
    'A apresentação da proposta implica obrigatoriedade do cumprimento das disposições nela contidas, em conformidade com o Termo de Referência, assumindo o proponente o compromisso de executar o objeto nos seus termos.',
    'O licitante deverá indicar o prazo de garantia técnica de cada equipamento, que não poderá ser inferior a 36 (trinta e seis) meses para os itens 1 a 3 e a 12 (doze) meses para os demais itens.',
    'As propostas que contiverem alternativas de preço ou qualquer outra condição que induza o julgamento a ter mais de um resultado serão desclassificadas.',
    'Erros no preenchimento da planilha não constituem motivo para a desclassificação da proposta, podendo ser ajustados pelo licitante no prazo indicado pelo sistema, desde que não haja majoração do preço.',
    'O preço ofertado permanecerá fixo durante a validade da proposta.',
    'A proposta deverá ser redigida em língua portuguesa, sem emendas, rasuras ou entrelinhas.',
    'O licitante deverá anexar à proposta o catálogo ou o prospecto do fabricante que demonstre o atendimento às especificações mínimas.',
    'É vedada a cotação de equipamento usado, remanufaturado ou fora de linha de fabricação.',
    'Como requisito de pré-habilitação, o licitante deverá apresentar, junto com a proposta, comprovante do recolhimento de garantia de proposta de 1% (um por cento) do valor estimado dos itens para os quais apresentar proposta, em qualquer das modalidades do art. 96, § 1º, da Lei nº 14.133, de 2021, sob pena de desclassificação.',
    'A garantia de proposta será devolvida no prazo de 10 (dez) dias úteis, contado da assinatura da ata ou da data em que for declarada fracassada a licitação.',
  ]],
  ['DA ABERTURA DA SESSÃO, DA CLASSIFICAÇÃO E DA FORMULAÇÃO DE LANCES', [
    'A abertura da sessão pública dar-se-á automaticamente, por comando do Pregoeiro, na data e no horário indicados na folha de rosto deste Edital.',
    'Iniciada a etapa competitiva, os licitantes deverão encaminhar lances exclusivamente por meio do sistema eletrônico, pelo valor unitário do item.',
    'Será adotado para o envio de lances o modo de disputa aberto, em que os licitantes apresentarão lances públicos e sucessivos, com prorrogações.',
    'O intervalo mínimo de diferença entre os lances, que incidirá tanto em relação aos lances intermediários quanto em relação ao lance que cobrir a melhor oferta, será de 0,5% (meio por cento).',
    'A etapa de lances terá duração de 10 (dez) minutos e será prorrogada automaticamente quando houver lance ofertado nos últimos 2 (dois) minutos do período de duração.',
    'Em relação aos itens de ampla concorrência, encerrada a etapa de lances, será efetivada a verificação do porte da entidade empresarial. As propostas de microempresas e empresas de pequeno porte que se encontrarem na faixa de até 5% (cinco por cento) acima da melhor proposta serão consideradas empatadas com a primeira colocada.',
    'A melhor classificada nos termos do subitem anterior terá o direito de encaminhar uma última oferta para desempate, obrigatoriamente em valor inferior ao da primeira colocada, no prazo de 5 (cinco) minutos controlados pelo sistema.',
    'O Pregoeiro solicitará ao licitante mais bem classificado que, no prazo de 2 (duas) horas, envie a proposta adequada ao último lance ofertado, prorrogável por igual período mediante solicitação fundamentada feita antes de findo o prazo.',
  ]],
  ['DO JULGAMENTO DAS PROPOSTAS', [
    'Encerrada a etapa de negociação, o Pregoeiro verificará se o licitante provisoriamente classificado em primeiro lugar atende às condições de participação, especialmente quanto à existência de sanção, mediante consulta ao Cadastro Nacional de Empresas Inidôneas e Suspensas (CEIS) e ao Cadastro Nacional de Empresas Punidas (CNEP).',
    'Será desclassificada a proposta que contiver vícios insanáveis, não obedecer às especificações técnicas do Termo de Referência, apresentar preços inexequíveis ou permanecer acima do preço máximo definido para a contratação.',
    'No caso de bens e serviços em geral, é indício de inexequibilidade das propostas valor inferior a 50% (cinquenta por cento) do valor orçado pela Administração.',
    'Não será exigida a apresentação de amostras. A conformidade será verificada pelo catálogo do fabricante.',
  ]],
  ['DA FASE DE HABILITAÇÃO', [
    'Os documentos previstos neste capítulo, necessários e suficientes para demonstrar a capacidade do licitante de realizar o objeto da licitação, serão exigidos do licitante mais bem classificado, que deverá enviá-los pelo sistema no prazo de 2 (duas) horas contado da solicitação do Pregoeiro.',
    ['Habilitação jurídica:', [
      'ato constitutivo, estatuto ou contrato social em vigor, devidamente registrado na Junta Comercial, acompanhado das alterações ou da consolidação respectiva;',
      'no caso de microempreendedor individual, Certificado da Condição de Microempreendedor Individual (CCMEI).',
    ]],
    ['Habilitação fiscal, social e trabalhista:', [
      'prova de inscrição no Cadastro Nacional da Pessoa Jurídica (CNPJ);',
      'prova de regularidade fiscal perante a Fazenda Nacional, mediante certidão conjunta expedida pela Secretaria da Receita Federal do Brasil e pela Procuradoria-Geral da Fazenda Nacional, referente a todos os créditos tributários federais e à Dívida Ativa da União, inclusive os relativos à Seguridade Social;',
      'prova de regularidade com o Fundo de Garantia do Tempo de Serviço (FGTS), mediante o Certificado de Regularidade do FGTS (CRF);',
      'prova de inexistência de débitos inadimplidos perante a Justiça do Trabalho, mediante a Certidão Negativa de Débitos Trabalhistas (CNDT);',
      'prova de inscrição no cadastro de contribuintes estadual relativo ao domicílio ou à sede do fornecedor, pertinente ao seu ramo de atividade e compatível com o objeto contratual;',
      'prova de regularidade com a Fazenda Estadual do domicílio ou da sede do fornecedor;',
      'prova de regularidade com a Fazenda Municipal do domicílio ou da sede do fornecedor.',
    ]],
    ['Qualificação econômico-financeira:', [
      'certidão negativa de falência expedida pelo distribuidor da sede do fornecedor, com data de expedição não superior a 60 (sessenta) dias da data da sessão pública;',
      'balanço patrimonial, demonstração de resultado de exercício e demais demonstrações contábeis dos 2 (dois) últimos exercícios sociais, comprovando índices de Liquidez Geral (LG), Liquidez Corrente (LC) e Solvência Geral (SG) superiores a 1 (um);',
      'as empresas que apresentarem resultado igual ou inferior a 1 (um) em qualquer dos índices deverão comprovar patrimônio líquido mínimo de 10% (dez por cento) do valor total estimado dos itens para os quais apresentarem proposta.',
    ]],
    ['Qualificação técnica:', [
      'comprovação de aptidão para o fornecimento de bens similares, de complexidade tecnológica e operacional equivalente ou superior ao objeto desta contratação, por meio de atestado ou certidão emitida por pessoa jurídica de direito público ou privado, na quantidade mínima fixada no Termo de Referência.',
    ]],
    'As certidões que não tragam prazo de validade expresso serão aceitas se emitidas há no máximo 90 (noventa) dias.',
    'As microempresas e as empresas de pequeno porte deverão apresentar toda a documentação exigida para efeito de comprovação de regularidade fiscal e trabalhista, mesmo que esta apresente alguma restrição, assegurado o prazo de 5 (cinco) dias úteis, prorrogável por igual período, para a regularização.',
    'Não será exigida vistoria nem visita técnica para esta contratação.',
  ]],
  ['DOS RECURSOS', [
    'A interposição de recurso referente ao julgamento das propostas, à habilitação ou inabilitação de licitantes, à anulação ou à revogação da licitação observará o disposto no art. 165 da Lei nº 14.133, de 2021.',
    'O prazo recursal é de 3 (três) dias úteis, contado da data de intimação ou de lavratura da ata.',
    'A intenção de recorrer deverá ser manifestada imediatamente, sob pena de preclusão, em prazo não inferior a 10 (dez) minutos.',
  ]],
  ['DAS INFRAÇÕES ADMINISTRATIVAS E SANÇÕES', [
    'Comete infração administrativa o licitante que, com dolo ou culpa, deixar de entregar a documentação exigida para o certame, não mantiver a proposta, recusar-se a assinar a ata de registro de preços, apresentar declaração falsa ou praticar ato fraudulento na licitação.',
    'Com fulcro na Lei nº 14.133, de 2021, a Administração poderá, garantida a prévia defesa, aplicar as sanções de advertência, multa, impedimento de licitar e contratar pelo prazo máximo de 3 (três) anos e declaração de inidoneidade para licitar ou contratar pelo prazo mínimo de 3 (três) e máximo de 6 (seis) anos.',
    'A multa será de 0,5% (cinco décimos por cento) a 20% (vinte por cento) do valor do contrato licitado, recolhida no prazo máximo de 15 (quinze) dias úteis, a contar da comunicação oficial.',
  ]],
  ['DA IMPUGNAÇÃO AO EDITAL E DO PEDIDO DE ESCLARECIMENTO', [
    'Qualquer pessoa é parte legítima para impugnar este Edital por irregularidade na aplicação da Lei nº 14.133, de 2021, ou para solicitar esclarecimento sobre os seus termos, devendo protocolar o pedido até 3 (três) dias úteis antes da data da abertura do certame, até as 17h00min.',
    'A impugnação e o pedido de esclarecimento serão realizados por forma eletrônica, pela plataforma Compras Serra ou pelo e-mail licitacao@serraclaradonorte.example.',
    'A resposta à impugnação ou ao pedido de esclarecimento será divulgada em sítio eletrônico oficial no prazo de até 3 (três) dias úteis, limitado ao último dia útil anterior à data da abertura do certame.',
    'Acolhida a impugnação, será definida e publicada nova data para a realização do certame.',
  ]],
  ['DA ATA DE REGISTRO DE PREÇOS E DA CONTRATAÇÃO', [
    'Homologado o resultado da licitação, o licitante mais bem classificado terá o prazo de 5 (cinco) dias úteis, contado da convocação, para assinar a Ata de Registro de Preços, sob pena de decadência do direito à contratação.',
    'O prazo de vigência da Ata de Registro de Preços será de 12 (doze) meses, contado do primeiro dia útil subsequente à sua divulgação no PNCP, prorrogável por igual período, desde que comprovada a vantajosidade do preço.',
    'As despesas decorrentes da contratação correrão à conta da dotação 02.04.12.361.0007.2.031.4.4.90.52.00, fonte de recursos municipal.',
  ]],
  ['DAS DISPOSIÇÕES GERAIS', [
    'Todas as referências de tempo neste Edital, no aviso e durante a sessão pública observarão o horário de Brasília/DF.',
    'Na contagem dos prazos estabelecidos neste Edital e em seus anexos, excluir-se-á o dia do início e incluir-se-á o do vencimento. Só se iniciam e vencem os prazos em dias de expediente na Administração.',
    'A homologação do resultado desta licitação não implicará direito à contratação.',
    'Em caso de divergência entre disposições deste Edital e de seus anexos, prevalecerão as deste Edital.',
    ['Integram este Edital, para todos os fins e efeitos, os seguintes anexos:', [
      'Anexo I – Termo de Referência;', 'Anexo II – Modelo de proposta de preços;', 'Anexo III – Modelo de declarações;', 'Anexo IV – Minuta da Ata de Registro de Preços e do Contrato.',
    ]],
  ]],
];

export const TR = [
  ['DAS CONDIÇÕES GERAIS DA CONTRATAÇÃO', [
    'Aquisição de equipamentos de informática, com serviço de instalação e garantia técnica no local, nos termos da tabela abaixo, conforme condições e exigências estabelecidas neste instrumento.',
    { tabela: true },
    'Os bens objeto desta contratação são caracterizados como comuns, uma vez que seus padrões de desempenho e qualidade podem ser objetivamente definidos por meio de especificações usuais de mercado.',
  ]],
  ['DA FUNDAMENTAÇÃO DA NECESSIDADE', [
    'O parque de informática das Secretarias tem, em média, sete anos de uso, o que compromete o atendimento ao cidadão e a continuidade dos sistemas de gestão escolar e de saúde.',
    'A contratação por item amplia a competição e está alinhada ao Plano de Contratações Anual de 2026 do Município.',
  ]],
  ['DAS ESPECIFICAÇÕES MÍNIMAS', [
    'Itens 1 e 2: processador de no mínimo 8 núcleos lançado há no máximo 2 anos; memória de 16 GB DDR5 expansível a 32 GB; SSD NVMe de 512 GB; tela antirreflexo de 14 polegadas; interface de rede sem fio Wi-Fi 6; bateria de no mínimo 50 Wh; sistema operacional licenciado na versão profissional em português do Brasil.',
    'Item 3: gabinete compacto com volume máximo de 1,5 litro; processador de no mínimo 6 núcleos; memória de 16 GB; SSD de 512 GB; duas saídas digitais de vídeo; teclado padrão ABNT2 e mouse óptico da mesma marca do equipamento.',
    'Item 4: painel IPS, base com ajuste de altura, rotação e inclinação; entradas HDMI e DisplayPort.',
    'Item 5: velocidade mínima de 40 páginas por minuto em A4; alimentador automático de 50 folhas; rede gigabit e sem fio; ciclo mensal mínimo de 80.000 páginas.',
    'Item 7: gerenciamento por interface web e linha de comando; suporte a VLAN 802.1Q, QoS e SNMP v3.',
    'Item 8: padrão 802.11ax, dupla banda, alimentação por PoE 802.3at, gerência centralizada sem custo de licença.',
    'Serão aceitos equipamentos de qualquer marca que atendam às especificações ou sejam de qualidade equivalente ou superior.',
  ]],
  ['DO PRAZO E DO LOCAL DE ENTREGA', [
    'O prazo de entrega dos bens é de 30 (trinta) dias, contados do recebimento da Autorização de Fornecimento, em remessa única por Autorização.',
    'Os bens deverão ser entregues no Almoxarifado Central, situado na Avenida das Araucárias, nº 1.250, Bairro Centro, Serra Clara do Norte, de segunda a sexta-feira, das 8h às 11h30 e das 13h às 16h30.',
    'O serviço de instalação será executado no prazo de até 10 (dez) dias úteis após o recebimento provisório dos equipamentos.',
  ]],
  ['DA GARANTIA TÉCNICA', [
    'O prazo de garantia dos itens 1 a 3 será de 36 (trinta e seis) meses, na modalidade on-site, com atendimento no próximo dia útil à abertura do chamado.',
    'A contratada deverá disponibilizar canal de abertura de chamados por telefone gratuito e por portal na internet.',
  ]],
  ['DO RECEBIMENTO', [
    'Os bens serão recebidos provisoriamente, de forma sumária, no ato da entrega, pelo fiscal do contrato, e definitivamente no prazo de 10 (dez) dias úteis, após a verificação da qualidade e da quantidade do material.',
    'Os bens poderão ser rejeitados, no todo ou em parte, quando em desacordo com as especificações, devendo ser substituídos no prazo de 10 (dez) dias, a contar da notificação da contratada, às suas custas.',
  ]],
  ['DO PAGAMENTO', [
    'O pagamento será efetuado no prazo de até 30 (trinta) dias, contado da finalização da liquidação da despesa, mediante ordem bancária creditada em conta corrente indicada pela contratada.',
    'No caso de atraso pelo contratante, os valores devidos serão atualizados monetariamente pelo IPCA entre o termo final do prazo de pagamento e a data de sua efetiva realização.',
  ]],
  ['DA SUBCONTRATAÇÃO', ['É vedada a subcontratação do objeto, exceto quanto ao serviço de garantia técnica prestado por assistência autorizada do fabricante.']],
  ['DA QUALIFICAÇÃO TÉCNICA', [
    'A aptidão será demonstrada por um ou mais atestados de capacidade técnica, admitido o somatório.',
    'Os atestados deverão conter a identificação do emitente, a descrição do fornecimento e a manifestação sobre a sua boa execução.',
    'O licitante deverá comprovar o fornecimento anterior de, no mínimo, 60% (sessenta por cento) da quantidade de cada item para o qual apresentar proposta.',
  ]],
  ['DAS OBRIGAÇÕES DA CONTRATADA', [
    'Entregar o objeto em perfeitas condições, no prazo e no local indicados, acompanhado da respectiva nota fiscal e do manual do usuário em português.',
    'Responsabilizar-se pelos vícios e danos decorrentes do objeto, de acordo com o Código de Defesa do Consumidor.',
    'Manter, durante toda a execução do contrato, em compatibilidade com as obrigações assumidas, todas as condições de habilitação exigidas na licitação.',
  ]],
];

export const MINUTA = [
  ['CLÁUSULA PRIMEIRA – DO OBJETO', ['O presente instrumento tem por objeto o registro de preços e a eventual contratação dos itens adjudicados ao fornecedor no Pregão Eletrônico nº 031/2026.']],
  ['CLÁUSULA SEGUNDA – DA VIGÊNCIA', ['A Ata terá vigência de 12 (doze) meses, contada do primeiro dia útil subsequente à sua divulgação no Portal Nacional de Contratações Públicas.', 'Os contratos dela decorrentes terão a vigência fixada em cada instrumento, limitada à garantia técnica do objeto.']],
  ['CLÁUSULA TERCEIRA – DO PREÇO E DO REAJUSTE', ['Os preços são fixos e irreajustáveis no prazo de um ano contado da data do orçamento estimado, em 5 de novembro de 2026.', 'Após o interregno de um ano, os preços iniciais serão reajustados mediante a aplicação do índice IPCA, exclusivamente para as obrigações iniciadas e concluídas após a ocorrência da anualidade.']],
  ['CLÁUSULA QUARTA – DA GARANTIA DE EXECUÇÃO', ['A contratada apresentará, no prazo máximo de 40 (quarenta) dias contado da homologação, garantia de execução correspondente a 5% (cinco por cento) do valor inicial do contrato, em uma das modalidades previstas no art. 96 da Lei nº 14.133, de 2021, à sua escolha.']],
  ['CLÁUSULA QUINTA – DO PAGAMENTO', ['O pagamento observará o prazo de até 30 (trinta) dias, contado da finalização da liquidação da despesa.']],
  ['CLÁUSULA SEXTA – DAS PENALIDADES', [
    'Pelo atraso injustificado na entrega, a contratada ficará sujeita a multa moratória de 0,5% (cinco décimos por cento) por dia de atraso sobre o valor da parcela inadimplida, até o limite de 30 (trinta) dias.',
    'Pela inexecução total do objeto, será aplicada multa compensatória de 20% (vinte por cento) sobre o valor do contrato.',
    'As sanções de impedimento e de declaração de inidoneidade observarão o processo de responsabilização previsto no art. 158 da Lei nº 14.133, de 2021.',
  ]],
  ['CLÁUSULA SÉTIMA – DAS ALTERAÇÕES', ['Eventuais alterações contratuais reger-se-ão pela disciplina dos arts. 124 e seguintes da Lei nº 14.133, de 2021, vedado o acréscimo aos quantitativos fixados na Ata.']],
  ['CLÁUSULA OITAVA – DA EXTINÇÃO', ['O contrato será extinto quando cumpridas as obrigações de ambas as partes, ou antes do prazo nele fixado por algum dos motivos previstos no art. 137 da Lei nº 14.133, de 2021, assegurados o contraditório e a ampla defesa.']],
  ['CLÁUSULA NONA – DO FORO', ['Fica eleito o foro da Comarca de Serra Clara do Norte para dirimir os litígios que decorrerem da execução deste instrumento.']],
];

export const CAPA = [
  ['OBJETO', 'Registro de preços para futura e eventual aquisição de equipamentos de informática, com serviço de instalação e garantia técnica no local'],
  ['VALOR TOTAL DA CONTRATAÇÃO', `R$ ${real(TOTAL)} (${EXTENSO_TOTAL})`],
  ['DATA DA SESSÃO PÚBLICA', 'Dia 10/12/2026 às 09h00min (horário de Brasília)'],
  ['RECEBIMENTO DAS PROPOSTAS', 'Até as 08h30min do dia 10/12/2026'],
  ['CRITÉRIO DE JULGAMENTO', 'Menor preço por item'],
  ['MODO DE DISPUTA', 'Aberto'],
  ['PLATAFORMA', 'Compras Serra – www.comprasserra.example'],
  ['PREFERÊNCIA ME/EPP/EQUIPARADAS', 'SIM – itens exclusivos e cota reservada, conforme o Anexo I'],
];
export const linhasDaTabela = () => ITENS.map((i) => [String(i[0]), i[1], i[2], String(i[3]), real(i[4]), real(totalDe(i)), i[5]]);
