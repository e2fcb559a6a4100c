import { Injectable } from '@nestjs/common';
import { ILike, type FindOptionsWhere } from 'typeorm';
import { AcervoService } from '../acervo/acervo.module.js';
import { AlicitError, conflito, invalido } from '../kernel/index.js';
import { isId, newId } from '../storage/index.js';
import { ArquivosService, cleanJson, DaOrganizacao, eraseAnalises, eraseAvisos, eraseConversas, eraseEventosLicitacao, forgetNaFila, forgetRespostas, type Pagina } from '../storage/storage.module.js';
import { ArquivosLicitacaoService, type ArquivoEmMaos, type ParteArquivo, type ResultadoArquivo } from './arquivos-licitacao.service.js';
import { conteudoChave } from './conteudo-chave.js';
import type { Licitacao } from '../acervo/index.js';
import { LicitacaoEntity } from './licitacao.entity.js';
import { licitacaoNaoEncontrada, lockLicitacao } from './lock-licitacao.js';
import { parseEnvio, patchManual, type EnvioLicitacao } from './parse-envio.js';

/** A tender as an analysis takes it. */
export interface SnapshotLicitacao {
  /** Null: only files were given. */
  readonly licitacao: Licitacao | null;
  readonly arquivos: readonly { readonly id: string; readonly nome: string; readonly sha256: string; readonly bytes: number }[];
  readonly versao: number;
}

const MAX_DISPUTAS = 5;
const MAX_TITULO = 300;
const emDisputa = () => conflito('licitacao_em_disputa', 'A licitação está sendo mudada por outros pedidos ao mesmo tempo: tente de novo.');

/** Tenders of an organisation: one for each PNCP number, besides those sent in one call, which are told apart by content. */
@Injectable()
export class LicitacoesService {
  private readonly ouvintes: ((organizacaoId: string, licitacaoId: string) => void)[] = [];

  constructor(private readonly daOrganizacao: DaOrganizacao, private readonly doStorage: ArquivosService, private readonly arquivos: ArquivosLicitacaoService, private readonly acervo: AcervoService) {}

  /**
   * Creates a tender from PNCP's record, by hand, or empty; the number of one that is stored updates it (a new version when something
   * changed). A number alone finds the stored one, else the collection's, else PNCP's.
   * @throws AlicitError `licitacao_invalida`, `pncp_invalido`, `pncp_grande`, `numero_controle_invalido`, `licitacao_nao_publicada`, `pncp_indisponivel`
   */
  async create(organizacaoId: string, dados: unknown | null): Promise<{ id: string; criada: boolean }> {
    const envio = parseEnvio(cleanJson(dados));
    if (envio.tipo === 'numero') return this.createFromNumero(organizacaoId, envio.numero);
    return this.upsert(organizacaoId, envio);
  }

  private async createFromNumero(organizacaoId: string, numero: string): Promise<{ id: string; criada: boolean }> {
    const achada = await this.findByNumero(organizacaoId, numero);
    return achada ? { id: achada.id, criada: false } : this.upsert(organizacaoId, await this.readFromAcervo(numero));
  }

  private async readFromAcervo(numero: string): Promise<EnvioLicitacao> {
    const { licitacao, bruto } = await this.acervo.ensureComBruto(numero);
    return { tipo: 'pncp', licitacao, bruto };
  }

  private async upsert(organizacaoId: string, envio: EnvioLicitacao): Promise<{ id: string; criada: boolean }> {
    const novo = newId('lic');
    const { licitacao, bruto } = partsOf(envio);
    const [linha] = await this.daOrganizacao.transaction((m) =>
      m.query<{ id: string }[]>(
        `insert into alicit.licitacao as l (id, organizacao_id, numero_controle_pncp, origem, titulo, dados, bruto) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (organizacao_id, numero_controle_pncp) where numero_controle_pncp is not null and origem <> 'envio'
         do update set origem = excluded.origem, titulo = excluded.titulo, dados = excluded.dados, bruto = excluded.bruto, editados = '{}',
           versao = l.versao + (l.dados is distinct from excluded.dados)::int, atualizada_em = case when l.dados is distinct from excluded.dados then now() else l.atualizada_em end
         returning id`,
        [novo, organizacaoId, licitacao?.numeroControlePNCP ?? null, envio.tipo === 'vazia' ? 'arquivos' : envio.tipo, tituloDe(licitacao), toJson(licitacao), toJson(bruto)],
      ),
    );
    return { id: linha!.id, criada: linha!.id === novo };
  }

  /**
   * The tender made of these data and these files, for what is sent in one call: the same content gives the same tender. The files, received and
   * not yet linked, are linked or discarded here, also when it fails.
   * @throws AlicitError as `create`, and `licitacao_vazia`, `muitos_arquivos`
   */
  async findOrCreateByConteudo(organizacaoId: string, dados: unknown | null, arquivos: readonly ArquivoEmMaos[]): Promise<{ id: string; criada: boolean }> {
    let ligados = false;
    try {
      const envio = await this.resolveNumero(organizacaoId, parseEnvio(cleanJson(dados)), arquivos.length > 0);
      if ('id' in envio) return { id: envio.id, criada: false };
      if (envio.tipo === 'vazia' && !arquivos.length) throw invalido('licitacao_vazia', 'Envie ao menos um arquivo do edital ou os dados da licitação.');
      const r = await this.ensureConteudo(organizacaoId, envio, arquivos);
      ligados = r.criada;
      return r;
    } finally {
      if (!ligados && arquivos.length) await this.doStorage.discard(arquivos.map((a) => a.transito));
    }
  }

  /** @throws AlicitError `licitacao_nao_encontrada` */
  async get(organizacaoId: string, id: string): Promise<LicitacaoEntity> {
    const achada = isId('lic', id) ? await this.licitacoes().find(organizacaoId, { id }) : null;
    if (!achada) throw licitacaoNaoEncontrada();
    return achada;
  }

  /** Newest first; by number and by words of the title. */
  list(organizacaoId: string, { numeroControlePNCP, q, ...pagina }: { numeroControlePNCP?: string | undefined; q?: string | undefined; cursor?: string | undefined; limite: number }): Promise<Pagina<LicitacaoEntity>> {
    const onde: FindOptionsWhere<LicitacaoEntity> = { ...(numeroControlePNCP ? { numeroControlePNCP } : {}), ...(q ? { titulo: ILike(`%${q.replace(/[\\%_]/g, '\\$&')}%`) } : {}) };
    return this.licitacoes().page(organizacaoId, onde, pagina);
  }

  /**
   * Applies a merge patch to the data over the version they were read at, trying again when another change came first. `exige` is told each
   * version and may refuse it (If-Match).
   * @throws AlicitError `licitacao_nao_encontrada`, `licitacao_invalida`, `licitacao_numero_em_uso`, `licitacao_em_disputa`, what `exige` throws
   */
  async change(organizacaoId: string, id: string, mudanca: unknown, exige: (lida: LicitacaoEntity) => void): Promise<LicitacaoEntity> {
    for (let vez = 0; vez < MAX_DISPUTAS; vez++) {
      const lida = await this.get(organizacaoId, id);
      exige(lida);
      const dados = patchManual(lida.dados, cleanJson(mudanca));
      const editados = [...new Set([...lida.editados, ...Object.keys(mudanca as object)])];
      if (await this.replace(organizacaoId, lida, dados, editados)) return this.get(organizacaoId, id);
    }
    throw emDisputa();
  }

  /** Erases it for good: files no one else uses, analyses with their work, corrections. @throws AlicitError `licitacao_nao_encontrada` */
  async erase(organizacaoId: string, id: string): Promise<void> {
    if (!isId('lic', id)) throw licitacaoNaoEncontrada();
    const shas = await this.daOrganizacao.transaction(async (m) => {
      await lockLicitacao(m, organizacaoId, id);
      const linhas = await m.query<{ id: string; sha256: string }[]>('select id, sha256 from alicit.licitacao_arquivo where organizacao_id = $1 and licitacao_id = $2', [organizacaoId, id]);
      await eraseAnalises(m, organizacaoId, { licitacaoId: id });
      await forgetRespostas(m, organizacaoId, [id, ...linhas.map((l) => l.id)]);
      await eraseEventosLicitacao(m, organizacaoId, id);
      await eraseAvisos(m, organizacaoId, { licitacaoId: id });
      await eraseConversas(m, organizacaoId, { licitacaoId: id });
      await forgetNaFila(m, [id]);
      await this.daOrganizacao.of(LicitacaoEntity, m).delete(organizacaoId, { id });
      return linhas.map((l) => l.sha256);
    });
    await this.doStorage.collect(shas);
  }

  /** @throws AlicitError `licitacao_nao_encontrada` */
  async snapshot(organizacaoId: string, licitacaoId: string): Promise<SnapshotLicitacao> {
    const { dados, versao } = await this.get(organizacaoId, licitacaoId);
    const arquivos = await this.arquivos.list(organizacaoId, licitacaoId);
    return { licitacao: dados, arquivos: arquivos.map(({ id, nome, sha256, bytes }) => ({ id, nome, sha256, bytes: Number(bytes) })), versao };
  }

  /** @throws AlicitError `licitacao_nao_encontrada`, or what kept the first part of the request from being read */
  async addArquivos(organizacaoId: string, licitacaoId: string, partes: AsyncIterable<ParteArquivo>): Promise<ResultadoArquivo[]> {
    await this.get(organizacaoId, licitacaoId);
    const resultados = await this.arquivos.add(organizacaoId, licitacaoId, partes);
    if (resultados.some((r) => r.ok && !r.jaExistia)) this.tellArquivos(organizacaoId, licitacaoId);
    return resultados;
  }

  /** Told of each tender that got files, after they are stored. What the listener throws is its own business. */
  onArquivos(ouvinte: (organizacaoId: string, licitacaoId: string) => void): void {
    this.ouvintes.push(ouvinte);
  }

  private tellArquivos(organizacaoId: string, licitacaoId: string): void {
    for (const ouvinte of this.ouvintes) ouvinte(organizacaoId, licitacaoId);
  }

  /** A number alone is the stored tender, or its data when files come with it. */
  private async resolveNumero(organizacaoId: string, envio: EnvioLicitacao, comArquivos: boolean): Promise<EnvioLicitacao | { readonly id: string }> {
    if (envio.tipo !== 'numero') return envio;
    const achada = await this.findByNumero(organizacaoId, envio.numero);
    if (!achada) return comArquivos ? this.readFromAcervo(envio.numero) : { id: (await this.createFromNumero(organizacaoId, envio.numero)).id };
    return comArquivos && achada.dados ? { tipo: 'manual', licitacao: achada.dados } : { id: achada.id };
  }

  private async ensureConteudo(organizacaoId: string, envio: EnvioLicitacao, arquivos: readonly ArquivoEmMaos[]): Promise<{ id: string; criada: boolean }> {
    const { licitacao, bruto } = partsOf(envio);
    const chave = conteudoChave(licitacao, arquivos);
    for (let vez = 0; vez < MAX_DISPUTAS; vez++) {
      const id = newId('lic');
      const criada = await this.daOrganizacao.transaction(async (m) => {
        const linhas = await m.query<unknown[]>(
          `insert into alicit.licitacao (id, organizacao_id, numero_controle_pncp, origem, titulo, dados, bruto, conteudo_chave) values ($1, $2, $3, 'envio', $4, $5, $6, $7)
           on conflict (organizacao_id, conteudo_chave) where conteudo_chave is not null do nothing returning id`,
          [id, organizacaoId, licitacao?.numeroControlePNCP ?? null, tituloDe(licitacao) ?? arquivos[0]?.nome ?? null, toJson(licitacao), toJson(bruto), chave],
        );
        if (linhas.length) await this.arquivos.linkAll(m, organizacaoId, id, arquivos);
        return linhas.length > 0;
      });
      if (criada) {
        if (arquivos.length) this.tellArquivos(organizacaoId, id);
        return { id, criada };
      }
      const existente = await this.licitacoes().find(organizacaoId, { conteudoChave: chave });
      if (existente) return { id: existente.id, criada: false };
    }
    throw emDisputa();
  }

  /** The registered one before those sent in one call. */
  private async findByNumero(organizacaoId: string, numero: string): Promise<LicitacaoEntity | null> {
    const achadas = await this.licitacoes().list(organizacaoId, { numeroControlePNCP: numero }, { id: 'DESC' }, 100);
    return achadas.find((l) => l.origem !== 'envio') ?? achadas[0] ?? null;
  }

  /** False when another change came first. */
  private async replace(organizacaoId: string, { id, versao }: LicitacaoEntity, dados: Licitacao, editados: string[]): Promise<boolean> {
    try {
      const mudanca = { dados, editados, numeroControlePNCP: dados.numeroControlePNCP, titulo: tituloDe(dados), conteudoChave: null, versao: versao + 1, atualizadaEm: new Date() };
      return (await this.licitacoes().update(organizacaoId, { id, versao }, mudanca)) === 1;
    } catch (erro) {
      if ((erro as { code?: unknown }).code === '23505') throw new AlicitError('conflito', 'licitacao_numero_em_uso', 'Outra licitação da organização já tem este número de controle do PNCP.');
      throw erro;
    }
  }

  private licitacoes() {
    return this.daOrganizacao.of(LicitacaoEntity);
  }
}

const partsOf = (envio: EnvioLicitacao): { licitacao: Licitacao | null; bruto: unknown } => ({
  licitacao: envio.tipo === 'pncp' || envio.tipo === 'manual' ? envio.licitacao : null,
  bruto: envio.tipo === 'pncp' ? envio.bruto : null,
});
const tituloDe = (l: Licitacao | null): string | null => l?.objeto?.slice(0, MAX_TITULO).toWellFormed() ?? null;
const toJson = (v: unknown): string | null => (v === null || v === undefined ? null : JSON.stringify(v));
