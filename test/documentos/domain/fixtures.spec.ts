import { describe, expect, it } from '@jest/globals';
import type { LeituraDocumento } from '../../../src/empresas/index.js';
import { cartaoCnpj, contratoSocial, balanco, balancoSped, inscricaoEstadual, LICENCAS, registroCrea, sicaf, simplificada } from '../../support/papeis/cadastrais.js';
import { ATESTADOS } from '../../support/papeis/atestados.js';
import { AURORA, LETRAS } from '../../support/papeis/empresa.js';
import { cndFederal, cndFederalComEfeitos, cndFederalPositiva, cndt, crfFgts, ESTADUAIS, MUNICIPAIS } from '../../support/papeis/fiscais.js';
import { FALENCIAS } from '../../support/papeis/judiciais.js';
import { squeeze } from '../../../src/kernel/index.js';
import { textoDoPapel, type PapelDeTeste } from '../../support/papeis/pdf-do-papel.js';
import { lerComoTexto, lerPdf } from '../ler-papel.js';

type Esperado = [tipo: string, emissao: string | null, validade: string | null, resultado: string | null, uf: string | null, municipio: string | null];
const resumo = (l: LeituraDocumento): Esperado => [l.tipo, l.emissao, l.validade.ate, l.resultado, l.uf, l.municipio];

const CASOS: readonly (readonly [string, PapelDeTeste, Esperado])[] = [
  ['federal', cndFederal(), ['cnd_federal', '2026-11-10', '2027-05-09', 'negativa', null, null]],
  ['federal with effects', cndFederalComEfeitos(), ['cnd_federal', '2026-08-03', '2027-01-30', 'positiva_com_efeitos_de_negativa', null, null]],
  ['CRF', crfFgts(), ['crf_fgts', '2026-11-05', '2026-12-04', 'negativa', null, null]],
  ['CNDT', cndt(), ['cndt', '2026-11-12', '2027-05-11', 'negativa', null, null]],
  ['State SP', ESTADUAIS['SP']!, ['cnd_estadual', '2026-11-03', '2027-05-03', 'negativa', 'SP', null]], ['PGE SP', ESTADUAIS['SP_PGE']!, ['cnd_estadual', '2026-11-04', '2026-12-04', 'negativa', 'SP', null]],
  ['State MG', ESTADUAIS['MG']!, ['cnd_estadual', '2026-10-20', '2027-01-18', 'negativa', 'MG', null]], ['State RJ', ESTADUAIS['RJ']!, ['cnd_estadual', '2026-10-15', '2027-01-13', 'negativa', 'RJ', null]],
  ['State RS', ESTADUAIS['RS']!, ['cnd_estadual', '2026-11-09', '2027-01-07', 'negativa', 'RS', null]], ['State PR', ESTADUAIS['PR']!, ['cnd_estadual', '2026-11-08', '2027-03-08', 'negativa', 'PR', null]],
  ['State SC', ESTADUAIS['SC']!, ['cnd_estadual', '2026-10-28', '2027-04-26', 'negativa', 'SC', null]], ['State BA', ESTADUAIS['BA']!, ['cnd_estadual', '2026-11-01', '2026-12-31', 'negativa', 'BA', null]],
  ['State GO', ESTADUAIS['GO']!, ['cnd_estadual', '2026-11-06', '2027-01-05', 'negativa', 'GO', null]], ['State CE', ESTADUAIS['CE']!, ['cnd_estadual', '2026-11-09', '2027-01-08', 'negativa', 'CE', null]],
  ['State PE', ESTADUAIS['PE']!, ['cnd_estadual', '2026-10-30', '2027-01-27', 'negativa', 'PE', null]], ['State PE, positive', ESTADUAIS['PE_POSITIVA']!, ['cnd_estadual', '2026-10-30', '2027-01-27', 'positiva', 'PE', null]],
  ['São Paulo', MUNICIPAIS['São Paulo']!, ['cnd_municipal', '2026-11-02', '2027-05-01', 'negativa', null, 'São Paulo']], ['Curitiba', MUNICIPAIS['Curitiba']!, ['cnd_municipal', '2026-11-11', '2027-02-09', 'negativa', null, 'Curitiba']],
  ['Foz do Iguaçu, dates in words', MUNICIPAIS['Foz do Iguaçu']!, ['cnd_municipal', '2026-10-15', '2027-01-13', 'negativa', 'PR', 'Foz do Iguaçu']], ['Rio, real estate', MUNICIPAIS['Rio de Janeiro']!, ['cnd_municipal', '2026-11-05', '2027-03-05', 'negativa', null, 'Rio de Janeiro']],
  ['Porto Alegre', MUNICIPAIS['Porto Alegre']!, ['cnd_municipal', '2026-11-10', '2027-02-08', 'positiva_com_efeitos_de_negativa', null, 'Porto Alegre']], ['Contagem', MUNICIPAIS['Contagem']!, ['cnd_municipal', '2026-11-09', '2026-12-09', 'positiva', 'MG', 'Contagem']],
  ['falência SP', FALENCIAS['SP']!, ['certidao_falencia', '2026-11-03', null, 'negativa', 'SP', null]], ['falência MG', FALENCIAS['MG']!, ['certidao_falencia', '2026-10-26', '2026-11-25', 'negativa', 'MG', null]],
  ['falência RS', FALENCIAS['RS']!, ['certidao_falencia', '2026-11-07', null, 'negativa', 'RS', null]], ['falência SC', FALENCIAS['SC']!, ['certidao_falencia', '2026-11-10', '2027-01-09', 'negativa', 'SC', null]],
  ['falência PR', FALENCIAS['PR']!, ['certidao_falencia', '2026-10-28', null, 'negativa', 'PR', null]], ['falência RJ, positive', FALENCIAS['RJ_POSITIVA']!, ['certidao_falencia', '2026-11-04', null, 'positiva', 'RJ', null]],
  ['CNPJ card', cartaoCnpj(), ['cartao_cnpj', '2026-11-10', null, null, 'PR', 'Curitiba']], ['Junta', simplificada(), ['certidao_simplificada', '2026-11-05', null, null, 'SC', null]],
  ['SICAF', sicaf(), ['sicaf', '2026-11-16', '2026-12-04', null, null, null]], ['CREA', registroCrea(), ['registro_conselho', '2026-11-02', '2027-03-31', null, 'PR', null]],
  ['alvará sanitário', LICENCAS['sanitario']!, ['licenca', '2026-02-05', '2027-02-05', null, 'PR', 'Maringá']], ['alvará de funcionamento', LICENCAS['funcionamento']!, ['licenca', '2020-01-10', null, null, 'PR', 'Curitiba']],
  ['inscrição estadual', inscricaoEstadual(), ['inscricao_estadual', '2026-11-10', null, null, 'PR', null]],
];

describe('papers after the public layouts', () => {
  it.each(CASOS)('%s, as a PDF', async (_nome, papel, esperado) => {
    const lidos = await lerPdf(papel);
    expect(lidos.map(resumo)).toEqual([esperado]);
    const [l] = lidos;
    expect(l!.titular.raiz).toBe(AURORA.cnpj.slice(0, 8));
    expect(l!.confianca).toBeGreaterThanOrEqual(0.7);
    for (const e of Object.values(l!.evidencias)) expect(e.trecho.length).toBeGreaterThanOrEqual(12);
  });

  it.each(CASOS)('%s, as plain text', (_nome, papel, esperado) => {
    const lidos = lerComoTexto(papel);
    expect(lidos.map(resumo)).toEqual([esperado]);
    const paginas = textoDoPapel(papel).map(squeeze);
    for (const [campo, e] of Object.entries(lidos[0]!.evidencias)) expect([campo, paginas[e.pagina - 1]]).toEqual([campo, expect.stringContaining(e.trecho)]);
  });

  it('a CNPJ card tells the company', async () => {
    const [l] = await lerPdf(cartaoCnpj());
    expect(l!.titular).toEqual({ nome: AURORA.nome, cnpj: AURORA.cnpj, raiz: AURORA.cnpj.slice(0, 8) });
    expect(l!.valores.cadastro).toEqual({
      nomeFantasia: 'AURORA TECNOLOGIA', porte: 'epp', naturezaJuridica: '206-2 - Sociedade Empresária Limitada', cnaes: ['47.51-2-01', '62.09-1-00', '95.11-8-00'], atividadePrincipal: 'Comércio varejista especializado de equipamentos e suprimentos de informática',
      endereco: 'R DAS ARAUCARIAS, 100, SALA 2, CENTRO, 80.000-000', situacao: 'ATIVA', dataAbertura: '1998-05-12', capitalSocial: null,
    });
    expect((await lerPdf(cartaoCnpj(AURORA, 'BAIXADA')))[0]!.avisos.map((a) => a.codigo)).toContain('cnpj_nao_ativo');
  });

  it('articles of association tell object, capital in force, partners and manager', async () => {
    const [l] = await lerPdf(contratoSocial());
    expect([l!.tipo, l!.titular]).toEqual(['contrato_social', { nome: LETRAS.nome, cnpj: LETRAS.cnpj, raiz: '12ABC345' }]);
    expect(l!.valores.sociedade).toEqual({
      ato: 'alteracao', consolidado: true, capitalSocial: '350000.00', nire: '41201234567', registro: '2026-03-22', socios: ['MARIA APARECIDA DOS SANTOS', 'JOAO CARLOS PEREIRA'], administradores: ['MARIA APARECIDA DOS SANTOS'],
      objeto: expect.stringMatching(/^o desenvolvimento de programas de computador sob encomenda.*equipamentos de informática$/),
    });
  });

  it('a balance tells accounts of the newest year and índices, checked', async () => {
    const [l] = await lerPdf(balanco());
    expect(l!.valores.balanco).toEqual({
      exercicio: 2025, sped: false, contas: { ativoCirculante: '1200000.00', realizavelLongoPrazo: '320000.00', ativoTotal: '2000000.00', passivoCirculante: '600000.00', exigivelLongoPrazo: '400000.00', patrimonioLiquido: '1000000.00', receita: '4100000.00' },
      indicesCalculados: { liquidezGeral: '1.52', solvenciaGeral: '2', liquidezCorrente: '2', endividamento: '0.5' }, indicesImpressos: { liquidezGeral: '1.52', solvenciaGeral: '2', liquidezCorrente: '2', endividamento: null },
    });
    expect(l!.evidencias['balanco.patrimonioLiquido']).toMatchObject({ pagina: 1, trecho: expect.stringContaining('PATRIMÔNIO LÍQUIDO 1.000.000,00') });
    expect(l!.avisos).toEqual([]);
    expect((await lerPdf(balanco('2,90')))[0]!.avisos).toEqual([expect.objectContaining({ codigo: 'indice_diverge_liquidezGeral', mensagem: expect.stringContaining('2,9') })]);
  });

  it('the balance of SPED has the final balance last', async () => {
    const [l] = await lerPdf(balancoSped());
    expect(l!.valores.balanco).toMatchObject({ exercicio: 2025, sped: true, contas: { ativoCirculante: '620000.00', realizavelLongoPrazo: '80000.00', ativoTotal: '1000000.00', passivoCirculante: '400000.00', exigivelLongoPrazo: '300000.00', patrimonioLiquido: '300000.00' }, indicesCalculados: { liquidezGeral: '1', solvenciaGeral: '1.4285', liquidezCorrente: '1.55' } });
  });

  it.each<[string, object, object]>([
    ['fornecimento', { emissor: 'PREFEITURA MUNICIPAL DE CAMPO LARGO DO SUL', tipo: 'atestado' }, { quantidades: [{ descricao: 'notebooks com garantia no local', quantidade: '350', unidade: 'un' }, { descricao: 'impressoras multifuncionais', quantidade: '40', unidade: 'un' }], valor: '1480000.00', inicio: '2025-02-10', fim: '2025-08-20' }],
    ['servicos', { emissor: 'HOSPITAL SANTA CLARA S.A.', tipo: 'atestado' }, { contratante: { nome: 'HOSPITAL SANTA CLARA S.A.', cnpj: '11444777000161' }, objeto: 'prestação de serviços continuados de suporte técnico e manutenção de computadores', quantidades: [{ quantidade: '12500', unidade: 'hora' }, { quantidade: '1200', unidade: 'un' }], valor: '960000.00', inicio: '2023-03-01', fim: '2025-02-28' }],
    ['obra', { emissor: 'MUNICÍPIO DE PINHAL VELHO', tipo: 'atestado' }, { cat: '1720260001234', art: '1720254567890', valor: '2350000.00', quantidades: [{ descricao: 'Estrutura de concreto armado', quantidade: '320.5', unidade: 'm3' }, { descricao: 'Cobertura em telha termoacústica', quantidade: '1450', unidade: 'm2' }] }],
  ])('an attestation (%s) tells who, what, how much and when', async (nome, leitura, dados) => {
    const [l] = await lerPdf(ATESTADOS[nome]!);
    expect(l).toMatchObject({ ...leitura, titular: { nome: AURORA.nome, cnpj: AURORA.cnpj }, validade: { regra: 'nao_vence' } });
    expect(l!.valores.atestado).toMatchObject(dados);
  });

  it('SICAF tells the validity of each level', async () => {
    const [l] = await lerPdf(sicaf());
    expect(l!.valores.sicaf!.niveis).toEqual([
      { nivel: 'receita_federal_pgfn', validade: '2027-05-09' }, { nivel: 'fgts', validade: '2026-12-04' }, { nivel: 'trabalhista', validade: '2027-05-11' }, { nivel: 'receita_estadual', validade: '2027-03-08' }, { nivel: 'receita_municipal', validade: '2027-02-09' }, { nivel: 'qualificacao_economica', validade: '2027-06-30' },
    ]);
  });

  it('a planted instruction and a planted date change nothing', async () => {
    const [l] = await lerPdf(cndFederalPositiva());
    expect(l).toMatchObject({ tipo: 'cnd_federal', resultado: 'positiva', validade: { ate: '2027-04-30', regra: 'impressa' } });
    expect(l!.avisos.map((a) => a.codigo).sort()).toEqual(['certidao_positiva', 'validades_divergentes']);
  });

  it('a file of several certidões gives each its reading and its page', async () => {
    const lidos = await lerPdf({ origem: 'montado de três', paginas: [cndFederal().paginas[0]!, crfFgts().paginas[0]!, cndt().paginas[0]!] });
    expect(lidos.map((l) => [l.tipo, l.paginas.primeira, l.validade.ate, l.evidencias['validade']?.pagina])).toEqual([['cnd_federal', 1, '2027-05-09', 1], ['crf_fgts', 2, '2026-12-04', 2], ['cndt', 3, '2027-05-11', 3]]);
  });
});
