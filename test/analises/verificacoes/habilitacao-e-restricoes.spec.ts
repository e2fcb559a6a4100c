import { describe, expect, it } from '@jest/globals';
import { amostraCriterios, amostraDeTodos } from '../../../src/analises/verificacoes/amostra.js';
import { atestadoLocal, atestadoNumero, atestadoPercentual, atestadoRegistro, atestadoTempo } from '../../../src/analises/verificacoes/atestados.js';
import { cadastroParaEdital, sicafPrevio } from '../../../src/analises/verificacoes/cadastro-previo.js';
import { certidaoInfracaoTrabalhista, certidaoMunicipioLicitante, concordata, quitacao, recuperacaoJudicial } from '../../../src/analises/verificacoes/certidoes.js';
import { documentosDeTodos } from '../../../src/analises/verificacoes/documentos-de-todos.js';
import { firmaReconhecida } from '../../../src/analises/verificacoes/firma-reconhecida.js';
import { formaPresencial } from '../../../src/analises/verificacoes/forma-presencial.js';
import { verificar } from '../../../src/analises/verificacoes/index.js';
import { marcaSemEquivalente } from '../../../src/analises/verificacoes/marca.js';
import { prioridadeLocal } from '../../../src/analises/verificacoes/prioridade-local.js';
import { quadroPermanente } from '../../../src/analises/verificacoes/quadro-permanente.js';
import { cartaSolidariedade, escritorioLocal, programaIntegridade } from '../../../src/analises/verificacoes/restricoes-diversas.js';
import { sedeLocal } from '../../../src/analises/verificacoes/sede-local.js';
import { visitaObrigatoria } from '../../../src/analises/verificacoes/visita.js';
import { contextoCom, itemCom } from '../../support/fatos.js';
import { aplicar, casosDeRegra } from '../../support/regras.js';
import { documentoDe, textoDe } from '../../support/texto-edital.js';
import { TextoEdital } from '../../../src/editais/index.js';

describe('visit, sample, staff', () => {
  const obrigatoria = (texto: string) => ({ texto, fatos: { visita_tecnica: 'obrigatoria' } as const });
  casosDeRegra(visitaObrigatoria, [
    ['no alternative', obrigatoria('A visita técnica é obrigatória, sob pena de inabilitação.'), 'violado'],
    ['a declaration will do', obrigatoria('A visita técnica é obrigatória, podendo ser substituída por declaração do responsável técnico de que conhece o local.'), 'ok'],
    ['a waiver will do', obrigatoria('A vistoria é obrigatória. Caso a licitante opte por não realizar a vistoria, apresentará termo de renúncia.'), 'ok'],
    ['facultative', { fatos: { visita_tecnica: 'facultativa' } }, 'ok'], ['none', { fatos: { visita_tecnica: 'nao_exige' } }, null],
  ]);
  const amostra = (texto: string) => ({ texto, fatos: { amostra_ou_poc: true } as const });
  casosDeRegra(amostraDeTodos, [
    ['from all', amostra('Todos os licitantes deverão apresentar amostra dos produtos.'), 'violado'], ['with the proposal', amostra('As amostras serão entregues juntamente com a proposta.'), 'violado'],
    ['from the provisional winner', amostra('O licitante provisoriamente classificado em primeiro lugar apresentará amostra.'), 'ok'], ['from whom is not said', amostra('Será exigida amostra do item 3.'), 'nao_aferivel'],
    ['none', { fatos: { amostra_ou_poc: false } }, null],
  ]);
  const tr = (texto: string) => ({ texto: new TextoEdital([{ documento: documentoDe([`Edital regido pela Lei nº 14.133/2021. ${texto}`]), regiao: 'tr' }]), fatos: { amostra_ou_poc: true } as const });
  casosDeRegra(amostraCriterios, [['with criteria', tr('A amostra será analisada segundo os critérios do quadro 2.'), 'ok'], ['without', tr('O vencedor entregará amostra em 5 dias.'), 'indicio'], ['the TR was not read', amostra('O vencedor entregará amostra em 5 dias.'), 'nao_aferivel']]);
  casosDeRegra(quadroPermanente, [
    ['on the payroll at the proposal', 'A licitante comprovará possuir em seu quadro permanente, na data da proposta, engenheiro civil.', 'indicio'],
    ['a promise of contract will do', 'A licitante comprovará possuir em seu quadro permanente engenheiro civil, admitido contrato de prestação de serviços ou declaração de contratação futura do profissional.', 'ok'],
    ['the agency\'s own staff', 'A fiscalização caberá a servidor do quadro permanente do órgão, junto da empresa.', 'ok'], ['nothing', 'A licitante indicará o responsável técnico.', 'ok'],
  ]);
});

describe('attestations', () => {
  casosDeRegra(atestadoPercentual, [['50%', { fatos: { atestado_min_pct: '50' } }, 'ok'], ['60%', { fatos: { atestado_min_pct: '60' } }, 'violado'], ['not said', {}, null]]);
  casosDeRegra(atestadoTempo, [
    ['of the last 5 years', 'Atestado de capacidade técnica de serviços prestados nos últimos 5 (cinco) anos.', 'violado'], ['issued less than a year ago', 'Atestados emitidos há no máximo 12 (doze) meses.', 'violado'],
    ['a minimum duration is another thing', 'Atestado que comprove experiência mínima de 3 (três) anos na prestação dos serviços.', 'ok'], ['balance sheets are another thing', 'Atestado de capacidade técnica.\n9.2. Balanço dos últimos 2 (dois) exercícios, anos de 2024 e 2025.', 'ok'],
    ['the law quoted', 'São vedadas limitações de tempo aos atestados dos últimos 5 anos.', 'ok'],
  ]);
  casosDeRegra(atestadoLocal, [['done in the município', 'Atestado de obra executada exclusivamente no município.', 'indicio'], ['anywhere', 'Atestado de obra executada em qualquer lugar.', 'ok']]);
  casosDeRegra(atestadoRegistro, [
    ['company\'s attestation registered', 'Atestado de capacidade técnica em nome da empresa, devidamente registrado no CREA.', 'indicio'], ['the professional\'s', 'Atestado em nome do profissional responsável técnico, registrado no CREA.', 'ok'],
  ]);
  casosDeRegra(atestadoNumero, [
    ['at least two', 'Apresentar no mínimo 2 (dois) atestados de capacidade técnica.', 'indicio'], ['at least one', 'Apresentar no mínimo 1 (um) atestado de capacidade técnica.', 'ok'], ['no adding up', 'Não será admitido o somatório de atestados.', 'indicio'],
    ['adding up allowed', 'Será admitido o somatório de atestados.', 'ok'],
  ]);
});

describe('certificates', () => {
  const emVilaNova = (texto: string) => ({ texto, licitacao: { municipio: 'Vila Nova', uf: 'MG' } });
  casosDeRegra(certidaoMunicipioLicitante, [
    ['of the buyer, by name', emVilaNova('Certidão negativa de débitos junto à Fazenda Municipal de Vila Nova.'), 'indicio'], ['of the seat', emVilaNova('Certidão negativa da Fazenda Municipal do domicílio ou sede do licitante.'), 'ok'], ['of the contracting município', 'Prova de regularidade com o município licitante.', 'indicio'],
  ]);
  casosDeRegra(certidaoInfracaoTrabalhista, [['asked', 'Certidão negativa de infrações trabalhistas.', 'indicio'], ['CNDT', 'Certidão negativa de débitos trabalhistas.', 'ok']]);
  casosDeRegra(quitacao, [['of taxes', 'Certidão de quitação de tributos federais.', 'indicio'], ['of the council', 'Certidão de quitação da anuidade do CREA.', 'ok'], ['regularity', 'Prova de regularidade com a Fazenda.', 'ok']]);
  casosDeRegra(concordata, [['asked', 'Certidão negativa de falência e concordata.', 'indicio'], ['either', 'a) Certidão Negativa de Pedido de Falência ou Concordata, expedida pelo distribuidor da sede da Proponente.', 'indicio'], ['bankruptcy only', 'Certidão negativa de falência.', 'ok']]);
  casosDeRegra(recuperacaoJudicial, [
    ['absolute', 'Certidão negativa de falência e de recuperação judicial.', 'indicio'], ['with an approved plan', 'Certidão negativa de recuperação judicial, aceita a positiva com plano de recuperação homologado.', 'ok'],
  ]);
});

describe('who may take part', () => {
  casosDeRegra(sedeLocal, [
    ['only of the município', 'Poderão participar somente empresas sediadas no município.', 'violado'], ['must be seated in the State', 'A licitante deverá ter sede no estado.', 'violado'],
    ['ME/EPP priority', 'Terão prioridade apenas microempresas, empresas sediadas no município.', 'ok'], ['tax office of the seat', 'Regularidade com a fazenda da sede da licitante.', 'ok'],
  ]);
  it.each([['Vila Nova', undefined], ['Outra Cidade', true]])('keeps out a company of %s: %s', (municipio, exclui) => {
    const v = aplicar(sedeLocal, { texto: 'Poderão participar somente empresas sediadas no município.', licitacao: { municipio: 'Vila Nova' }, empresa: { municipio } });
    expect(v?.excluiEmpresa).toBe(exclui);
  });
  casosDeRegra(escritorioLocal, [['an office', 'A empresa licitante deverá manter escritório no município.', 'indicio'], ['a radius', 'O posto da contratada deverá ficar a um raio máximo de 10 km.', 'indicio'], ['haulage of material', 'A empresa fará o transporte, com distância máxima de 10 km.', 'ok']]);
  casosDeRegra(documentosDeTodos, [
    ['with the proposal', 'Os licitantes encaminharão, pelo sistema, concomitantemente com os documentos de habilitação, a proposta.', 'indicio'],
    ['only if phases are inverted', 'Na hipótese de a habilitação anteceder as propostas, os licitantes encaminharão simultaneamente os documentos de habilitação e a proposta.', 'ok'],
    ['from the winner', 'O licitante vencedor encaminhará os documentos de habilitação em 2 horas.', 'ok'],
    ['phases inverted, fiscal papers too', 'Na presente licitação, a fase de habilitação antecederá as fases de propostas, lances e julgamento.\n9.1. Prova de regularidade com a Fazenda Federal.', 'indicio'],
    ['phases inverted, fiscal papers kept for later', 'A fase de habilitação antecederá as de propostas e de julgamento.\n9.1. Os documentos de regularidade fiscal somente serão exigidos em momento posterior ao julgamento, e apenas do licitante mais bem classificado.', 'ok'],
    ['should phases be inverted', 'Caso a fase de habilitação anteceda as de propostas, observar-se-á o item 7.', 'ok'],
  ]);
  it('says why when phases are inverted', () => {
    expect(aplicar(documentosDeTodos, 'A fase de habilitação antecederá as fases de propostas e de julgamento.\n9.1. Certidão da Fazenda Federal.')?.motivo).toContain('inverte as fases');
  });
  casosDeRegra(firmaReconhecida, [
    ['asked', 'O credenciamento será feito por procuração com firma reconhecida.', 'indicio'], ['only in doubt', 'O reconhecimento de firma somente será exigido quando houver dúvida de autenticidade.', 'ok'],
    ['not asked', 'Não será exigido o reconhecimento de firma.', 'ok'], ['nothing', 'Procuração particular.', 'ok'],
  ]);
  const presencial = (texto: string) => ({ texto, fatos: { forma: 'presencial', modalidade: 'concorrencia' } as const });
  casosDeRegra(formaPresencial, [
    ['no reason given', presencial('A sessão será na sede da Prefeitura.'), 'indicio'], ['reasons given', presencial('Justificativa da forma presencial: a internet local é instável. A sessão será gravada em áudio e vídeo.'), 'ok'],
    ['another reason', presencial('O agente decidirá motivadamente na sessão presencial; o atraso será justificado. Compareça à sessão presencial.'), 'indicio'], ['electronic', { fatos: { forma: 'eletronica' } }, null], ['direct contracting', { fatos: { forma: 'presencial', modalidade: 'dispensa' } }, null],
  ]);
  const deFora = (texto: string, municipio = 'Outra Cidade') => ({ texto, licitacao: { municipio: 'Vila Nova', uf: 'MG' }, empresa: { municipio, uf: 'MG' } });
  const PRIORIDADE = 'Será concedida a prioridade de contratação de microempresas sediadas no Município, até dez por cento acima do menor preço.';
  casosDeRegra(prioridadeLocal, [
    ['company from elsewhere', deFora(PRIORIDADE), 'nao_aferivel'], ['local company', deFora(PRIORIDADE, 'Vila Nova'), 'ok'], ['none', deFora('Microempresas têm preferência no empate.'), null],
    ['what the decree allows', deFora('A Administração poderá conceder prioridade de contratação de microempresas sediadas no local, se couber.'), null],
  ]);
  casosDeRegra(sicafPrevio, [
    ['on another platform', { texto: 'O credenciamento no SICAF até o terceiro dia útil anterior é condição.', fatos: { plataforma: 'licitanet.com.br' } }, 'indicio'], ['on compras.gov', { texto: 'O credenciamento no SICAF até o terceiro dia útil anterior é condição.', fatos: { plataforma: 'www.gov.br/compras' } }, null],
    ['penalties are recorded there', { texto: 'As penalidades serão obrigatoriamente registradas no SICAF.', fatos: { plataforma: 'bll.org.br' } }, 'ok'],
  ]);
  casosDeRegra(cadastroParaEdital, [['by registration', 'O edital poderá ser retirado no site mediante cadastro prévio.', 'indicio'], ['open', 'O edital está disponível no PNCP.', 'ok']]);
  casosDeRegra(programaIntegridade, [['to qualify', 'Para habilitação, a licitante deverá apresentar programa de integridade.', 'indicio'], ['to break a tie', 'No desempate, considera-se o programa de integridade, que deverá apresentar.', 'ok']]);
  casosDeRegra(cartaSolidariedade, [['asked', 'Apresentar carta de solidariedade do fabricante.', 'indicio'], ['if the TR asks', 'Caso o termo de referência exija carta de solidariedade, ela será apresentada.', 'ok']]);
  casosDeRegra(marcaSemEquivalente, [
    ['reference brand alone', 'Marca de referência: Alfa. Cor azul.', 'indicio'], ['or equivalent', 'Marca de referência: Alfa, ou equivalente.', 'ok'],
    ['in an item', { itens: [itemCom({ descricao: 'Toner da marca Alfa modelo X' })] }, 'indicio'], ['in an item, or similar', { itens: [itemCom({ descricao: 'Toner da marca Alfa ou similar' })] }, 'ok'],
    ['brand of the proposal', 'Na proposta, informar a marca e o modelo ofertado.', 'ok'],
  ]);
});

describe('the whole', () => {
  const texto = 'Poderão participar somente empresas sediadas no município.\nCertidão de quitação de tributos federais.\nApresentar no mínimo 3 (três) atestados.';
  it('adds up three restrictions', () => {
    const v = verificar(contextoCom({ texto })).find((x) => x.regra === 'restricoes_cumuladas');
    expect(v?.resultado).toBe('indicio');
    expect(v?.valor).toBe('3');
  });
  it('cannot say that a clause is missing while pages were not read', () => {
    const doc = { ...documentoDe(['Edital regido pela Lei nº 14.133/2021.']), naoLido: [{ documento: 'edital.pdf', paginas: [2], codigo: 'sem_texto', motivo: 'imagem' }] };
    const v = verificar(contextoCom({ texto: new TextoEdital([{ documento: doc, regiao: 'edital' }]) }));
    expect(v.find((x) => x.regra === 'quitacao_sumula283')?.resultado).toBe('nao_aferivel');
    expect(v.filter((x) => x.resultado === 'violado')).toEqual([]);
  });
  it('only signals while the law that governs is unknown', () => {
    const v = verificar(contextoCom({ texto: textoDe('Chamada. Poderão participar somente empresas sediadas no município.') })).find((x) => x.regra === 'sede_local_art9');
    expect(v?.resultado).toBe('indicio');
    expect(v?.motivo).toContain('Não se sabe que lei rege');
  });
  it('gives every finding a sentence, an article and dates of force', () => {
    for (const v of verificar(contextoCom({ texto }))) {
      expect(v.dispositivo).toMatch(/art|Súmula/);
      expect(v.motivo.length).toBeGreaterThan(15);
      expect(v.motivo).not.toMatch(/undefined|null|NaN|\[/);
      expect(v.vigencia.de).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});
