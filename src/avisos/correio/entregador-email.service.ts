import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import type { Servico } from '../../jobs/index.js';
import { JobsService } from '../../jobs/jobs.module.js';
import { FILA_EMAIL } from '../filas.js';
import { renderAvisos, type TextosDoEmail } from '../textos/render-avisos.js';
import { renderConfirmacao } from '../textos/render-confirmacao.js';
import { DIAS_CONFIRMAR, MensagensService, type ReservaEmail } from './mensagens.service.js';
import { TransporteService } from './transporte.service.js';

/** Sends e-mails: takes one, writes and sends it, notes what became of it. */
@Injectable()
export class EntregadorEmailService {
  constructor(private readonly mensagens: MensagensService, private readonly transporte: TransporteService, jobs: JobsService, @Inject(CONFIG) private readonly config: Config) {
    jobs.work<{ mensagemId: string }>(FILA_EMAIL, { concorrencia: config.email.concorrencia }, ({ dados }: Servico<{ mensagemId: string }>) => this.deliver(dados.mensagemId));
  }

  /** One attempt, if it is the message's turn. At least once: a process that dies after sending sends again, with the same Message-ID. */
  async deliver(mensagemId: string, { agora = new Date(), sorteio = Math.random() }: { readonly agora?: Date; readonly sorteio?: number } = {}): Promise<void> {
    if (!this.transporte.configurado) return;
    const r = await this.mensagens.reserve(mensagemId, agora);
    if (!r) return;
    const inicio = performance.now();
    const resultado = await this.transporte.send({ ...this.write(r), id: r.id, para: r.para, descadastrar: r.descadastrar === null ? null : this.linkTo('descadastrar', r.descadastrar) });
    await this.mensagens.record(r, resultado, new Date(agora.getTime() + performance.now() - inicio), sorteio);
  }

  private write(r: ReservaEmail): TextosDoEmail {
    if (r.confirmar !== null) return renderConfirmacao({ cnpj: r.cnpj, confirmar: this.linkTo('confirmar', r.confirmar), dias: DIAS_CONFIRMAR });
    return renderAvisos({
      razaoSocial: r.razaoSocial, cnpj: r.cnpj, avisos: r.avisos, maximo: this.config.avisos.maxPorMensagem,
      verTudo: this.linkTo('ver', r.ver ?? ''), descadastrar: this.linkTo('descadastrar', r.descadastrar ?? ''),
    });
  }

  /** Pages of `LinksController`. */
  private linkTo(pagina: 'confirmar' | 'descadastrar' | 'ver', segredo: string): string {
    return `${this.config.http.urlPublica ?? ''}/avisos/${pagina}/${segredo}`;
  }
}
