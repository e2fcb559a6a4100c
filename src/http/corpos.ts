import { promisify } from 'node:util';
import { brotliCompress, constants, gunzip, gzip } from 'node:zlib';
import type { Codificacao } from './codificacao.js';

const [br, gz, ungz] = [promisify(brotliCompress), promisify(gzip), promisify(gunzip)];

/** Answers smaller than this are sent as they are: compressing them costs more than it saves. */
export const COMPRIMIR_ACIMA = 2048;
/** Above it the time grows much faster than the bytes shrink. */
const QUALIDADE_BR = 5;
const MAX_BYTES = 256 * 1024 * 1024;

/** One body in the encodings made so far: each is made once, when it is first asked for. */
export class Corpos {
  private readonly prontos = new Map<Codificacao, Buffer>();
  private readonly fazendo = new Map<Codificacao, Promise<Buffer>>();

  /** `onMudou` is told that more memory is held. */
  constructor(inicial: Codificacao, corpo: Buffer, private readonly onMudou: () => void = () => undefined) {
    this.prontos.set(inicial, corpo);
  }

  get bytes(): number {
    let soma = 0;
    for (const corpo of this.prontos.values()) soma += corpo.length;
    return soma;
  }

  /** What it is sent as when `pedida` is liked best: small bodies go as they are. */
  encodingFor(pedida: Codificacao): Codificacao {
    return (this.prontos.get('identity')?.length ?? COMPRIMIR_ACIMA) < COMPRIMIR_ACIMA ? 'identity' : pedida;
  }

  /** The body, when it is made. */
  peek(codificacao: Codificacao): Buffer | null {
    return this.prontos.get(codificacao) ?? null;
  }

  async get(codificacao: Codificacao): Promise<Buffer> {
    const pronto = this.prontos.get(codificacao);
    if (pronto) return pronto;
    const fazendo = this.fazendo.get(codificacao) ?? this.make(codificacao).finally(() => this.fazendo.delete(codificacao));
    this.fazendo.set(codificacao, fazendo);
    return fazendo;
  }

  private async make(codificacao: Codificacao): Promise<Buffer> {
    const identidade = this.prontos.get('identity') ?? (await ungz(this.prontos.get('gzip')!, { maxOutputLength: MAX_BYTES }));
    if (codificacao === 'identity') return this.keep('identity', identidade);
    const corpo = codificacao === 'gzip' ? await gz(identidade) : await br(identidade, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALIDADE_BR, [constants.BROTLI_PARAM_SIZE_HINT]: identidade.length } });
    return this.keep(codificacao, corpo);
  }

  private keep(codificacao: Codificacao, corpo: Buffer): Buffer {
    this.prontos.set(codificacao, corpo);
    this.onMudou();
    return corpo;
  }
}
