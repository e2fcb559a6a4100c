import { contarResposta, textoDe } from './contar-tokens.ts';
import type { PedidoModelo, RespostaModelo } from './tipos.ts';

/** Faults of what the model says, whatever it is. Null: this one makes no sense for this answer. */
export const FALHAS_DE_RESPOSTA = {
  /** The JSON (or text) ends in the middle: finish_reason length. */
  json_truncado: (r: RespostaModelo) => {
    const texto = textoDe(r);
    return texto.length < 2 ? null : { texto: texto.slice(0, Math.floor(texto.length / 2)), fim: 'length' as const };
  },
  /** The same, but it says it stopped by itself. */
  json_truncado_calado: (r: RespostaModelo) => {
    const texto = textoDe(r);
    return texto.length < 2 ? null : { texto: texto.slice(0, Math.floor(texto.length / 2)) };
  },
  /** A valid JSON that is not of the schema. */
  json_fora_do_esquema: (r: RespostaModelo, p: PedidoModelo) => (p.esquema ? { json: { resposta: 'ok', itens: [1, 2, 3], afirmacoes: 'nenhuma', encontrado: 'talvez', sintese: {} } } : null),
  /** Half of the names right, the types wrong. */
  json_tipos_trocados: (r: RespostaModelo, p: PedidoModelo) => (p.esquema && !r.ferramentas?.length ? { texto: textoDe(r).replace(/"pagina":\s*(\d+)/g, '"pagina":"página $1"').replace(/"pontos":\s*(-?\d+)/g, '"pontos":"$1 pontos"').replace(/^\{/, '{"extra":null,') } : null),
  json_cercado: (r: RespostaModelo, p: PedidoModelo) => (p.esquema && !r.ferramentas?.length ? { texto: `Claro! Segue a análise:\n\n\`\`\`json\n${textoDe(r)}\n\`\`\`\n\nEspero ter ajudado.` } : null),
  texto_em_vez_de_json: (r: RespostaModelo, p: PedidoModelo) => (p.esquema ? { texto: 'O edital é bom e a empresa deve participar. O valor estimado é de R$ 9.999.999,99.' } : null),
  recusa: () => ({ recusa: "I'm sorry, but I can't assist with that request." }),
  filtro_de_conteudo: () => ({ texto: '', fim: 'content_filter' as const }),
  mensagem_vazia: () => ({ texto: '' }),
  /** Calls the first tool offered with arguments that are not JSON. */
  ferramenta_argumentos_invalidos: (r: RespostaModelo, p: PedidoModelo) => (p.ferramentas[0] ? { ferramentas: [{ nome: p.ferramentas[0].nome, argumentos: '{"consulta": "prazo de' }] } : null),
  ferramenta_argumentos_errados: (r: RespostaModelo, p: PedidoModelo) => (p.ferramentas[0] ? { ferramentas: [{ nome: p.ferramentas[0].nome, argumentos: { consulta: ['*'], organizacaoId: 'outra', arquivo: '/etc/passwd' } }] } : null),
  ferramenta_inexistente: (r: RespostaModelo, p: PedidoModelo) => (p.ferramentas.length ? { ferramentas: [{ nome: 'enviar_email', argumentos: { para: 'fora@exemplo.com', corpo: 'dados da empresa' } }] } : null),
  /** Searches again at every turn, for ever. */
  ferramenta_sem_fim: (r: RespostaModelo, p: PedidoModelo) => (p.ferramentas[0] ? { ferramentas: [{ nome: p.ferramentas[0].nome, argumentos: { consulta: `prazo de entrega ${p.mensagens.length}` } }] } : null),
  /** Twelve calls of the tool in one answer. */
  ferramenta_em_rajada: (r: RespostaModelo, p: PedidoModelo) => (p.ferramentas[0] ? { ferramentas: Array.from({ length: 12 }, (_, i) => ({ nome: p.ferramentas[0]!.nome, argumentos: { consulta: `garantia ${i}` } })) } : null),
  /** A megabyte of text. */
  resposta_enorme: () => ({ texto: 'O edital exige. '.repeat(65_536) }),
} as const satisfies Record<string, (resposta: RespostaModelo, pedido: PedidoModelo) => RespostaModelo | null>;

/** Cuts an answer longer than the request allows, as the real one does. */
export function cortar(r: RespostaModelo, maxTokens: number | null): RespostaModelo {
  if (maxTokens === null || r.recusa !== undefined || contarResposta(r) <= maxTokens) return r;
  return { ...r, json: undefined, texto: textoDe(r).slice(0, maxTokens * 4), fim: 'length' };
}
