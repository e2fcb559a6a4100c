import type { LeitorEspecie } from '../leitor.js';
import { findMunicipio, readLocal } from '../local.js';
import { readResultado } from '../resultado.js';

/** Court certificate of bankruptcy and reorganisation. Most print no validity: the edital says how old it may be. */
export const readFalencia: LeitorEspecie = (r) => {
  readLocal(r);
  const comarca = findMunicipio(r.papel);
  r.emissor = `${/federal\s+da|justica\s+federal|trf/.test(r.papel.topo(800)) ? 'Justiça Federal' : 'Tribunal de Justiça'}${r.uf ? `/${r.uf}` : ''}${comarca && /comarca/.test(r.papel.corrido.slice(comarca.inicio, comarca.fim)) ? `, comarca de ${comarca.municipio}` : ''}`;
  readResultado(r);
  if (!/recuperac(?:ao|oes)\s+(?:judicia|extra)|falencia|falimentar|concordata/.test(r.papel.corrido)) r.warn('sem_falencia', 'A certidão não cita falência nem recuperação judicial: confira se é a que o edital pede.');
  if (r.validade.regra === 'desconhecida' && !r.evidencias['validade']) r.setValidade(null, 'do_edital', 'A certidão não imprime validade: vale a idade máxima que o edital disser, contada da emissão.');
};
