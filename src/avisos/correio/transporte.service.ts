import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../../config/index.js';
import { BEM, type Verificacao } from '../../observacao/index.js';
import { classifyErroDeEnvio, type ErroDeEnvio, type FalhaEmail } from '../domain/falha-smtp.js';
import type { TextosDoEmail } from '../textos/render-avisos.js';

/** A message ready to go to one address. */
export interface EmailPronto extends TextosDoEmail {
  /** The same in every attempt: a server that has it already may drop it. */
  readonly id: string;
  readonly para: string;
  /** Where one click ends the messages (RFC 8058); null where there is nothing to end. */
  readonly descadastrar: string | null;
}

export type ResultadoEnvio = { readonly desfecho: 'entregue' } | FalhaEmail;

/** A whole attempt may take so many times the time of one answer. */
const RESPOSTAS = 4;
/** One connection is used for so many messages. */
const MENSAGENS_POR_CONEXAO = 50;

/** The mail server: pooled connections, limits of pace and of time. Opened by the first message. */
@Injectable()
export class TransporteService implements OnApplicationShutdown {
  private aberto: Promise<Transporter> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Whether messages can be sent at all. */
  get configurado(): boolean {
    return this.config.email.smtp !== null;
  }

  /** How long one attempt may take at most, with its wait for a connection, ms. */
  get maximoMs(): number {
    const { tempoMs, porMinuto, concorrencia } = this.config.email;
    return tempoMs * RESPOSTAS + Math.ceil(60_000 / porMinuto) * concorrencia;
  }

  /** Sends; a failure is told, not thrown. */
  async send(m: EmailPronto): Promise<ResultadoEnvio> {
    let relogio: NodeJS.Timeout | undefined;
    const tarde = new Promise<never>((_, reject) => (relogio = setTimeout(() => reject(Object.assign(new Error('tempo esgotado'), { code: 'ETIMEDOUT' })), this.maximoMs)));
    try {
      const transporte = await this.open();
      await Promise.race([transporte.sendMail(this.toMail(m)), tarde]);
      return { desfecho: 'entregue' };
    } catch (erro) {
      return classifyErroDeEnvio((typeof erro === 'object' && erro !== null ? erro : {}) as ErroDeEnvio);
    } finally {
      clearTimeout(relogio);
    }
  }

  /** Whether the server takes our name and password. */
  async check(): Promise<Verificacao> {
    if (!this.configurado) return { estado: 'nao_configurado', erro: null };
    try {
      await (await this.open()).verify();
      return BEM;
    } catch (erro) {
      const { codigo } = classifyErroDeEnvio(erro as ErroDeEnvio);
      return { estado: codigo === 'smtp_senha_recusada' ? 'chave_invalida' : 'indisponivel', erro: codigo };
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const transporte = await this.aberto?.catch(() => null);
    transporte?.close();
  }

  private open(): Promise<Transporter> {
    return (this.aberto ??= this.create());
  }

  private async create(): Promise<Transporter> {
    const { smtp, tempoMs, concorrencia, porMinuto } = this.config.email;
    if (!smtp) throw Object.assign(new Error('no mail server'), { code: 'ECONNECTION' });
    // Loaded by the first message: most processes send none.
    const { createTransport } = await import('nodemailer');
    return createTransport({
      pool: true, host: smtp.host, port: smtp.porta, secure: smtp.seguro, requireTLS: smtp.exigeTls, ...(smtp.usuario !== null && smtp.senha ? { auth: { user: smtp.usuario, pass: smtp.senha.reveal() } } : {}),
      maxConnections: concorrencia, maxMessages: MENSAGENS_POR_CONEXAO, rateDelta: Math.ceil(60_000 / porMinuto), rateLimit: 1,
      connectionTimeout: tempoMs, greetingTimeout: tempoMs, socketTimeout: tempoMs, dnsTimeout: tempoMs, logger: false, disableFileAccess: true, disableUrlAccess: true,
    });
  }

  private toMail({ id, para, assunto, texto, html, descadastrar }: EmailPronto): Parameters<Transporter['sendMail']>[0] {
    const { host } = new URL(this.config.http.urlPublica ?? 'http://localhost');
    return {
      messageId: `<${id}@${host.replace(/:.*$/, '')}>`, from: { name: 'ALICIT', address: this.config.email.remetente ?? '' }, to: { name: '', address: para }, subject: assunto, text: texto, html,
      headers: { 'Auto-Submitted': 'auto-generated', ...(descadastrar === null ? {} : { 'List-Unsubscribe': `<${descadastrar}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }) },
    };
  }
}
