import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { asErroPublico } from '../kernel/index.js';
import { createIndiceBusca, searchTrechos } from '../editais/busca/index.js';
import { TextoEdital } from '../editais/domain/texto-edital.js';
import { readDocumento } from '../editais/leitura/read-documento.js';

interface Pedido {
  readonly id: string;
  readonly arquivo: string;
  readonly perguntas: readonly string[];
}

/** `buscar --lista lista.json --saida DIR [--top 5]`: for each file, the passages that answer each question, best first. */
export function buscarCommand(setCodigo: (c: number) => void): Command {
  return new Command('buscar')
    .description('Procura, em cada edital da lista, os trechos que respondem às perguntas.')
    .requiredOption('--lista <json>', 'lista de {"id","arquivo","perguntas"}')
    .requiredOption('--saida <dir>', 'pasta que recebe um <id>.json por edital')
    .option('--top <n>', 'trechos por pergunta', '5')
    .action(async (o: { lista: string; saida: string; top: string }) => {
      const pedidos: Pedido[] = JSON.parse(readFileSync(o.lista, 'utf8'));
      const top = Math.min(50, Math.max(1, Math.trunc(Number(o.top)) || 5));
      mkdirSync(o.saida, { recursive: true });
      for (const pedido of pedidos) {
        let saida: unknown;
        try {
          saida = await answer(pedido, top);
        } catch (erro) {
          setCodigo(1);
          saida = { erro: asErroPublico(erro) };
        }
        writeFileSync(join(o.saida, `${pedido.id}.json`), JSON.stringify(saida, null, 1));
      }
    });
}

async function answer({ arquivo, perguntas }: Pedido, top: number): Promise<unknown> {
  const bytes = readFileSync(arquivo);
  const documento = await readDocumento({ nome: basename(arquivo), bytes, tipo: 'pdf', sha256: createHash('sha256').update(bytes).digest('hex') }, { maxPaginas: 2000 });
  const indice = createIndiceBusca(new TextoEdital([{ documento, regiao: 'edital' }]));
  return perguntas.map((pergunta) => ({
    pergunta,
    trechos: searchTrechos(indice, pergunta, { top }).map(({ documento: nome, pagina, secao, texto, score }) => ({ documento: nome, pagina, secao, texto, score })),
  }));
}
