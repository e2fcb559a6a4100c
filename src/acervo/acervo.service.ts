import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { invalido } from '../kernel/index.js';
import { parseNumeroControle } from '../pncp/index.js';
import type { Pagina } from '../storage/storage.module.js';
import { ConsultaPncpService } from './consulta-pncp.service.js';
import type { Licitacao } from './domain/licitacao.js';
import type { Complemento, Consumidor, LicitacaoDoAcervo, Mudanca, OrigemRegistro, Recebimento } from './domain/registro.js';
import { failComplemento, takeComplementos, type ComplementoPendente } from './gravar/complementos.js';
import { gravarArquivos, gravarItens } from './gravar/gravar-complemento.js';
import { takeNovidades } from './gravar/novidades.js';
import { findLicitacao } from './ler/find-licitacao.js';
import { listAcervo, type FiltroAcervo, type LinhaAcervo } from './ler/list-acervo.js';
import { listMudancas } from './ler/list-mudancas.js';
import { ReceberService } from './receber.service.js';

/** Every public tender known, shared by all organisations. Numbers are taken in any spelling `parseNumeroControle` knows. */
@Injectable()
export class AcervoService {
  constructor(private readonly fonte: DataSource, private readonly receber: ReceberService, private readonly consulta: ConsultaPncpService) {}

  /**
   * Takes in raw records of PNCP, of lists or details, in any order, any number of times: what is older than the kept one is ignored, what says the
   * same only refreshes `vistaEm`, what differs makes a version with its changes field by field, news for every reader, and lists to be fetched.
   * A record that cannot be read is told in `invalidas` and kept nowhere; it keeps none of the others out. `itens` inside a record, as dumps have
   * them, are taken too. In transactions of at most 200.
   */
  receive(brutos: readonly unknown[], o: { origem: OrigemRegistro; vistaEm: Date }): Promise<Recebimento> {
    return this.receber.receive(brutos, o);
  }

  /** The whole list of items, raw, fetched at `vistaEm`. @throws AlicitError `licitacao_fora_do_acervo`, `pncp_grande` */
  receiveItens(numero: string, brutos: readonly unknown[], { vistaEm }: { vistaEm: Date }): Promise<void> {
    return this.fonte.transaction((m) => gravarItens(m, canonico(numero), brutos, vistaEm));
  }

  /** The whole list of files, raw as PNCP lists them, fetched at `vistaEm`. @throws as `receiveItens` */
  receiveArquivos(numero: string, brutos: readonly unknown[], { vistaEm }: { vistaEm: Date }): Promise<void> {
    return this.fonte.transaction((m) => gravarArquivos(m, canonico(numero), brutos, vistaEm));
  }

  /** Lists whose time has come, each taken for `posseMs`. */
  takeComplementos(limite: number, o: { agora: Date; posseMs: number }): Promise<readonly ComplementoPendente[]> {
    return takeComplementos(this.fonte.manager, limite, o);
  }

  /** An attempt that failed; `ausente`: PNCP says that there is none (yet). */
  failComplemento(numero: string, parte: Complemento, o: { erro: string; ausente: boolean; agora: Date }): Promise<void> {
    return failComplemento(this.fonte.manager, canonico(numero), parte, o);
  }

  /** Null: not in the collection, or no number of a contratação. */
  async find(numero: string): Promise<LicitacaoDoAcervo | null> {
    const lido = parseNumeroControle(numero);
    return lido && findLicitacao(this.fonte.manager, lido.numero);
  }

  /**
   * From the collection, else from PNCP, which is then kept. One whose items never came is asked for them, without failing when they do not come.
   * @throws AlicitError `numero_controle_invalido`, `licitacao_nao_publicada` (PNCP has none), `pncp_indisponivel`
   */
  async ensure(numero: string, sinal?: AbortSignal): Promise<LicitacaoDoAcervo> {
    const certo = canonico(numero);
    const achada = await findLicitacao(this.fonte.manager, certo);
    return achada ? this.consulta.complete(achada, sinal) : this.consulta.fetch(certo, sinal);
  }

  /** As `ensure`: what PNCP says, with the items, in our words and in its own. @throws as `ensure` */
  async ensureComBruto(numero: string, sinal?: AbortSignal): Promise<{ readonly licitacao: Licitacao; readonly bruto: unknown }> {
    const { numero: certo, licitacao } = await this.ensure(numero, sinal);
    const [linha] = await this.fonte.query<{ bruto: unknown }[]>('select bruto from alicit.acervo_licitacao where numero = $1', [certo]);
    return { licitacao, bruto: linha?.bruto ?? null };
  }

  /** Newest first. */
  mudancas(numero: string, pagina: { cursor?: string | undefined; limite: number }): Promise<Pagina<Mudanca>> {
    return listMudancas(this.fonte.manager, canonico(numero), pagina);
  }

  /** Latest publication first. `agora`: what is still open is so then. */
  list(filtro: FiltroAcervo, agora: Date): Promise<Pagina<LinhaAcervo>> {
    return listAcervo(this.fonte.manager, filtro, agora);
  }

  /** What a reader of novelties has still to look at, oldest first; erased in its transaction, so that it is seen again when that fails. */
  take(m: EntityManager, consumidor: Consumidor, limite: number): Promise<readonly string[]> {
    return takeNovidades(m, consumidor, limite);
  }
}

function canonico(numero: string): string {
  const lido = parseNumeroControle(numero);
  if (!lido) throw invalido('numero_controle_invalido', 'O número de controle do PNCP não é de uma contratação: escreva como 00394460000141-1-000123/2026.');
  return lido.numero;
}
