// Who is told of every end of an analysis: a webhook of ours, that keeps a list of what came.
import { createServer } from 'node:http';

export class Assinante {
  /** analysis → the ids of the events that told of its end; and how often each came. */
  finais = new Map();
  chegadas = new Map();

  async listen() {
    this.servidor = createServer((pedido, resposta) => {
      let corpo = '';
      pedido.setEncoding('utf8').on('data', (t) => (corpo += t)).on('end', () => {
        const { id, tipo, dados } = JSON.parse(corpo);
        const nome = pedido.headers['webhook-id'];
        if (/^analise\.(?:concluida|falhou)$/.test(tipo)) {
          this.chegadas.set(nome, (this.chegadas.get(nome) ?? 0) + 1);
          this.finais.set(dados.analiseId, (this.finais.get(dados.analiseId) ?? new Set()).add(nome === id ? id : `${nome} ≠ ${id}`));
        }
        resposta.end();
      });
      pedido.on('error', () => undefined);
    });
    await new Promise((ok) => this.servidor.listen(0, '127.0.0.1', ok));
    this.url = `http://127.0.0.1:${this.servidor.address().port}/`;
  }

  get repetidas() {
    return [...this.chegadas.values()].reduce((t, n) => t + n - 1, 0);
  }

  close() {
    this.servidor.closeAllConnections();
    return new Promise((ok) => this.servidor.close(() => ok()));
  }
}
