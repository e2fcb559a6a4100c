import { Inject, Injectable, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthCheckResult, type HealthIndicatorResult } from '@nestjs/terminus';
import { CONFIG, type Config } from '../config/index.js';
import type { Observada, Sonda } from '../observacao/index.js';
import { SaudeService } from '../observacao/observacao.module.js';
import type { ItemDeSaude, Saude } from './saude.schema.js';

const CODIGOS: Readonly<Record<Saude['estado'], string>> = { ok: 'pronto', degradado: 'opcional_indisponivel', indisponivel: 'dependencia_indisponivel', iniciando: 'iniciando', encerrando: 'encerrando' };

/** Asks the indicators through Terminus and says what it amounts to. */
@Injectable()
export class VerificacaoService {
  constructor(
    private readonly saude: SaudeService, private readonly terminus: HealthCheckService, private readonly indicadores: HealthIndicatorService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Only what the service cannot do without, or everything. */
  async check({ soObrigatorios }: { readonly soObrigatorios: boolean }): Promise<Saude> {
    const sondas = this.saude.list().filter((s) => s.indicador.obrigatorio || !soObrigatorios).sort((a, b) => Number(b.indicador.obrigatorio) - Number(a.indicador.obrigatorio));
    const itens: Record<string, ItemDeSaude> = {};
    const perguntas = sondas.map((s) => async (): Promise<HealthIndicatorResult> => {
      const observada = await s.observe();
      itens[s.indicador.nome] = toItem(s, observada);
      return this.toTerminus(s, observada);
    });
    const { status } = await this.terminus.check(perguntas).catch(resultOf);
    const estado = this.stateOf(status);
    // What is required first, not in that of the answers.
    return { estado, codigo: CODIGOS[estado], versao: this.config.versao, papel: this.config.papel, itens: Object.fromEntries(sondas.map((s) => [s.indicador.nome, itens[s.indicador.nome]!])) };
  }

  private toTerminus({ indicador }: Sonda, { estado }: Observada): HealthIndicatorResult {
    const sessao = this.indicadores.check(indicador.nome);
    if (estado === 'ok' || estado === 'nao_configurado') return sessao.up();
    return indicador.obrigatorio && estado !== 'degradado' ? sessao.down() : sessao.degraded();
  }

  private stateOf(status: HealthCheckResult['status']): Saude['estado'] {
    const { fase } = this.saude;
    if (fase !== 'pronto') return fase;
    return ({ ok: 'ok', degraded: 'degradado', error: 'indisponivel', shutting_down: 'encerrando' } as const)[status];
  }
}

/** Terminus throws when something required is down: its result is the answer all the same. */
function resultOf(erro: unknown): HealthCheckResult {
  if (erro instanceof ServiceUnavailableException) return erro.getResponse() as HealthCheckResult;
  throw erro;
}

const toItem = ({ indicador }: Sonda, o: Observada): ItemDeSaude => ({
  estado: o.estado, obrigatorio: indicador.obrigatorio, latenciaMs: o.latenciaMs, verificadoEm: o.verificadoEm.toISOString(), ultimoSucesso: o.ultimoSucesso?.toISOString() ?? null, erro: o.erro,
  origem: o.origem, numeros: o.numeros ?? {},
});
