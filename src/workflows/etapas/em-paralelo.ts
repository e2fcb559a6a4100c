/** Runs `fazer` over the items, at most `limite` at once, results in order. The first failure is thrown once all that began has ended. */
export async function emParalelo<E, S>(itens: readonly E[], limite: number, fazer: (item: E) => Promise<S>): Promise<S[]> {
  const saidas: S[] = [];
  let proximo = 0;
  let falhou = false;
  const trabalhador = async (): Promise<void> => {
    while (proximo < itens.length && !falhou) {
      const i = proximo++;
      try {
        saidas[i] = await fazer(itens[i]!);
      } catch (erro) {
        falhou = true;
        throw erro;
      }
    }
  };
  const fins = await Promise.allSettled(Array.from({ length: Math.min(limite, itens.length) }, trabalhador));
  const falha = fins.find((f) => f.status === 'rejected');
  if (falha) throw falha.reason;
  return saidas;
}
