import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { julgar, readLeitura, type Analise } from '../../src/analises/index.js';
import { createLeitor, openConjunto, type EntradaEmDisco, type LeituraDoConjunto } from '../../src/editais/index.js';
import { parseEmpresa } from '../../src/empresas/index.js';
import { buildRelatorio, renderHtml, renderMarkdown } from '../../src/relatorios/index.js';
import type { ConsultaSancoes } from '../../src/sancoes/index.js';
import { AGORA_EXEMPLO } from '../support/analise-exemplo.js';
import { ole2 } from '../support/arquivos.js';
import { paginasDeEdital } from '../support/edital-ficticio.js';
import { gunzipJson, openEstagios, type EstagiosDeTeste } from '../support/estagios.js';
import { pdfDe } from '../support/pdf.js';
import { zipDe } from '../support/zip.js';

/** The stages in threads (compiled workers) against the command line's path in this thread: the same answer to the letter. */
const EXEMPLOS = join(process.cwd(), 'exemplos');
const { empresa } = parseEmpresa(JSON.parse(readFileSync(join(EXEMPLOS, 'empresa.json'), 'utf8')));
/** What the registers say goes the same way through the threads. */
const sancoes: ConsultaSancoes = { fontes: [{ cadastro: 'ceis', data: '2026-10-01' }, { cadastro: 'cnep', data: '2026-10-01' }], maxDias: 3650, registros: [], daRaiz: [] };
const pdfDoEdital = (dados: Parameters<typeof paginasDeEdital>[0]): Buffer => pdfDe(paginasDeEdital(dados).map((p) => p.split('\n')));

async function peloCli(caminhos: readonly string[]): Promise<{ analise: Analise; leitura: Pick<LeituraDoConjunto, 'fatos' | 'itens' | 'naoLido' | 'emVigor' | 'avisos' | 'duplicados'> }> {
  const conjunto = await openConjunto(caminhos, { leitor: createLeitor({ threads: 0, tempoMs: 60_000, limites: { maxPaginas: 2000 } }) });
  const { fatos, itens, ...resto } = readLeitura(conjunto);
  return {
    analise: julgar({ conjunto, leitura: { fatos, itens, ...resto }, empresa, licitacao: null, sancoes, agora: AGORA_EXEMPLO }),
    leitura: { fatos, itens, naoLido: conjunto.naoLido, emVigor: conjunto.emVigor, avisos: conjunto.avisos, duplicados: conjunto.duplicados },
  };
}

async function pelosEstagios({ edital, analise, relatorio }: EstagiosDeTeste, entradas: readonly EntradaEmDisco[]) {
  const { documentos, naoLido, duplicados } = await edital.reunir(entradas);
  const coberturas = await Promise.all(documentos.map((d) => edital.ler(d)));
  const erros = coberturas.flatMap((c, i) => (c.erro ? [{ documento: documentos[i]!.nome, ...c.erro }] : []));
  const conjunto = { documentos, naoLido: [...naoLido, ...erros], duplicados };
  const leitura = gunzipJson<LeituraDoConjunto>(await edital.extrair(conjunto));
  const julgada = await analise.julgar({ conjunto, empresa, licitacao: null, sancoes, agora: AGORA_EXEMPLO });
  return { leitura, analise: gunzipJson<Analise>(julgada.analise), resumo: julgada.resumo, relatorio: await relatorio.relatar(julgada.analise), coberturas };
}

const json = <T>(x: T): unknown => JSON.parse(JSON.stringify(x));

describe.each([[2], [0]])('the stages, %i thread(s)', (threads) => {
  let e: EstagiosDeTeste | undefined;
  afterEach(async () => {
    await e?.close();
  });

  async function expectIgual(caminhos: readonly string[], entradas: readonly EntradaEmDisco[]) {
    const [cli, estagios] = [await peloCli(caminhos), await pelosEstagios(e!, entradas)];
    expect(estagios.analise).toEqual(json(cli.analise));
    expect(cli.analise.decisao.portoes.find((p) => p.id === 'E2')!.motivo).toContain('No CEIS de 01/10/2026');
    const { fatos, itens, naoLido, emVigor, avisos, duplicados } = estagios.leitura;
    expect({ fatos, itens, naoLido, emVigor, avisos, duplicados }).toEqual(json(cli.leitura));
    const relatorio = buildRelatorio(cli.analise);
    expect(gunzipSync(estagios.relatorio.md.gzip).toString()).toBe(renderMarkdown(relatorio));
    expect(gunzipSync(estagios.relatorio.html.gzip).toString()).toBe(renderHtml(relatorio));
    expect(gunzipJson(estagios.relatorio.json.gzip)).toEqual(estagios.analise);
    expect(estagios.resumo).toMatchObject({ desfecho: cli.analise.decisao.desfecho, validoAte: cli.analise.valido_ate, score: cli.analise.decisao.score, perguntas: cli.analise.decisao.perguntas.length });
    return estagios;
  }

  it('judge the example as the command line does', async () => {
    e = openEstagios({ threads });
    const caminhos = ['edital-exemplo.pdf', 'errata-exemplo.pdf'].map((f) => join(EXEMPLOS, f));
    const { resumo, coberturas } = await expectIgual(caminhos, caminhos.map((caminho) => ({ nome: basename(caminho), caminho })));
    expect(resumo).toMatchObject({ desfecho: 'GO_CONDICIONADO', numeroEdital: expect.any(String), orgao: expect.any(String), proximoPrazo: { id: expect.any(String), vinculante: expect.any(String) } });
    expect(coberturas[0]).toMatchObject({ totalPaginas: 15, paginasLidas: 15, semTexto: [], ilegiveis: [] });
  });

  it('judge a ZIP in which something cannot be read', async () => {
    e = openEstagios({ threads });
    const zip = await zipDe({ 'Edital.pdf': pdfDoEdital({}), 'de novo.pdf': pdfDoEdital({}), 'dentro/estragado.pdf': Buffer.from('%PDF-1.4 nada'), 'digital.pdf': pdfDe([null, ['página com texto que basta']]), 'foto.rtf': ole2('Outra coisa') });
    const entradas = e.write({ 'tudo.zip': zip });
    const { leitura, coberturas } = await expectIgual(entradas.map((x) => x.caminho), entradas);
    expect(leitura.naoLido.map((n) => n.codigo).sort()).toEqual(['formato_nao_suportado', 'pdf_corrompido', 'sem_texto']);
    expect(leitura.duplicados).toHaveLength(1);
    expect(coberturas.find((c) => c.erro)?.erro?.codigo).toBe('pdf_corrompido');
    expect(coberturas.some((c) => c.semTexto.length === 1)).toBe(true);
  });

  it('judge a folder with two versions of an edital', async () => {
    e = openEstagios({ threads });
    const entradas = e.write({ 'pasta/edital.pdf': pdfDoEdital({ sessao: '10/12/2026' }), 'pasta/anexos/retificado.pdf': pdfDoEdital({ titulo: 'EDITAL RETIFICADO', sessao: '20/12/2026' }) });
    const daPasta = entradas.map(({ nome, caminho }) => ({ nome: nome.slice('pasta/'.length), caminho }));
    const { leitura } = await expectIgual([join(e.pasta, 'enviados', 'pasta')], daPasta);
    expect(leitura.emVigor?.documento).toBe('anexos/retificado.pdf');
    expect(leitura.fatos.sessao_abertura.valor).toMatch(/^2026-12-20/);
  });
});
