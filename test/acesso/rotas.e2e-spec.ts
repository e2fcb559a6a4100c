import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ESCOPOS, type Escopo } from '../../src/acesso/index.js';
import { FILE_STORE } from '../../src/storage/storage.module.js';
import { idsOf, sampleOf, type Esquema } from '../support/amostra.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { plant, type Planta } from '../support/planta.js';
import { CAMPOS_ID, CORPOS, SEMENTES, type Semente } from '../support/sementes.js';

/** Open to whoever asks. Every other route asks for a key and a scope. */
const PUBLICAS: ReadonlySet<string> = new Set(['GET /health', 'GET /health/live', 'GET /health/ready', 'GET /metrics', 'GET /v1/feeds/{segredo}.atom', 'GET /v1/calendarios/{segredo}.ics']);

interface Parametro { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Esquema }
interface Operacao {
  readonly operationId: string;
  readonly parameters?: readonly Parametro[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Esquema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly 'x-escopo'?: Escopo;
}
interface Documento { readonly paths: Readonly<Record<string, Readonly<Record<string, Operacao>>>>; readonly components?: { readonly schemas?: Readonly<Record<string, Esquema>> } }
interface Rota { readonly nome: string; readonly metodo: Metodo; readonly caminho: string; readonly op: Operacao }
type Metodo = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const FORMULARIO = '--b\r\ncontent-disposition: form-data; name="arquivos"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\noi\r\n--b--\r\n';

describe('every route of the API', () => {
  let t: AppDeTeste;
  let rotas: Rota[] = [];
  let schemas: Readonly<Record<string, Esquema>> = {};
  let primeira: Cliente, segunda: Cliente;
  let dela: Planta, minha: Planta;

  beforeAll(async () => {
    t = await startApp();
    const doc = (await t.app.inject('/docs/openapi.json')).json<Documento>();
    schemas = doc.components?.schemas ?? {};
    rotas = Object.entries(doc.paths).flatMap(([caminho, ops]) => Object.entries(ops).filter(([, op]) => op.responses).map(([m, op]) => ({ nome: `${m.toUpperCase()} ${caminho}`, metodo: m.toUpperCase() as Metodo, caminho, op })));
    [primeira, segunda] = [await t.createCliente(), await t.createCliente()];
    [dela, minha] = [await plant(t.fonte, t.app.get(FILE_STORE), primeira.organizacaoId), await plant(t.fonte, t.app.get(FILE_STORE), segunda.organizacaoId)];
  });
  afterAll(() => t.close());

  const fechadas = () => rotas.filter((r) => !PUBLICAS.has(r.nome));
  const parametros = (caminho: string) => [...caminho.matchAll(/\{[^}]+\}/g)].map((m) => caminho.slice(0, m.index + m[0].length).replace(/\{[^}]+\}/g, '{}'));
  const sementeOf = (prefixo: string): Semente => {
    const semente = SEMENTES[prefixo];
    if (!semente) throw new Error(`test/support/sementes.ts: diga o que há em ${prefixo}`);
    return semente;
  };
  const bodyOf = ({ op }: Rota): Esquema | null => op.requestBody?.content['application/json']?.schema ?? null;
  const corpoIds = (r: Rota): string[] => (bodyOf(r) ? idsOf(bodyOf(r)!, schemas) : []);
  /** The request with ids of `quais` (of the address) and of `doCorpo` (of each field). */
  const ask = (r: Rota, quem: Cliente | null, quais: Planta | readonly Planta[] | null, doCorpo: (campo: string) => Planta = () => minha) => {
    let i = 0;
    const prefixos = parametros(r.caminho);
    const caminho = r.caminho.replace(/\{[^}]+\}/g, () => {
      const planta = Array.isArray(quais) ? (quais as readonly Planta[])[i]! : (quais as Planta | null);
      return encodeURIComponent(planta ? sementeOf(prefixos[i++]!).de(planta) : 'x');
    });
    const query = (r.op.parameters ?? []).filter((p) => p.in === 'query' && p.required).map((p) => `${p.name}=${encodeURIComponent(String(sampleOf(p.schema ?? {}, schemas, () => 'x')))}`);
    const esquema = bodyOf(r);
    const idOf = (campo: string): string => {
      const semente = CAMPOS_ID[campo];
      if (!semente) throw new Error(`test/support/sementes.ts: diga de que é o campo ${campo} (${r.nome})`);
      return semente.de(doCorpo(campo));
    };
    const corpo = CORPOS[r.op.operationId]?.(idOf) ?? (esquema ? sampleOf(esquema, schemas, idOf) : null);
    const ehForm = !esquema && r.op.requestBody?.content['multipart/form-data'];
    return t.app.inject({
      method: r.metodo, url: caminho + (query.length ? `?${query.join('&')}` : ''),
      headers: { ...(quem?.cabecalhos ?? {}), ...(ehForm ? { 'content-type': 'multipart/form-data; boundary=b' } : corpo !== null ? { 'content-type': 'application/json' } : {}) },
      ...(ehForm ? { payload: FORMULARIO } : corpo !== null ? { payload: JSON.stringify(corpo) } : {}),
    });
  };
  /** A body refused for its form proves nothing. */
  const requireAceito = (r: Rota, status: number, corpo: string): void => {
    if ([400, 415].includes(status) || /"codigo":"dados_invalidos"/.test(corpo)) throw new Error(`${r.nome}: o corpo de exemplo não é aceito; dê um em CORPOS.${r.op.operationId} (test/support/sementes.ts): ${corpo.slice(0, 300)}`);
  };
  const told = async (r: Rota, pedido: ReturnType<typeof ask>) => {
    const { statusCode, body } = await pedido;
    return `${r.nome}: ${statusCode} ${/"codigo":"([a-z_]+)"/.exec(body)?.[1] ?? body.slice(0, 80)}`;
  };

  it('are described, and each says its scope', () => {
    expect(fechadas().length).toBeGreaterThanOrEqual(9);
    expect(fechadas().filter((r) => !ESCOPOS.includes(r.op['x-escopo'] as Escopo)).map((r) => r.nome)).toEqual([]);
  });

  it('are described: the server answers no other address below /v1', () => {
    const descritas = new Set(rotas.map((r) => r.nome.replace(/\{[^}]+\}/g, '{}')));
    const abertas = printedRoutes(t.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false, includeHooks: false }));
    expect(abertas.length).toBeGreaterThanOrEqual(9);
    expect(abertas.filter((a) => / \/v1(?:\/|$)/.test(a) && !descritas.has(a))).toEqual([]);
  });

  it('ask for a key', async () => {
    for (const r of fechadas()) expect(await told(r, ask(r, null, null))).toBe(`${r.nome}: 401 chave_ausente`);
  });

  it('ask for their scope', async () => {
    const semEscopo = new Map<string, Cliente>();
    for (const escopo of ESCOPOS) semEscopo.set(escopo, await t.createCliente(ESCOPOS.filter((e) => e !== escopo)));
    for (const r of fechadas()) expect(await told(r, ask(r, semEscopo.get(r.op['x-escopo']!)!, null))).toBe(`${r.nome}: 403 escopo_ausente`);
  });

  it('know where the ids of their addresses and bodies come from', () => {
    const semSemente = fechadas().flatMap((r) => parametros(r.caminho)).filter((p) => !SEMENTES[p]);
    const semCampo = fechadas().flatMap((r) => corpoIds(r).filter((c) => !CAMPOS_ID[c]).map((c) => `${r.nome}: ${c}`));
    expect([...new Set(semSemente), ...semCampo]).toEqual([]);
  });

  it('do not find what is of another organisation', async () => {
    for (const r of fechadas().filter((r) => parametros(r.caminho).some((p) => !sementeOf(p).publica))) {
      const { statusCode, body } = await ask(r, segunda, dela);
      requireAceito(r, statusCode, body);
      expect(`${r.nome}: ${statusCode}`).toBe(`${r.nome}: 404`);
    }
  });

  it('do not find what is of another organisation below what is of the one that asks', async () => {
    for (const r of fechadas()) {
      const prefixos = parametros(r.caminho);
      if (prefixos.filter((p) => sementeOf(p).linha).length < 2 || !sementeOf(prefixos.at(-1)!).linha) continue;
      const { statusCode } = await ask(r, segunda, prefixos.map((_, i) => (i === prefixos.length - 1 ? dela : minha)));
      expect(`${r.nome}: ${statusCode}`).toBe(`${r.nome}: 404`);
    }
  });

  it('do not take what is of another organisation in their bodies', async () => {
    for (const r of fechadas()) {
      for (const campo of corpoIds(r)) {
        const { statusCode, body } = await ask(r, segunda, minha, (c) => (c === campo ? dela : minha));
        requireAceito(r, statusCode, body);
        expect([`${r.nome} ${campo}`, [404, 422].includes(statusCode)]).toEqual([`${r.nome} ${campo}`, true]);
      }
    }
  });

  it('left everything of the first organisation as it was', async () => {
    for (const [tabela, linha] of Object.entries(dela.linhas)) {
      // Some tables have neither: of those one row of the organisation was planted.
      const chave = ['id', 'chave'].find((c) => c in linha) ?? 'organizacao_id';
      const [agora] = await t.fonte.query<Record<string, unknown>[]>(`select * from ${tabela} where "${chave}" = $1 and organizacao_id = $2`, [linha[chave], primeira.organizacaoId]);
      expect([tabela, agora]).toEqual([tabela, linha]);
    }
  });

  it('find what is of the organisation that asks', async () => {
    const lidas = fechadas().filter((r) => r.metodo === 'GET' && parametros(r.caminho).length && parametros(r.caminho).every((p) => sementeOf(p).linha) && !r.op.responses['200']?.content?.['text/event-stream']);
    expect(lidas.length).toBeGreaterThan(0);
    for (const r of lidas) expect(`${r.nome}: ${(await ask(r, primeira, dela)).statusCode === 404}`).toBe(`${r.nome}: false`);
  });
});

/** `GET /v1/chaves/{}` … from the tree Fastify prints. */
function printedRoutes(arvore: string): string[] {
  const pilha: string[] = [];
  const rotas: string[] = [];
  for (const linha of arvore.split('\n')) {
    const m = /^([│\s]*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/u.exec(linha);
    if (!m) continue;
    const nivel = m[1]!.length / 4;
    pilha.length = nivel;
    pilha.push(m[2]!);
    const caminho = pilha.join('').replace(/:\w+/g, '{}').replace(/(.)\/$/, '$1');
    for (const metodo of (m[3] ?? '').split(', ')) if (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(metodo)) rotas.push(`${metodo} ${caminho}`);
  }
  return rotas;
}
