import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AlicitError, asErroPublico, indisponivel, naoEncontrado } from '../kernel/index.js';
import { PNCP, type Pncp } from '../pncp/index.js';
import type { Complemento, LicitacaoDoAcervo } from './domain/registro.js';
import { failComplemento } from './gravar/complementos.js';
import { gravarArquivos, gravarItens } from './gravar/gravar-complemento.js';
import { findLicitacao } from './ler/find-licitacao.js';
import { ReceberService } from './receber.service.js';

/** Somebody waits for the answer; what did not arrive by then is fetched later by the synchronisation. */
const TEMPO_MS = 25_000;
const AINDA_SEM: ReadonlySet<string> = new Set(['pncp_ainda_sem_itens', 'pncp_ainda_sem_arquivos', 'pncp_nao_encontrado']);

/** Asks PNCP for one tender that is not in the collection: one question per number at a time, whoever waits for it. */
@Injectable()
export class ConsultaPncpService {
  private readonly emCurso = new Map<string, Promise<LicitacaoDoAcervo>>();

  constructor(private readonly fonte: DataSource, private readonly receber: ReceberService, @Optional() @Inject(PNCP) private readonly pncp?: Pncp) {}

  /** `sinal` lets go of the wait, not of the question others may wait for. @throws AlicitError `licitacao_nao_publicada`, `pncp_indisponivel` */
  fetch(numero: string, sinal?: AbortSignal): Promise<LicitacaoDoAcervo> {
    const { pncp } = this;
    if (!pncp) return Promise.reject(foraDoAr(numero));
    const voo = this.emCurso.get(numero) ?? this.start(pncp, numero);
    return sinal ? Promise.race([voo, abortOf(sinal, numero)]) : voo;
  }

  private start(pncp: Pncp, numero: string): Promise<LicitacaoDoAcervo> {
    const voo = this.ask(pncp, numero, AbortSignal.timeout(TEMPO_MS)).finally(() => this.emCurso.delete(numero));
    this.emCurso.set(numero, voo);
    voo.catch(() => undefined);
    return voo;
  }

  private async ask(pncp: Pncp, numero: string, sinal: AbortSignal): Promise<LicitacaoDoAcervo> {
    const vistaEm = new Date();
    const [detalhe, itens, arquivos] = await Promise.allSettled([pncp.detalhe(numero, sinal), pncp.itens(numero, sinal), pncp.arquivos(numero, sinal)]);
    if (detalhe.status === 'rejected') throw toErro(detalhe.reason, numero);
    const { invalidas } = await this.receber.receive([detalhe.value], { origem: 'consulta', vistaEm });
    if (invalidas.length) throw foraDoAr(numero, invalidas[0]!.motivo);
    await this.keep(numero, 'itens', itens, (crus) => this.fonte.transaction((m) => gravarItens(m, numero, crus, vistaEm)));
    await this.keep(numero, 'arquivos', arquivos, (crus) => this.fonte.transaction((m) => gravarArquivos(m, numero, crus.map((a) => a.bruto), vistaEm)));
    const achada = await findLicitacao(this.fonte.manager, numero);
    if (!achada) throw foraDoAr(numero, 'O PNCP respondeu com outra licitação.');
    return achada;
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
