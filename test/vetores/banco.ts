import { DataSource } from 'typeorm';
import { parseConfig, type Config } from '../../src/config/index.js';
import { Oficina } from '../../src/oficina/index.js';
import { createOpcoes } from '../../src/storage/data-source.js';
import { migrate } from '../../src/migrar.js';
import { createBanco, type Modelo } from '../support/postgres.js';

/** As the application's tests have it, without loading the application. */
const MIGRADO: Modelo = { nome: 'migrado', preencher: (url) => migrate(url, parseConfig({}, '.')) };

/** A migrated database of its own and a workshop without threads: what stores and services stand on. */
export interface BaseDeVetores {
  readonly fonte: DataSource;
  readonly url: string;
  readonly oficina: Oficina;
  readonly config: Config;
  /** One more process over the same database. */
  another(): Promise<DataSource>;
  close(): Promise<void>;
}

export async function openBase(ambiente: Readonly<Record<string, string>> = {}, threads = 0): Promise<BaseDeVetores> {
  const banco = await createBanco('vetores', MIGRADO);
  const config = parseConfig({ DATABASE_URL: banco.url, OPENAI_API_KEY: 'sk-teste', ...ambiente }, '/');
  const oficina = new Oficina({ ...config.oficina, threads, locate: (modulo) => new URL(modulo.href.replace('/src/', '/dist/')) });
  const abertas: DataSource[] = [];
  const another = async (): Promise<DataSource> => {
    const fonte = await new DataSource(createOpcoes(banco.url, config.banco, () => undefined)).initialize();
    abertas.push(fonte);
    return fonte;
  };
  return {
    fonte: await another(), url: banco.url, oficina, config, another,
    async close() {
      await oficina.close(0);
      await Promise.all(abertas.map((f) => f.destroy()));
      await banco.drop();
    },
  };
}
