import type { Honesta } from './honestas.js';

/** Equal polarity through other words, quotes read together, advice, free verdicts, lists and parts of numbers. */
export const TERCEIRAS_HONESTAS: readonly Honesta[] = [
  // Equal polarity.
  ['A visita técnica não é obrigatória, mas quem a dispensar deve declarar pleno conhecimento.', [5, 'A visita técnica é facultativa'], [5, 'O licitante que optar por não a realizar deverá apresentar declaração de pleno conhecimento']],
  ['A certidão de falência não pode ter mais de 90 dias na abertura da sessão.', [4, 'com data não superior a 90 (noventa) dias da abertura da sessão']],
  ['O impedimento de licitar não pode passar de 3 anos.', [8, 'O impedimento de licitar e contratar será aplicado pelo prazo máximo de 3 (três) anos']],
  ['A multa de mora não ultrapassa 15% da parcela inadimplida.', [8, 'multa de mora de 0,5% (cinco décimos por cento) por dia, até o limite de 15% (quinze por cento) do valor da parcela inadimplida']],
  ['O edital não aceita consórcio.', [2, 'É vedada a participação de empresas reunidas em consórcio']],
  ['A proposta não precisa de garantia, que o edital dispensa.', [9, 'Não será exigida garantia de proposta']],
  ['Proposta abaixo de 75% do orçado, em serviço de engenharia, é tida por inexequível.', [3, 'serão consideradas inexequíveis as propostas cujos valores forem inferiores a 75% (setenta e cinco por cento) do valor orçado']],
  ['Só são aceitas certidões de falência expedidas até 90 dias antes da sessão.', [4, 'certidão negativa de falência expedida pelo distribuidor da sede do licitante, com data não superior a 90 (noventa) dias da abertura da sessão']],
  // Quotes read together.
  ['Parte do objeto pode ser subcontratada, até 30% do contrato; a manutenção corretiva, não.', [6, 'É permitida a subcontratação parcial do objeto, até o limite de 30% (trinta por cento) do valor do contrato'], [6, 'vedada a subcontratação da manutenção corretiva dos equipamentos']],
  ['A subcontratação parcial é permitida até 30% do valor, sendo vedada a da manutenção corretiva.', [6, 'É permitida a subcontratação parcial do objeto, até o limite de 30% (trinta por cento) do valor do contrato'], [6, 'vedada a subcontratação da manutenção corretiva dos equipamentos']],
  ['O edital pede garantia de execução de 5%, mas não garantia de proposta.', [6, 'A contratada prestará garantia de execução correspondente a 5% (cinco por cento) do valor inicial do contrato'], [9, 'Não será exigida garantia de proposta']],
  ['Visita facultativa e sem amostra: o edital não exige uma nem outra.', [5, 'A visita técnica é facultativa'], [9, 'Não será exigida amostra nem prova de conceito']],
  ['Não há pagamento antecipado; o prazo é de 30 dias do recebimento definitivo da nota.', [8, 'Não será efetuado pagamento antecipado'], [8, 'O pagamento será efetuado em até 30 (trinta) dias, contados do recebimento definitivo da nota fiscal']],
  ['Os preços não mudam no primeiro ano e, depois, são corrigidos pelo IPCA.', [8, 'Os preços são fixos e irreajustáveis no prazo de um ano'], [8, 'após esse período serão reajustados pelo IPCA']],
  // Advice and free verdicts.
  ['A proposta ajustada vai em 2 horas; treine a equipe para montá-la sem correria.', [3, 'O licitante deverá enviar a proposta ajustada ao último lance no prazo de 2 (duas) horas']],
  ['O prazo para manifestar recurso é de 15 minutos; fique na frente do computador até o encerramento.', [6, 'no prazo de 15 (quinze) minutos']],
  ['Chamado corretivo é atendido em 24 horas; monte escala de plantão nos fins de semana.', [7, 'Os chamados corretivos deverão ser atendidos em até 24 (vinte e quatro) horas']],
  ['Calcule os índices antes: LG, SG e LC precisam ser superiores a 1.', [4, 'índices de Liquidez Geral (LG), Solvência Geral (SG) e Liquidez Corrente (LC) superiores a 1 (um)']],
  ['Os atestados podem ser somados; reúna contratos antigos que ajudem no volume.', [5, 'Será admitida a soma de atestados para comprovação do quantitativo exigido']],
  ['A certidão de falência vale por 90 dias; revise a emissão antes de montar o processo.', [4, 'certidão negativa de falência expedida pelo distribuidor da sede do licitante, com data não superior a 90 (noventa) dias da abertura da sessão']],
  ['O prazo para assinar o contrato é curto: 5 dias úteis depois da convocação.', [6, 'O adjudicatário terá o prazo de 5 (cinco) dias úteis, contados da convocação, para assinar o contrato']],
  ['O teto da multa de mora é de 15% da parcela, um limite pesado para margens baixas.', [8, 'até o limite de 15% (quinze por cento) do valor da parcela inadimplida']],
  // Numbers in other forms.
  ['O contrato segue os artigos 106 e 107 para a prorrogação.', [6, 'prorrogável na forma dos arts. 106 e 107 da Lei nº 14.133/2021']],
  ['O atestado precisa cobrir metade dos aparelhos licitados.', [5, 'equivalentes a 50% (cinquenta por cento) do quantitativo licitado']],
  ['A multa de mora é de meio por cento por dia.', [8, 'multa de mora de 0,5% (cinco décimos por cento) por dia']],
  ['Os chamados corretivos têm de ser atendidos em um dia.', [7, 'Os chamados corretivos deverão ser atendidos em até 24 (vinte e quatro) horas, contadas da abertura da ordem de serviço']],
  // Said freely.
  ['Consórcio está fora de questão neste pregão.', [2, 'É vedada a participação de empresas reunidas em consórcio']],
  ['Proposta acima do orçamento não passa.', [3, 'Serão desclassificadas as propostas cujos preços permanecerem acima do orçamento estimado']],
  ['A visita fica a critério do licitante e pode ser marcada até 10/07/2026.', [5, 'A visita técnica é facultativa e poderá ser agendada pelo telefone (31) 3344-5566, de segunda a sexta-feira, das 8h às 16h, até o dia 10/07/2026']],
  ['Quem ficar com índice igual ou abaixo de 1 ainda se salva com patrimônio líquido de 10% do valor estimado.', [4, 'a licitante que apresentar resultado igual ou inferior a 1 em qualquer dos índices deverá comprovar patrimônio líquido mínimo de 10% (dez por cento) do valor estimado da contratação']],
  ['O atestado tem de mostrar no mínimo 120 aparelhos, metade do que será contratado; separe notas fiscais que o comprovem.', [5, 'manutenção de, no mínimo, 120 (cento e vinte) aparelhos de ar-condicionado, equivalentes a 50% (cinquenta por cento) do quantitativo licitado']],
  ['Adiantamento não existe: o município não paga antes da execução.', [8, 'Não será efetuado pagamento antecipado']],
  ['O reajuste só vem depois de um ano, pelo IPCA; embuta a inflação do período no preço.', [8, 'Os preços são fixos e irreajustáveis no prazo de um ano; após esse período serão reajustados pelo IPCA']],
  ['A intenção de recurso que não for manifestada em 15 minutos está perdida.', [6, 'A intenção de recorrer deverá ser manifestada imediatamente, sob pena de preclusão, no prazo de 15 (quinze) minutos']],
  ['Somente microempresas e empresas de pequeno porte entram nesta disputa.', [2, 'A participação neste certame é exclusiva a microempresas e empresas de pequeno porte']],
  ['O técnico pode ser engenheiro mecânico ou técnico em refrigeração, o que amplia as opções de equipe.', [5, 'indicação de responsável técnico com formação em engenharia mecânica ou técnico em refrigeração']],
  ['Escritório em Serra Clara não é a única saída: um preposto basta.', [7, 'A contratada deverá manter escritório ou preposto no Município de Serra Clara durante toda a vigência do contrato']],
  ['A sanção de impedimento dura no máximo três anos.', [8, 'O impedimento de licitar e contratar será aplicado pelo prazo máximo de 3 (três) anos']],
  ['Sem EPI não se trabalha: o uso é obrigatório, conforme a NR 6 e a NR 35.', [7, 'É obrigatório o uso de equipamentos de proteção individual, conforme a NR 6 e a NR 35']],
  ['Empresa sancionada e impossibilitada de contratar fica de fora.', [2, 'Não poderá participar a pessoa jurídica que se encontre, ao tempo da licitação, impossibilitada de contratar em decorrência de sanção que lhe foi imposta']],
  ['Certidão de falência emitida há mais de 90 dias não é aceita.', [4, 'com data não superior a 90 (noventa) dias da abertura da sessão']],
  ['A proposta de engenharia tem de ser de ao menos 75% do orçado para ser exequível.', [3, 'serão consideradas inexequíveis as propostas cujos valores forem inferiores a 75% (setenta e cinco por cento) do valor orçado']],
];
