/**
 * The environment of a program that a test runs: nothing of ours but where programs are and where this run of Jest keeps
 * compiled code (see sobe-postgres.mjs), then what the test says.
 */
export function ambienteDoPrograma(ambiente: Readonly<Record<string, string>> = {}): Record<string, string> {
  const herdadas = ['PATH', 'NODE_COMPILE_CACHE'].flatMap((nome) => (process.env[nome] === undefined ? [] : [[nome, process.env[nome]] as const]));
  return { ...Object.fromEntries(herdadas), ...ambiente };
}
