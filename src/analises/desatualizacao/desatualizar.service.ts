import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config/index.js';
import { EventosService } from '../../eventos/eventos.module.js';
import { campoDe, diffJulgados, type CampoJulgado, type Licitacao, type MudancaVista } from '../../licitacoes/index.js';
import { MudancasService } from '../../licitacoes/licitacoes.module.js';
import { joinDesatualizada, type Desatualizada } from './desatualizada.js';

interface Linha {
  readonly id: string;
  readonly empresa_id: string;
  /** What it was given. */
  readonly licitacao: Licitacao | null;
  readonly arquivos: readonly { readonly sha256: string }[];
  readonly desatualizada: Desatualizada | null;
}

interface Alvo {
  readonly organizacaoId: string;
  readonly licitacaoId: string;
  readonly numeroControlePNCP: string;
}

/** Of one tender: more than an organisation has companies that would bid for it. */
const MAX_ANALISES = 500;

/** Marks the analyses that a change of their tender made outdated, in the transaction in which it is learned. */
@Injectable()
export class DesatualizarService {
  constructor(private readonly eventos: EventosService, @Inject(CONFIG) private readonly config: Config, mudancas: MudancasService) {
    mudancas.onMudanca((m, { licitacao, mudancas: vistas, ...alvo }) => {
      const arquivos: readonly CampoJulgado[] = vistas.some((v) => campoDe(v.campo) === 'arquivos') ? ['arquivos'] : [];
      return this.mark(m, alvo, vistas, (a) => [...diffJulgados(a.licitacao, licitacao), ...arquivos]);
    });
    mudancas.onArquivo((m, { sha256, ...alvo }) => this.mark(m, alvo, [], (a) => (a.arquivos.some((x) => x.sha256 === sha256) ? [] : ['arquivos'])));
  }

  /** The newest of each company counts: what it replaced is past already. Failed and cancelled ones judged nothing; a simulated moment is of the past. */
  private async mark(m: EntityManager, alvo: Alvo, mudancas: readonly MudancaVista[], changed: (a: Linha) => readonly CampoJulgado[]): Promise<void> {
    const { organizacaoId, licitacaoId } = alvo;
    const linhas = await m.query<Linha[]>(
      `select distinct on (a.empresa_id) a.id, a.empresa_id, a.entradas -> 'licitacao' as licitacao, a.entradas -> 'arquivos' as arquivos, a.desatualizada from alicit.analise a
       where a.organizacao_id = $1 and a.licitacao_id = $2 and a.estado in ('na_fila', 'executando', 'concluida') and a.agora is null order by a.empresa_id, a.id desc limit ${MAX_ANALISES}`,
      [organizacaoId, licitacaoId],
    );
    const agora = new Date();
    let marcadas = 0;
    for (const linha of linhas) {
      const campos = changed(linha);
      const depois = campos.length ? joinDesatualizada(linha.desatualizada, campos, mudancas, agora) : null;
      if (!depois) continue;
      marcadas++;
      await m.query('update alicit.analise set desatualizada = $3, revisao = revisao + 1 where organizacao_id = $1 and id = $2', [organizacaoId, linha.id, JSON.stringify(depois)]);
      if (!linha.desatualizada) await this.eventos.record(m, { organizacaoId, analiseId: linha.id, tipo: 'analise.desatualizada', dados: this.dados(alvo, linha, depois) });
    }
    if (marcadas) await m.query('update alicit.acompanhamento set reanalise_pendente = now() where organizacao_id = $1 and licitacao_id = $2 and reanalisar', [organizacaoId, licitacaoId]);
  }

  private dados({ licitacaoId, numeroControlePNCP }: Alvo, { id, empresa_id: empresaId }: Linha, { campos, mudancas }: Desatualizada): Record<string, unknown> {
    const url = this.config.http.urlPublica ?? '';
    return { analiseId: id, empresaId, licitacaoId, numeroControlePNCP, campos, mudancas, links: { analise: `${url}/v1/analises/${id}`, mudancas: `${url}/v1/licitacoes/${licitacaoId}/mudancas` } };
  }
}
