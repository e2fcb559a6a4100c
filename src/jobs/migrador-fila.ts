import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import type { Consulta, Migrador } from '../storage/storage.module.js';

export const ESQUEMA = 'pgboss';

/** pg-boss's plans are `BEGIN; …; COMMIT;`, then indexes built beside the traffic: here all in the transaction of who migrates. The queue's table holds what is not done yet and little more, so those indexes take moments. @throws Error when the plan is not of that form: another version of pg-boss */
export function toTransacao(plano: string): string {
  const [, dentro, depois] = /^\s*BEGIN;([\s\S]*?)\bCOMMIT;([\s\S]*)$/.exec(plano) ?? [];
  if (dentro === undefined || depois === undefined || /\b(?:BEGIN|COMMIT);/.test(depois)) throw new Error('a plan of pg-boss is not one transaction');
  return `${dentro}${depois.replace(/\bCONCURRENTLY\s/g, '')}`;
}

/** The version of the schema this pg-boss makes. */
export const versaoDaFila = (): number => Number(/INSERT INTO pgboss\.version\(version\) VALUES \('(\d+)'\)/.exec(getConstructionPlans(ESQUEMA))![1]);

async function versaoNoBanco(consulta: Consulta): Promise<number | null> {
  const [tabela] = await consulta(`select to_regclass('${ESQUEMA}.version')::text as existe`);
  if (!tabela?.['existe']) return null;
  const [linha] = await consulta(`select version from ${ESQUEMA}.version`);
  return linha ? Number(linha['version']) : null;
}

/**
 * The queue's schema, made and brought up by the plans pg-boss gives for it, so that no process does it as it starts. pg-boss
 * itself takes a schema of its version or newer as it is.
 */
export const MIGRADOR_FILA: Migrador = {
  isAtual: async (consulta) => ((await versaoNoBanco(consulta)) ?? 0) >= versaoDaFila(),
  async migrate(consulta) {
    const antes = await versaoNoBanco(consulta);
    await consulta(toTransacao(antes === null ? getConstructionPlans(ESQUEMA) : getMigrationPlans(ESQUEMA, antes)));
    return antes === null ? `fila criada (versão ${versaoDaFila()})` : `fila da versão ${antes} para a ${versaoDaFila()}`;
  },
};
