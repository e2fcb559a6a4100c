import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { paginasDeEdital, type DadosEdital } from '../support/edital-ficticio.js';
import { docxDe, paragrafo } from '../support/office.js';
import { pdfDe } from '../support/pdf.js';
import { runAqui } from '../support/cli-aqui.js';
import { ambienteDoPrograma } from '../support/programa.js';
import { zipDe } from '../support/zip.js';

/** The built program: `npm run build` comes first. */
const CLI = join(process.cwd(), 'dist', 'cli.js');
const editalPdf = (dados: DadosEdital = {}): Buffer => pdfDe(paginasDeEdital(dados).map((p) => p.split('\n')));

interface FatoJson { readonly valor: unknown; readonly pagina?: number; readonly trecho?: string; readonly documento?: string; readonly confianca?: number; readonly ausencia?: string; readonly campo?: string }
interface SaidaFatos { readonly arquivo: string; readonly paginas: number; readonly fatos: Record<string, FatoJson>; readonly erro?: { codigo: string; mensagem: string }; readonly naoLido?: { codigo: string }[] }

describe('alicit', () => {
  let pasta = '';
  const run = (args: readonly string[], env: Record<string, string> = {}) => {
    const r = spawnSync(process.execPath, [CLI, ...args], { cwd: tmpdir(), encoding: 'utf8', env: ambienteDoPrograma({ INIT_CWD: pasta, ALICIT_DATA_DIR: join(pasta, 'dados'), ...env }) });
    return { codigo: r.status, saida: r.stdout, avisos: r.stderr };
  };
  const json = (texto: string): SaidaFatos => JSON.parse(texto) as SaidaFatos;

  beforeAll(async () => {
    pasta = mkdtempSync(join(tmpdir(), 'alicit-cli-'));
    const edital = editalPdf();
    writeFileSync(join(pasta, 'Edital.pdf'), edital);
    writeFileSync(join(pasta, 'cortado.pdf'), edital.subarray(0, 300));
    writeFileSync(join(pasta, 'mente.pdf'), await zipDe({ 'pasta/Edital.pdf': edital, 'Edital RETIFICADO.pdf': editalPdf({ titulo: 'EDITAL RETIFICADO', sessao: '24/08/2026' }), 'foto.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') }));
    writeFileSync(join(pasta, 'digitalizado.pdf'), pdfDe([null, null]));
    writeFileSync(join(pasta, 'edital.docx'), await docxDe(paginasDeEdital().flatMap((p) => p.split('\n')).map((l) => paragrafo(l)).join('')));
    mkdirSync(join(pasta, 'listas'));
    writeFileSync(join(pasta, 'listas', 'ao-lado.pdf'), edital);
  });
  afterAll(() => rmSync(pasta, { recursive: true, force: true }));

  describe('itens', () => {
    const item = (n: number, d: string, q: string): string => `${n}|${d}|UN|${q}|R$ 2,00|R$ ${Number(q) * 2},00`;
    beforeAll(() => writeFileSync(join(pasta, 'Compra.pdf'), pdfDe([...paginasDeEdital().map((p) => p.split('\n')), ['ITEM|DESCRIÇÃO|UNIDADE|QUANTIDADE|VALOR UNITÁRIO|VALOR TOTAL', item(1, '=1+1 Balde', '3'), item(2, 'Rodo', '4')]])));

    it('prints the items and their arithmetic', () => {
      const r = run(['itens', 'Compra.pdf']);
      expect(r.codigo).toBe(0);
      expect(JSON.parse(r.saida)).toMatchObject({ edital: '12/2026', itens: [{ numero: '1', quantidade: '3', confere: true }, { numero: '2', quantidade: '4' }], conferencia: { itens: 2, conferem: 2, soma: '14' } });
    });
    it('writes the sheet to quote on, and CSV', () => {
      expect(run(['itens', 'Compra.pdf', '--saida', 'itens.xlsx']).codigo).toBe(0);
      const folha = read(readFileSync(join(pasta, 'itens.xlsx'))).Sheets['Itens']!;
      expect(utils.sheet_to_json<unknown[]>(folha, { header: 1 }).slice(5, 7).map((l) => l.slice(1, 5))).toEqual([['1', '=1+1 Balde', 'UN', 3], ['2', 'Rodo', 'UN', 4]]);
      expect(run(['itens', 'Compra.pdf', '--formato', 'csv']).saida.split('\r\n')[1]).toBe(";1;\"'=1+1 Balde\";UN;3;2;6;;6;Compra.pdf;");
    });
    it('says what to do when asked for XLSX on the screen, or to write where it cannot', () => {
      const r = run(['itens', 'Compra.pdf', '--formato', 'xlsx']);
      expect([r.codigo, r.avisos]).toEqual([2, expect.stringContaining('--saida itens.xlsx')]);
      expect(run(['itens', 'Compra.pdf', '--saida', 'nao/existe/itens.csv'])).toMatchObject({ codigo: 1, avisos: expect.stringContaining('saida_invalida') });
    });
  });

  describe('exigencias', () => {
    it('prints what the edital asks, as text and as JSON', () => {
      const texto = run(['exigencias', 'Edital.pdf']);
      expect([texto.codigo, texto.saida]).toEqual([0, expect.stringMatching(/Edital: Edital\.pdf\n\nProposta \(1\)\n {2}- Validade da proposta \(com a proposta\), item 3\.1\n {4}p\. 3 de Edital\.pdf: “3\.1\. A validade/)]);
      const { exigencias, penalidades, anexos } = JSON.parse(run(['exigencias', 'Edital.pdf', '--formato', 'json']).saida) as { exigencias: { tipo: string; dados: object }[]; penalidades: object; anexos: object[] };
      expect([exigencias.map((x) => [x.tipo, x.dados]), penalidades, anexos]).toEqual([[['proposta/validade', { validadeDias: 60 }]], { multas: [], impedimentos: [] }, []]);
    });
    it('refuses a format that it does not have', () => {
      const r = run(['exigencias', 'Edital.pdf', '--formato', 'xml']);
      expect([r.codigo, r.avisos]).toEqual([2, expect.stringContaining('--formato espera texto ou json')]);
    });
  });

  describe('fatos', () => {
    it('prints one object with the facts and their proof, and nothing else on stdout', () => {
      const r = run(['fatos', 'Edital.pdf']);
      expect(r.codigo).toBe(0);
      const s = json(r.saida);
      expect([s.arquivo, s.paginas]).toEqual(['Edital.pdf', 5]);
      expect(Object.keys(s.fatos)).toHaveLength(38);
      expect(s.fatos['validade_proposta_dias']).toMatchObject({ valor: 60, pagina: 3, documento: 'Edital.pdf', trecho: expect.stringContaining('60 (sessenta) dias'), confianca: expect.any(Number) });
      expect(s.fatos['garantia_execucao_pct']).toEqual({ valor: null, ausencia: 'nao_encontrado' });
      expect(s.fatos['validade_proposta_dias']!.campo).toBeUndefined();
      expect(r.avisos).toContain('Edital.pdf: lendo');
    });

    it('reads a ZIP that is called PDF, by the edital in force in it', () => {
      const s = json(run(['fatos', 'mente.pdf']).saida);
      expect(s.fatos['sessao_abertura']).toMatchObject({ valor: '2026-08-24T09:00:00-03:00', documento: 'mente.pdf!Edital RETIFICADO.pdf' });
      expect(s.naoLido).toEqual([expect.objectContaining({ documento: 'mente.pdf!foto.png', codigo: 'arquivo_corrompido' })]);
      expect(s.fatos['garantia_execucao_pct']).toEqual({ valor: null, ausencia: 'nao_lido' });
    });

    it('reads a DOCX', () => {
      expect(json(run(['fatos', 'edital.docx']).saida).fatos['validade_proposta_dias']).toMatchObject({ valor: 60 });
    });

    it('says that scanned pages were not read', () => {
      const r = run(['fatos', 'digitalizado.pdf']);
      expect([r.codigo, json(r.saida).paginas]).toEqual([0, 2]);
      expect(Object.values(json(r.saida).fatos).every((f) => f.valor === null && f.ausencia === 'nao_lido')).toBe(true);
    });

    it('goes on after a bad file, and tells by its exit code', () => {
      const r = run(['fatos', 'cortado.pdf', 'Edital.pdf', 'nada.pdf', '--saida', 'saida']);
      expect([r.codigo, r.saida]).toEqual([1, '']);
      const ler = (id: string): SaidaFatos => json(readFileSync(join(pasta, 'saida', `${id}.json`), 'utf8'));
      expect(ler('cortado').erro).toMatchObject({ codigo: 'pdf_corrompido', mensagem: expect.stringContaining('Baixe o arquivo de novo') });
      expect(ler('nada').erro).toMatchObject({ codigo: 'nao_encontrado' });
      expect(ler('Edital').fatos['validade_proposta_dias']).toMatchObject({ valor: 60 });
      expect(r.avisos).toContain('cortado.pdf: pdf_corrompido');
    });

    it('prints an array for several files', () => {
      const r = run(['fatos', 'Edital.pdf', 'cortado.pdf']);
      expect((JSON.parse(r.saida) as SaidaFatos[]).map((s) => [s.arquivo, s.erro?.codigo])).toEqual([['Edital.pdf', undefined], ['cortado.pdf', 'pdf_corrompido']]);
    });

    it('follows a list, also to files beside it', () => {
      writeFileSync(join(pasta, 'listas', 'l.json'), `\ufeff${JSON.stringify([{ id: 'a', arquivo: 'ao-lado.pdf' }, { id: 'b', arquivo: 'Edital.pdf', outro: 1 }])}`);
      expect(run(['fatos', '--lista', 'listas/l.json', '--saida', 'da-lista']).codigo).toBe(0);
      expect(readdirSync(join(pasta, 'da-lista')).sort()).toEqual(['a.json', 'b.json']);
    });

    it('keeps readings in the data folder, and works without it', () => {
      expect(existsSync(join(pasta, 'dados', 'leituras'))).toBe(true);
      expect(json(run(['fatos', 'Edital.pdf'], { ALICIT_DATA_DIR: join(pasta, 'Edital.pdf', 'impossivel') }).saida).paginas).toBe(5);
    });
  });

  it('finds passages', () => {
    writeFileSync(join(pasta, 'busca.json'), JSON.stringify([{ id: 'b', arquivo: 'Edital.pdf', perguntas: ['Qual a validade da proposta?'] }, { id: 'x', arquivo: 'cortado.pdf', perguntas: [] }]));
    expect(run(['buscar', '--lista', 'busca.json', '--saida', 'busca', '--top', '2']).codigo).toBe(1);
    const [resposta] = JSON.parse(readFileSync(join(pasta, 'busca', 'b.json'), 'utf8')) as { pergunta: string; trechos: { documento: string; pagina: number; texto: string }[] }[];
    expect(resposta!.trechos[0]).toMatchObject({ documento: 'Edital.pdf', pagina: 3, texto: expect.stringContaining('validade da proposta') });
    expect(resposta!.trechos.length).toBeLessThanOrEqual(2);
    expect(json(readFileSync(join(pasta, 'busca', 'x.json'), 'utf8')).erro!.codigo).toBe('pdf_corrompido');
  });

  it('answers questions with quotes, or says that the answer is not there', () => {
    const r = run(['perguntar', 'Edital.pdf', 'Qual a validade da proposta?', 'Quem pintou a Mona Lisa?']);
    expect([r.codigo, r.saida]).toEqual([0, expect.stringMatching(/Validade da proposta: 60 dias \(página 3 de Edital\.pdf\): “[\s\S]*Mona Lisa\?\n {2}Não encontrado no edital\./)]);
    writeFileSync(join(pasta, 'perguntas.json'), JSON.stringify([{ id: 'b', arquivo: 'Edital.pdf', perguntas: ['Qual a validade da proposta?', 'Quem pintou a Mona Lisa?'] }, { id: 'x', arquivo: 'cortado.pdf', perguntas: [] }]));
    expect(run(['perguntar', '--lista', 'perguntas.json', '--saida', 'respostas']).codigo).toBe(1);
    const [sim, nao] = JSON.parse(readFileSync(join(pasta, 'respostas', 'b.json'), 'utf8')) as object[];
    expect(sim).toMatchObject({ pergunta: 'Qual a validade da proposta?', encontrado: true, modelo: null, citacoes: [{ documento: 'Edital.pdf', pagina: 3, trecho: expect.stringContaining('60') }, ...(sim as { citacoes: object[] }).citacoes.slice(1)] });
    expect(nao).toMatchObject({ encontrado: false, citacoes: [], trechos: [], modelo: null });
    expect(json(readFileSync(join(pasta, 'respostas', 'x.json'), 'utf8')).erro!.codigo).toBe('pdf_corrompido');
  });

  describe('misuse', () => {
    beforeAll(() => {
      writeFileSync(join(pasta, 'foge.json'), JSON.stringify([{ id: '../fora', arquivo: 'Edital.pdf' }]));
      writeFileSync(join(pasta, 'dobrado.json'), JSON.stringify([{ id: 'a', arquivo: 'x' }, { id: 'a', arquivo: 'y' }]));
      writeFileSync(join(pasta, 'torta.json'), '{"id":');
    });
    it.each<[string[], RegExp]>([
      [[], /Uso: alicit/], [['inexistente'], /Comando desconhecido: inexistente/], [['fatos'], /ao menos um arquivo/], [['fatos', '--nada', 'x'], /Opção desconhecida: --nada/],
      [['fatos', '--saida'], /Falta o valor da opção --saida/], [['fatos', '--lista', 'foge.json'], /pasta de saída/], [['fatos', '--lista', 'foge.json', '--saida', 'x', 'Edital.pdf'], /não os dois/],
      [['fatos', '--lista', 'foge.json', '--saida', 'x'], /lista_invalida.*0\.id/], [['fatos', '--lista', 'dobrado.json', '--saida', 'x'], /“a” mais de uma vez/],
      [['fatos', '--lista', 'torta.json', '--saida', 'x'], /não existe ou não é JSON/], [['buscar', '--saida', 'x'], /Falta a opção --lista/], [['buscar', '--lista', 'foge.json', '--saida', 'x', '--top', 'dez'], /--top espera/],
      [['perguntar', 'Edital.pdf'], /ao menos uma pergunta/], [['perguntar', 'Edital.pdf', ' '], /pergunta_invalida: Pergunta recusada: escreva a pergunta/],
    ])('%j ends with 2 and says why', async (args, mensagem) => {
      const r = await runAqui(args, { INIT_CWD: pasta, ALICIT_DATA_DIR: join(pasta, 'dados') });
      expect([r.codigo, r.saida]).toEqual([2, '']);
      expect(r.avisos).toMatch(mensagem);
    });
    it('is the code of the process too', () => {
      const r = run([]);
      expect([r.codigo, r.saida, r.avisos]).toEqual([2, '', expect.stringMatching(/Uso: alicit/)]);
    });
  });

  it('tells its version', async () => {
    expect(await runAqui(['--version'])).toEqual({ codigo: 0, saida: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), avisos: '' });
  });

  it('shows its help in Portuguese on stdout', () => {
    const r = run(['fatos', '--help']);
    expect([r.codigo, r.avisos]).toEqual([0, '']);
    expect(r.saida).toMatch(/Uso: alicit fatos \[opções\] \[arquivos\.\.\.\][^]*Opções:[^]*mostra esta ajuda/);
    expect(r.saida).not.toMatch(/Usage|Options|display help/);
  });

  it('names an environment variable that is wrong', () => {
    expect(run(['fatos', 'Edital.pdf'], { ALICIT_THREADS: 'x' })).toMatchObject({ codigo: 1, saida: '', avisos: expect.stringContaining('config_invalida: A variável de ambiente ALICIT_THREADS') });
  });
});
