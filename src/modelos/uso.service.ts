import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { chavesDe } from './orcamento.service.js';
import type { UsoDeModelos } from './uso.schema.js';

interface Linha { readonly chamadas: number; readonly entrada: string; readonly saida: string; readonly custo: string; readonly sem_preco: number }

/** What an organisation used of models. */
@Injectable()
export class UsoService {
  constructor(private readonly fonte: DataSource, @Inject(CONFIG) private readonly config: Config) {}

  async read(organizacaoId: string, agora: Date): Promise<UsoDeModelos> {
    const dia = agora.toISOString().slice(0, 10);
    const mes = `${dia.slice(0, 7)}-01`;
    const chave = chavesDe({ organizacaoId, trabalhoId: '' }, agora).organizacao;
    const [noDia, noMes, [consumo]] = await Promise.all([
      this.sum(organizacaoId, dia), this.sum(organizacaoId, mes),
      this.fonte.query<{ tokens: string }[]>('select tokens from alicit.modelo_consumo where chave = $1 and organizacao_id = $2', [chave, organizacaoId]),
    ]);
    const limite = this.config.modelos.orcamento.organizacaoDia;
    const usado = Number(consumo?.tokens ?? 0);
    return {
      configurado: this.config.openai.chave !== null, hoje: { desde: dia, ...noDia }, mes: { desde: mes, ...noMes },
      orcamento: { limite, usado, restante: Math.max(0, limite - usado), renovaEm: new Date(Date.parse(dia) + 86_400_000).toISOString() },
    };
  }

  private async sum(organizacaoId: string, desde: string): Promise<Omit<UsoDeModelos['hoje'], 'desde'>> {
    const [linha] = await this.fonte.query<Linha[]>(
      `select count(*)::int as chamadas, coalesce(sum(tokens_entrada), 0) as entrada, coalesce(sum(tokens_saida), 0) as saida, coalesce(sum(custo_usd), 0)::text as custo, (count(*) filter (where custo_usd is null))::int as sem_preco
       from alicit.modelo_chamada where organizacao_id = $1 and criado_em >= $2::date at time zone 'UTC'`, [organizacaoId, desde],
    );
    const { chamadas, entrada, saida, custo, sem_preco: chamadasSemPreco } = linha!;
    return { chamadas, tokensEntrada: Number(entrada), tokensSaida: Number(saida), custoUsd: custo, chamadasSemPreco };
  }
}
