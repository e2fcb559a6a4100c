import { naoEncontrado } from '../../kernel/index.js';
import { CAMPOS, type Campo } from '../domain/fato.js';

/** @throws AlicitError `campo_nao_encontrado` */
export function requireCampo(nome: string): Campo {
  const campo = CAMPOS.find((c) => c === nome);
  if (!campo) throw naoEncontrado('campo_nao_encontrado', 'Não existe esse campo: a lista está em GET fatos e em /docs.');
  return campo;
}
