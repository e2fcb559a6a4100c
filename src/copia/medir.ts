import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

const FIM_DE_LINHA = 0x0a;

/** Lets bytes through, and afterwards tells their sha256, how many they were, and how many lines. */
export class Medida extends Transform {
  bytes = 0;
  linhas = 0;
  private readonly hash = createHash('sha256');
  private resultado: string | undefined;

  /** @param contaLinhas rows of COPY's text format: each ends with the only line feed in it */
  constructor(private readonly contaLinhas = false) {
    super();
  }

  /** Lower-case hex; to be asked for at the end. */
  get sha256(): string {
    return (this.resultado ??= this.hash.digest('hex'));
  }

  override _transform(trecho: Buffer, _: BufferEncoding, feito: TransformCallback): void {
    this.bytes += trecho.length;
    this.hash.update(trecho);
    if (this.contaLinhas) for (let i = trecho.indexOf(FIM_DE_LINHA); i >= 0; i = trecho.indexOf(FIM_DE_LINHA, i + 1)) this.linhas += 1;
    feito(null, trecho);
  }
}
