/**
 * What tells the records of an answer apart, for counting: the number, or the content of what has none. A number that
 * comes twice in one answer counts twice, as PNCP's total does.
 */
export function chavesDe(registros: readonly unknown[], digest: (registro: unknown) => string): readonly string[] {
  const vezes = new Map<string, number>();
  return registros.map((r) => {
    const numero = numeroDe(r) ?? `?${digest(r)}`;
    const vez = (vezes.get(numero) ?? 0) + 1;
    vezes.set(numero, vez);
    return vez === 1 ? numero : `${numero}#${vez}`;
  });
}

/** The number of a raw record; null when it has none. */
export function numeroDe(registro: unknown): string | null {
  const numero = (registro as { numeroControlePNCP?: unknown } | null)?.numeroControlePNCP;
  return typeof numero === 'string' && numero !== '' && numero.length <= 64 ? numero : null;
}
