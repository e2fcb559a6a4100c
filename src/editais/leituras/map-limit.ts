/** As `Promise.all` of a map, at most `limite` at once, results in order. After a failure nothing new starts, and what runs is waited for. */
export async function mapLimit<T, R>(itens: readonly T[], limite: number, fazer: (item: T) => Promise<R>): Promise<R[]> {
  const feitos: R[] = new Array<R>(itens.length);
  let proximo = 0;
  let falhou = false;
  const trabalha = async (): Promise<void> => {
    while (proximo < itens.length && !falhou) {
      const i = proximo++;
      try {
        feitos[i] = await fazer(itens[i]!);
      } catch (erro) {
        falhou = true;
        throw erro;
      }
    }
  };
  const turnos = await Promise.allSettled(Array.from({ length: Math.max(1, Math.min(limite, itens.length)) }, trabalha));
  const erro = turnos.find((t) => t.status === 'rejected');
  if (erro) throw erro.reason;
  return feitos;
}
