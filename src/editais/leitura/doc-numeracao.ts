import { listSprms, type EstruturaDoc } from './doc-estrutura.js';
import { nextRotulo, type Contadores, type FormatoNumero, type NivelDeLista } from './numeracao.js';

const ESTILOS = 1;
const LISTAS = 73;
const USOS = 74;
const FORMATOS: Readonly<Record<number, FormatoNumero>> = { 0: 'decimal', 1: 'ROMANO', 2: 'romano', 3: 'LETRA', 4: 'letra', 5: 'ordinal', 22: 'zero', 23: 'marca', 255: 'nenhum' };
export const P_ILVL = 0x260a;
export const P_ILFO = 0x460b;
const MAX_LISTAS = 5000;

interface EstiloDoc {
  readonly base: number;
  readonly ilfo: number | null;
  readonly ilvl: number | null;
}
interface UsoDeLista {
  readonly lista: number;
  readonly inicios: Map<number, number>;
  readonly niveis: Map<number, NivelDeLista>;
}

/** The numbers that Word generates, from the lists and styles of a DOC. A file whose lists are damaged has none. */
export class NumeracaoDoc {
  private readonly listas = new Map<number, (NivelDeLista | undefined)[]>();
  private readonly usos: UsoDeLista[] = [];
  private readonly estilos: (EstiloDoc | undefined)[] = [];
  private readonly contadores = new Map<number, Contadores>();
  private readonly usados = new Set<number>();

  constructor(doc: EstruturaDoc) {
    for (const read of [() => this.readListas(doc), () => this.readUsos(doc.structure(USOS)), () => this.readEstilos(doc.structure(ESTILOS))]) {
      try {
        read();
      } catch (erro) {
        if (!(erro instanceof RangeError)) throw erro;
      }
    }
  }

  /** What stands before the paragraph; empty when it is not numbered. Counts it. */
  rotulo(estilo: number, ilfoDireto: number | null, ilvlDireto: number | null): string {
    const doEstilo = this.findDoEstilo(estilo);
    const ilfo = ilfoDireto ?? doEstilo.ilfo ?? 0;
    const uso = this.usos[ilfo - 1];
    const niveis = uso && this.listas.get(uso.lista);
    if (!uso || !niveis) return '';
    const contadores = this.contadores.get(uso.lista) ?? [];
    this.contadores.set(uso.lista, contadores);
    if (!this.usados.has(ilfo)) for (const i of uso.inicios.keys()) contadores[i] = undefined;
    this.usados.add(ilfo);
    const vigentes = niveis.map((n, i) => {
      const nivel = uso.niveis.get(i) ?? n;
      const inicio = uso.inicios.get(i);
      return nivel && inicio !== undefined ? { ...nivel, inicio } : nivel;
    });
    return nextRotulo(contadores, vigentes, Math.min(8, ilvlDireto ?? doEstilo.ilvl ?? 0));
  }

  private findDoEstilo(estilo: number): { ilfo: number | null; ilvl: number | null } {
    let ilfo: number | null = null;
    let ilvl: number | null = null;
    let e = this.estilos[estilo];
    for (let i = 0; e && i < 20; i++) {
      ilfo ??= e.ilfo;
      ilvl ??= e.ilvl;
      e = this.estilos[e.base];
    }
    return { ilfo, ilvl };
  }

  /** The lists, and right after them, past the length the file gives, their levels. */
  private readListas(doc: EstruturaDoc): void {
    const plf = doc.structure(LISTAS);
    if (plf.length < 2) return;
    const total = Math.min(plf.readUInt16LE(0), MAX_LISTAS);
    const resto = Buffer.from(plf.buffer, plf.byteOffset, plf.buffer.byteLength - plf.byteOffset);
    let i = 2 + total * 28;
    for (let k = 0; k < total; k++) {
      const niveis: NivelDeLista[] = [];
      const simples = (plf[2 + k * 28 + 26]! & 1) !== 0;
      for (let n = 0; n < (simples ? 1 : 9); n++) {
        const lido = readNivel(resto, i);
        niveis.push(lido.nivel);
        i = lido.fim;
      }
      this.listas.set(plf.readInt32LE(2 + k * 28), niveis);
    }
  }

  private readUsos(plf: Buffer): void {
    if (plf.length < 4) return;
    const total = Math.min(plf.readUInt32LE(0), MAX_LISTAS);
    let i = 4 + total * 16;
    for (let k = 0; k < total; k++) {
      const uso: UsoDeLista = { lista: plf.readInt32LE(4 + k * 16), inicios: new Map(), niveis: new Map() };
      this.usos.push(uso);
      if (i + 4 > plf.length) continue;
      i += 4;
      for (let n = 0; n < plf[4 + k * 16 + 12]!; n++) {
        const marcas = plf.readUInt32LE(i + 4);
        const nivel = marcas & 15;
        if (marcas & 16) uso.inicios.set(nivel, plf.readInt32LE(i));
        i += 8;
        if (!(marcas & 32)) continue;
        const lido = readNivel(plf, i);
        uso.niveis.set(nivel, lido.nivel);
        i = lido.fim;
      }
    }
  }

  private readEstilos(stsh: Buffer): void {
    if (stsh.length < 6) return;
    const base = stsh.readUInt16LE(4);
    let i = 2 + stsh.readUInt16LE(0);
    for (let k = 0; k < Math.min(stsh.readUInt16LE(2), 4095) && i + 2 <= stsh.length; k++) {
      const tamanho = stsh.readUInt16LE(i);
      const std = stsh.subarray(i + 2, i + 2 + tamanho);
      i += 2 + tamanho + (tamanho % 2);
      if (std.length > base + 4) this.estilos[k] = readEstilo(std, base);
    }
  }
}

function readEstilo(std: Buffer, base: number): EstiloDoc {
  const tipoEBase = std.readUInt16LE(2);
  const saida = { base: tipoEBase >> 4, ilfo: null as number | null, ilvl: null as number | null };
  if ((tipoEBase & 15) !== 1) return saida;
  const upx = base + 4 + std.readUInt16LE(base) * 2;
  const tamanho = upx + 2 <= std.length ? std.readUInt16LE(upx) : 0;
  for (const [codigo, valor] of listSprms(std.subarray(upx + 4, upx + 2 + tamanho))) {
    if (codigo === P_ILFO) saida.ilfo = valor.readUInt16LE(0);
    else if (codigo === P_ILVL) saida.ilvl = valor[0]!;
  }
  return saida;
}

/** A level (LVL): where the numbers of the levels go in its text are characters 0 to 8. @throws RangeError */
function readNivel(b: Buffer, i: number): { nivel: NivelDeLista; fim: number } {
  const marcas = b.readUInt8(i + 5);
  const texto = i + 28 + b.readUInt8(i + 24) + b.readUInt8(i + 25);
  const fim = texto + 2 + b.readUInt16LE(texto) * 2;
  if (fim > b.length) throw new RangeError('truncated level');
  const padrao = b.toString('utf16le', texto + 2, fim).replace(/[\0-\u0008]/g, (c) => `%${c.charCodeAt(0) + 1}`);
  return { fim, nivel: { inicio: b.readInt32LE(i), formato: FORMATOS[b.readUInt8(i + 4)] ?? 'decimal', texto: padrao, legal: (marcas & 4) !== 0, continua: (marcas & 8) !== 0 } };
}
