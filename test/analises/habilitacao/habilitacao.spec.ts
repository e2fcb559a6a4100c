import { describe, expect, it } from '@jest/globals';
import type { RequisitoHabilitacao } from '../../../src/analises/domain/analise.js';
import { exerciciosExigiveis } from '../../../src/analises/habilitacao/balanco.js';
import { readExigenciaCapital } from '../../../src/analises/habilitacao/capital.js';
import { checkIndices } from '../../../src/analises/habilitacao/economica.js';
import { matrizDeHabilitacao } from '../../../src/analises/habilitacao/index.js';
import type { Empresa } from '../../../src/empresas/index.js';
import { contextoCom, itemCom } from '../../support/fatos.js';
import { textoDe } from '../../support/texto-edital.js';

type Parte = NonNullable<Parameters<typeof contextoCom>[0]>;
const linha = (id: string, parte: Parte): RequisitoHabilitacao | undefined => matrizDeHabilitacao(contextoCom(parte)).find((r) => r.id === id);
const SESSAO = { sessao_abertura: '2026-11-24T10:00:00-03:00' } as const;
const EDITAL = `9. DA HABILITAÇÃO
9.1. Contrato social em vigor.
9.2. Prova de regularidade com a Fazenda Federal e com a Fazenda Municipal da sede.
9.3. Certificado de regularidade do FGTS.
9.4. Certidão negativa de falência expedida pelo distribuidor da sede.`;

describe('the rows', () => {
  it('has what the law always asks, quoted or not, and what only the edital asks', () => {
    const ids = matrizDeHabilitacao(contextoCom({ fatos: SESSAO, texto: EDITAL })).map((r) => [r.id, r.evidencia !== null]);
    expect(ids).toEqual([
      ['ato_constitutivo', true], ['cnpj', false], ['cnd_federal', true], ['cnd_municipal', true], ['crf_fgts', true], ['cndt', false], ['certidao_falencia', true],
      ['declaracao_menor', false], ['declaracao_pcd', false], ['declaracao_custos', false],
    ]);
  });
  it('asks a state company only for what its edital asks: Lei 13.303 lists no certificate', () => {
    const ids = matrizDeHabilitacao(contextoCom({ fatos: SESSAO, texto: textoDe(`Licitação regida pela Lei nº 13.303/2016.\n${EDITAL}`) })).map((r) => r.id);
    expect(ids).toEqual(['ato_constitutivo', 'cnd_federal', 'cnd_municipal', 'crf_fgts', 'certidao_falencia']);
  });
  it('a declaration depends on the company alone', () => {
    expect(linha('declaracao_menor', { fatos: SESSAO, texto: EDITAL })).toMatchObject({ status: 'atende', diasParaObter: 0, acao: 'Declarar com a proposta.' });
  });
  it('takes no demand from a negation or from a form', () => {
    expect(linha('certidao_falencia', { fatos: SESSAO, texto: '9. DA HABILITAÇÃO\n9.1. Não será exigida certidão de falência.' })).toBeUndefined();
  });
  it('takes no demand from a box left empty in a form where others are marked', () => {
    const form = (registro: string, atestado: string) => `9. DA HABILITAÇÃO\n9.1. Qualificação técnica exigida:\n${registro} Registro na entidade profissional competente\n${atestado} Atestado de capacidade técnica por pessoa jurídica`;
    const ids = (texto: string) => matrizDeHabilitacao(contextoCom({ fatos: SESSAO, texto })).map((r) => r.id);
    expect(ids(form('☐', '☒'))).not.toContain('registro_conselho');
    expect(ids(form('☒', '☐'))).toContain('registro_conselho');
    expect(ids(form('( )', '(X)'))).not.toContain('registro_conselho');
    expect(ids(form('☐', '☐'))).toContain('registro_conselho');
  });
  it('quotes the certificate, not the bar to who is bankrupt', () => {
    const texto = '3. DA PARTICIPAÇÃO\n3.1. Não poderão participar os interessados: em processo de falência, sob concurso de credores ou em liquidação.\n9. DA HABILITAÇÃO\n9.1. Certidão negativa de falência expedida pelo distribuidor da sede.';
    expect(linha('certidao_falencia', { fatos: SESSAO, texto })?.evidencia?.trecho).toContain('Certidão negativa');
    expect(linha('certidao_falencia', { fatos: SESSAO, texto: texto.split('\n9.')[0]! })).toBeUndefined();
  });
  it('names article, day and how long each takes', () => {
    const r = linha('cnd_federal', { fatos: SESSAO, texto: EDITAL })!;
    expect([r.dispositivo, r.exigidoEm, r.diasParaObter, r.evidencia?.trecho]).toEqual(['art. 68, III e IV, da Lei 14.133/2021', '2026-11-24', 2, expect.stringContaining('Fazenda Federal')]);
  });
});

describe('a certificate on the day it will be asked', () => {
  const crf = (validade: string | null | undefined, agora = '2026-11-10T10:00:00-03:00', porte: Empresa['porte'] = 'epp') =>
    linha('crf_fgts', { fatos: SESSAO, texto: EDITAL, agora, empresa: { porte, documentos: [{ tipo: 'crf_fgts', ...(validade === undefined ? {} : { validade }) }] } })!;

  it.each([
    ['2026-12-31', '2026-11-10', 'atende'], ['2026-11-24', '2026-11-10', 'atende'], ['2026-11-23', '2026-11-10', 'a_providenciar'], [null, '2026-11-10', 'atende'], [undefined, '2026-11-10', 'falta_dado'],
    ['2026-11-01', '2026-11-24', 'nao_atende'],
  ] as const)('valid until %s, seen on %s → %s', (validade, hoje, status) => expect(crf(validade, `${hoje}T08:00:00-03:00`).status).toBe(status));

  it('tells what expired from what is going to', () => {
    expect(crf('2026-11-01').motivo).toMatch(/^Venceu em 01\/11\/2026;/);
    expect(crf('2026-11-20').motivo).toMatch(/^Vence em 20\/11\/2026, antes de 24\/11\/2026/);
  });

  it('warns when it expires right after the session (art. 64, II)', () => expect(crf('2026-11-26').motivo).toContain('art. 64, II'));

  it('may be put right afterwards by ME/EPP only, and only the fiscal and labour papers (LC 123, art. 43)', () => {
    expect(crf('2026-11-01').sanavel).toBe(true);
    expect(crf('2026-11-01', undefined, 'demais').sanavel).toBe(false);
    expect(linha('certidao_falencia', { fatos: SESSAO, texto: EDITAL, empresa: { porte: 'epp', documentos: [] } })?.sanavel).toBe(false);
  });
  it('is wanted with the proposal when the edital says so', () => {
    const texto = `${EDITAL}\n5.1. Os licitantes encaminharão, pelo sistema, concomitantemente com os documentos de habilitação, a proposta.`;
    const r = linha('crf_fgts', { fatos: { ...SESSAO, propostas_fim: '2026-11-20T18:00:00-03:00' }, texto, empresa: { documentos: [{ tipo: 'crf_fgts', validade: '2026-11-22' }] } })!;
    expect([r.exigidoEm, r.status, r.motivo.includes('com a proposta')]).toEqual(['2026-11-20', 'atende', true]);
  });
  it('a profile without documents is a question, not a "no"', () => {
    expect(linha('crf_fgts', { fatos: SESSAO, texto: EDITAL })?.status).toBe('falta_dado');
    expect(linha('crf_fgts', { fatos: SESSAO, texto: EDITAL, empresa: { documentos: [] } })?.status).toBe('a_providenciar');
  });
  it('counts the age that the edital admits in a certificate of bankruptcy', () => {
    const status = (emissao: string) => linha('certidao_falencia', { fatos: { ...SESSAO, falencia_validade_dias: 60 }, texto: EDITAL, empresa: { documentos: [{ tipo: 'certidao_falencia', emissao, validade: '2027-06-30' }] } })?.status;
    expect(status('2026-09-25')).toBe('atende');
    expect(status('2026-09-24')).toBe('a_providenciar');
  });
  it('takes the paper of its own seat', () => {
    const documentos = [{ tipo: 'cnd_municipal' as const, municipio: 'Outra Cidade', validade: '2027-01-01' }, { tipo: 'cnd_municipal' as const, municipio: 'Vila Nova', validade: '2026-11-30' }];
    expect(linha('cnd_municipal', { fatos: SESSAO, texto: EDITAL, empresa: { municipio: 'Vila Nova', documentos } })?.validade).toBe('2026-11-30');
  });
});

describe('índices and capital', () => {
  const minimo = (parte: Empresa['indices'], trecho = 'índices iguais ou superiores a 1') => checkIndices(contextoCom({ empresa: { indices: parte } }), '1', { documento: 'e.pdf', pagina: 1, trecho }).situacao;
  const tres = (v: string) => ({ liquidezGeral: v, solvenciaGeral: v, liquidezCorrente: v });
  it.each([
    [tres('1.3'), 'iguais ou superiores a 1', 'atende'], [tres('1'), 'iguais ou superiores a 1', 'atende'], [tres('1'), 'superiores a 1 (um)', 'nao_atende'], [tres('1.01'), 'superiores a 1 (um)', 'atende'], [tres('0.99'), '≥ 1,0', 'nao_atende'],
    [{ liquidezGeral: '2' }, '≥ 1,0', 'falta_dado'], [{ liquidezGeral: '0.5' }, '≥ 1,0', 'nao_atende'], [{}, '≥ 1,0', 'falta_dado'],
  ] as const)('%j, "%s" → %s', (indices, trecho, esperado) => expect(minimo(indices, trecho)).toBe(esperado));

  const endividamento = (edital: string, v?: string) => linha('endividamento', { fatos: SESSAO, texto: `9. DA HABILITAÇÃO\n9.6. ${edital}`, empresa: { indices: v === undefined ? {} : { endividamento: v } } });
  it.each([
    ['Índice de liquidez igual ou superior a 1 e endividamento geral (IEG) igual ou inferior a 0,4.', '0.55', 'nao_atende'], ['Índice de liquidez igual ou superior a 1 e endividamento geral (IEG) igual ou inferior a 0,4.', '0.4', 'atende'],
    ['ÍNDICE DE ENDIVIDAMENTO (IE) ≤ 1,00', '0.9', 'atende'], ['Grau de endividamento (GE) inferior a 0,50.', '0.5', 'nao_atende'], ['Índice de endividamento não superior a 60%.', '0.58', 'atende'],
    ['Liquidez igual ou superior a 1,00 e endividamento total (ET) menor ou igual a 0,70; ou comprovação de patrimônio líquido de 10% do valor.', '0.9', 'a_esclarecer'],
    ['Grau de endividamento: máximo de 0,80', undefined, 'falta_dado'], ['Endividamento = passivo sobre ativo. Liquidez corrente: mínimo de 1,0.', '3', undefined],
  ] as const)('indebtedness "%s", company %s → %s', (edital, v, esperado) => expect(endividamento(edital, v)?.status).toBe(esperado));

  const ALTERNATIVA = '9.5. Qualificação econômico-financeira: a empresa que apresentar resultado inferior a 1 em qualquer dos índices deverá comprovar patrimônio líquido mínimo de 10% (dez por cento) do valor estimado.';
  const SEMPRE = '9.5. Qualificação econômico-financeira: comprovar capital mínimo ou patrimônio líquido mínimo de 10% (dez por cento) do valor estimado.';
  const fatos = { ...SESSAO, indices_minimos: '1', capital_ou_pl_minimo_pct: '10', valor_estimado_total: '1000000.00' } as const;
  const status = (texto: string, empresa: Partial<Empresa>, outros = {}) => ['indices', 'capital_pl'].map((id) => linha(id, { fatos: { ...fatos, ...outros }, texto, empresa })?.status);

  it('PL of 8 % with índices of 1.3 meets a demand of 10 % OR índices', () => expect(status(ALTERNATIVA, { indices: tres('1.3'), patrimonioLiquido: '80000.00' })).toEqual(['atende', 'atende']));
  it.each([
    [ALTERNATIVA, { indices: tres('0.8'), patrimonioLiquido: '100000.00' }, ['atende', 'atende']],
    [ALTERNATIVA, { indices: tres('0.8'), patrimonioLiquido: '99999.99' }, ['nao_atende', 'nao_atende']],
    [ALTERNATIVA, { patrimonioLiquido: '100000.00' }, ['atende', 'atende']],
    [ALTERNATIVA, { patrimonioLiquido: '1.00' }, ['falta_dado', 'falta_dado']],
    [ALTERNATIVA, { indices: tres('0.8') }, ['falta_dado', 'falta_dado']],
    [SEMPRE, { indices: tres('1.3'), patrimonioLiquido: '80000.00', capitalSocial: '50000.00' }, ['atende', 'nao_atende']],
    [SEMPRE, { indices: tres('1.3'), patrimonioLiquido: '80000.00', capitalSocial: '100000.00' }, ['atende', 'atende']],
    [SEMPRE, { indices: tres('1.3'), patrimonioLiquido: '80000.00' }, ['atende', 'falta_dado']],
  ] as const)('%s with %j → %j', (texto, empresa, esperado) => expect(status(texto, empresa)).toEqual(esperado));

  it('asks capital of everyone when low índices already bar the bidder in the clause before', () => {
    const texto = '9.4. Habilitação: as licitantes que apresentarem resultado menor que 1 (um) em qualquer dos índices estarão inabilitadas.\n9.5. As empresas deverão comprovar capital social mínimo ou patrimônio líquido equivalente a 10% (dez por cento) do valor estimado.';
    expect(status(texto, { indices: tres('1.3'), patrimonioLiquido: '80000.00', capitalSocial: '50000.00' })).toEqual(['atende', 'nao_atende']);
  });
  it.each([
    [{ liquidezGeral: '0.8', solvenciaGeral: '0.9', liquidezCorrente: '1.2' }, 'atende'], [{ liquidezCorrente: '1.2' }, 'atende'], [{ liquidezGeral: '0.8' }, 'falta_dado'], [tres('0.8'), 'nao_atende'],
  ] as const)('one índice of the three is enough where the edital says so: %j → %s', (indices, esperado) => (['no mínimo um dos seguintes índices contábeis, o qual deverá ser maior ou igual a 1', 'mínimo um dos seguintes índices, igual ou superior a 1'] as const).forEach((t) => expect(minimo(indices, t)).toBe(esperado)));

  it('cannot be measured over a confidential or unknown estimate', () => {
    expect(status(SEMPRE, { patrimonioLiquido: '1.00', capitalSocial: '1.00' }, { orcamento_sigiloso: true })[1]).toBe('a_esclarecer');
    expect(status(SEMPRE, { patrimonioLiquido: '1.00', capitalSocial: '1.00' }, { valor_estimado_total: undefined })[1]).toBe('a_esclarecer');
  });
  it('by item or lot, what falls short of the total is a question of base', () => expect(status(SEMPRE, { patrimonioLiquido: '1.00', capitalSocial: '1.00' }, { adjudicacao: 'lote' })[1]).toBe('a_esclarecer'));
  it('a year of the estimate, or the own proposal, is a smaller base', () => {
    expect(status('9.5. Habilitação: patrimônio líquido mínimo de 10% (dez por cento) do valor anual estimado.', { patrimonioLiquido: '1.00' })[1]).toBe('a_esclarecer');
  });
  it('asks for both only where the edital joins them', () => {
    const c = (texto: string) => readExigenciaCapital(contextoCom({ texto, fatos }))?.base;
    expect(c('Habilitação: capital social e patrimônio líquido de 10% do valor estimado.')).toBe('ambos');
    expect(c(SEMPRE)).toBe('qualquer');
    expect(c(ALTERNATIVA)).toBe('pl');
  });
});

describe('balance sheets', () => {
  it.each([['2026-04-30', 2, [[2024, 2023], [2025, 2024]]], ['2026-05-01', 2, [[2025, 2024]]], ['2026-11-24', 1, [[2025]]]])('on %s, %i years → %j', (dia, n, series) => expect(exerciciosExigiveis(dia, n)).toEqual(series));

  const balanco = (empresa: Partial<Empresa>, agora = '2026-10-01T10:00:00-03:00') => linha('balanco', { fatos: { ...SESSAO, balanco_exercicios: 2 }, empresa, agora })?.status;
  it.each([
    [{ balancos: [2025, 2024] }, 'atende'], [{ balancos: [2025] }, 'a_providenciar'], [{ balancos: [2028, 2027] }, 'falta_dado'], [{}, 'falta_dado'], [{ balancos: [2025], dataAbertura: '2025-03-01' }, 'atende'], [{ dataAbertura: '2026-03-01' }, 'a_providenciar'], [{ documentos: [{ tipo: 'balanco' }] }, 'falta_dado'],
  ] as const)('%j → %s', (empresa, status) => expect(balanco(empresa as Partial<Empresa>)).toBe(status));
  it('cannot be made in a week', () => expect(balanco({ balancos: [2025] }, '2026-11-19T10:00:00-03:00')).toBe('nao_atende'));
});

describe('technical qualification', () => {
  const TECNICA = '9.6. Qualificação técnica: atestado de capacidade técnica fornecido por pessoa jurídica, de pavimentação asfáltica.\n9.7. Prova de registro da empresa no CREA ou CAU.\n9.8. Profissional detentor de acervo técnico registrado no CREA.';
  const fatos = { ...SESSAO, objeto: 'Pavimentação asfáltica da Rua das Flores' } as const;
  const status = (id: string, empresa: Partial<Empresa>, outros: Parte = {}) => linha(id, { fatos, texto: TECNICA, empresa, ...outros })?.status;
  it.each([
    [{}, 'falta_dado'], [{ atestados: [] }, 'nao_atende'], [{ atestados: [{ descricao: 'Pavimentos asfálticos em Vila Nova' }] }, 'atende'], [{ atestados: [{ descricao: 'Fornecimento de merenda' }] }, 'falta_dado'],
  ] as const)('attestations %j → %s', (empresa, esperado) => expect(status('atestado', empresa as Partial<Empresa>)).toBe(esperado));

  it.each([['600', 'atende'], ['599.99', 'nao_atende']])('sums %s of 600 m² asked', (quantidade, esperado) => {
    const itens = [itemCom({ quantidade: '1200', unidade: 'M²' })];
    expect(status('atestado', { atestados: [{ descricao: 'Pavimentação', quantidade, unidade: 'm²' }] }, { fatos: { ...fatos, atestado_min_pct: '50' }, itens })).toBe(esperado);
  });
  it('cannot compare quantities it does not have', () => expect(status('atestado', { atestados: [{ descricao: 'Pavimentação' }] }, { fatos: { ...fatos, atestado_min_pct: '50' } })).toBe('falta_dado'));
  it('is a point to clarify when the table of quantities is missing', () => {
    const texto = '9.6. Qualificação técnica: comprovar por atestado a execução das quantidades do quadro abaixo.\n9.7. A proposta será assinada pelo representante legal da empresa licitante, sob pena de desclassificação dela.';
    expect(linha('atestado', { fatos, texto, empresa: { atestados: [] } })?.status).toBe('a_esclarecer');
  });
  it('reads the councils and asks when the profile does not show the registration', () => {
    const r = linha('registro_conselho', { fatos, texto: TECNICA, empresa: { documentos: [] } });
    expect([r?.titulo, r?.status]).toEqual([expect.stringContaining('CREA ou CAU'), 'falta_dado']);
    expect(status('registro_conselho', { documentos: [{ tipo: 'registro_conselho', descricao: 'CREA-MG' }] })).toBe('atende');
    expect(linha('registro_conselho', { fatos, texto: '9.3. Certificado de regularidade (CRF) do FGTS, registrado na Caixa.' })).toBeUndefined();
  });
  it.each([[[{ conselho: 'CREA-MG' }], 'atende'], [[{ conselho: 'CRM' }], 'a_providenciar'], [undefined, 'falta_dado']] as const)('professionals %j → %s', (profissionais, esperado) => expect(status('profissional', profissionais ? { profissionais } : {})).toBe(esperado));
  it('sees a licence of special law, and not the one of the works', () => {
    expect(linha('licenca_sanitaria', { fatos: SESSAO, texto: '9. DA HABILITAÇÃO\n9.1. A licitante apresentará alvará sanitário em vigor.', empresa: { documentos: [{ tipo: 'licenca', descricao: 'Alvará sanitário', validade: '2027-01-01' }] } })?.status).toBe('atende');
    const naAssinatura = { fatos: SESSAO, texto: '9. DA HABILITAÇÃO\n9.1. Apresentar licença ambiental de operação da usina, em nome da licitante, somente da empresa vencedora na assinatura do contrato.' };
    expect(linha('licenca_ambiental', { ...naAssinatura, empresa: { documentos: [] } })).toMatchObject({ status: 'a_providenciar', diasParaObter: 0, exigidoEm: null, motivo: expect.stringContaining('assinatura do contrato') });
    expect(linha('licenca_ambiental', { ...naAssinatura, empresa: { documentos: [{ tipo: 'licenca', descricao: 'Licença ambiental de operação', validade: null }] } })?.status).toBe('atende');
    expect(linha('licenca_ambiental', { fatos: SESSAO, texto: '14. DAS OBRIGAÇÕES\n14.1. A contratada deverá observar a licença ambiental da obra.' })).toBeUndefined();
  });
});

describe('proposal', () => {
  it('lists guarantee, visit and sample with the checks they belong to', () => {
    const parte: Parte = { fatos: { ...SESSAO, garantia_proposta_pct: '1', visita_tecnica: 'obrigatoria', amostra_ou_poc: true }, texto: 'A visita é obrigatória, podendo ser substituída por declaração de que conhece o local.' };
    expect(linha('garantia_proposta', parte)).toMatchObject({ grupo: 'proposta', status: 'a_providenciar', verificacoes: expect.arrayContaining(['garantia_proposta_art58']) });
    expect(linha('visita', parte)).toMatchObject({ status: 'a_providenciar', diasParaObter: 0 });
    expect(linha('amostra', parte)?.status).toBe('a_providenciar');
  });
  it.each([
    ['Todas as licitantes, inclusive as que optarem por não realizar vistoria, deverão apresentar declaração de que têm pleno conhecimento das condições do local.', true],
    ['Caso opte por não realizar a visita técnica, o licitante deverá juntar aos documentos de habilitação a declaração de não realização de visita, assinada pelo responsável técnico.', true],
    ['O licitante deve atestar, sob pena de inabilitação, que conhece o local e as condições da obra, assegurada a vistoria.', true],
    ['A visita técnica é facultativa e será agendada com a Secretaria.', false],
  ])('a facultative visit still wants its declaration: "%s"', (texto, pedida) => {
    const r = linha('declaracao_local', { fatos: { ...SESSAO, visita_tecnica: 'facultativa' }, texto: `9. DA HABILITAÇÃO\n9.1. ${texto}` });
    expect(r?.status ?? null).toBe(pedida ? 'atende' : null);
  });
  it('says when there is no time left', () => expect(linha('garantia_proposta', { fatos: { ...SESSAO, garantia_proposta_pct: '1' }, agora: '2026-11-23T10:00:00-03:00' })?.status).toBe('nao_atende'));
});

describe('registers', () => {
  it('tells the SICAF from the register of the agency', () => {
    const ids = (texto: string) => matrizDeHabilitacao(contextoCom({ fatos: SESSAO, texto: textoDe(`9. DA HABILITAÇÃO\n9.1. ${texto}`) })).map((r) => r.id);
    expect(ids('O licitante deverá estar cadastrado no SICAF.')).toContain('sicaf');
    expect(ids('O licitante deverá apresentar o Certificado de Registro Cadastral (CRC) do Estado.')).toContain('cadastro_orgao');
    expect(ids('Os documentos poderão ser substituídos pelo registro cadastral do órgão.')).not.toContain('cadastro_orgao');
  });
});

describe('licences and papers of the product', () => {
  const lista = (itens: string) => `9. DA HABILITAÇÃO\n9.1. A licitante deverá enviar:\n${itens}`;
  const rows = (texto: string, empresa: Partial<Empresa> = {}) => matrizDeHabilitacao(contextoCom({ fatos: SESSAO, texto: textoDe(texto), empresa }));

  it.each([
    ['h) Alvará de funcionamento;', 'licenca_funcionamento'], ['i) Alvará da vigilância sanitária;', 'licenca_sanitaria'], ['j) Autorização de Funcionamento da Anvisa.', 'licenca_afe'],
    ['5.3.2 Licença (Alvará) Sanitária Estadual ou Municipal;', 'licenca_sanitaria'], ['5.3.3 Licença ou Alvará Sanitário Municipal.', 'licenca_sanitaria'],
  ])('reads "%s" in a list of papers', (item, id) => expect(rows(lista(item)).map((r) => r.id)).toContain(id));

  it('does not take a sanitary licence for the permit to operate', () => {
    const documentos = [{ tipo: 'licenca' as const, descricao: 'Alvará sanitário estadual', validade: '2027-12-31' }];
    const r = rows(lista('h) Alvará de funcionamento;\ni) Alvará da vigilância sanitária;'), { documentos });
    expect(r.filter((x) => x.id.startsWith('licenca')).map((x) => [x.id, x.status])).toEqual([['licenca_sanitaria', 'atende'], ['licenca_funcionamento', 'falta_dado']]);
  });

  it.each([
    ['9.12.3. Registro do produto emitido pela ANVISA, ou cópia da publicação no Diário Oficial.', 'registro_do_produto'],
    ['1.3. Os medicamentos deverão estar devidamente registrados na Agência Nacional de Vigilância Sanitária - ANVISA.', 'registro_do_produto'],
    ['Será exigido da empresa vencedora da licitação catálogo dos itens 1 e 2.', 'catalogo'],
    ['O licitante deverá anexar à proposta ficha técnica do produto.', 'catalogo'],
  ])('"%s" is a paper of the product, to be asked of the maker', (texto, id) => {
    expect(rows(lista(texto)).find((r) => r.id === id)).toMatchObject({ grupo: 'proposta', status: 'a_providenciar' });
  });
  it('a price catalogue is no catalogue of the product', () =>
    expect(rows('1. DO OBJETO\n1.1. Medicamentos listados na revista ou catálogo correspondente, com apresentação da nota fiscal pela licitante vencedora.').map((r) => r.id)).not.toContain('catalogo'));

  it('asks for the health professional who answers for the company', () => {
    const texto = lista('5.3.4 Possuir farmacêutico, como responsável técnico, com registro ativo no CRF (Conselho Regional de Farmácia).');
    expect(rows(texto).find((r) => r.id === 'responsavel_tecnico')).toMatchObject({ status: 'falta_dado', titulo: 'Responsável técnico (CRF)' });
    expect(rows(texto, { profissionais: [{ nome: 'Ana', conselho: 'CRF-SC 123' }] }).find((r) => r.id === 'responsavel_tecnico')?.status).toBe('atende');
  });
});

describe('proof of ME/EPP', () => {
  const TEXTO = '9. DA HABILITAÇÃO\n9.9. Para comprovar o enquadramento como microempresa: certidão expedida pela Junta Comercial, emitida no período máximo de 90 dias antes da sessão.\n9.10. Declaração de que não celebrou contratos com a Administração, no ano-calendário, além do teto.';
  const de = (empresa: Partial<Empresa>) => linha('certidao_simplificada', { fatos: SESSAO, texto: textoDe(TEXTO), empresa });
  it('is asked only of who is ME/EPP, with the age the clause admits', () => {
    expect(de({ porte: 'demais' })).toBeUndefined();
    expect(de({ porte: 'epp', documentos: [{ tipo: 'certidao_simplificada', emissao: '2026-09-01' }] })).toMatchObject({ validade: '2026-11-30', status: 'atende' });
    expect(de({ porte: 'epp', documentos: [{ tipo: 'certidao_simplificada', emissao: '2026-08-01' }] })?.status).toBe('a_providenciar');
  });
  it('reads the declaration of the ceiling whichever way it is put', () => expect(linha('declaracao_me_epp', { fatos: SESSAO, texto: textoDe(TEXTO), empresa: { porte: 'epp' } })?.evidencia?.trecho).toContain('não celebrou contratos'));
  it('quotes a declaration made in the negative', () => expect(linha('declaracao_menor', { fatos: SESSAO, texto: textoDe('9. DA HABILITAÇÃO\n9.1. Declaro que não emprego menor de dezoito anos em trabalho noturno.') })?.evidencia).not.toBeNull());
});
