import fc from 'fast-check';
import type { EmpresaParaCasar, TextoParaCasar } from '../../../src/recomendacoes/domain/tipos.js';

const VERBOS = ['Aquisição de', 'Locação de', 'Contratação de empresa especializada na prestação de serviços de', 'Manutenção preventiva e corretiva de', 'Registro de preços para futura e eventual aquisição de', 'Curso de', ''];
const COISAS = ['pneus', 'medicamentos', 'notebooks', 'veículos', 'ar condicionado', 'gêneros alimentícios', 'limpeza predial', 'vigilância armada', 'tendas e palco', 'pavimentação asfáltica', 'papel A4', 'uniformes', 'geringonças', 'exames laboratoriais', 'transporte escolar', 'óleo diesel S10', 'software de gestão pública', 'móveis escolares', 'bugigangas raras'];
const CONTEXTOS = ['', ' para atender a Secretaria de Saúde', ' destinados à merenda escolar', ', com fornecimento de materiais', ' no âmbito do hospital municipal', ', conforme termo de referência', ' reservado ao MEI', ' da agricultura familiar'];

const coisa = fc.constantFrom(...COISAS);
const frase = fc.tuple(fc.constantFrom(...VERBOS), fc.array(coisa, { minLength: 1, maxLength: 3 }), fc.constantFrom(...CONTEXTOS)).map(([v, c, x]) => `${v} ${c.join(', ')}${x}`.trim());

/** Objects put together from common pieces, and now and then anything. */
export const umTexto: fc.Arbitrary<TextoParaCasar> = fc.record({ objeto: fc.oneof({ weight: 6, arbitrary: frase }, { weight: 1, arbitrary: fc.string({ maxLength: 80 }) }) }).chain((t) => fc.option(fc.array(coisa, { maxLength: 4 }), { nil: undefined, freq: 3 }).map((itens) => (itens ? { ...t, itens: itens.map((descricao) => ({ descricao })) } : t)));

/** Companies of one to five products. */
export const umaEmpresa: fc.Arbitrary<EmpresaParaCasar> = fc.record({
  descricao: fc.oneof(frase, fc.string({ maxLength: 60 })), produtos: fc.array(fc.oneof(coisa, frase).map((descricao) => ({ descricao })), { minLength: 1, maxLength: 5 }),
  cnaes: fc.array(fc.constantFrom('4211-1/01', '4644-3/01', '7711-0/00', '8121-4/00', '4751-2/01', '9999-9/99'), { maxLength: 2 }), palavrasExcluidas: fc.array(fc.constantFrom('locação', 'software', 'curso', 'medicamentos', 'pneus'), { maxLength: 2 }),
});
