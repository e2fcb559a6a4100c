import { describe, expect, it } from '@jest/globals';
import type { Desfecho, RequisitoHabilitacao } from '../../../src/analises/index.js';
import type { Sancao } from '../../../src/empresas/index.js';
import { AGORA, decideCom, itemEdital, MATRIZ, prazosDe, prova, requisito, SESSAO, verificacao, type Mudancas } from '../../support/entrada-decisao.js';

const gate = (m: Mudancas, id: string, sessao: string | null = SESSAO) => decideCom(m, sessao).decisao.portoes.find((p) => p.id === id)!;
const sancao = (extras: Partial<Sancao>): Sancao => ({ tipo: 'impedimento', enteSancionador: 'Município A', inicio: '2026-01-01', fim: '2027-12-31', ...extras });
const trocar = (r: RequisitoHabilitacao): RequisitoHabilitacao[] => [...MATRIZ.filter((x) => x.id !== r.id), r];

/** The ten decision cases of relatorio.md § 7. */
describe('decision cases', () => {
  it('the fit company gets GO, with three reasons and nothing asked', () => {
    const { decisao } = decideCom();
    expect(decisao).toMatchObject({ desfecho: 'GO', pode: 'sim', valeAPena: 'sim', robustez: 'ROBUSTA', perguntas: [], completude: 1 });
    expect(decisao.motivos).toHaveLength(3);
  });

  describe('1. a sanction binds only whom it reaches', () => {
    it('impedimento of a município does not bind another State', () => {
      const m: Mudancas = { empresa: { sancoes: [sancao({ esfera: 'municipal', uf: 'PR', municipio: 'A' })] }, licitacao: { esfera: 'E', uf: 'SC', municipio: null } };
      expect(gate(m, 'E2').resultado).toBe('passou');
      expect(decideCom(m).decisao.desfecho).toBe('GO');
    });
    it('inidoneidade binds everyone', () => {
      const m: Mudancas = { empresa: { sancoes: [sancao({ tipo: 'inidoneidade', esfera: 'municipal', uf: 'PR', municipio: 'A' })] }, licitacao: { esfera: 'E', uf: 'SC', municipio: null } };
      expect(gate(m, 'E2')).toMatchObject({ resultado: 'reprovado', dados: [{ fonte: 'empresa', campo: '/sancoes/0' }] });
      expect(decideCom(m).decisao.desfecho).toBe('NO_GO');
    });
  });

  it('2. an item exclusive to ME/EPP is NO_GO for "demais"; the others go on', () => {
    const { decisao, decisoesPorUnidade } = decideCom({
      fatos: { adjudicacao: 'item', me_epp: 'misto' }, empresa: { porte: 'demais' }, itens: [itemEdital('1', { beneficio: 'exclusiva_me_epp' }), itemEdital('2'), itemEdital('3')],
    });
    expect(decisoesPorUnidade.map((d) => [d.unidade.id, d.desfecho])).toEqual([['1', 'NO_GO'], ['2', 'GO'], ['3', 'GO']]);
    expect(decisao).toMatchObject({ desfecho: 'GO', unidadesIndicadas: ['2', '3'], unidadesExcluidas: [{ id: '1', desfecho: 'NO_GO' }] });
    expect(decisao.unidadesExcluidas![0]!.motivo).toContain('reservado a ME/EPP');
  });

  describe('3. what may be put right, and what may not', () => {
    const cnd = requisito('cnd_federal', 'fiscal', { titulo: 'CND federal', status: 'a_providenciar', sanavel: true, diasParaObter: 3, motivo: 'Vencida.' });
    it('an expired CND of an EPP with days to spare is a condition', () => {
      const { decisao, plano } = decideCom({ habilitacao: trocar(cnd) });
      expect(decisao.desfecho).toBe('GO_CONDICIONADO');
      expect(decisao.portoes.find((p) => p.id === 'S1')).toMatchObject({ resultado: 'condicionado' });
      expect(plano.tarefas.map((t) => t.id)).toContain('documento_cnd_federal');
    });
    it('a missing certificate is not cured by size', () => {
      expect(decideCom({ habilitacao: trocar(requisito('atestado', 'tecnica', { status: 'nao_atende', motivo: 'Sem atestado.' })) }).decisao.desfecho).toBe('NO_GO');
    });
  });

  it('4. equity met through the alternative is met', () => {
    const pl = requisito('balanco', 'economica', { titulo: 'Patrimônio líquido de 10% ou índices', status: 'atende', motivo: 'LG 1,3 dispensa o patrimônio líquido mínimo.' });
    expect(gate({ habilitacao: trocar(pl) }, 'E7').resultado).toBe('passou');
  });

  describe('5. equity above the legal limit', () => {
    const pl12 = requisito('balanco', 'economica', { titulo: 'Patrimônio líquido de 12%', status: 'nao_atende', motivo: 'A empresa tem 11%.', verificacoes: ['capital_pl_art69'] });
    const regra = verificacao('capital_pl_art69', { resultado: 'violado', motivo: 'O edital pede 12% e o limite é 10%.', excluiEmpresa: true });
    const base: Mudancas = { habilitacao: trocar(pl12), verificacoes: [regra] };
    const casos: readonly [string, Mudancas, Desfecho][] = [
      ['challenge open', base, 'IMPUGNAR_E_REAVALIAR'],
      ['challenge closed', { ...base, prazos: prazosDe(AGORA, SESSAO, { aberta: false }) }, 'NO_GO'],
      ['nobody knows until when', { ...base, prazos: prazosDe(AGORA, SESSAO, { aberta: null }) }, 'PENDENTE'],
      ['the company meets it', { ...base, habilitacao: trocar({ ...pl12, status: 'atende' }) }, 'GO'],
      ['what it rests on is from memory', { ...base, verificacoes: [{ ...regra, nivelFonte: 'M' }] }, 'GO_CONDICIONADO'],
      ['only an indício', { ...base, verificacoes: [{ ...regra, resultado: 'indicio' }] }, 'NO_GO'],
    ];
    it.each(casos)('%s', (_nome, m, desfecho) => {
      expect(decideCom(m).decisao.desfecho).toBe(desfecho);
    });
    it('another failure that is legal leaves nothing to challenge', () => {
      expect(decideCom({ ...base, empresa: { semImpedimentosArt14: false } }).decisao.desfecho).toBe('NO_GO');
    });
  });

  it('6. an edital that is only images is PENDENTE, never 0', () => {
    const { decisao, lacunas } = decideCom({
      fatos: Object.fromEntries(['objeto', 'modalidade', 'criterio_julgamento', 'me_epp', 'valor_estimado_total', 'plataforma', 'visita_tecnica', 'consorcio'].map((c) => [c, 'nao_lido'])),
      habilitacao: [], verificacoes: [], naoLido: [{ documento: 'edital.pdf', codigo: 'sem_texto', motivo: 'As páginas são imagens.' }],
      documentos: [{ nome: 'edital.pdf', sha256: '0'.repeat(64), classe: 'edital', paginas: 30, paginasLidas: 0, usado: true, motivo: '' }],
    });
    expect(decisao).toMatchObject({ desfecho: 'PENDENTE', score: null, pode: 'indefinido', valeAPena: 'nao_avaliado' });
    expect(decisao.perguntas).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'leitura', quemResponde: 'leitura' })]));
    expect(decisao.confianca).toBeLessThan(0.7);
    expect(lacunas[0]).toContain('As páginas são imagens');
  });

  it('7. a confidential budget leaves price and percentages unmeasured', () => {
    const m: Mudancas = { fatos: { orcamento_sigiloso: true, valor_estimado_total: null, garantia_proposta_pct: '1' }, licitacao: { valorEstimado: null, orcamentoSigiloso: true } };
    expect(gate(m, 'E8').resultado).toBe('nao_aferivel');
    expect(gate(m, 'E10').resultado).toBe('nao_aferivel');
    expect(gate(m, 'S4').motivo).toContain('sigiloso');
    const { decisao, contas } = decideCom(m);
    expect(decisao.desfecho).toBe('GO_CONDICIONADO');
    expect(contas.map((c) => c.titulo)).not.toContain('Garantia de proposta');
  });

  it('8. a margin of −8% is never GO', () => {
    const m: Mudancas = { empresa: { custoDiretoTotal: '533333.33', margemMinimaPct: undefined } };
    const { decisao, contas } = decideCom(m);
    expect(contas.find((c) => c.titulo.startsWith('Margem'))).toMatchObject({ valor: '-8.00', unidade: '%' });
    expect(decisao.desfecho).toBe('NO_GO');
    expect(gate(m, 'E8')).toMatchObject({ resultado: 'reprovado', evidencias: [prova('Trecho do edital sobre valor_estimado_total')] });
  });

  it('9. a session of yesterday is E1, however good the rest', () => {
    const ontem = '2026-11-08T09:00:00-03:00';
    const { decisao } = decideCom({}, ontem);
    expect(decisao).toMatchObject({ desfecho: 'NO_GO', desfechoSeAberta: 'GO', pode: 'nao' });
    expect(decisao.score).toBeGreaterThanOrEqual(90);
    expect(gate({}, 'E1', ontem).evidencias).toHaveLength(1);
  });

  it('10. a retificação that changes an item changes the judgement', () => {
    const antes = decideCom({ fatos: { adjudicacao: 'item' }, empresa: { porte: 'demais' }, itens: [itemEdital('1'), itemEdital('2')] });
    const depois = decideCom({ fatos: { adjudicacao: 'item' }, empresa: { porte: 'demais' }, itens: [itemEdital('1', { beneficio: 'exclusiva_me_epp' }), itemEdital('2')] });
    expect(antes.decisao.unidadesIndicadas).toEqual(['1', '2']);
    expect(depois.decisao.unidadesIndicadas).toEqual(['2']);
  });
});
