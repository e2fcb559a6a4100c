// Clients of the service and their own ledger: what was accepted, what was sent, what was read. They behave as the documentation
// says: an Idempotency-Key for each request, sent again while the answer is 409 (in progress), 429, 503 or none at all.
import { createHash } from 'node:crypto';
import { setTimeout as espera } from 'node:timers/promises';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const DE_NOVO = new Set([409, 429, 503]);

export class Clientes {
  /** analysis → {n, agora, licitacaoId, documento: sha256, relatorios: hashes of its report as read} */
  razao = new Map();
  violacoes = [];
  /** Answers that were none, or said to come back: by status. */
  recusas = new Map();

  constructor({ api, sorte, limite }) {
    Object.assign(this, { api, sorte, limite });
  }

  get #chave() {
    return { authorization: `Bearer ${this.api.chave}` };
  }

  /** Until there is an answer of the service. @returns {status, corpo: Buffer} */
  async #insist(oQue, pedir) {
    for (;;) {
      if (Date.now() > this.limite) throw new Error(`${oQue}: sem resposta até o fim do prazo (${[...this.recusas].map((x) => x.join(': ')).join('; ')}; última: ${this.ultima})`);
      const r = await pedir().then(async (x) => ({ status: x.status, tipo: x.headers.get('content-type') ?? '', corpo: Buffer.from(await x.arrayBuffer()) }), () => null);
      if (r && !DE_NOVO.has(r.status)) {
        if (r.status >= 500) this.violacoes.push(`${oQue}: resposta ${r.status} ${r.corpo.toString().slice(0, 200)}`);
        if (r.status < 500) return r;
      }
      this.ultima = r ? r.corpo.toString().slice(0, 300) : 'nenhuma';
      const nome = r ? String(r.status) : 'sem resposta';
      this.recusas.set(nome, (this.recusas.get(nome) ?? 0) + 1);
      await espera(200 + this.sorte() * 300);
    }
  }

  #get(caminho) {
    return this.#insist(`GET ${caminho}`, () => fetch(`${this.api.url}${caminho}`, { headers: { ...this.#chave, accept: 'application/json' }, signal: AbortSignal.timeout(20_000) }));
  }

  async createWebhook(url) {
    const r = await this.#insist('POST /v1/webhooks', () => fetch(`${this.api.url}/v1/webhooks`, { method: 'POST', headers: { ...this.#chave, 'content-type': 'application/json', 'idempotency-key': 'caos-webhook' }, body: JSON.stringify({ url, eventos: ['analise.concluida', 'analise.falhou'] }), signal: AbortSignal.timeout(20_000) }));
    if (r.status !== 201) throw new Error(`webhook: ${r.status} ${r.corpo}`);
  }

  /** @param nome of the file @param mesma ask twice, as who lost the first answer: it must be the same analysis */
  async request({ n, nome, pdf, empresa, agora, mesma }) {
    const enviar = () => {
      const form = new FormData();
      form.append('arquivos', new Blob([pdf]), nome);
      form.append('empresa', JSON.stringify(empresa));
      form.append('agora', agora);
      return fetch(`${this.api.url}/v1/analises`, { method: 'POST', headers: { ...this.#chave, 'idempotency-key': `caos-${n}` }, body: form, signal: AbortSignal.timeout(30_000) });
    };
    const r = await this.#insist('POST /v1/analises', enviar);
    const corpo = JSON.parse(r.corpo);
    if (r.status !== 202 && r.status !== 200) throw new Error(`POST /v1/analises: ${r.status} ${r.corpo.toString().slice(0, 300)}`);
    const ja = this.razao.get(corpo.id);
    if (ja) this.violacoes.push(`dois pedidos diferentes, a mesma análise: ${corpo.id} (${ja.n} e ${n})`);
    this.razao.set(corpo.id, { n, agora, licitacaoId: corpo.licitacaoId, documento: sha256(pdf), relatorios: [] });
    if (!mesma) return corpo.id;
    const outra = JSON.parse((await this.#insist('POST /v1/analises', enviar)).corpo);
    if (outra.id !== corpo.id) this.violacoes.push(`a mesma Idempotency-Key, outra análise: ${corpo.id} e ${outra.id}`);
    return corpo.id;
  }

  /** Waits for its end and reads its report. */
  async follow(id) {
    for (;;) {
      const { corpo } = await this.#get(`/v1/analises/${id}`);
      const { estado, erro } = JSON.parse(corpo);
      if (estado === 'concluida') break;
      if (estado !== 'na_fila' && estado !== 'executando') return void this.violacoes.push(`${id} terminou ${estado}: ${JSON.stringify(erro)}`);
      await espera(700 + this.sorte() * 600);
    }
    await this.read(id);
  }

  async read(id) {
    const { agora, relatorios } = this.razao.get(id);
    const r = await this.#get(`/v1/analises/${id}/relatorio`);
    if (r.status !== 200) return void this.violacoes.push(`relatório de ${id}: ${r.status}`);
    if (Date.parse(JSON.parse(r.corpo).agora) !== Date.parse(agora)) this.violacoes.push(`relatório de ${id}: de outro momento`);
    relatorios.push(sha256(r.corpo));
  }

  /** The document of an analysis as the service gives it back. */
  async download(id) {
    const { licitacaoId, documento } = this.razao.get(id);
    const { corpo } = await this.#get(`/v1/licitacoes/${licitacaoId}/arquivos`);
    const lista = JSON.parse(corpo);
    const arquivo = (lista.itens ?? lista.dados ?? lista.arquivos ?? lista).find((a) => a.sha256 === documento);
    if (!arquivo) return void this.violacoes.push(`documento de ${id} sumiu: ${corpo.toString().slice(0, 200)}`);
    const r = await this.#get(`/v1/licitacoes/${licitacaoId}/arquivos/${arquivo.id}/conteudo`);
    if (sha256(r.corpo) !== documento) this.violacoes.push(`documento de ${id}: outros bytes (${r.status}, ${r.corpo.length})`);
  }
}
