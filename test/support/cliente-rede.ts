import { AGORA, EMPRESA } from '../analises/apoio.js';
import type { Processo } from './processo.js';
import { until } from './provedor.js';

/** What a client of the API does, over the network, with the first key of the service. */
export class ClienteDeRede {
  constructor(private readonly url: string, private readonly chave: string) {}

  static async de(api: Processo): Promise<ClienteDeRede> {
    const url = await api.url();
    await until(() => /\n {2}alicit_\S+/.test(api.avisos), 'a primeira chave');
    return new ClienteDeRede(url, /\n {2}(alicit_\S+)/.exec(api.avisos)![1]!);
  }

  fetch(rota: string, { headers, ...resto }: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${rota}`, { ...resto, headers: { authorization: `Bearer ${this.chave}`, ...(headers as Record<string, string> | undefined) } });
  }

  /** `POST /v1/analises` with everything in one call; `espera` seconds for its end, `chave` for Idempotency-Key. */
  async enviar(edital: Uint8Array, espera = 0, chave = ''): Promise<{ status: number; corpo: { id: string; estado: string; resumo: { desfecho: string } | null } }> {
    const form = new FormData();
    form.append('arquivos', new Blob([edital as Uint8Array<ArrayBuffer>]), 'edital.pdf');
    form.append('empresa', EMPRESA);
    form.append('agora', AGORA);
    const r = await this.fetch('/v1/analises', { method: 'POST', body: form, headers: { ...(espera ? { prefer: `wait=${espera}` } : {}), ...(chave ? { 'idempotency-key': chave } : {}) } });
    return { status: r.status, corpo: (await r.json()) as Awaited<ReturnType<ClienteDeRede['enviar']>>['corpo'] };
  }

  /** Types of the events of an analysis, as they come, until the stream ends. */
  async *eventos(id: string): AsyncGenerator<{ tipo: string; dados: Record<string, unknown> }> {
    const r = await this.fetch(`/v1/analises/${id}/eventos`, { headers: { accept: 'text/event-stream' } });
    let texto = '';
    for await (const pedaco of r.body!.pipeThrough(new TextDecoderStream())) {
      const partes = (texto + pedaco).split('\n\n');
      texto = partes.pop()!;
      for (const p of partes) {
        const tipo = /^event: (.*)$/m.exec(p)?.[1];
        if (tipo) yield { tipo, dados: JSON.parse(/^data: (.*)$/m.exec(p)![1]!) as Record<string, unknown> };
      }
    }
  }
}
