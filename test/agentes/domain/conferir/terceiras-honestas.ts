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
];
