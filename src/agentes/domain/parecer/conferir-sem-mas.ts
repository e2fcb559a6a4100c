import { conferir, type AfirmacaoProposta, type BaseDeConferencia, type Conferencia, type MotivoDescarte } from '../conferir/index.js';

/** What is wrong with one quote, whatever the claim says. */
const DA_CITACAO: ReadonlySet<MotivoDescarte> = new Set<MotivoDescarte>(['citacao_ausente', 'documento_desconhecido', 'pagina_inexistente', 'citacao_curta']);

/**
 * A claim by itself; when some of its quotes do not stand, once more on those that do, which then must prove all of it. One that
 * rests on an order planted in the document is refused whole. Pure.
 */
export function conferirSemMas(proposta: AfirmacaoProposta, base: BaseDeConferencia): Conferencia {
  const inteira = conferir(proposta, base);
  if (inteira.ok || !DA_CITACAO.has(inteira.motivo) || proposta.citacoes.length < 2) return inteira;
  const sozinhas = proposta.citacoes.map((c) => ({ c, r: conferir({ ...proposta, citacoes: [c] }, base) }));
  if (sozinhas.some(({ r }) => !r.ok && r.motivo === 'instrucao_no_documento')) return inteira;
  const boas = sozinhas.filter(({ r }) => r.ok || !DA_CITACAO.has(r.motivo)).map(({ c }) => c);
  if (!boas.length) return inteira;
  const aparada = conferir({ ...proposta, citacoes: boas }, base);
  return aparada.ok ? aparada : inteira;
}
