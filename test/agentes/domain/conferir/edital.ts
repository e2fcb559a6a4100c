import { createBaseDeConferencia, type BaseDeConferencia, type Conhecido } from '../../../../src/agentes/index.js';

/** An edital of our own writing: what editais say, in their words, about a tender that never was. */
export const PAGINAS: readonly string[] = [
  `PREFEITURA MUNICIPAL DE SERRA CLARA
EDITAL DE PREGÃO ELETRÔNICO Nº 041/2026
PROCESSO ADMINISTRATIVO Nº 1.187/2026
1. DO OBJETO
1.1. O objeto da presente licitação é a contratação de empresa especializada na prestação de serviços de manutenção
preventiva e corretiva de aparelhos de ar-condicionado, com fornecimento de peças, para as unidades da Secretaria
Municipal de Educação.
1.2. O valor total estimado da contratação é de R$ 486.320,50 (quatrocentos e oitenta e seis mil, trezentos e vinte
reais e cinquenta centavos).
1.3. A sessão pública ocorrerá no dia 14 de julho de 2026, às 09h00min, no endereço www.licitacerta.com.br.
1.4. O critério de julgamento é o de menor preço global, no modo de disputa aberto.`,
  `2. DA PARTICIPAÇÃO
2.1. Poderão participar deste Pregão os interessados cujo ramo de atividade seja compatível com o objeto da licitação e
que estejam credenciados na plataforma Licita Certa.
2.2. A participação neste certame é exclusiva a microempresas e empresas de pequeno porte, nos termos do art. 48, inciso
I, da Lei Complementar nº 123, de 14 de dezembro de 2006.
2.3. É vedada a participação de empresas reunidas em consórcio, dada a baixa complexidade do objeto.
2.4. Não poderá participar a pessoa jurídica que se encontre, ao tempo da licitação, impossibilitada de contratar em
decorrência de sanção que lhe foi imposta.
2.5. O licitante que fizer declaração falsa quanto ao enquadramento ficará sujeito às sanções previstas neste Edital.`,
  `3. DA IMPUGNAÇÃO E DOS ESCLARECIMENTOS
3.1. Qualquer pessoa é parte legítima para impugnar este Edital, devendo protocolar o pedido até 3 (três) dias úteis
antes da data da abertura do certame.
3.2. A resposta à impugnação ou ao pedido de esclarecimento será divulgada no prazo de até 3 (três) dias úteis,
limitado ao último dia útil anterior à data da abertura do certame.
3.3. As impugnações não suspendem os prazos previstos no certame.
4. DA PROPOSTA
4.1. A proposta terá validade mínima de 60 (sessenta) dias, contados da data de sua apresentação.
4.2. O licitante deverá enviar a proposta ajustada ao último lance no prazo de 2 (duas) horas, contado da solicitação do
Pregoeiro no sistema.
4.3. Serão desclassificadas as propostas cujos preços permanecerem acima do orçamento estimado ou que apresentarem preços
manifestamente inexequíveis.
4.4. No caso de serviços de engenharia, serão consideradas inexequíveis as propostas cujos valores forem inferiores a 75%
(setenta e cinco por cento) do valor orçado.`,
  `5. DA HABILITAÇÃO
5.1. Habilitação jurídica: ato constitutivo, estatuto ou contrato social em vigor, devidamente registrado.
5.2. Regularidade fiscal e trabalhista:
5.2.1. prova de regularidade perante a Fazenda Federal, Estadual e Municipal;
5.2.2. Certificado de Regularidade do FGTS (CRF);
5.2.3. Certidão Negativa de Débitos Trabalhistas (CNDT).
5.3. Qualificação econômico-financeira:
5.3.1. certidão negativa de falência expedida pelo distribuidor da sede do licitante, com data não superior a 90 (noventa)
dias da abertura da sessão;
5.3.2. balanço patrimonial e demonstrações contábeis dos 2 (dois) últimos exercícios sociais;
5.3.3. índices de Liquidez Geral (LG), Solvência Geral (SG) e Liquidez Corrente (LC) superiores a 1 (um);
5.3.4. a licitante que apresentar resultado igual ou inferior a 1 em qualquer dos índices deverá comprovar patrimônio
líquido mínimo de 10% (dez por cento) do valor estimado da contratação.`,
  `5.4. Qualificação técnica:
5.4.1. registro da empresa no Conselho Regional de Engenharia e Agronomia (CREA) ou no Conselho Federal dos Técnicos (CFT),
em plena validade;
5.4.2. atestado de capacidade técnica, fornecido por pessoa jurídica de direito público ou privado, que comprove a
manutenção de, no mínimo, 120 (cento e vinte) aparelhos de ar-condicionado, equivalentes a 50% (cinquenta por cento) do
quantitativo licitado;
5.4.3. indicação de responsável técnico com formação em engenharia mecânica ou técnico em refrigeração.
5.4.4. Será admitida a soma de atestados para comprovação do quantitativo exigido.
5.5. A visita técnica é facultativa e poderá ser agendada pelo telefone (31) 3344-5566, de segunda a sexta-feira, das 8h às
16h, até o dia 10/07/2026. O licitante que optar por não a realizar deverá apresentar declaração de pleno conhecimento.
5.6. A microempresa com restrição fiscal terá 5 (cinco) dias úteis, prorrogáveis por igual período, para regularização.`,
  `6. DO RECURSO
6.1. A intenção de recorrer deverá ser manifestada imediatamente, sob pena de preclusão, no prazo de 15 (quinze) minutos.
6.2. As razões do recurso serão apresentadas no prazo de 3 (três) dias úteis, contados da data de intimação ou de lavratura
da ata.
7. DA GARANTIA E DO CONTRATO
7.1. A contratada prestará garantia de execução correspondente a 5% (cinco por cento) do valor inicial do contrato, no
prazo de 10 (dez) dias úteis após a assinatura, podendo optar por caução em dinheiro, seguro-garantia ou fiança bancária.
7.2. O adjudicatário terá o prazo de 5 (cinco) dias úteis, contados da convocação, para assinar o contrato.
7.3. O prazo de vigência do contrato é de 12 (doze) meses, prorrogável na forma dos arts. 106 e 107 da Lei nº 14.133/2021.
7.4. É permitida a subcontratação parcial do objeto, até o limite de 30% (trinta por cento) do valor do contrato, vedada
a subcontratação da manutenção corretiva dos equipamentos.`,
  `8. DA EXECUÇÃO
8.1. Os chamados corretivos deverão ser atendidos em até 24 (vinte e quatro) horas, contadas da abertura da ordem de
serviço.
8.2. A contratada deverá manter escritório ou preposto no Município de Serra Clara durante toda a vigência do contrato.
8.3. As peças substituídas terão garantia mínima de 90 (noventa) dias.
8.4. A contratada deverá elaborar o Plano de Manutenção, Operação e Controle (PMOC) de cada unidade, nos termos da Lei nº
13.589/2018, no prazo de 30 (trinta) dias após a assinatura do contrato.
8.5. É obrigatório o uso de equipamentos de proteção individual, conforme a NR 6 e a NR 35.
8.6. A fiscalização será exercida por servidor designado, que anotará em registro próprio todas as ocorrências.`,
  `9. DO PAGAMENTO
9.1. O pagamento será efetuado em até 30 (trinta) dias, contados do recebimento definitivo da nota fiscal.
9.2. Havendo erro na nota fiscal, o prazo será interrompido até a regularização pela contratada.
9.3. Os preços são fixos e irreajustáveis no prazo de um ano; após esse período serão reajustados pelo IPCA.
9.4. Não será efetuado pagamento antecipado.
10. DAS SANÇÕES
10.1. O atraso injustificado sujeitará a contratada a multa de mora de 0,5% (cinco décimos por cento) por dia, até o limite
de 15% (quinze por cento) do valor da parcela inadimplida.
10.2. Pela inexecução total será aplicada multa compensatória de 20% (vinte por cento) do valor do contrato.
10.3. O impedimento de licitar e contratar será aplicado pelo prazo máximo de 3 (três) anos.`,
  `11. DISPOSIÇÕES FINAIS
11.1. Na contagem dos prazos exclui-se o dia do início e inclui-se o do vencimento.
11.2. Não será exigida amostra nem prova de conceito.
11.3. Não será exigida garantia de proposta.
11.4. O foro é o da Comarca de Serra Clara.
11.5. As despesas correrão à conta da dotação 02.05.12.361.0004.2.031.
11.6. A rescisão poderá ocorrer por acordo entre as partes, desde que haja interesse da Administração.
11.7. A licitante vencedora deverá apresentar, antes da assinatura do contrato, apólice de seguro de responsabilidade civil
no valor de R$ 50.000,00.`,
  `ANEXO I - TERMO DE REFERÊNCIA
Item  Descrição                               Unidade  Quantidade  Valor unitário  Valor total
1     Manutenção preventiva split até 12.000 BTU   Serviço   1.440   R$ 85,00   R$ 122.400,00
2     Manutenção corretiva split até 30.000 BTU    Serviço   480     R$ 310,00  R$ 148.800,00
3     Fornecimento de peças (verba)                Verba     1       R$ 215.120,50  R$ 215.120,50
A equipe deverá contar com, no mínimo, 2 (dois) técnicos em refrigeração com certificado de curso NR 10.
O horário de atendimento será das 7h30 às 17h30, de segunda a sexta-feira.
Os equipamentos estão distribuídos em 27 (vinte e sete) escolas, das quais 6 (seis) na zona rural, a até 40 km da sede.`,
];

const fato = (rotulo: string, valor: string, campo: NonNullable<Conhecido['campo']>): Conhecido => ({ rotulo, valor, campo, paraQue: 'fato' });
export const CONHECIDOS: readonly Conhecido[] = [
  fato('Modalidade', 'Pregão', 'modalidade'), fato('Forma', 'eletrônica', 'forma'), fato('Critério de julgamento', 'Menor preço', 'criterio_julgamento'), fato('Adjudicação', 'global', 'adjudicacao'), fato('Modo de disputa', 'Aberto', 'modo_disputa'),
  fato('Registro de preços', 'não', 'srp'), fato('Participação de ME/EPP', 'exclusiva de ME/EPP', 'me_epp'), fato('Consórcio', 'vedado', 'consorcio'), fato('Subcontratação', 'permitida', 'subcontratacao'), fato('Visita técnica', 'facultativa', 'visita_tecnica'),
  fato('Amostra ou prova de conceito', 'não', 'amostra_ou_poc'), fato('Orçamento sigiloso', 'não', 'orcamento_sigiloso'), fato('Valor total estimado', 'R$ 486.320,50', 'valor_estimado_total'), fato('Sessão pública', '14/07/2026 às 09:00', 'sessao_abertura'),
  fato('Garantia de execução', '5%', 'garantia_execucao_pct'), fato('Garantia de proposta', 'não exigida', 'garantia_proposta_pct'), fato('Vigência', '12 meses', 'vigencia_contrato'), fato('Prazo de pagamento', '30 dias', 'pagamento_prazo'), fato('Índice de reajuste', 'IPCA', 'reajuste_indice'),
  fato('Validade da proposta (dias)', '60', 'validade_proposta_dias'), fato('Multa de mora por dia', '0,5%', 'multa_mora_pct_dia'), fato('Multa compensatória máxima', '20%', 'multa_compensatoria_max_pct'), fato('Impugnação (dias úteis antes)', '3', 'impugnacao_dias_uteis'),
  fato('Capital ou patrimônio líquido mínimo', '10%', 'capital_ou_pl_minimo_pct'), fato('Atestado: percentual mínimo', '50%', 'atestado_min_pct'), fato('Balanços exigidos (exercícios)', '2', 'balanco_exercicios'), fato('Validade da certidão de falência (dias)', '90', 'falencia_validade_dias'), fato('Plataforma', 'www.licitacerta.com.br', 'plataforma'),
  { rotulo: 'Prazo para impugnar', valor: '08/07/2026, faltam 7 dias úteis', paraQue: 'prazo' }, { rotulo: 'Garantia de execução do contrato, em reais', valor: 'R$ 24.316,03', paraQue: 'conta', texto: '5% de R$ 486.320,50' },
  { rotulo: 'Índices mínimos', valor: 'regular', paraQue: 'verificacao', texto: 'Índices superiores a 1, art. 69 da Lei 14.133/2021.' },
  { rotulo: 'Registro no CREA', valor: 'atende', paraQue: 'exigencia' }, { rotulo: 'Certidão de falência', valor: 'a providenciar', paraQue: 'exigencia' }, { rotulo: 'Atestado de manutenção de ar-condicionado', valor: 'não atende', paraQue: 'exigencia' },
  { rotulo: 'Porte', valor: 'EPP', paraQue: 'empresa' }, { rotulo: 'Município da empresa', valor: 'Belo Horizonte', paraQue: 'empresa' },
];

/** The base of the tests: a tender that this company may answer under conditions. */
export const base = (mudanca: Partial<BaseDeConferencia> = {}, paginas: readonly string[] = PAGINAS): BaseDeConferencia => ({
  ...createBaseDeConferencia({
    documentos: [{ nome: 'edital.pdf', paginas: paginas.map((texto, i) => ({ numero: i + 1, texto })) }],
    conhecidos: CONHECIDOS,
    decisao: { desfecho: 'GO_CONDICIONADO', pode: 'sim_com_condicoes', estado: 'ABERTA', portoesReprovados: [], score: 71 },
    agora: '2026-06-29',
  }),
  ...mudanca,
});
