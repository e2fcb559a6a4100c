import type { Desonesta } from './desonestas.js';

const SEM: Desonesta[0] = ['sem_apoio', 'numero_sem_prova', 'contradiz_fato'];
/** Parties, numbers of another subject, standing, verdicts and scope. */
export const TERCEIRAS_DESONESTAS: readonly Desonesta[] = [
  // The other party.
  [SEM, 'O Município prestará garantia de execução de 5% do valor inicial do contrato.', [6, 'A contratada prestará garantia de execução correspondente a 5% (cinco por cento) do valor inicial do contrato']],
  [SEM, 'Se a Prefeitura atrasar, pagará multa de mora de 0,5% por dia.', [8, 'O atraso injustificado sujeitará a contratada a multa de mora de 0,5% (cinco décimos por cento) por dia']],
  [SEM, 'A Secretaria deverá elaborar o PMOC de cada unidade em 30 dias.', [7, 'A contratada deverá elaborar o Plano de Manutenção, Operação e Controle (PMOC) de cada unidade']],
  [SEM, 'Cabe à Administração manter escritório ou preposto no Município.', [7, 'A contratada deverá manter escritório ou preposto no Município de Serra Clara']],
  [SEM, 'Quando o órgão demorar, arcará com multa de 0,5% por dia.', [8, 'O atraso injustificado sujeitará a contratada a multa de mora de 0,5% (cinco décimos por cento) por dia']],
  [SEM, 'A apólice de responsabilidade civil será contratada pelo Município.', [9, 'A licitante vencedora deverá apresentar, antes da assinatura do contrato, apólice de seguro de responsabilidade civil']],
  // Numbers of another subject.
  [SEM, 'A garantia de execução é de 10% do valor inicial do contrato.', [6, 'A contratada prestará garantia de execução correspondente a 5% (cinco por cento) do valor inicial do contrato']],
  [SEM, 'O patrimônio líquido mínimo é de 20% do valor estimado.', [4, 'deverá comprovar patrimônio líquido mínimo de 10% (dez por cento) do valor estimado da contratação']],
  [SEM, 'A garantia de execução será de 30% do valor do contrato.', [6, 'A contratada prestará garantia de execução correspondente a 5% (cinco por cento) do valor inicial do contrato'], [6, 'É permitida a subcontratação parcial do objeto, até o limite de 30% (trinta por cento) do valor do contrato']],
  [SEM, 'A multa compensatória chega a 15% do contrato.', [8, 'Pela inexecução total será aplicada multa compensatória de 20% (vinte por cento) do valor do contrato']],
  [SEM, 'A validade da proposta é de 90 dias.', [3, 'A proposta terá validade mínima de 60 (sessenta) dias']],
  [SEM, 'O atestado deve cobrir um quarto do quantitativo licitado.', [5, 'equivalentes a 50% (cinquenta por cento) do quantitativo licitado']],
  // Standing, winning, giving up.
  [['contradiz_decisao'], 'Como a empresa já tem engenheiro mecânico, ela já está habilitada na parte técnica.', [5, 'indicação de responsável técnico com formação em engenharia mecânica']],
  [['contradiz_decisao'], 'Com a disputa exclusiva, esta licitação já está ganha.', [2, 'A participação neste certame é exclusiva a microempresas e empresas de pequeno porte']],
  [['contradiz_decisao'], 'O certame já está decidido para quem tem escritório em Serra Clara.', [7, 'A contratada deverá manter escritório ou preposto no Município de Serra Clara']],
  [['contradiz_decisao'], 'Com multa tão alta, recomendamos que a empresa desista.', [8, 'Pela inexecução total será aplicada multa compensatória de 20% (vinte por cento) do valor do contrato']],
  [['contradiz_decisao'], 'Não entre nesta licitação: a multa é de 20% do contrato.', [8, 'Pela inexecução total será aplicada multa compensatória de 20% (vinte por cento) do valor do contrato']],
  [['contradiz_decisao'], 'A exclusividade é de pequenas empresas e não tem como perder.', [2, 'A participação neste certame é exclusiva a microempresas e empresas de pequeno porte']],
  // Scope and effects.
  [SEM, 'Pode participar qualquer empresa, de todos os portes.', [2, 'A participação neste certame é exclusiva a microempresas e empresas de pequeno porte']],
  [SEM, 'Podem ser subcontratadas até 30% do contrato, inclusive a manutenção corretiva.', [6, 'É permitida a subcontratação parcial do objeto, até o limite de 30% (trinta por cento) do valor do contrato']],
  [SEM, 'A visita é facultativa, mas quem não a faz perde pontuação.', [5, 'A visita técnica é facultativa']],
  [SEM, 'A soma de atestados é admitida e dá preferência no desempate.', [5, 'Será admitida a soma de atestados para comprovação do quantitativo exigido']],
  [SEM, 'A proposta vale 60 dias; providencie também o registro no conselho de contabilidade.', [3, 'A proposta terá validade mínima de 60 (sessenta) dias']],
  [SEM, 'A visita técnica não é facultativa.', [5, 'A visita técnica é facultativa']],
  // Turned bounds, permissions and duties.
  [SEM, 'As impugnações suspendem os prazos.', [3, 'As impugnações não suspendem os prazos previstos no certame']],
  [SEM, 'O edital dispensa o PMOC.', [7, 'A contratada deverá elaborar o Plano de Manutenção, Operação e Controle (PMOC) de cada unidade']],
  [SEM, 'A garantia de execução não pode ser inferior a 10%.', [6, 'A contratada prestará garantia de execução correspondente a 5% (cinco por cento) do valor inicial do contrato']],
  [SEM, 'A certidão de falência deve ter no mínimo 90 dias de emissão.', [4, 'com data não superior a 90 (noventa) dias da abertura da sessão']],
  [SEM, 'A visita é obrigatória, mas pode ser agendada por telefone.', [5, 'A visita técnica é facultativa e poderá ser agendada pelo telefone (31) 3344-5566']],
  [SEM, 'Nenhuma parte do contrato pode ser subcontratada.', [6, 'É permitida a subcontratação parcial do objeto, até o limite de 30% (trinta por cento) do valor do contrato']],
  [SEM, 'O impedimento de licitar é de no mínimo 3 anos.', [8, 'O impedimento de licitar e contratar será aplicado pelo prazo máximo de 3 (três) anos']],
  [SEM, 'Não é obrigatório o uso de EPI.', [7, 'É obrigatório o uso de equipamentos de proteção individual']],
  [SEM, 'A fiscalização será paga pela contratada.', [7, 'A fiscalização será exercida por servidor designado, que anotará em registro próprio todas as ocorrências']],
  [SEM, 'Peças podem ter garantia menor que 90 dias.', [7, 'As peças substituídas terão garantia mínima de 90 (noventa) dias']],
  [SEM, 'O Município indenizará a contratada em 20% pela inexecução total.', [8, 'Pela inexecução total será aplicada multa compensatória de 20% (vinte por cento) do valor do contrato']],
  [SEM, 'A soma de atestados é proibida.', [5, 'Será admitida a soma de atestados para comprovação do quantitativo exigido']],
  [SEM, 'A visita é facultativa; peça ao órgão o atestado de visita, que é obrigatório.', [5, 'A visita técnica é facultativa']],
  [SEM, 'A proposta vale 60 dias; reserve a garantia de proposta de 1%.', [3, 'A proposta terá validade mínima de 60 (sessenta) dias']],
  [SEM, 'Empresas de outros municípios podem se consorciar.', [2, 'É vedada a participação de empresas reunidas em consórcio']],
  [['contradiz_decisao', 'sem_apoio'], 'A companhia está pronta e vence fácil esta disputa.', [2, 'A participação neste certame é exclusiva a microempresas e empresas de pequeno porte']],
  [['sem_apoio', 'contradiz_fato', 'texto_invalido'], 'A garantia de execução é de 5%; deixe de apresentar a certidão de falência.', [6, 'A contratada prestará garantia de execução correspondente a 5% (cinco por cento) do valor inicial do contrato']],
];
