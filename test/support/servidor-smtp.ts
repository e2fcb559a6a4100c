import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type Mensagem } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What a server does with a message: nothing (takes it), a refusal at a stage, a cut connection, silence. */
export type FalhaSmtp = { readonly em: 'rcpt' | 'data'; readonly codigo: number } | 'corta' | 'cala';

export interface Recebida {
  readonly para: string;
  readonly mensagem: Mensagem;
}

export interface ServidorSmtp {
  readonly url: string;
  readonly recebidas: readonly Recebida[];
  /** Attempts that came as far as naming who it is for. */
  readonly tentativas: readonly string[];
  /** Connections open now. */
  readonly abertas: number;
  /** What happens to the next messages to an address; null: taken. */
  fail(para: string, falha: FalhaSmtp | null): void;
  close(): Promise<void>;
}

const refusal = (codigo: number): Error => Object.assign(new Error('recusado pelo teste: texto do servidor'), { responseCode: codigo });

/** A real SMTP server on loopback that takes messages, and fails as told. @param senha the only password it takes; without it none is asked for */
export async function startServidorSmtp(senha?: string): Promise<ServidorSmtp> {
  const recebidas: Recebida[] = [];
  const tentativas: string[] = [];
  const falhas = new Map<string, FalhaSmtp>();
  const servidor = new SMTPServer({
    authOptional: senha === undefined, disabledCommands: senha === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'], allowInsecureAuth: true, disableReverseLookup: true, closeTimeout: 100, logger: false,
    onAuth: ({ password }, _, pronto) => pronto(password === senha ? null : refusal(535), { user: 'teste' }),
    onRcptTo({ address }, sessao, pronto) {
      tentativas.push(address);
      const falha = falhas.get(address);
      if (falha === 'cala') return;
      if (falha === 'corta') {
        const conexao = [...(servidor as unknown as { connections: Set<{ session: unknown; _socket: { destroy(): void } }> }).connections].find((c) => c.session === sessao);
        conexao?._socket.destroy();
        return;
      }
      pronto(falha?.em === 'rcpt' ? refusal(falha.codigo) : undefined);
    },
    onData(fluxo, sessao, pronto) {
      const partes: Buffer[] = [];
      fluxo.on('data', (p: Buffer) => partes.push(p));
      fluxo.on('end', () => {
        const para = sessao.envelope.rcptTo[0]!.address;
        const falha = falhas.get(para);
        if (typeof falha === 'object' && falha.em === 'data') return pronto(refusal(falha.codigo));
        void simpleParser(Buffer.concat(partes)).then((mensagem) => {
          recebidas.push({ para, mensagem });
          pronto();
        });
      });
    },
  });
  servidor.on('error', () => undefined);
  servidor.listen(0, '127.0.0.1');
  await once(servidor.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(servidor.server.address() as AddressInfo).port}`, recebidas, tentativas,
    get abertas() {
      return (servidor as unknown as { connections: Set<unknown> }).connections.size;
    },
    fail: (para, falha) => void (falha === null ? falhas.delete(para) : falhas.set(para, falha)),
    close: () => new Promise((pronto) => servidor.close(() => pronto())),
  };
}
