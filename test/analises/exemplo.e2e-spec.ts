import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { isAnaliseValida, julgar, readLeitura, requireEdital, type Analise, type Leitura } from '../../src/analises/index.js';
import { createLeitor, openConjunto, type Conjunto } from '../../src/editais/index.js';
import { parseEmpresa } from '../../src/empresas/index.js';

/** The example edital and its errata (ours, fictional: exemplos/LEIA-ME.md), read once and judged for each company. */
const EXEMPLOS = join(process.cwd(), 'exemplos');
const AGORA = '2026-11-23T10:00:00-03:00';
let conjunto: Conjunto;
let leitura: Leitura;

beforeAll(async () => {
  const leitor = createLeitor({ threads: 0, tempoMs: 60_000, limites: { maxPaginas: 100 } });
  conjunto = await openConjunto(['edital-exemplo.pdf', 'errata-exemplo.pdf'].map((f) => join(EXEMPLOS, f)), { leitor });
  leitura = readLeitura(conjunto);
});

const para = (arquivo: string, agora = AGORA): Analise =>
  julgar({ conjunto, leitura, empresa: parseEmpresa(JSON.parse(readFileSync(join(EXEMPLOS, arquivo), 'utf8'))).empresa, licitacao: null, agora });

describe('the example', () => {
  it.each([
    ['empresa.json', 'GO_CONDICIONADO'],
    ['empresa-certidao-vencendo.json', 'GO_CONDICIONADO'],
    ['empresa-impedida.json', 'NO_GO'],
  ])('%s → %s', (arquivo, desfecho) => expect(para(arquivo).decisao.desfecho).toBe(desfecho));

  it('takes the dates of the errata and keeps what the edital said', () => {
    const { fatos, emVigor } = para('empresa.json');
    expect(fatos.sessao_abertura).toMatchObject({ valor: '2026-12-15T09:00:00-03:00', documento: 'errata-exemplo.pdf' });
    expect(fatos.propostas_fim.valor).toBe('2026-12-15T08:30:00-03:00');
    expect(fatos.prazo_execucao.valor).toEqual({ n: 20, unidade: 'dias' });
    expect(emVigor?.mudancas.map((m) => m.campo)).toEqual(expect.arrayContaining(['sessao_abertura', 'prazo_execucao']));
  });

  it('finds the two planted traps', () => {
    const a = para('empresa.json');
    expect(a.fatos.garantia_proposta_pct).toMatchObject({ valor: '1', pagina: 4 });
    expect(a.verificacoes.find((v) => v.regra === 'atestado_pct_art67')).toMatchObject({ resultado: 'violado' });
  });

  it('names the certidão that expires before the session', () => {
    const crf = para('empresa-certidao-vencendo.json').habilitacao.find((r) => /FGTS/.test(r.titulo));
    expect(crf).toMatchObject({ status: 'a_providenciar', sanavel: true });
    expect(para('empresa.json').habilitacao.find((r) => /FGTS/.test(r.titulo))?.status).toBe('atende');
  });

  it('reads the whole item table, and its sum is the stated total', () => {
    expect(leitura.itens).toHaveLength(10);
    expect(leitura.itens.reduce((s, i) => s + Number(i.valorTotal), 0)).toBeCloseTo(Number(leitura.fatos.valor_estimado_total.valor), 2);
  });

  it('is a function of its input and says until when it holds', () => {
    const a = para('empresa.json');
    expect(para('empresa.json')).toEqual(a);
    expect(a.valido_ate! > AGORA).toBe(true);
    expect(isAnaliseValida(a, AGORA)).toBe(true);
    expect(isAnaliseValida(a, '2026-12-16T00:00:00-03:00')).toBe(false);
  });

  it('is refused when no edital is among the files', async () => {
    const leitor = createLeitor({ threads: 0, tempoMs: 60_000, limites: { maxPaginas: 10 } });
    const recado = { nome: 'recado.txt', bytes: Buffer.from('Bom dia, segue em anexo o que foi combinado.') };
    expect(() => requireEdital(conjunto)).not.toThrow();
    const outro = await openConjunto([recado], { leitor });
    expect(() => requireEdital(outro)).toThrow(expect.objectContaining({ codigo: 'sem_edital' }));
  });

  it('is over the day after the session, with the same facts', () => {
    const a = para('empresa.json', '2026-12-16T09:00:00-03:00');
    expect(a.estado).toBe('ENCERRADA');
    expect(a.decisao.desfecho).toBe('NO_GO');
    expect(a.fatos).toEqual(leitura.fatos);
  });
});
