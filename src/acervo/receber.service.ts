import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AlicitError } from '../kernel/index.js';
import type { OrigemRegistro, Recebimento } from './domain/registro.js';
import { gravarItens } from './gravar/gravar-complemento.js';
import { gravarLote, type LoteGravado } from './gravar/gravar-lote.js';
import { readRegistro, type RegistroLido } from './read-registro.js';

const MAX_LOTE = 200;

/** What comes in from PNCP or from dumps. */
@Injectable()
export class ReceberService {
  constructor(private readonly fonte: DataSource) {}

  /** See `AcervoService.receive`. */
  async receive(brutos: readonly unknown[], o: { origem: OrigemRegistro; vistaEm: Date }): Promise<Recebimento> {
    const invalidas: { numero: string | null; motivo: string }[] = [];
    const total = { novas: new Set<string>(), mudadas: new Set<string>(), iguais: 0, antigas: 0 };
    for (const lote of lotesDe(brutos)) {
      const lidos: RegistroLido[] = [];
      for (const cru of lote) {
        const lido = readRegistro(cru);
        if ('motivo' in lido) invalidas.push(lido);
        else lidos.push(lido);
      }
      for (const rodada of rodadasDe(lidos)) add(total, await this.writeOrTell(rodada, o, invalidas));
    }
    return { novas: [...total.novas], mudadas: [...total.mudadas], iguais: total.iguais, antigas: total.antigas, invalidas };
  }

  /** What the database refuses in spite of all is told too: the batch is written again, one by one. */
  private async writeOrTell(lote: readonly RegistroLido[], o: { origem: OrigemRegistro; vistaEm: Date }, invalidas: { numero: string | null; motivo: string }[]): Promise<LoteGravado> {
    try {
      return await this.write(lote, o);
    } catch (erro) {
      if (!isRecusaDoBanco(erro)) throw erro;
      if (lote.length === 1) {
        invalidas.push({ numero: lote[0]!.controle.numero, motivo: 'O registro tem um valor que o banco não aceita.' });
        return NADA;
      }
    }
    const feitos: LoteGravado[] = [];
    for (const registro of lote) feitos.push(await this.writeOrTell([registro], o, invalidas));
    return { novas: feitos.flatMap((f) => f.novas), mudadas: feitos.flatMap((f) => f.mudadas), iguais: feitos.flatMap((f) => f.iguais), antigas: feitos.flatMap((f) => f.antigas) };
  }

  private write(lote: readonly RegistroLido[], o: { origem: OrigemRegistro; vistaEm: Date }): Promise<LoteGravado> {
    const ordenado = [...lote].sort((a, b) => (a.controle.numero < b.controle.numero ? -1 : 1));
    return this.fonte.transaction(async (m) => {
      const gravado = await gravarLote(m, ordenado, o);
      const antigas = new Set(gravado.antigas);
      for (const { controle, itens } of ordenado) if (itens && !antigas.has(controle.numero)) await gravarItens(m, controle.numero, itens, o.vistaEm);
      return gravado;
    });
  }
}

const NADA: LoteGravado = { novas: [], mudadas: [], iguais: [], antigas: [] };

/** Data exceptions (22…) and limits of the program (54…), of PostgreSQL; also a list of items that is too long. */
const isRecusaDoBanco = (erro: unknown): boolean => /^(?:22|54)/.test(String((erro as { code?: unknown }).code ?? '')) || (erro instanceof AlicitError && erro.tipo === 'invalido');

function* lotesDe(brutos: readonly unknown[]): Generator<readonly unknown[]> {
  for (let i = 0; i < brutos.length; i += MAX_LOTE) yield brutos.slice(i, i + MAX_LOTE);
}

/** Records of one number, in the order they came, each in a round of its own. */
function rodadasDe(lidos: readonly RegistroLido[]): readonly (readonly RegistroLido[])[] {
  const vezes = new Map<string, number>();
  const rodadas: RegistroLido[][] = [];
  for (const lido of lidos) {
    const vez = vezes.get(lido.controle.numero) ?? 0;
    vezes.set(lido.controle.numero, vez + 1);
    (rodadas[vez] ??= []).push(lido);
  }
  return rodadas;
}

function add(total: { novas: Set<string>; mudadas: Set<string>; iguais: number; antigas: number }, { novas, mudadas, iguais, antigas }: LoteGravado): void {
  for (const n of novas) total.novas.add(n);
  for (const n of mudadas) total.mudadas.add(n);
  total.iguais += iguais.length;
  total.antigas += antigas.length;
}
