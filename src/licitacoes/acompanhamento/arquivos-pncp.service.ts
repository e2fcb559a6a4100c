import { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ArquivoPublicado } from '../../acervo/index.js';
import { CONFIG, type Config } from '../../config/index.js';
import { AlicitError, asErroPublico } from '../../kernel/index.js';
import { PNCP, type Pncp } from '../../pncp/index.js';
import { LicitacoesService } from '../licitacoes.service.js';
import type { ResultadoArquivo } from '../arquivos-licitacao.service.js';
import { esperaArquivoS, MAX_TENTATIVAS_ARQUIVO, type EstadoArquivoPncp } from './estado-arquivo.js';

/** A file PNCP lists of a tender, and what became of it here. Texts are untrusted. */
export interface ArquivoPncpDaLicitacao {
  readonly sequencial: number;
  readonly titulo: string | null;
  readonly tipoDocumento: string | null;
  readonly publicacao: string | null;
  readonly ativo: boolean;
  readonly estado: EstadoArquivoPncp;
  readonly arquivoId: string | null;
  readonly tentativas: number;
  readonly proximaEm: Date;
  readonly codigo: string | null;
  readonly mensagem: string | null;
}

/** A file of PNCP that is now among those of a tender of an organisation. */
export interface ArquivoChegado {
  readonly organizacaoId: string;
  readonly licitacaoId: string;
  readonly numeroControlePNCP: string;
  readonly sha256: string;
}

interface NaVez {
  readonly id: string;
  readonly organizacao_id: string;
  readonly licitacao_id: string;
  readonly numero: string | null;
  readonly sequencial: number;
  readonly titulo: string | null;
  readonly tentativas: number;
}

/** A process that dies in the middle of a file leaves it to another after this. */
const POSSE = `interval '15 minutes'`;
const MAX_ARQUIVOS = 300;
const COLUNAS = `sequencial, titulo, tipo_documento as "tipoDocumento", publicacao, ativo, estado, arquivo_id as "arquivoId", tentativas, proxima_em as "proximaEm", codigo, mensagem`;
/** Refusals of one attempt that another may not meet. */
const PASSAGEIROS: ReadonlySet<string> = new Set(['arquivos_indisponiveis', 'pncp_arquivo_cortado', 'arquivo_expirado']);
/** Ours, not the file's: the attempt does not count. */
const NOSSOS: ReadonlySet<string> = new Set(['pncp_encerrado', 'pncp_cancelado', 'pncp_disjuntor_aberto', 'pncp_fila_cheia', 'pncp_limite']);

/** Files of tenders, from PNCP into the organisation's: each with its own outcome, tried again with patience. */
@Injectable()
export class ArquivosPncpService {
  private readonly log = new Logger('licitacoes');

  constructor(private readonly fonte: DataSource, private readonly licitacoes: LicitacoesService, @Inject(PNCP) private readonly pncp: Pncp, @Inject(CONFIG) private readonly config: Config) {}

  /**
   * Writes down what PNCP lists now: new files and those published again are to be fetched; withdrawn ones are marked, and what was
   * kept of them stays. @returns how many are to be fetched because of this
   */
  async plan(m: EntityManager, organizacaoId: string, licitacaoId: string, arquivos: readonly ArquivoPublicado[]): Promise<number> {
    const lista = arquivos.slice(0, MAX_ARQUIVOS).map((a) => ({ sequencial: a.sequencial, titulo: a.titulo?.slice(0, 300) ?? null, tipo: a.tipoDocumentoNome?.slice(0, 200) ?? null, publicacao: a.publicacao, ativo: a.ativo }));
    if (!lista.length) return 0;
    const linhas = await m.query<{ pendente: boolean }[]>(
      `insert into alicit.licitacao_arquivo_pncp as p (organizacao_id, licitacao_id, sequencial, titulo, tipo_documento, publicacao, ativo, estado)
       select $1, $2, a.sequencial, a.titulo, a.tipo, a.publicacao, a.ativo, case when a.ativo then 'pendente' else 'retirado' end
       from jsonb_to_recordset($3::jsonb) as a (sequencial int, titulo text, tipo text, publicacao text, ativo boolean)
       on conflict (licitacao_id, sequencial) do update set titulo = excluded.titulo, tipo_documento = excluded.tipo_documento, publicacao = excluded.publicacao, ativo = excluded.ativo,
         estado = case when not excluded.ativo then case when p.estado = 'guardado' then 'guardado' else 'retirado' end
           when p.estado = 'retirado' or (p.publicacao is distinct from excluded.publicacao) then 'pendente' else p.estado end,
         tentativas = case when p.publicacao is distinct from excluded.publicacao then 0 else p.tentativas end, proxima_em = case when p.publicacao is distinct from excluded.publicacao then now() else p.proxima_em end, atualizado_em = now()
         where (p.titulo, p.tipo_documento, p.publicacao, p.ativo) is distinct from (excluded.titulo, excluded.tipo_documento, excluded.publicacao, excluded.ativo)
       returning estado = 'pendente' as pendente`,
      [organizacaoId, licitacaoId, JSON.stringify(lista)],
    );
    return linhas.filter((l) => l.pendente).length;
  }

  /** Asks again for what was given up, or kept and erased since; what waits is tried at once. */
  async retry(m: EntityManager, organizacaoId: string, licitacaoId: string): Promise<void> {
    await m.query(
      `update alicit.licitacao_arquivo_pncp set estado = 'pendente', tentativas = 0, proxima_em = now(), atualizado_em = now()
       where organizacao_id = $1 and licitacao_id = $2 and ativo and (estado = 'falhou' or (estado = 'guardado' and arquivo_id is null) or (estado = 'pendente' and tentativas > 0 and codigo is not null))`, [organizacaoId, licitacaoId],
    );
  }

  /** In PNCP's order. */
  list(organizacaoId: string, licitacaoId: string): Promise<ArquivoPncpDaLicitacao[]> {
    return this.fonte.query<ArquivoPncpDaLicitacao[]>(`select ${COLUNAS} from alicit.licitacao_arquivo_pncp where organizacao_id = $1 and licitacao_id = $2 order by sequencial`, [organizacaoId, licitacaoId]);
  }

  /** Fetches one file whose time has come, of whoever it is; `onChegado` is told in the transaction that says it is here. @returns false when there is none */
  async fetchNext(sinal: AbortSignal, onChegado: (m: EntityManager, chegado: ArquivoChegado) => Promise<void>): Promise<boolean> {
    const linha = this.config.pncp.ligado ? await this.take() : null;
    if (!linha) return false;
    try {
      const r = await this.fetch(linha, sinal);
      if (!r.ok) await this.postpone(linha, r, PASSAGEIROS.has(r.codigo));
      else {
        await this.fonte.transaction(async (m) => {
          await this.write(m, linha, `estado = 'guardado', arquivo_id = $3, tentativas = 0, codigo = null, mensagem = null`, [r.id]);
          await onChegado(m, { organizacaoId: linha.organizacao_id, licitacaoId: linha.licitacao_id, numeroControlePNCP: linha.numero ?? '', sha256: r.sha256 });
        });
      }
    } catch (erro) {
      await this.fail(linha, erro);
    }
    return true;
  }

  private async take(): Promise<NaVez | null> {
    const [linhas] = await this.fonte.query<[NaVez[], number]>(
      `update alicit.licitacao_arquivo_pncp p set proxima_em = now() + ${POSSE}, tentativas = p.tentativas + 1
       from (select id from alicit.licitacao_arquivo_pncp where estado = 'pendente' and proxima_em <= now() order by proxima_em, id limit 1 for update skip locked) v, alicit.licitacao l
       where p.id = v.id and l.id = p.licitacao_id returning p.id, p.organizacao_id, p.licitacao_id, l.numero_controle_pncp as numero, p.sequencial, p.titulo, p.tentativas /* sistema: the files that all wait for */`,
    );
    return linhas[0] ?? null;
  }

  private async fetch({ organizacao_id, licitacao_id, numero, sequencial, titulo }: NaVez, sinal: AbortSignal): Promise<ResultadoArquivo> {
    const baixado = await this.pncp.baixar(numero ?? '', sequencial, sinal);
    try {
      const nome = baixado.nome ?? titulo ?? `arquivo-${sequencial}`;
      const [resultado] = await this.licitacoes.addArquivos(organizacao_id, licitacao_id, Readable.from([{ nome, conteudo: baixado.conteudo }]));
      return resultado!;
    } finally {
      baixado.conteudo.destroy();
    }
  }

  private async fail(linha: NaVez, erro: unknown): Promise<void> {
    // The tender went away meanwhile, and its rows with it.
    if (erro instanceof AlicitError && erro.codigo === 'licitacao_nao_encontrada') return;
    const passageiro = !(erro instanceof AlicitError) || erro.tipo === 'indisponivel' || erro.tipo === 'limite' || PASSAGEIROS.has(erro.codigo);
    if (!(erro instanceof AlicitError)) this.log.warn({ err: erro, licitacaoId: linha.licitacao_id, sequencial: linha.sequencial }, 'arquivo do PNCP não buscado agora');
    const { codigo, mensagem } = asErroPublico(erro);
    await this.postpone(linha, { codigo, mensagem, pedidaS: erro instanceof AlicitError ? Number(erro.detalhes?.['tentarEmS'] ?? 0) || 0 : 0 }, passageiro);
  }

  private async postpone(linha: NaVez, { codigo, mensagem, pedidaS = 0 }: { readonly codigo: string; readonly mensagem: string; readonly pedidaS?: number }, passageiro: boolean): Promise<void> {
    const nosso = NOSSOS.has(codigo);
    if (!nosso && (!passageiro || linha.tentativas >= MAX_TENTATIVAS_ARQUIVO)) return this.write(this.fonte.manager, linha, `estado = 'falhou', codigo = $3, mensagem = $4`, [codigo, mensagem.slice(0, 500)]);
    const espera = esperaArquivoS(nosso ? 1 : linha.tentativas, pedidaS);
    await this.write(this.fonte.manager, linha, `proxima_em = now() + $5 * interval '1 second', codigo = $3, mensagem = $4, tentativas = $6`, [codigo, mensagem.slice(0, 500), espera, nosso ? linha.tentativas - 1 : linha.tentativas]);
  }

  /** Only while it still waits: a withdrawal that came meanwhile stands. */
  private async write(m: EntityManager, { id, organizacao_id }: NaVez, mudanca: string, valores: readonly unknown[]): Promise<void> {
    await m.query(`update alicit.licitacao_arquivo_pncp set ${mudanca}, atualizado_em = now() where id = $1 and organizacao_id = $2 and estado in ('pendente', 'retirado')`, [id, organizacao_id, ...valores]);
  }
}
