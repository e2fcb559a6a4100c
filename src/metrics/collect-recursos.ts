import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import type { Config } from '../config/index.js';
import type { MetricasService } from '../observacao/observacao.module.js';

/** Memory this process may have, bytes: the least of the limit configured, the container's, and the machine's. */
export function limitOfMemory(configurado: number, doConteiner: number, daMaquina: number): number {
  return Math.min(...[configurado, doConteiner, daMaquina].filter((n) => n > 0));
}

/** What the process may use of the machine: memory, and room in the folder of its data. */
export function collectRecursos(metricas: MetricasService, { pressao, pastaDados }: Pick<Config, 'pressao' | 'pastaDados'>): void {
  metricas.gauge('alicit_memoria_limite_bytes', 'Memória que este processo pode ter: a configurada (ALICIT_MAX_MEMORIA_MB), a do contêiner ou a da máquina, a menor.', [], () => [{ valor: limitOfMemory(pressao.maxMemoriaBytes, process.constrainedMemory(), totalmem()) }]);
  metricas.gauge('alicit_disco_bytes', 'Disco onde está a pasta de dados: total e livre.', ['estado'], async () => {
    const { bsize, blocks, bavail } = await statfs(pastaDados);
    return [{ rotulos: { estado: 'total' }, valor: blocks * bsize }, { rotulos: { estado: 'livre' }, valor: bavail * bsize }];
  });
}
