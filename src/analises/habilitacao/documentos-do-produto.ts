import type { RequisitoHabilitacao } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { quoteExigencia } from './quote.js';
import type { Momento } from './momento.js';

/** A paper of the product offered, not of the company: the maker or the supplier gives it. `dias`: our convention. */
interface DocumentoDoProduto {
  readonly id: string;
  readonly titulo: string;
  readonly dispositivo: string;
  readonly padrao: RegExp;
  readonly requer?: RegExp;
  readonly exceto: RegExp;
  readonly acao: string;
}

const DIAS = 3;
const DOCUMENTOS: readonly DocumentoDoProduto[] = [
  {
    id: 'registro_do_produto', titulo: 'Registro do produto na Anvisa', dispositivo: 'arts. 42 e 67, IV, da Lei 14.133/2021; Lei 6.360/1976, art. 12',
    padrao: /\bregistro\s+d[eo]s?\s+(?:produtos?|medicamentos?|itens|item|equipamentos?|materia(?:l|is))\b[^.;]{0,100}?\b(?:anvisa|vigilancia\s+sanitaria|ministerio\s+da\s+saude)\b|\b(?:produto|medicamento|equipamento|materia(?:l|is)|objeto)s?\b[^.;]{0,140}?\bregistrad[ao]s?\s+(?:na|no|junto\s+[ao]o?)\b[^.;]{0,30}?\b(?:anvisa|vigilancia\s+sanitaria|ministerio\s+da\s+saude)\b/,
    exceto: /dispensad|isent[ao]s?\s+de\s+registro\s*$/, acao: 'Pedir ao fabricante ou distribuidor a cópia do registro e conferir se está vigente.',
  },
  {
    id: 'catalogo', titulo: 'Catálogo ou ficha técnica do produto', dispositivo: 'art. 42 da Lei 14.133/2021',
    padrao: /\b(?:catalogos?|folders?|prospectos?|fichas?\s+tecnicas?)\b/, requer: /\b(?:apresent|anex|envi|encaminh|exigid|exigir|junt)\w*\b.*(?:propost|habilita|vencedor|licitante|arrematante|convoca|pregoeir|conformidade)|(?:propost|habilita|vencedor|licitante|arrematante|convoca|pregoeir|conformidade).*\b(?:apresent|anex|envi|encaminh|exigid|exigir|junt)\w*\b|\b(?:anex|apresent)ad[ao]s?\b.*catalogo/,
    exceto: /catalogo\s+(?:eletronico|correspondente|de\s+(?:materia|servico)|padroniz)|catmat|catser|revista|sempre\s+que\s+solicitad|poder\w+\s+(?:ser\s+)?solicita/, acao: 'Separar o catálogo ou a ficha técnica de cada item, com marca e modelo.',
  },
];

/** Papers of the product that the edital asks for with the proposal or from the winner. */
export const documentosDoProduto = (c: Contexto, m: Momento): RequisitoHabilitacao[] =>
  DOCUMENTOS.flatMap((d): RequisitoHabilitacao[] => {
    const q = quoteExigencia(c.texto, d.padrao, d.requer, d.exceto);
    if (!q) return [];
    return [{
      id: d.id, grupo: 'proposta', titulo: d.titulo, dispositivo: d.dispositivo, evidencia: q.evidencia, documentoEmpresa: null, validade: null, exigidoEm: m.dia, sanavel: false, diasParaObter: DIAS, verificacoes: [],
      status: 'a_providenciar', motivo: 'É documento do produto ofertado: quem dá é o fabricante ou o distribuidor.', acao: d.acao,
    }];
  });
