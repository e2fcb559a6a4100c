import { basename } from 'node:path';
import { Command } from 'commander';
import { readFatosDoConjunto, type Conjunto, type Fato, type Fatos } from '../editais/index.js';
import { EditaisService } from '../editais/editais-cli.module.js';
import { MauUso, type ContextoCli } from './contexto.js';
import { pedidoSchema, readLista, type Pedido } from './lista.js';
import { runLote, toErro, writeResultado } from './lote.js';

interface Opcoes {
  readonly lista?: string;
  readonly saida?: string;
  readonly verbose?: boolean;
}

/**
 * `fatos [--saida DIR] ARQUIVO...` and `fatos --lista lista.json --saida DIR`: the facts of each file with their proof.
 * Without --saida: one object on stdout, or an array when several files were given.
 */
export const fatosCommand = (ctx: ContextoCli): Command =>
  new Command('fatos')
    .description('Extrai os fatos de cada edital (PDF, DOCX, XLSX, HTML, texto ou ZIP), com página e trecho.')
    .argument('[arquivos...]', 'editais a ler')
    .option('--lista <json>', 'lista de {"id","arquivo"}; exige --saida')
    .option('--saida <dir>', 'pasta que recebe um <id>.json por edital')
    .option('--verbose', 'mostra no stderr a causa de falhas internas')
    .action(async (arquivos: string[], opcoes: Opcoes) => {
      const pedidos = listPedidos(ctx, arquivos, opcoes);
      const editais = (await ctx.app()).get(EditaisService);
      const resultados = await runLote(
        pedidos,
        async (p) => writeOrKeep(ctx, opcoes, p.id, { arquivo: p.arquivo, ...(await readArquivo(editais, p, ctx)) }),
        (p, erro) => writeOrKeep(ctx, opcoes, p.id, { arquivo: p.arquivo, ...toErro(ctx, p.arquivo, erro, opcoes.verbose ?? false) }),
      );
      if (opcoes.saida) ctx.tell(`${pedidos.length} ${pedidos.length === 1 ? 'arquivo' : 'arquivos'} em ${opcoes.saida}`);
      else ctx.print(`${JSON.stringify(resultados.length === 1 ? resultados[0] : resultados, null, 1)}\n`);
    });

type PedidoResolvido = Pedido & { readonly caminho: string };

function listPedidos(ctx: ContextoCli, arquivos: readonly string[], { lista, saida }: Opcoes): PedidoResolvido[] {
  if (lista !== undefined) {
    if (arquivos.length) throw new MauUso('mau_uso', 'Dê a lista ou os arquivos, não os dois.');
    if (!saida) throw new MauUso('mau_uso', 'Com --lista é preciso dizer a pasta de saída: --saida DIR.');
    return readLista(ctx, lista, pedidoSchema);
  }
  if (!arquivos.length) throw new MauUso('mau_uso', 'Diga ao menos um arquivo, ou --lista.');
  const usados = new Map<string, number>();
  return arquivos.map((arquivo) => {
    const nome = basename(arquivo).replace(/\.[^.]+$/, '') || 'arquivo';
    const vezes = (usados.get(nome) ?? 0) + 1;
    usados.set(nome, vezes);
    return { id: vezes > 1 ? `${nome}-${vezes}` : nome, arquivo, caminho: ctx.entrada(arquivo) };
  });
}

function writeOrKeep<T>(ctx: ContextoCli, { saida }: Opcoes, id: string, resultado: T): T | null {
  if (!saida) return resultado;
  writeResultado(ctx.saida(saida), id, resultado);
  return null;
}

async function readArquivo(editais: EditaisService, { arquivo, caminho }: PedidoResolvido, ctx: ContextoCli): Promise<object> {
  ctx.tell(`${arquivo}: lendo`);
  const conjunto = await editais.open([caminho], undefined, ctx.tell);
  await editais.release();
  const fatos = readFatosDoConjunto(conjunto, documentosNaoLidos(conjunto));
  const lidos = Object.values(fatos).filter((f) => f.valor !== null).length;
  ctx.tell(`${arquivo}: ${lidos} fatos`);
  return {
    paginas: conjunto.documentos.reduce((soma, d) => soma + d.documento.totalPaginas, 0),
    fatos: formatFatos(fatos),
    ...(conjunto.naoLido.length ? { naoLido: conjunto.naoLido } : {}),
  };
}

/** Documents of which nothing was read; unread pages of the others are already known to their text. */
const documentosNaoLidos = (c: Conjunto): Conjunto['naoLido'] => c.naoLido.filter((n) => n.paginas === undefined);

const formatFatos = (fatos: Fatos): Record<string, object> => Object.fromEntries(Object.values(fatos).map((f: Fato) => [f.campo, withoutCampo(f)]));

function withoutCampo(f: Fato): object {
  const { campo: _campo, ...resto } = f;
  return resto;
}
