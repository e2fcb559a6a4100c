/** Runs tasks with at most `total` at once, in the order they came. */
export function createVagas(total: number): <T>(tarefa: () => Promise<T>) => Promise<T> {
  const espera: (() => void)[] = [];
  let livres = total;
  return async (tarefa) => {
    if (livres > 0) livres--;
    else await new Promise<void>((segue) => espera.push(segue));
    try {
      return await tarefa();
    } finally {
      const proximo = espera.shift();
      if (proximo) proximo();
      else livres++;
    }
  };
}
