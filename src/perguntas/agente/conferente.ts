import type { AfirmacaoProposta, Conferencia } from '../../agentes/index.js';
import type { AfirmacaoDaResposta } from '../conversa/resposta.js';
import { MAX_AFIRMACOES, separate, SEM_FORMA, toProposta } from './afirmacoes.js';
import { readSaida } from './read-saida.js';

/**
 * Checks the claims of an answer while it arrives: each as soon as its last brace is there, in order, once. `onAceita` is told
 * of those that stand.
 */
export class Conferente {
  private readonly feitas = new Map<string, Promise<Conferencia>>();
  private readonly aceitas: AfirmacaoDaResposta[] = [];
  private visto = 0;
  private fila: Promise<void> = Promise.resolve();

  constructor(private readonly nomes: ReadonlyMap<string, string>, private readonly check: (proposta: AfirmacaoProposta) => Promise<Conferencia>, private readonly onAceita: (afirmacao: AfirmacaoDaResposta) => void) {}

  /** The answer so far; may be given again from its beginning. Claims before the model says that it found something wait. */
  feed(texto: string): void {
    const visto = texto.length < this.visto ? 0 : this.visto;
    this.visto = texto.length;
    if (!texto.includes('}', visto)) return;
    const { encontrado, afirmacoes } = readSaida(texto);
    if (encontrado !== true) return;
    for (const bruta of afirmacoes.slice(0, MAX_AFIRMACOES)) void this.verify(bruta).catch(() => undefined);
  }

  /** The claims of a whole answer, each with what became of it. @throws what checking throws */
  async finish(brutas: readonly unknown[]): Promise<readonly Conferencia[]> {
    return Promise.all(brutas.slice(0, MAX_AFIRMACOES).map((b) => this.verify(b)));
  }

  private verify(bruta: unknown): Promise<Conferencia> {
    const nome = JSON.stringify(bruta) ?? 'null';
    const feita = this.feitas.get(nome);
    if (feita) return feita;
    const proposta = toProposta(bruta, this.nomes);
    const nova = this.fila.then(() => (proposta ? this.check(proposta) : SEM_FORMA));
    this.fila = nova.then((c) => this.tell(c), () => undefined);
    this.feitas.set(nome, nova);
    return nova;
  }

  private tell(c: Conferencia): void {
    const [nova] = separate([c], this.aceitas).aceitas;
    if (!nova) return;
    this.aceitas.push(nova);
    this.onAceita(nova);
  }
}
