import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { julgar, readLeitura, type Analise, type Correcao, type CorrecaoFato, type CorrecaoRequisito, type Leitura } from '../../../src/analises/index.js';
import { applyCorrecoes, createLeitor, openConjunto, type Conjunto, type CorrecaoAConfirmar } from '../../../src/editais/index.js';
import { parseEmpresa } from '../../../src/empresas/index.js';
import { buildRelatorio, renderHtml, renderMarkdown } from '../../../src/relatorios/index.js';
import { AGORA_EXEMPLO } from '../../support/analise-exemplo.js';

/** The example edital and its errata, judged with corrections. */
const EXEMPLOS = join(process.cwd(), 'exemplos');
const { empresa } = parseEmpresa(JSON.parse(readFileSync(join(EXEMPLOS, 'empresa.json'), 'utf8')));
let conjunto: Conjunto;
let leitura: Leitura;
beforeAll(async () => {
  conjunto = await openConjunto(['edital-exemplo.pdf', 'errata-exemplo.pdf'].map((f) => join(EXEMPLOS, f)), { leitor: createLeitor({ threads: 0, tempoMs: 60_000, limites: { maxPaginas: 100 } }) });
  leitura = readLeitura(conjunto);
});

const QUEM = { motivo: 'O edital foi mal lido.', autor: 'Ana Lima', em: '2026-11-23T09:00:00-03:00' };
const fato = (c: Pick<CorrecaoFato, 'campo' | 'valor'> & Partial<CorrecaoFato>): CorrecaoFato => ({ alvo: 'fato', ...QUEM, ...c });
const requisito = (c: Pick<CorrecaoRequisito, 'id'> & Partial<CorrecaoRequisito>): CorrecaoRequisito => ({ alvo: 'requisito', ...QUEM, ...c });
const judge = (...correcoes: readonly Correcao[]): Analise => julgar({ conjunto, leitura, empresa, licitacao: null, agora: AGORA_EXEMPLO, correcoes });

describe('a corrected fact', () => {
  it('takes the place of the machine’s, which is kept beside it', () => {
    const a = judge(fato({ campo: 'sessao_abertura', valor: '2026-12-17T14:00:00-03:00' }));
    expect(a.fatos.sessao_abertura).toEqual({
      campo: 'sessao_abertura', valor: '2026-12-17T14:00:00-03:00', confianca: 1,
      corrigido: { por: 'Ana Lima', motivo: QUEM.motivo, em: QUEM.em, leituraDaMaquina: leitura.fatos.sessao_abertura },
    });
    expect(a.prazos.find((p) => p.id === 'sessao')?.vinculante).toBe('2026-12-17T14:00:00-03:00');
    expect(leitura.fatos.sessao_abertura.valor).toBe('2026-12-15T09:00:00-03:00');
  });

  it('of two corrections the later holds, over the same reading', () => {
    const a = judge(fato({ campo: 'numero_processo', valor: '1/2026' }), fato({ campo: 'numero_processo', valor: '2/2026', autor: 'Bruno' }));
    expect(a.fatos.numero_processo).toMatchObject({ valor: '2/2026', corrigido: { por: 'Bruno', leituraDaMaquina: leitura.fatos.numero_processo } });
  });

  it('changes the decision: proposals that ended fail the gate on the word of a person', () => {
    const a = judge(fato({ campo: 'propostas_fim', valor: '2026-11-20T09:00:00-03:00' }));
    expect(a.decisao.desfecho).toBe('NO_GO');
    expect(a.decisao.portoes.find((p) => p.id === 'E1')).toMatchObject({ resultado: 'reprovado', evidencias: [], dados: [{ fonte: 'correcao', campo: '/fatos/propostas_fim', valor: '20/11/2026 às 09:00 (corrigido por Ana Lima)' }] });
  });

  it('takes away what rested on the machine’s reading: no guarantee of proposal, no gate, no sum', () => {
    expect(judge().decisao.portoes.find((p) => p.id === 'S4')?.resultado).toBe('condicionado');
    const a = judge(fato({ campo: 'garantia_proposta_pct', valor: null, ausencia: 'nao_exige' }));
    expect(a.fatos.garantia_proposta_pct).toMatchObject({ valor: null, ausencia: 'nao_exige', corrigido: { leituraDaMaquina: { valor: '1' } } });
    expect(a.decisao.portoes.find((p) => p.id === 'S4')?.resultado).toBe('passou');
    expect(a.habilitacao.some((r) => /garantia/i.test(r.titulo) && r.grupo === 'proposta')).toBe(false);
  });

  it('quotes the page when a quote is given that stands there', () => {
    const machine = leitura.fatos.garantia_proposta_pct;
    const evidencia = machine.valor === null ? null : { documento: machine.documento!, pagina: machine.pagina!, trecho: machine.trecho! };
    const a = judge(fato({ campo: 'garantia_proposta_pct', valor: '2', evidencia: evidencia! }));
    expect(a.fatos.garantia_proposta_pct).toMatchObject({ valor: '2', ...evidencia });
    expect(a.lacunas.join()).not.toContain('sem o trecho citado');
  });

  it('keeps the value and tells when its quote no longer stands in the documents', () => {
    const a = judge(fato({ campo: 'garantia_proposta_pct', valor: '2', evidencia: { documento: 'edital-exemplo.pdf', pagina: 4, trecho: 'frase que o edital não traz' } }));
    expect(a.fatos.garantia_proposta_pct).toMatchObject({ valor: '2', confianca: 1 });
    expect(a.fatos.garantia_proposta_pct).not.toHaveProperty('trecho');
    expect(a.lacunas.join('\n')).toMatch(/campo garantia_proposta_pct foi mantida sem o trecho citado: O trecho citado não está na página 4/);
  });

  it('a number of days beats the date the text prints', () => {
    const antes = judge().prazos.find((p) => p.id === 'impugnacao')!;
    const depois = judge(fato({ campo: 'impugnacao_dias_uteis', valor: 7 })).prazos.find((p) => p.id === 'impugnacao')!;
    expect(depois.impresso! < antes.vinculante!).toBe(true);
    expect(depois.vinculante).toBe(depois.impresso);
  });

  it.each<[string, CorrecaoFato]>([
    ['a value that does not fit', fato({ campo: 'srp', valor: 'talvez' })],
    ['no value and no absence', fato({ campo: 'srp', valor: null })],
  ])('refuses %s', (_, c) => expect(() => judge(c)).toThrow(expect.objectContaining({ codigo: 'correcao_invalida' })));

  it('fills the items again by the corrected rule', () => {
    const aberta = { ...leitura, tabela: leitura.tabela.map((i, n) => ({ ...i, beneficio: n === 0 ? ('ampla' as const) : null })) };
    const trecho = 'Processo exclusivo para ME e EPP com itens de ampla concorrência';
    const comTrecho = { documento: 'x.pdf', pagina: 1, trecho };
    const corrigida = applyCorrecoes(aberta, [fato({ campo: 'me_epp', valor: 'misto', evidencia: comTrecho })], [{ nome: 'x.pdf', paginas: [{ numero: 1, texto: `${trecho}.`, linhas: [], origem: 'nativo' }] }]);
    expect(corrigida.leitura.itens.slice(0, 2).map((i) => i.beneficio)).toEqual(['ampla', 'exclusiva_me_epp']);
    expect(applyCorrecoes(aberta, [fato({ campo: 'me_epp', valor: 'ampla' })], []).leitura.itens[1]!.beneficio).toBeNull();
  });
});

describe('a corrected requirement', () => {
  it('changes status, reason and validity before the decision, and keeps what the machine said', () => {
    const antes = judge().habilitacao.find((r) => r.id === 'balanco') ?? judge().habilitacao[0]!;
    const a = judge(requisito({ id: antes.id, status: 'nao_atende', motivo: 'O documento foi recusado no último certame.' }));
    expect(a.habilitacao.find((r) => r.id === antes.id)).toMatchObject({
      status: 'nao_atende', motivo: 'O documento foi recusado no último certame.', corrigido: { por: 'Ana Lima', leituraDaMaquina: { status: antes.status, motivo: antes.motivo } },
    });
    expect(a.decisao).not.toEqual(judge().decisao);
  });

  it('leaves the matrix when it is not asked for, and stays in sight', () => {
    const r = judge().habilitacao[0]!;
    const a = judge(requisito({ id: r.id, exigido: false }));
    expect(a.habilitacao.some((x) => x.id === r.id)).toBe(false);
    expect(a.requisitosDispensados).toMatchObject([{ id: r.id, corrigido: { por: 'Ana Lima' } }]);
    expect(judge()).not.toHaveProperty('requisitosDispensados');
  });

  it('a corrected validity bounds the judgement', () => {
    const r = judge().habilitacao.find((x) => x.validade !== null)!;
    const a = judge(requisito({ id: r.id, validade: '2026-11-24' }));
    expect(a.valido_ate).toMatch(/^2026-11-25/);
  });

  it('is told when the matrix does not have it', () => {
    expect(judge(requisito({ id: 'inexistente', exigido: false })).lacunas).toContain('A correção do requisito “inexistente” não foi usada: a matriz desta leitura não o traz.');
  });
});

describe('the report', () => {
  it('shows who corrected what, why, and what the machine had read', () => {
    const r = judge().habilitacao[0]!;
    const relatorio = buildRelatorio(judge(fato({ campo: 'sessao_abertura', valor: '2026-12-17T14:00:00-03:00', autor: 'Ana <b>' }), requisito({ id: r.id, exigido: false, motivo: 'Dispensado pelo pregoeiro.' })));
    const [md, html] = [renderMarkdown(relatorio), renderHtml(relatorio)];
    for (const texto of [md, html]) {
      expect(texto).toContain('Corrigido por uma pessoa');
      expect(texto).toContain('15/12/2026 às 09:00');
      expect(texto).toContain('corrigido por Ana Lima: Dispensado pelo pregoeiro.');
    }
    expect(html).toContain('corrigido por Ana &lt;b&gt;: O edital foi mal lido.');
    expect(html).not.toContain('Ana <b>');
  });

  it('says nothing of corrections when there are none', () => {
    expect(renderMarkdown(buildRelatorio(judge()))).not.toMatch(/orrigido/);
  });
});

describe('a correction that an amendment touched', () => {
  const touched = (campo: CorrecaoAConfirmar['campo'], valor: unknown): CorrecaoAConfirmar => ({
    ...fato({ campo, valor }), id: `cor_${campo}`, leituraHash: 'x', leituraEntao: { campo, valor: null, ausencia: 'nao_encontrado' }, pergunta: `A correção de ${campo} continua valendo?`,
  });
  const ask = (...aConfirmar: readonly CorrecaoAConfirmar[]): Analise => julgar({ conjunto, leitura, empresa, licitacao: null, agora: AGORA_EXEMPLO, aConfirmar });

  it('is asked about and not used; an answer that changes no outcome says so', () => {
    const a = ask(touched('numero_processo', '1/2026'));
    const sem = judge();
    expect(a.decisao.perguntas).toEqual([{ id: 'correcao_a_confirmar:numero_processo', correcaoId: 'cor_numero_processo', texto: 'A correção de numero_processo continua valendo?', quemResponde: 'empresa', podeMudarPara: [] }, ...sem.decisao.perguntas]);
    expect({ ...a, decisao: { ...a.decisao, perguntas: [] } }).toEqual({ ...sem, decisao: { ...sem.decisao, perguntas: [] } });
    for (const texto of [renderMarkdown(buildRelatorio(a)), renderHtml(buildRelatorio(a))]) {
      expect(texto).toContain('continua valendo?');
      expect(texto).toContain('A resposta muda o que esta análise diz, não o desfecho.');
    }
  });

  it('leaves the decision open when its answer leads to another kind of outcome, which is what is then judged', () => {
    const c = touched('propostas_fim', '2026-11-20T09:00:00-03:00');
    const [sem, com, a] = [judge(), judge(c), ask(c)];
    expect([com.decisao.desfecho, a.decisao.desfecho, a.decisao.pode]).toEqual(['NO_GO', 'PENDENTE', 'indefinido']);
    expect(a.decisao.perguntas[0]).toMatchObject({ correcaoId: 'cor_propostas_fim', podeMudarPara: [sem.decisao.desfecho, 'NO_GO'] });
    expect(a.decisao.motivos[0]).toEqual({ texto: c.pergunta, evidencia: expect.objectContaining({ pagina: expect.any(Number) }) });
    expect(a.fatos.propostas_fim).toEqual(sem.fatos.propostas_fim);
  });
});
