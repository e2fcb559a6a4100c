import { join } from 'node:path';
import { indisponivel } from '../../kernel/index.js';
import { readSeHouver } from './criar-uma-vez.js';
import type { Binarios } from './find-binarios.js';
import type { Lugar } from './find-lugar.js';

const maior = (versao: string): string => /^\d+/.exec(versao)?.[0] ?? '';

/**
 * PostgreSQL opens only data of its own major version.
 * @throws AlicitError `banco_embutido_outra_versao`
 */
export function requireVersao({ dados }: Pick<Lugar, 'dados'>, { versao }: Pick<Binarios, 'versao'>): void {
  const dosDados = readSeHouver(join(dados, 'PG_VERSION'));
  if (dosDados === null || maior(dosDados) === maior(versao)) return;
  throw indisponivel(
    'banco_embutido_outra_versao',
    `Os dados do banco embutido são do PostgreSQL ${maior(dosDados)}, e este ALICIT traz o ${maior(versao)}. Nada foi mudado. Com a versão anterior do ALICIT rode alicit backup ARQUIVO; depois guarde a pasta postgres em outro lugar e, com esta versão, rode alicit restaurar ARQUIVO.`,
    { dados: maior(dosDados), programas: maior(versao) },
  );
}
