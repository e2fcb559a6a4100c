import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { asErroPublico } from '../kernel/index.js';
import { TextoEdital } from '../editais/domain/texto-edital.js';
import { readDocumento } from '../editais/leitura/read-documento.js';
import { readFatos } from '../editais/fatos/index.js';

export function fatosCommand(setCodigo: (c: number) => void): Command {
  return new Command('fatos').argument('[arquivos...]').option('--lista <json>').option('--saida <dir>').action(async (arquivos: string[], o: { lista?: string; saida?: string }) => {
    const lista: { id: string; arquivo: string }[] = o.lista ? JSON.parse(readFileSync(o.lista, 'utf8')) : arquivos.map((a) => ({ id: a.split('/').pop()!.replace(/\.[^.]+$/, ''), arquivo: a }));
    if (o.saida) mkdirSync(o.saida, { recursive: true });
    for (const { id, arquivo } of lista) {
      let saida: unknown;
      try {
        const bytes = readFileSync(arquivo);
        const doc = await readDocumento({ nome: arquivo.split('/').pop()!, bytes, tipo: 'pdf', sha256: createHash('sha256').update(bytes).digest('hex') }, { maxPaginas: 2000 });
        const t = new TextoEdital([{ documento: doc, regiao: 'edital' }]);
        saida = { arquivo, paginas: doc.totalPaginas, fatos: readFatos(t) };
      } catch (e) {
        setCodigo(1);
        if (process.env['ALICIT_DEBUG']) process.stderr.write(String((e as Error).stack));
        saida = { erro: asErroPublico(e) };
      }
      if (o.saida) writeFileSync(join(o.saida, `${id}.json`), JSON.stringify(saida, null, 1));
      else process.stdout.write(JSON.stringify(saida, null, 1) + '\n');
    }
  });
}
