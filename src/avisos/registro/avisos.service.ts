import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Counter } from 'prom-client';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config/index.js';
import { MetricasService } from '../../observacao/observacao.module.js';
import { newId } from '../../storage/index.js';
import { avisoDadosSchema, eventoWebhookSchema, type EventoWebhook } from '../../webhooks/index.js';
import { EntregasService } from '../../webhooks/webhooks.module.js';
import { TIPOS_AVISO, type AvisoNovo, type TipoAviso } from '../domain/aviso.js';
import { releaseOf } from '../domain/horario.js';
import type { Modo, Preferencias } from '../domain/preferencias.js';
import type { PreferenciasDaEmpresa } from './read-preferencias.js';

interface Gravado { readonly id: string; readonly chave: string; readonly empresa_id: string; readonly evento_id: string; readonly criado_em: Date }

const ZEROS = TIPOS_AVISO.flatMap((tipo) => [['registro', 'novo'], ['webhook', 'enfileirado'], ...['entregue', 'tentar_de_novo', 'recusada', 'desistiu'].map((r) => ['email', r])].map(([canal, resultado]) => ({ tipo, canal: canal!, resultado: resultado! })));

/** The mode of a kind. Deadlines are always told at once. */
export const modoDe = (p: Preferencias, tipo: TipoAviso): Modo => (tipo === 'prazo' ? (p.prazo.diasUteisAntes.length ? 'instantaneo' : 'desligado') : p[tipo].modo);

/** Where everything that is told is written down, once, and sent on its way: webhooks in the same transaction, e-mails when their time comes. */
@Injectable()
export class AvisosService {
  private readonly log = new Logger('avisos');
  private readonly contador: Counter<'tipo' | 'canal' | 'resultado'>;

  constructor(private readonly entregas: EntregasService, @Inject(CONFIG) private readonly config: Config, metricas: MetricasService) {
    this.contador = metricas.counter('alicit_avisos_total', 'Avisos por tipo, canal (registro, webhook, email) e resultado, deste processo.', ['tipo', 'canal', 'resultado'], ZEROS);
  }

  count(tipo: TipoAviso, canal: 'registro' | 'webhook' | 'email', resultado: string, n = 1): void {
    this.contador.inc({ tipo, canal, resultado }, n);
  }

  /**
   * Records what is new of these, and enqueues its webhooks. Await `JobsService.ready()` before the transaction.
   * @param preferencias of every company among them
   * @returns how many were new
   */
  async record(m: EntityManager, novos: readonly AvisoNovo[], preferencias: ReadonlyMap<string, PreferenciasDaEmpresa>, agora: Date): Promise<number> {
    const aceitos = novos.filter((n) => this.isAceito(n, preferencias.get(n.empresaId)));
    if (!aceitos.length) return 0;
    const linhas = aceitos.map((n) => {
      const { dados, temEmail } = preferencias.get(n.empresaId)!;
      const modo = modoDe(dados, n.dados.tipo);
      const enviarEm = temEmail && this.config.email.smtp ? releaseOf(dados, modo, agora, n.limite) : null;
      return { id: newId('avi'), evento_id: newId('evt'), organizacao_id: n.organizacaoId, empresa_id: n.empresaId, licitacao_id: n.dados.licitacao.licitacaoId, numero: n.dados.licitacao.numeroControlePNCP, tipo: n.dados.tipo, chave: n.chave, dados: n.dados, modo_email: enviarEm ? modo : null, enviar_em: enviarEm?.toISOString() ?? null, criado_em: agora.toISOString() };
    });
    const gravados = await m.query<Gravado[]>(
      `insert into alicit.aviso (id, evento_id, organizacao_id, empresa_id, licitacao_id, numero, tipo, chave, dados, modo_email, enviar_em, criado_em)
       select n.* from jsonb_to_recordset($1::jsonb) as n (id text, evento_id text, organizacao_id text, empresa_id text, licitacao_id text, numero text, tipo text, chave text, dados jsonb, modo_email text, enviar_em timestamptz, criado_em timestamptz)
       on conflict (empresa_id, chave) do nothing returning id, chave, empresa_id, evento_id, criado_em`, [JSON.stringify(linhas)],
    );
    const porChave = new Map(aceitos.map((n) => [`${n.empresaId} ${n.chave}`, n]));
    await this.tellWebhooks(m, gravados.map((g) => ({ gravado: g, novo: porChave.get(`${g.empresa_id} ${g.chave}`)! })));
    for (const g of gravados) this.count(porChave.get(`${g.empresa_id} ${g.chave}`)!.dados.tipo, 'registro', 'novo');
    return gravados.length;
  }

  private isAceito(n: AvisoNovo, p: PreferenciasDaEmpresa | undefined): boolean {
    if (!p || modoDe(p.dados, n.dados.tipo) === 'desligado') return false;
    const lido = avisoDadosSchema.safeParse(n.dados);
    if (!lido.success) this.log.error({ chave: n.dados.tipo, campos: lido.error.issues.slice(0, 5).map((i) => i.path.join('.')) }, 'aviso fora do formato: não foi registrado');
    return lido.success;
  }

  private async tellWebhooks(m: EntityManager, avisos: readonly { readonly gravado: Gravado; readonly novo: AvisoNovo }[]): Promise<void> {
    for (const [organizacaoId, dela] of Map.groupBy(avisos, (a) => a.novo.organizacaoId)) {
      const webhooks = await m.query<{ id: string; eventos: string[] }[]>(`select id, eventos from alicit.webhook where organizacao_id = $1 and ativo and eventos && $2::text[] order by id`, [organizacaoId, [...new Set(dela.map((a) => `aviso.${a.novo.dados.tipo}`))]]);
      for (const { gravado, novo } of webhooks.length ? dela : []) {
        const evento = this.toEvento(gravado, novo);
        for (const w of webhooks.filter((x) => evento !== null && x.eventos.includes(evento.tipo))) {
          await this.entregas.enqueue(m, { destino: { webhookId: w.id }, evento: evento! });
          this.count(novo.dados.tipo, 'webhook', 'enfileirado');
        }
      }
    }
  }

  private toEvento({ id, evento_id, criado_em }: Gravado, { organizacaoId, empresaId, dados }: AvisoNovo): EventoWebhook | null {
    const links = { historico: `${this.config.http.urlPublica ?? ''}/v1/empresas/${empresaId}/avisos/historico` };
    const lido = eventoWebhookSchema.safeParse({ id: evento_id, tipo: `aviso.${dados.tipo}`, criadoEm: criado_em.toISOString(), organizacaoId, dados: { avisoId: id, empresaId, ...dados, links } });
    // A defect of ours: the other channels still tell.
    if (!lido.success) this.log.error({ evento: evento_id, campos: lido.error.issues.slice(0, 5).map((i) => i.path.join('.')) }, 'evento de aviso fora do formato dos webhooks: não foi enviado');
    return lido.data ?? null;
  }
}
