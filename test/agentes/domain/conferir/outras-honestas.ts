import type { Honesta } from './honestas.js';

/** The same said with other words, units and roundings, and with advice beside it. */
export const OUTRAS_HONESTAS: readonly Honesta[] = [
  ['O município estima gastar R$ 486,3 mil com a contratação.', [1, 'O valor total estimado da contratação é de R$ 486.320,50']],
  ['O valor estimado é de cerca de R$ 0,5 milhão.', [1, 'O valor total estimado da contratação é de R$ 486.320,50']],
  ['Depois do último lance há só 120 minutos para mandar a proposta ajustada; vale deixá-la pronta antes.', [3, 'O licitante deverá enviar a proposta ajustada ao último lance no prazo de 2 (duas) horas, contado da solicitação do Pregoeiro no sistema']],
  ['A intenção de recorrer tem de ser manifestada em um quarto de hora, os 15 minutos do edital.', [6, 'A intenção de recorrer deverá ser manifestada imediatamente, sob pena de preclusão, no prazo de 15 (quinze) minutos']],
  ['O preço ofertado tem de ser mantido por 60 dias.', [3, 'A proposta terá validade mínima de 60 (sessenta) dias, contados da data de sua apresentação']],
  ['A parcela subcontratada não pode passar de 30% do contrato.', [6, 'É permitida a subcontratação parcial do objeto, até o limite de 30% (trinta por cento) do valor do contrato']],
  ['Índice inferior a 1 não significa exclusão: a licitante pode comprovar patrimônio líquido de 10% do valor estimado.', [4, 'a licitante que apresentar resultado igual ou inferior a 1 em qualquer dos índices deverá comprovar patrimônio líquido mínimo de 10% (dez por cento) do valor estimado da contratação']],
  ['O pagamento vem só depois de 30 dias do recebimento da nota fiscal, o que exige caixa para bancar a equipe até lá.', [8, 'O pagamento será efetuado em até 30 (trinta) dias, contados do recebimento definitivo da nota fiscal']],
  ['Quem não tem um atestado com toda a quantidade pode somar outros.', [5, 'Será admitida a soma de atestados para comprovação do quantitativo exigido']],
  ['A multa diária por atraso é de 0,5%, com teto de 15% da parcela.', [8, 'multa de mora de 0,5% (cinco décimos por cento) por dia, até o limite de 15% (quinze por cento) do valor da parcela inadimplida']],
  ['O contrato deve ser assinado em 5 dias úteis depois da convocação.', [6, 'O adjudicatário terá o prazo de 5 (cinco) dias úteis, contados da convocação, para assinar o contrato']],
  ['Cabe à contratada manter preposto no Município de Serra Clara até o fim do contrato.', [7, 'A contratada deverá manter escritório ou preposto no Município de Serra Clara durante toda a vigência do contrato']],
];
