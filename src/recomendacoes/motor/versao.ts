import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256De } from '../../kernel/index.js';

const AQUI = import.meta.dirname;

/** The code of the matching and of the Portuguese it stands on, as this program runs it. */
function readCodigo(): string {
  return [join(AQUI, '..', 'domain'), join(AQUI, '..', '..', 'portugues')].flatMap((pasta) =>
    readdirSync(pasta, { recursive: true, encoding: 'utf8' }).filter((a) => /(?<!\.d)\.[jt]s$/.test(a)).sort().map((a) => readFileSync(join(pasta, a), 'utf8')),
  ).join('\n');
}

/** Names the engine: what another one compiled or matched is made again. It is the hash of its own code, so that no change of it is forgotten. */
export const VERSAO_MOTOR = sha256De(readCodigo()).slice(0, 12);
