import { describe, expect, it } from '@jest/globals';
import { anexosCitados } from '../../../src/analises/verificacoes/anexos.js';
import { baseLegalRevogada } from '../../../src/analises/verificacoes/base-legal.js';
import { consorcioAcrescimo, consorcioVedado } from '../../../src/analises/verificacoes/consorcio.js';
import { matrizDeRiscos, pagamentoAtualizacao, pagamentoPrazo, reajusteDataBase, reajusteIndice } from '../../../src/analises/verificacoes/contrato.js';
import { declaracaoCustosTrabalhistas, declaracaoMeEpp, vedacaoArt122, vedacaoArt14 } from '../../../src/analises/verificacoes/declaracoes-obrigatorias.js';
import { empateFicto } from '../../../src/analises/verificacoes/empate-ficto.js';
import { findRequisitosIndefinidos, quadroAusente } from '../../../src/analises/verificacoes/quadro-ausente.js';
import { multaCompensatoria, multaMora, sancaoDeLeiRevogada } from '../../../src/analises/verificacoes/sancoes-contratuais.js';
import { TextoEdital } from '../../../src/editais/index.js';
import { contextoCom } from '../../support/fatos.js';
import { aplicar, casosDeRegra } from '../../support/regras.js';
import { documentoDe, textoDe } from '../../support/texto-edital.js';

const LEI = 'Edital regido pela Lei nº 14.133/2021.';
/** An edital whose contract was read too. */
const comMinuta = (contrato: string): TextoEdital => new TextoEdital([{ documento: documentoDe([LEI]), regiao: 'edital' }, { documento: documentoDe([contrato], 'minuta.pdf'), regiao: 'minuta' }]);

describe('contract', () => {
  casosDeRegra(reajusteIndice, [
    ['an index', { fatos: { reajuste_indice: 'IPCA' } }, 'ok'], ['silence, contract read', { texto: comMinuta('Cláusula primeira: o objeto.') }, 'violado'], ['silence, contract not read', {}, 'nao_aferivel'],
    ['never adjustable', { texto: comMinuta('Os preços são fixos e irreajustáveis.') }, 'violado'], ['not in the first year', { texto: comMinuta('Os preços são irreajustáveis no prazo de um ano; depois haverá reajuste.') }, 'indicio'],
    ['an index that was not read', { texto: comMinuta('Preços irreajustáveis na ata. O reajuste seguirá índice setorial.') }, 'indicio'], ['direct contracting', { fatos: { modalidade: 'dispensa' } }, null],
  ]);
  casosDeRegra(reajusteDataBase, [
    ['of the estimate', 'O reajuste será anual, contado da data do orçamento estimado.', 'ok'], ['of the proposal', 'O reajuste será anual, contado da data da apresentação da proposta.', 'indicio'], ['not said', 'Haverá reajuste pelo IPCA.', 'nao_aferivel'], ['no adjustment', 'Nada.', null],
  ]);
  casosDeRegra(pagamentoPrazo, [
    ['30 days', { fatos: { pagamento_prazo: { n: 30, unidade: 'dias' } } }, 'ok'], ['silence, contract read', { texto: comMinuta('Cláusula primeira: o objeto.') }, 'violado'], ['mentioned', { texto: comMinuta('O pagamento será feito por ordem bancária.') }, 'nao_aferivel'],
  ]);
  casosDeRegra(pagamentoAtualizacao, [
    ['foreseen', { texto: comMinuta('Em caso de atraso de pagamento, o valor sofrerá atualização monetária pelo IPCA.') }, 'ok'], ['correction of the guarantee is another thing', { texto: comMinuta('A caução será devolvida com correção monetária após o pagamento.') }, 'indicio'],
    ['contract not read', 'Nada sobre o assunto.', 'nao_aferivel'],
    ['a clause that denies it', { texto: comMinuta('Nenhum pagamento será feito com pendência, sem que isso gere direito a correção monetária.') }, 'indicio'],
  ]);
  casosDeRegra(matrizDeRiscos, [
    ['integrated without', { fatos: { regime_execucao: 'contratacao_integrada' } }, 'indicio'], ['integrated with', { texto: 'Anexo: matriz de riscos.', fatos: { regime_execucao: 'contratacao_integrada' } }, 'ok'], ['unit prices', { fatos: { regime_execucao: 'empreitada_preco_unitario' } }, null],
  ]);
  casosDeRegra(multaCompensatoria, [
    ['0.5%', { fatos: { multa_compensatoria_max_pct: '0.5' } }, 'ok'], ['30%', { fatos: { multa_compensatoria_max_pct: '30' } }, 'ok'], ['30.01%', { fatos: { multa_compensatoria_max_pct: '30.01' } }, 'violado'], ['0.4%', { fatos: { multa_compensatoria_max_pct: '0.4' } }, 'violado'],
  ]);
  const mora = (valor: string) => ({ fatos: { multa_mora_pct_dia: valor } });
  casosDeRegra(multaMora, [['0.5% a day', mora('0.5'), 'ok'], ['1% a day', mora('1'), 'ok'], ['15% a day', mora('15'), 'indicio'], ['not said', {}, null]]);
  it('says in how many days the fine for delay passes the cap of the others', () => {
    expect(aplicar(multaMora, mora('15'))?.motivo).toContain('em 3 dias passa de 30%');
  });
  casosDeRegra(sancaoDeLeiRevogada, [
    ['five years of Lei 10.520', 'Impedimento de licitar e contratar pelo prazo de até 5 (cinco) anos.', 'violado'], ['two years of Lei 8.666', 'Suspensão temporária de participar em licitação por prazo não superior a 2 (dois) anos.', 'violado'],
    ['six years', 'Quem falhar na execução ficará impedido de licitar e contratar com o Município pelo prazo de até 6 (seis) anos.', 'violado'],
    ['every sphere', 'Quem falhar na execução ficará impedido de licitar e contratar com a União, Estados, Distrito Federal ou Municípios.', 'violado'],
    ['inidoneidade reaches every sphere for three to six years', 'Declaração de inidoneidade: o responsável fica impedido de licitar e contratar com a União, os Estados, o Distrito Federal e os Municípios pelo prazo mínimo de 3 (três) e máximo de 6 (seis) anos.', 'ok'],
    ['three years', 'Impedimento de licitar e contratar pelo prazo máximo de 3 (três) anos.', 'ok'], ['who may not take part', 'Não poderão participar empresas com suspensão de licitar por prazo de até 2 (dois) anos.', 'ok'],
  ]);
});

describe('clauses the edital must have', () => {
  casosDeRegra(vedacaoArt14, [
    ['in words', 'Não poderá participar quem mantenha vínculo ou seja cônjuge ou parente até o terceiro grau de agente da licitação.', 'ok'], ['by reference', 'Aplicam-se as vedações do art. 14 da Lei nº 14.133/2021.', 'ok'], ['absent', 'Podem participar empresas do ramo.', 'violado'],
    ['direct contracting', { fatos: { modalidade: 'dispensa' } }, null],
  ]);
  casosDeRegra(vedacaoArt122, [
    ['present', { texto: 'A subcontratação é permitida, vedada a de empresa com parentesco até o terceiro grau.', fatos: { subcontratacao: 'permitida' } }, 'ok'], ['absent', { texto: 'A subcontratação é permitida até 30%.', fatos: { subcontratacao: 'permitida' } }, 'indicio'], ['forbidden', { fatos: { subcontratacao: 'vedada' } }, null],
  ]);
  casosDeRegra(declaracaoCustosTrabalhistas, [['present', 'Declaração de que a proposta compreende a integralidade dos custos.', 'ok'], ['absent', 'Declaração de menor.', 'indicio']]);
  casosDeRegra(declaracaoMeEpp, [
    ['in words', 'A microempresa declara que, no ano-calendário, não celebrou contratos acima do teto.', 'ok'], ['by reference', 'Microempresas: observado o disposto nos §§ 1º ao 3º do art. 4º da Lei nº 14.133/2021.', 'ok'], ['absent', 'As microempresas terão preferência.', 'indicio'],
    ['no ME/EPP in the text', 'Nada.', null],
  ]);
});

describe('consortia, tie, law, annexes', () => {
  casosDeRegra(consorcioVedado, [
    ['without reason', { texto: 'É vedada a participação de consórcios.', fatos: { consorcio: 'vedado' } }, 'indicio'], ['with reason', { texto: 'É vedada a participação de consórcios, tendo em vista a baixa complexidade do objeto.', fatos: { consorcio: 'vedado' } }, 'ok'], ['allowed', { fatos: { consorcio: 'permitido' } }, 'ok'], ['not said', {}, null],
  ]);
  casosDeRegra(consorcioAcrescimo, [
    ['20%', { texto: 'No consórcio haverá acréscimo de 20% sobre o exigido do licitante individual.', fatos: { consorcio: 'permitido' } }, 'ok'], ['50%', { texto: 'No consórcio haverá acréscimo de 50% sobre o exigido do licitante individual.', fatos: { consorcio: 'permitido' } }, 'violado'],
  ]);
  const empate = (pct: string, modalidade: 'pregao' | 'concorrencia') => ({ texto: `Há empate quando a proposta da microempresa for igual ou até ${pct}% superior à melhor.`, fatos: { modalidade } });
  casosDeRegra(empateFicto, [['5% in a pregão', empate('5', 'pregao'), 'ok'], ['10% in a pregão', empate('10', 'pregao'), 'indicio'], ['10% in a concorrência', empate('10', 'concorrencia'), 'ok'], ['5% in a concorrência', empate('5', 'concorrencia'), 'indicio'], ['none', { fatos: { modalidade: 'pregao' } }, null]]);
  casosDeRegra(baseLegalRevogada, [
    ['still cited', 'Aplica-se a Lei nº 8.666/1993 aos casos omissos.', 'indicio'], ['as repealed', 'A Lei nº 8.666/1993 foi revogada.', 'ok'], ['not cited', 'Nada.', 'ok'],
    ['governed by it in 2026', { texto: textoDe('Pregão regido pela Lei nº 10.520/2002.') }, 'indicio'], ['governed by it in 2022', { texto: textoDe('Pregão regido pela Lei nº 10.520/2002.'), fatos: { sessao_abertura: '2022-05-05T09:00:00-03:00' } }, null],
  ]);
  const paginas = (...p: string[]) => ({ texto: textoDe([`${LEI} Ver o Anexo I e o Anexo II. O Anexo II traz o modelo; o Anexo I, o objeto.`, ...p]) });
  casosDeRegra(anexosCitados, [['all there', paginas('ANEXO I\nTERMO DE REFERÊNCIA', 'ANEXO II\nMODELO DE PROPOSTA'), null], ['one missing', paginas('ANEXO I\nTERMO DE REFERÊNCIA'), 'nao_aferivel'], ['no heading understood', paginas(), null], ['only the heading, the rest in another file', paginas('ANEXO I\nTERMO DE REFERÊNCIA\n(Em documento à parte)', 'ANEXO II\nMODELO DE PROPOSTA'), 'nao_aferivel'], ['a study in another file binds nobody', paginas('ANEXO I\nTERMO DE REFERÊNCIA\nObjeto e quantidades.', 'ANEXO II\nESTUDO TÉCNICO PRELIMINAR\n(Em documento à parte)'), null]]);
  it('names the annex that is in another file', () => expect(aplicar(anexosCitados, paginas('ANEXO I\nTERMO DE REFERÊNCIA\n(Em documento à parte)', 'ANEXO II\nMODELO DE PROPOSTA'))).toMatchObject({ valor: 'Anexo I (termo de referência)' }));
});

describe('a requirement that points to a table', () => {
  const vazio = '9.1. Comprovar, por atestado, a execução das quantidades do quadro abaixo.\n9.2. A proposta será assinada pelo representante legal da empresa licitante, sob pena de desclassificação.\n9.3. Os casos omissos serão resolvidos pelo agente de contratação, ouvida a autoridade.';
  const cheio = '9.1. Comprovar, por atestado, a execução das quantidades do quadro abaixo.\nDescrição Unidade Quantidade\nPavimento m² 1.200,00\nMeio-fio m 350,00\n9.2. A proposta será assinada.';
  casosDeRegra(quadroAusente, [['that is not there', vazio, 'nao_aferivel'], ['that is there', cheio, null], ['a list will do', '9.1. Comprovar, por atestado, os serviços da relação a seguir:\na) pavimentação;\nb) drenagem;', null], ['lettered clauses are prose', `9.1. Qualificação técnica:\nd) O responsável técnico indicado nos atestados, que deverá ser sócio ou empregado da licitante,\nadmitida a substituição;\ne) Os atestados deverão ser de obras concluídas, registradas no conselho e acompanhados do acervo,\npodendo somar os itens descritos no quadro acima.`, 'nao_aferivel'], ['no requirement in the sentence', 'Os preços constam da tabela abaixo.\nFim.', null]]);
  it('becomes a question', () => expect(findRequisitosIndefinidos(contextoCom({ texto: vazio }))[0]?.texto).toContain('quadro abaixo'));
});
