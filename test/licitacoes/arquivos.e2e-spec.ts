import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { formulario, type ParteDeTeste } from '../support/formulario.js';
import { objetosDe } from '../support/sobras.js';

const MB = 1024 * 1024;
setFlagsFromString('--expose-gc');
/** So that memory in use is told from memory not yet collected. */
const gc = runInNewContext('gc') as () => void;
const sha = (b: Buffer) => createHash('sha256').update(b).digest('hex');
const arquivo = (nome: string, conteudo: Buffer | string): ParteDeTeste => ({ campo: 'arquivos', nome, conteudo });
type Resultado = { nome: string; ok: boolean; id: string; sha256: string; tipo: string | null; jaExistia: boolean; codigo?: string };

describe('files of a tender', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let url: string;
  beforeAll(async () => {
    t = await startApp();
    cliente = await t.createCliente();
    url = await t.listen();
  });
  afterAll(() => t.close());

  const nova = async (quem = cliente) => `/v1/licitacoes/${(await t.app.inject({ method: 'POST', url: '/v1/licitacoes', headers: quem.cabecalhos })).json<{ id: string }>().id}/arquivos`;
  const get = (endereco: string, quem = cliente) => t.app.inject({ method: 'GET', url: endereco, headers: quem.cabecalhos });
  const send = async (base: string, partes: readonly ParteDeTeste[], quem = cliente) => {
    const { payload, headers } = formulario(partes);
    return t.app.inject({ method: 'POST', url: base, payload, headers: { ...quem.cabecalhos, ...headers } });
  };
  const list = async (base: string) => (await get(base)).json<{ itens: { nome: string; sha256: string }[] }>().itens;
  const transitos = async () => (await t.fonte.query<unknown[]>('select 1 from alicit.arquivo_em_transito')).length;

  it('takes twenty at once, each with its result, gives them back, and knows what it already has', async () => {
    const base = await nova();
    const partes = Array.from({ length: 20 }, (_, i) => arquivo(`anexo ${i}.pdf`, Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(50_000 + i)])));
    const r = await send(base, partes);
    const { arquivos } = r.json<{ arquivos: Resultado[] }>();
    expect([r.statusCode, arquivos.length, arquivos.every((a) => a.ok && a.tipo === 'pdf' && !a.jaExistia)]).toEqual([201, 20, true]);
    expect((await list(base)).map((a) => a.nome)).toEqual(partes.map((p) => (p as { nome: string }).nome));
    const baixado = await get(`${base}/${arquivos[7]!.id}/conteudo`);
    expect(sha(baixado.rawPayload)).toBe(arquivos[7]!.sha256);
    expect(baixado.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringMatching(/^attachment; filename="anexo 7\.pdf"/) });
    expect((await get(`${base}/${arquivos[7]!.id}`)).json()).toMatchObject({ nome: 'anexo 7.pdf', bytes: 50_016 });

    const versao = async () => (await get(base.replace('/arquivos', ''))).json<{ versao: number }>().versao;
    const antes = await versao();
    const denovo = (await send(base, [partes[3]!, arquivo('novo.txt', 'novo')])).json<{ arquivos: Resultado[] }>().arquivos;
    expect(denovo.map((a) => [a.jaExistia, a.id === arquivos[3]!.id])).toEqual([[true, true], [false, false]]);
    expect(await versao()).toBe(antes + 1);
    expect((await t.app.inject({ method: 'DELETE', url: `${base}/${arquivos[3]!.id}`, headers: cliente.cabecalhos })).statusCode).toBe(204);
    expect((await get(`${base}/${arquivos[3]!.id}/conteudo`)).json()).toMatchObject({ status: 404, codigo: 'arquivo_nao_encontrado' });
    expect(objetosDe(t)).not.toContain(arquivos[3]!.sha256);
  });

  it.each([['../../etc/passwd', 'passwd'], ['a\u202Egnp.pdf', 'agnp.pdf'], [`${'x'.repeat(5000)}.pdf`, `${'x'.repeat(176)}.pdf`], ['C:\\temp\\..\\edital "final".pdf', 'edital "final".pdf'], ['.', 'arquivo'], ['', 'arquivo']])('shows %j as a plain name and uses it for no path', async (nome, limpo) => {
    const base = await nova();
    const conteudo = randomBytes(20);
    const r = await send(base, [arquivo(nome, conteudo)]);
    const [a] = r.json<{ arquivos: Resultado[] }>().arquivos;
    expect([r.statusCode, a!.nome]).toEqual([201, limpo]);
    expect(objetosDe(t)).toContain(sha(conteudo));
    expect((await get(`${base}/${a!.id}/conteudo`)).headers['content-disposition']).not.toMatch(/[\u0000-\u001f\u0080-\uffff]|\.\./);
  });

  it('one bad file loses nothing of the others', async () => {
    const base = await nova();
    const r = await send(base, [arquivo('vazio.pdf', ''), arquivo('bom.txt', 'bom'), { campo: 'nota', valor: 'um campo' }, arquivo('grande.bin', Buffer.alloc(30 * MB + 1, 7)), arquivo('bom2.txt', 'bom 2')]);
    expect([r.statusCode, r.json<{ arquivos: Resultado[] }>().arquivos.map((a) => [a.nome, a.ok, a.codigo])]).toEqual([207, [['vazio.pdf', false, 'arquivo_vazio'], ['bom.txt', true, undefined], ['grande.bin', false, 'arquivo_grande'], ['bom2.txt', true, undefined]]]);
    expect((await list(base)).map((a) => a.nome)).toEqual(['bom.txt', 'bom2.txt']);
    expect(await transitos()).toBe(0);
  });

  it.each<[string, ParteDeTeste[], number, string]>([
    ['only an empty file', [arquivo('a', '')], 422, 'arquivo_vazio'],
    ['only files too big', [arquivo('a', Buffer.alloc(30 * MB + 1))], 413, 'arquivo_grande'],
    ['bad files of two kinds', [arquivo('a', ''), arquivo('b', Buffer.alloc(30 * MB + 1))], 422, 'arquivos_recusados'],
    ['no file', [{ campo: 'x', valor: 'y' }], 422, 'sem_arquivos'],
  ])('with %s is an error', async (_nome, partes, status, codigo) => {
    const r = await send(await nova(), partes);
    expect([r.statusCode, r.json<{ codigo: string }>().codigo]).toEqual([status, codigo]);
    expect(r.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('what is no form, or half of one, is refused', async () => {
    const base = await nova();
    const json = await t.app.inject({ method: 'POST', url: base, payload: {}, headers: cliente.cabecalhos });
    expect([json.statusCode, json.json<{ codigo: string }>().codigo]).toEqual([415, 'tipo_de_corpo_nao_aceito']);
    const semLimite = await t.app.inject({ method: 'POST', url: base, payload: 'x', headers: { ...cliente.cabecalhos, 'content-type': 'multipart/form-data' } });
    expect([semLimite.statusCode, semLimite.json<{ codigo: string }>().codigo]).toEqual([400, 'corpo_malformado']);
    const { payload, headers } = formulario([arquivo('inteiro.txt', 'inteiro'), arquivo('cortado.bin', randomBytes(200_000))]);
    const cortado = await t.app.inject({ method: 'POST', url: base, payload: payload.subarray(0, -100_000), headers: { ...cliente.cabecalhos, ...headers } });
    expect([cortado.statusCode, cortado.json<{ arquivos: Resultado[] }>().arquivos.map((a) => [a.nome, a.codigo])]).toEqual([207, [['inteiro.txt', undefined], ['cortado.bin', 'corpo_malformado']]]);
  });

  it('takes as many as the limit and says which request had more', async () => {
    const base = await nova();
    const r = await send(base, Array.from({ length: 60 }, (_, i) => arquivo(`${i}.txt`, `conteúdo ${i}`)));
    const { arquivos } = r.json<{ arquivos: Resultado[] }>();
    expect([r.statusCode, arquivos.filter((a) => a.ok).length, arquivos.at(-1)]).toEqual([207, 50, expect.objectContaining({ nome: '', ok: false, codigo: 'muitos_arquivos' })]);
  });

  it('of another organisation, does not exist', async () => {
    const base = await nova();
    const [a] = (await send(base, [arquivo('a.txt', 'meu')])).json<{ arquivos: Resultado[] }>().arquivos;
    const outro = await t.createCliente();
    const dele = await nova(outro);
    for (const u of [base, `${base}/${a!.id}`, `${base}/${a!.id}/conteudo`, `${dele}/${a!.id}`, `${dele}/${a!.id}/conteudo`]) expect((await get(u, outro)).statusCode).toBe(404);
    expect((await send(base, [arquivo('b.txt', 'x')], outro)).statusCode).toBe(404);
    for (const u of [`${base}/${a!.id}`, `${dele}/${a!.id}`]) expect((await t.app.inject({ method: 'DELETE', url: u, headers: outro.cabecalhos })).statusCode).toBe(404);
    expect((await list(base)).length).toBe(1);
  });

  /** Sends a form over a socket, its files made as they go: `bytes` of each. */
  const stream = (base: string, tamanhos: readonly number[], cortarEm = Infinity, aCada10Mb: () => void = () => undefined): Promise<{ status: number; corpo: string }> =>
    new Promise((resolve, reject) => {
      const limite = 'limite-de-teste';
      const req = request(`${url}${base}`, { method: 'POST', headers: { ...cliente.cabecalhos, 'content-type': `multipart/form-data; boundary=${limite}` } }, (res) => {
        let corpo = '';
        res.setEncoding('utf8').on('data', (d: string) => (corpo += d)).on('end', () => resolve({ status: res.statusCode!, corpo }));
      });
      req.on('error', reject);
      void (async () => {
        let enviados = 0;
        const write = async (b: Buffer | string) => {
          if (Math.floor(enviados / (10 * MB)) < Math.floor((enviados += b.length) / (10 * MB))) aCada10Mb();
          if (enviados > cortarEm) req.destroy(new Error('cortado pelo teste'));
          else if (!req.write(b)) await new Promise((r) => req.once('drain', r));
        };
        for (const [i, bytes] of tamanhos.entries()) {
          await write(`--${limite}\r\nContent-Disposition: form-data; name="f"; filename="f${i}.bin"\r\n\r\n`);
          const bloco = Buffer.alloc(65_536, i + 1);
          for (let falta = bytes; falta > 0 && !req.destroyed; falta -= bloco.length) await write(bloco.subarray(0, falta));
          await write('\r\n');
        }
        req.end(`--${limite}--\r\n`);
      })();
    });

  it('takes 30 MB, to the byte, without holding it in memory', async () => {
    const base = await nova();
    const vivos = () => {
      gc();
      return process.memoryUsage().arrayBuffers;
    };
    const antes = vivos();
    let pico = 0;
    const { status, corpo } = await stream(base, [30 * MB, 30 * MB + 1, 30 * MB, 1], Infinity, () => (pico = Math.max(pico, vivos())));
    expect([status, (JSON.parse(corpo) as { arquivos: Resultado[] }).arquivos.map((a) => a.codigo ?? a.ok)]).toEqual([207, [true, 'arquivo_grande', true, true]]);
    expect(pico).toBeGreaterThan(0);
    // 91 MB go through, with both ends of the socket in this process: less than one file at any time.
    expect(pico - antes).toBeLessThan(28 * MB);
  });

  it('a connection that breaks midway keeps the whole files and nothing else', async () => {
    const base = await nova();
    const antes = objetosDe(t).length;
    await expect(stream(base, [100_000, 200_000, 3 * MB], 2 * MB)).rejects.toThrow();
    await until(async () => (await list(base)).length === 2 && (await transitos()) === 0);
    expect((await list(base)).map((a) => a.nome)).toEqual(['f0.bin', 'f1.bin']);
    await until(async () => objetosDe(t).length === antes + 2);
  });
});

/** Polls, with a bound of 10 s. */
async function until(pronto: () => Promise<boolean>): Promise<void> {
  for (const fim = Date.now() + 10_000; Date.now() < fim; await new Promise((r) => setTimeout(r, 20))) if (await pronto()) return;
  throw new Error('não aconteceu em 10 s');
}
