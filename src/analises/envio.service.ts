import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Acesso, Escopo } from '../acesso/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { EmpresasService, type EmpresaGravada } from '../empresas/empresas.module.js';
import { cleanNomeArquivo, parseJsonDoCampo, readMultipart, readTextoDaParte, type Parte } from '../http/index.js';
import { AlicitError, invalido } from '../kernel/index.js';
import { LicitacoesService, type ArquivoEmMaos } from '../licitacoes/licitacoes.module.js';
import { ArquivosService } from '../storage/storage.module.js';
import { readAgora } from './agora.js';
import type { ArquivoRecebidoJson } from './analise.schema.js';

/** Fields of the form, besides its files. */
const CAMPOS: ReadonlySet<string> = new Set(['empresa', 'empresaId', 'licitacao', 'licitacaoId', 'agora']);
const CAMPO_ARQUIVOS: ReadonlySet<string> = new Set(['arquivos', 'arquivos[]', 'arquivo']);
const MAX_BYTES_ID = 200;

/** One call with everything, turned into references to what is stored. */
export interface EnvioPronto {
  readonly empresaId: string;
  readonly licitacaoId: string;
  readonly agora: string | undefined;
  readonly arquivos: readonly ArquivoRecebidoJson[];
  readonly avisos: EmpresaGravada['avisos'];
}

interface Formulario {
  readonly campos: Map<string, string>;
  readonly emMaos: ArquivoEmMaos[];
  readonly resultados: ArquivoRecebidoJson[];
}

/** Reads the form of `POST /v1/analises`: files stream to the store, each with its own result. */
@Injectable()
export class EnvioService {
  constructor(private readonly empresas: EmpresasService, private readonly licitacoes: LicitacoesService, private readonly arquivos: ArquivosService, @Inject(CONFIG) private readonly config: Config) {}

  /**
   * All that can be refused without storing is, before anything is stored.
   * @throws AlicitError what is wrong with the form, the company or the tender
   */
  async receive(pedido: FastifyRequest, acesso: Acesso): Promise<EnvioPronto> {
    const f: Formulario = { campos: new Map(), emMaos: [], resultados: [] };
    let aSoltar: readonly ArquivoEmMaos[] = f.emMaos;
    try {
      for await (const parte of readMultipart(pedido, { maxBytesArquivo: this.config.http.maxBytesArquivo, maxArquivos: this.config.http.maxArquivos })) await this.take(parte, f);
      checkCampos(f);
      checkAcesso(acesso, f);
      const dados = { empresa: parseCampo(f.campos, 'empresa'), licitacao: parseCampo(f.campos, 'licitacao') };
      const licitacaoId = f.campos.get('licitacaoId');
      if (licitacaoId !== undefined) await this.licitacoes.get(acesso.organizacaoId, licitacaoId);
      const { empresaId, avisos } = await this.findOrStoreEmpresa(acesso, f.campos.get('empresaId'), dados.empresa);
      if (licitacaoId !== undefined) await this.addTo(acesso, licitacaoId, f.emMaos);
      else aSoltar = [];
      const id = licitacaoId ?? (await this.licitacoes.findOrCreateByConteudo(acesso.organizacaoId, dados.licitacao, f.emMaos)).id;
      return { empresaId, licitacaoId: id, agora: f.campos.get('agora'), arquivos: f.resultados, avisos };
    } finally {
      if (aSoltar.length) await this.arquivos.discard(aSoltar.map((a) => a.transito)).catch(() => undefined);
    }
  }

  private async take(parte: Parte, { campos, emMaos, resultados }: Formulario): Promise<void> {
    if (parte.tipo === 'arquivo' && CAMPO_ARQUIVOS.has(parte.campo)) {
      const nome = cleanNomeArquivo(parte.nome);
      try {
        const { sha256, bytes, ...recebido } = await this.arquivos.receive(parte.conteudo, this.config.http.maxBytesArquivo);
        emMaos.push({ ...recebido, sha256, bytes, nome });
        resultados.push({ nome, ok: true, sha256, bytes });
      } catch (erro) {
        if (!(erro instanceof AlicitError) || erro.tipo !== 'invalido' || erro.codigo === 'corpo_malformado') throw erro;
        resultados.push({ nome, ok: false, codigo: erro.codigo, mensagem: erro.message });
      }
      return;
    }
    if (!CAMPOS.has(parte.campo)) throw invalido('campo_desconhecido', `O formulário tem um campo desconhecido: “${parte.campo.slice(0, 60)}”. São aceitos: arquivos, ${[...CAMPOS].join(', ')}.`, { campo: parte.campo.slice(0, 60) });
    if (campos.has(parte.campo)) throw invalido('campo_repetido', `O campo ${parte.campo} veio mais de uma vez no formulário.`, { campo: parte.campo });
    campos.set(parte.campo, parte.tipo === 'campo' ? parte.valor : await readTextoDaParte(parte.conteudo, this.config.http.maxBytesCorpo));
  }

  private async findOrStoreEmpresa({ organizacaoId }: Acesso, empresaId: string | undefined, perfil: unknown): Promise<{ empresaId: string; avisos: EmpresaGravada['avisos'] }> {
    if (empresaId !== undefined) return { empresaId: (await this.empresas.get(organizacaoId, empresaId)).id, avisos: [] };
    const { id, avisos } = await this.empresas.upsert(organizacaoId, perfil);
    return { empresaId: id, avisos };
  }

  /** What was received goes to a stored tender, from the store. */
  private async addTo(acesso: Acesso, licitacaoId: string, emMaos: readonly ArquivoEmMaos[]): Promise<void> {
    if (!emMaos.length) return;
    const { arquivos } = this;
    const partes = (async function* () {
      for (const { nome, sha256 } of emMaos) yield { nome, conteudo: await arquivos.read(sha256) };
    })();
    const recusado = (await this.licitacoes.addArquivos(acesso.organizacaoId, licitacaoId, partes)).find((r) => !r.ok);
    if (recusado && !recusado.ok) throw invalido(recusado.codigo, recusado.mensagem);
  }
}

/** @throws AlicitError what the form lacks, or has in excess */
function checkCampos({ campos, resultados, emMaos }: Formulario): void {
  const faltam = (mensagem: string, ponteiro: string): AlicitError => invalido('dados_invalidos', mensagem, { erros: [{ ponteiro, mensagem }] });
  if (campos.has('empresa') === campos.has('empresaId')) throw faltam('Informe a empresa: o campo empresa (JSON do perfil) ou empresaId, um dos dois.', '/empresa');
  if (campos.has('licitacao') && campos.has('licitacaoId')) throw faltam('Informe licitacao ou licitacaoId, não os dois.', '/licitacao');
  if ([campos.get('empresaId'), campos.get('licitacaoId'), campos.get('agora')].some((v) => v !== undefined && v.length > MAX_BYTES_ID)) throw faltam('Um identificador do formulário é longo demais.', '');
  if (!emMaos.length && !campos.has('licitacaoId')) {
    const [recusado] = resultados;
    if (recusado && !recusado.ok) throw invalido(recusado.codigo, `Nenhum dos arquivos enviados foi aceito. O primeiro: ${recusado.mensagem}`, { arquivos: resultados });
    throw faltam('Envie ao menos um arquivo do edital no campo arquivos, ou licitacaoId.', '/arquivos');
  }
}

/** @throws AlicitError `escopo_ausente`, `agora_invalido` */
function checkAcesso(acesso: Acesso, { campos, emMaos }: Formulario): void {
  if (campos.has('empresa')) requireEscopo(acesso, 'empresas:escrever', 'empresa');
  if (emMaos.length || !campos.has('licitacaoId')) requireEscopo(acesso, 'licitacoes:escrever', campos.has('licitacao') ? 'licitacao' : 'arquivos');
  readAgora(acesso, campos.get('agora'));
}

const parseCampo = (campos: ReadonlyMap<string, string>, campo: string): unknown => {
  const texto = campos.get(campo);
  return texto === undefined ? null : parseJsonDoCampo(campo, texto);
};

/** @throws AlicitError `escopo_ausente` */
export function requireEscopo({ escopos }: Acesso, escopo: Escopo, campo: string): void {
  if (!escopos.has(escopo)) throw new AlicitError('proibido', 'escopo_ausente', `Enviar ${campo} neste pedido exige o escopo ${escopo}, que a chave de API não tem: use referências ao que já está guardado.`, { escopo });
}
