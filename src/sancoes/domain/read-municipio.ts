import { fold } from '../../kernel/index.js';

/** "Prefeitura Municipal de X", "Município de X", "Câmara de Vereadores de X". */
const ORGAO = /^(?:a |o )?(?:prefeitura|municipio|governo municipal|camara)(?: (?:municipal|de vereadores|do municipio|da cidade))* d[eao]s? (.{2,60})$/;
/** "Fundo Municipal de Saúde de X": the last name counts. */
const ORGAO_DA_PASTA = /^(?:secretaria|fundo|servico|instituto|departamento) municipal .*\bd[eao]s? (.{3,60})$/;
/** What stands after the name: the State, a department. */
const PARTES = /\s+-\s*|\s*-\s+|\s*[/|,;()]\s*/;

/**
 * The município in the name of a municipal body, folded, when the name says it plainly and `existe` knows it; else null: a name read
 * wrong would say that a sanction is of another entity.
 */
export function readMunicipio(orgao: string, existe: (nome: string) => boolean): string | null {
  const partes = fold(orgao).replace(/\s+/g, ' ').trim().split(PARTES);
  const nomes = [...partes.flatMap((p) => ORGAO.exec(p)?.[1] ?? []), ...partes.flatMap((p) => ORGAO_DA_PASTA.exec(p)?.[1] ?? [])];
  const achados = [...new Set(nomes.map((n) => n.trim()).filter(existe))];
  return achados.length === 1 ? achados[0]! : null;
}
