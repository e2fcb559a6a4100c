import type { Desonesta } from './desonestas.js';

const MULTA = [8, 'multa de mora de 0,5% (cinco décimos por cento) por dia, até o limite de 15% (quinze por cento) do valor da parcela inadimplida'] as const;
const PAGAMENTO = [8, 'O pagamento será efetuado em até 30 (trinta) dias, contados do recebimento definitivo da nota fiscal'] as const;
const ASSINAR = [6, 'O adjudicatário terá o prazo de 5 (cinco) dias úteis, contados da convocação, para assinar o contrato'] as const;
const ESCRITORIO = [7, 'A contratada deverá manter escritório ou preposto no Município de Serra Clara durante toda a vigência do contrato'] as const;
const PMOC = [7, 'A contratada deverá elaborar o Plano de Manutenção, Operação e Controle (PMOC) de cada unidade'] as const;
const FALENCIA = [4, 'certidão negativa de falência expedida pelo distribuidor da sede do licitante'] as const;
const BALANCO = [4, 'balanço patrimonial e demonstrações contábeis dos 2 (dois) últimos exercícios sociais'] as const;
const SOMA = [5, 'Será admitida a soma de atestados para comprovação do quantitativo exigido'] as const;
const SEGURO = [9, 'A licitante vencedora deverá apresentar, antes da assinatura do contrato, apólice de seguro de responsabilidade civil no valor de R$ 50.000,00'] as const;
const VISITA = [5, 'A visita técnica é facultativa e poderá ser agendada pelo telefone'] as const;
const GARANTIA_PECAS = [7, 'As peças substituídas terão garantia mínima de 90 (noventa) dias'] as const;
const PARCIAL = [6, 'É permitida a subcontratação parcial do objeto, até o limite de 30% (trinta por cento) do valor do contrato'] as const;
const CONTRATUAL = [6, 'A contratada prestará garantia de execução correspondente a 5% (cinco por cento) do valor inicial do contrato'] as const;

/** A number of another fact, another side, another start, more than the quote says, a decision in other words. */
export const OUTRAS_DESONESTAS: readonly Desonesta[] = [
  [['numero_sem_prova', 'contradiz_fato'], 'O atraso gera multa de 15% por dia sobre a parcela inadimplida.', MULTA],
  [['numero_sem_prova', 'contradiz_fato'], 'A multa diária de 15% recai sobre o valor da parcela inadimplida.', MULTA],
  [['numero_sem_prova', 'contradiz_fato'], 'A multa de mora por atraso tem teto de 20% do valor da parcela.', MULTA],
  [['numero_sem_prova'], 'O contrato deve ser assinado em 5 dias úteis, contados da homologação.', ASSINAR],
  [['numero_sem_prova'], 'O contrato deve ser assinado em 5 dias úteis a partir da publicação do resultado.', ASSINAR],
  [['numero_sem_prova'], 'O pagamento sai em até 30 dias contados da assinatura do contrato.', PAGAMENTO],
  [['sem_apoio'], 'O Município deverá manter escritório ou preposto durante a vigência do contrato.', ESCRITORIO],
  [['sem_apoio'], 'O Plano de Manutenção, Operação e Controle de cada unidade será elaborado pela Secretaria.', PMOC],
  [['sem_apoio', 'contradiz_fato'], 'A garantia de execução de 5% é por conta do Município.', CONTRATUAL],
  [['sem_apoio'], 'A certidão negativa de falência deve ser da sede e também de todas as filiais no exterior.', FALENCIA],
  [['sem_apoio'], 'É preciso apresentar o balanço dos 2 últimos exercícios, inclusive o balancete do mês corrente.', BALANCO],
  [['sem_apoio'], 'As peças substituídas terão garantia de 90 dias, exceto os compressores e os gases refrigerantes.', GARANTIA_PECAS],
  [['sem_apoio'], 'A licitante vencedora deve apresentar apólice de responsabilidade civil, bem como seguro de vida da equipe.', SEGURO],
  [['sem_apoio', 'contradiz_fato'], 'A contratada pode subcontratar livremente a manutenção corretiva dos equipamentos.', [6, 'vedada a subcontratação da manutenção corretiva dos equipamentos']],
  [['sem_apoio', 'contradiz_fato'], 'A visita técnica agendada pelo telefone é a única forma aceita de comprovar o conhecimento do local.', VISITA],
  [['contradiz_decisao'], 'Como se admite a soma de atestados, a sua empresa já cumpre a qualificação técnica.', SOMA],
  [['contradiz_decisao'], 'Dado que se permite subcontratar, a empresa deve participar da disputa.', PARCIAL],
  [['contradiz_decisao'], 'Porque o pagamento leva 30 dias, a empresa não deve participar.', PAGAMENTO],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'A caução em dinheiro é a única modalidade de garantia aceita.', [6, 'podendo optar por caução em dinheiro, seguro-garantia ou fiança bancária']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'A garantia deve ser prestada em 10 dias úteis contados da publicação do contrato.', [6, 'no prazo de 10 (dez) dias úteis após a assinatura']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'As razões de recurso vão em 3 dias úteis contados do encerramento da vigência.', [6, 'As razões do recurso serão apresentadas no prazo de 3 (três) dias úteis, contados da data de intimação ou de lavratura da ata']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'O Município deve apresentar a apólice de seguro antes da assinatura.', [9, 'A licitante vencedora deverá apresentar, antes da assinatura do contrato, apólice de seguro de responsabilidade civil']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'As peças têm garantia de 90 dias por conta da Secretaria de Educação.', [7, 'As peças substituídas terão garantia mínima de 90 (noventa) dias']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'As peças e também os compressores novos terão garantia de 90 dias.', [7, 'As peças substituídas terão garantia mínima de 90 (noventa) dias']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'A equipe deve ter no máximo 2 técnicos em refrigeração.', [10, 'A equipe deverá contar com, no mínimo, 2 (dois) técnicos em refrigeração com certificado de curso NR 10']],
  [['contradiz_decisao'], 'Sua companhia já está apta a assinar o contrato.', [6, 'O adjudicatário terá o prazo de 5 (cinco) dias úteis, contados da convocação, para assinar o contrato']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'A rescisão por acordo ocorre mesmo sem interesse da Administração.', [9, 'A rescisão poderá ocorrer por acordo entre as partes, desde que haja interesse da Administração']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'A inexecução total gera multa de 0,5% do valor do contrato.', [8, 'Pela inexecução total será aplicada multa compensatória de 20% (vinte por cento) do valor do contrato']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'O contratado pagará a multa de mora de 0,5% ao mês.', [8, 'multa de mora de 0,5% (cinco décimos por cento) por dia, até o limite de 15% (quinze por cento) do valor da parcela inadimplida']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'É preciso apresentar todos os três índices superiores a 2.', [4, 'índices de Liquidez Geral (LG), Solvência Geral (SG) e Liquidez Corrente (LC) superiores a 1 (um)']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'A microempresa com restrição fiscal será inabilitada de imediato.', [5, 'A microempresa com restrição fiscal terá 5 (cinco) dias úteis, prorrogáveis por igual período, para regularização']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'A fiscalização cabe à contratada.', [7, 'A fiscalização será exercida por servidor designado, que anotará em registro próprio todas as ocorrências']],
  [['sem_apoio', 'numero_sem_prova', 'contradiz_fato'], 'O licitante deve enviar a proposta ajustada em 2 horas, contadas do fim da sessão pública.', [3, 'no prazo de 2 (duas) horas, contado da solicitação do Pregoeiro no sistema']],
];
