import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { AlicitError, asErroPublico, indisponivel, naoEncontrado } from '../kernel/index.js';
import { PNCP, type Pncp } from '../pncp/index.js';
import type { Complemento, LicitacaoDoAcervo } from './domain/registro.js';
import { failComplemento } from './gravar/complementos.js';
import { gravarArquivos, gravarItens } from './gravar/gravar-complemento.js';
import { findLicitacao } from './ler/find-licitacao.js';
import { ReceberService } from './receber.service.js';

/** Somebody waits for the answer; what did not arrive by then is fetched later by the synchronisation. */
const TEMPO_MS = 25_000;
const TEMPO_ITENS_MS = 8_000;
const AINDA_SEM: ReadonlySet<string> = new Set(['pncp_ainda_sem_itens', 'pncp_ainda_sem_arquivos', 'pncp_nao_encontrado']);

/** Asks PNCP for one tender that is not in the collection: one question per number at a time, whoever waits for it. */
@Injectable()
export class ConsultaPncpService {
  private readonly emCurso = new Map<string, Promise<LicitacaoDoAcervo>>();

  constructor(private readonly fonte: DataSource, private readonly receber: ReceberService, @Inject(PNCP) private readonly pncp: Pncp, @Inject(CONFIG) private readonly config: { readonly pncp: Pick<Config['pncp'], 'ligado'> }) {}

  /** `sinal` lets go of the wait, not of the question others may wait for. @throws AlicitError `licitacao_nao_publicada`, `pncp_indisponivel` */
  async fetch(numero: string, sinal?: AbortSignal): Promise<LicitacaoDoAcervo> {
    if (!this.config.pncp.ligado) throw foraDoAr(numero);
    const voo = this.share(numero, () => this.askTudo(numero, AbortSignal.timeout(TEMPO_MS)));
    return sinal ? Promise.race([voo, abortOf(sinal, numero)]) : voo;
  }

  /** The same tender with its first list of items, when PNCP gives it soon; without, when it does not. */
  async complete(l: LicitacaoDoAcervo, sinal?: AbortSignal): Promise<LicitacaoDoAcervo> {
    if (!this.config.pncp.ligado || l.itens !== 'pendente' || l.licitacao.itens.length) return l;
    const voo = this.share(l.numero, async () => {
      await this.askListas(l.numero, new Date(), AbortSignal.timeout(TEMPO_ITENS_MS));
      return (await findLicitacao(this.fonte.manager, l.numero)) ?? l;
    });
    return (sinal ? Promise.race([voo, abortOf(sinal, l.numero)]) : voo).catch(() => l);
  }

  private share(numero: string, ask: () => Promise<LicitacaoDoAcervo>): Promise<LicitacaoDoAcervo> {
    const outro = this.emCurso.get(numero);
    if (outro) return outro;
    const voo = ask().finally(() => this.emCurso.delete(numero));
    voo.catch(() => undefined);
    this.emCurso.set(numero, voo);
    return voo;
  }

  private async askTudo(numero: string, sinal: AbortSignal): Promise<LicitacaoDoAcervo> {
    const vistaEm = new Date();
    const detalhe = await this.pncp.detalhe(numero, sinal).catch((erro: unknown) => {
      throw toErro(erro, numero);
    });
    const { invalidas } = await this.receber.receive([detalhe], { origem: 'consulta', vistaEm });
    if (invalidas.length) throw foraDoAr(numero, invalidas[0]!.motivo);
    await this.askListas(numero, vistaEm, sinal);
    const achada = await findLicitacao(this.fonte.manager, numero);
    if (!achada) throw foraDoAr(numero, 'O PNCP respondeu com outra licitação.');
    return achada;
  }

  private async askListas(numero: string, vistaEm: Date, sinal: AbortSignal): Promise<void> {
    const [itens, arquivos] = await Promise.allSettled([this.pncp.itens(numero, sinal), this.pncp.arquivos(numero, sinal)]);
    await this.keep(numero, 'itens', itens, (crus) => this.fonte.transaction((m) => gravarItens(m, numero, crus, vistaEm)));
    await this.keep(numero, 'arquivos', arquivos, (crus) => this.fonte.transaction((m) => gravarArquivos(m, numero, crus.map((a) => a.bruto), vistaEm)));
  }

  /** A list that did not come stays pending. */
  private async keep<T>(numero: string, parte: Complemento, r: PromiseSettledResult<readonly T[]>, gravar: (crus: readonly T[]) => Promise<void>): Promise<void> {
    if (r.status === 'fulfilled') return gravar(r.value);
    const { codigo, mensagem } = asErroPublico(r.reason);
    await failComplemento(this.fonte.manager, numero, parte, { erro: mensagem, ausente: AINDA_SEM.has(codigo), agora: new Date() });
  }
}

function toErro(erro: unknown, numero: string): AlicitError {
  if (erro instanceof AlicitError && erro.codigo === 'pncp_nao_encontrado') {
    return naoEncontrado('licitacao_nao_publicada', 'O PNCP não tem licitação com este número de controle. Confira o número, ou envie os dados à mão em "manual".', { numeroControlePNCP: numero });
  }
  return foraDoAr(numero, erro instanceof AlicitError ? erro.message : undefined);
}

const foraDoAr = (numero: string, causa?: string): AlicitError =>
  indisponivel('pncp_indisponivel', 'Esta licitação não está guardada e a consulta ao PNCP não está disponível. Tente de novo mais tarde, ou envie o registro do PNCP em "pncp" ou os dados à mão em "manual".', { numeroControlePNCP: numero, ...(causa ? { causa } : {}) });

function abortOf(sinal: AbortSignal, numero: string): Promise<never> {
  return new Promise((_, reject) => {
    const cut = (): void => reject(foraDoAr(numero, 'O pedido foi cancelado.'));
    if (sinal.aborted) cut();
    else sinal.addEventListener('abort', cut, { once: true });
  });
}
