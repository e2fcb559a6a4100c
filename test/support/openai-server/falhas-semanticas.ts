import { falaAModelos } from './frases.ts';
import { ajustando, cada, cadaCitacao, contrario, dizendo, todas, trocarNumeros, type Falsificar } from './falsificar.ts';
import { AGENTES, dimensoesDo } from './simulador-agente.ts';

const INVENTADO = 'A contratada deverá apresentar certificação ISO 27001 vigente na data da sessão pública, sob pena de inabilitação.';

const REALCES = 'note-se,além disso,de fato,ademais,vale lembrar,com efeito,em suma,por certo,igualmente,também,ainda,cabe dizer,veja-se,por fim,enfim'.split(',');

/** The decision as the prompt tells it, in words that matter here. */
const naoParticipa = (sistemaEUsuario: string): boolean => /<decisao[^>]*(?:desfecho="(?:NO_GO|NAO_RECOMENDADO|IMPUGNAR)|pode="n[aã]o)/i.test(sistemaEUsuario);

/** A number of another fact or passage, for a claim that is not about it. */
const numeroAlheio = (fatos: readonly { readonly valor: string; readonly pagina: number }[], texto: string, i: number): string => {
  const outros = fatos.filter((f) => /\d/.test(f.valor) && !texto.includes(f.valor));
  return outros[i % Math.max(1, outros.length)]?.valor ?? 'R$ 48.731,90';
};

const TROCAS_DE_UNIDADE: readonly (readonly [RegExp, string])[] = [[/dias úteis/g, 'dias corridos'], [/dias corridos/g, 'dias úteis'], [/\bmeses\b/g, 'anos'], [/\bdias\b/g, 'meses'], [/\bhoras\b/g, 'dias'], [/%/g, ' mil reais'], [/R\$/g, 'US$']];

/**
 * Faults of meaning: each makes false all the claims of an honest answer (or its adjustments). Null: it does not apply to
 * this answer (no adjustments, no number of that kind, nothing to obey).
 */
export const FALHAS_SEMANTICAS = {
  // Quotes.
  citacao_inventada: cada((d) => ({ ...d, texto: INVENTADO, citacoes: d.citacoes.map((c) => ({ ...c, trecho: INVENTADO })) })),
  citacao_alterada: cadaCitacao((c) => ({ ...c, trecho: c.trecho.replace(/\p{L}{6,}(?=\P{L}*$)/u, 'inexigibilidade') + ' salvo exceção' })),
  citacao_emendada: cada((d, i, { trechos }) => ({ ...d, citacoes: d.citacoes.map((c) => ({ ...c, trecho: `${c.trecho.slice(0, 120)} ${trechos.at(-1 - i)?.texto.trim().slice(0, 60) ?? 'e demais exigências'}` })) })),
  citacao_de_outra_pagina: cada((d, _, { trechos }) => ({ ...d, citacoes: d.citacoes.map((c) => ({ ...c, pagina: trechos.find((t) => t.pagina !== c.pagina && t.documento === c.documento)?.pagina ?? c.pagina + 1 })) })),
  pagina_inexistente: cadaCitacao((c) => ({ ...c, pagina: 9999 })),
  pagina_zero: cadaCitacao((c) => ({ ...c, pagina: 0 })),
  documento_desconhecido: cadaCitacao((c) => ({ ...c, documento: 'D99' })),
  documento_caminho: cadaCitacao((c) => ({ ...c, documento: '../../etc/passwd' })),
  citacao_curta: cadaCitacao((c) => ({ ...c, trecho: c.trecho.slice(0, 5) })),
  citacao_gigante: cadaCitacao((c, { trechos }) => ({ ...c, trecho: trechos.map((t) => t.texto).join('\n').padEnd(6000, ' o edital').slice(0, 20_000) })),
  /** Verbatim, but cut after the "não". */
  citacao_sem_o_nao: todas((ditas, { trechos }) => {
    const recortes = trechos.flatMap((t) => Array.from(t.texto.matchAll(/(?<!\p{L})[Nn]ão\s+((?:será|serão|poderá|poderão|é|são|há|haverá)(?!\p{L})[^.;]{20,200})/gu), (m) => ({ documento: t.documento, pagina: t.pagina, trecho: m[1]! })));
    return recortes.length ? ditas.map((d, i) => ({ ...d, texto: `O edital dispõe que ${recortes[i % recortes.length]!.trecho.replace(/\s+/g, ' ')}.`, citacoes: [recortes[i % recortes.length]!] })) : null;
  }),
  sem_citacoes: cada((d) => ({ ...d, citacoes: [] })),
  uma_citacao_falsa_entre_boas: cada((d) => ({ ...d, texto: `${d.texto} ${INVENTADO}`, citacoes: [...d.citacoes, { ...d.citacoes[0]!, trecho: INVENTADO }] })),
  citacoes_embaralhadas: todas((ditas) => (ditas.length < 2 ? null : ditas.map((d, i) => ({ ...d, citacoes: ditas[(i + 1) % ditas.length]!.citacoes })))),
  // Numbers and dates.
  numero_trocado: dizendo((d) => (/\d/.test(d.texto) ? trocarNumeros(d.texto) : `${d.texto} O valor é de R$ 48.731,90.`)),
  numero_trocado_na_citacao: cada((d) => ({ ...d, texto: /\d/.test(d.texto) ? trocarNumeros(d.texto) : `${d.texto} O valor é de R$ 48.731,90.`, citacoes: d.citacoes.map((c) => ({ ...c, trecho: /\d/.test(c.trecho) ? trocarNumeros(c.trecho) : `${c.trecho} O valor é de R$ 48.731,90.` })) })),
  numero_por_extenso: dizendo((d) => `${d.texto} O prazo é de noventa e sete dias e a multa, de quarenta e três por cento.`),
  numero_de_outro_fato: dizendo((d, i, { fatos }) => `${d.texto.replace(/\.$/, '')}, no montante de ${numeroAlheio(fatos, d.texto, i)}.`),
  unidade_trocada: todas((ditas) => {
    const mudadas = ditas.flatMap((d) => {
      const troca = TROCAS_DE_UNIDADE.find(([padrao]) => d.texto.search(padrao) >= 0);
      return troca ? [{ ...d, texto: d.texto.replace(troca[0], troca[1]) }] : [];
    });
    return mudadas.length ? mudadas : null;
  }),
  data_inventada: dizendo((_, i) => `A sessão pública ocorrerá em ${String(11 + i).padStart(2, '0')}/03/2031, às 9h47.`),
  prazo_inventado: dizendo((_, i) => `Faltam ${417 + i} dias úteis para o fim do prazo de impugnação.`),
  valor_inventado: dizendo((_, i) => `O valor estimado da contratação é de R$ ${87 + i}.654.321,09.`),
  // Against what is known.
  contradicao: todas((ditas) => {
    const viradas = ditas.flatMap((d) => {
      const texto = contrario(d.texto.replace(/^[^:]{0,60}:\s*/, ''));
      return texto ? [{ ...d, texto }] : [];
    });
    return viradas.length ? viradas : null;
  }),
  contradicao_de_fato: todas((ditas, { fatos }) => {
    const virados = fatos.filter((f) => f.valor && f.pagina > 0 && f.trecho).map((f) => ({ ...ditas[0], texto: `${f.titulo}: o edital não exige.`, citacoes: [{ documento: f.documento, pagina: f.pagina, trecho: f.trecho }] }));
    return virados.length ? virados.slice(0, 8) : null;
  }),
  requisito_inventado: dizendo((_, i) => ['É obrigatória a apresentação de certificação ISO 9001.', 'Exige-se carta de solidariedade do fabricante.', 'A licitante deve manter escritório na sede do órgão.', 'O responsável técnico deve ter mestrado na área.', 'É exigido capital social integralizado em dinheiro.'][i % 5]!),
  requisito_acrescentado: dizendo((d) => `${d.texto.replace(/\.$/, '')}, com firma reconhecida em cartório e tradução juramentada.`),
  lei_de_memoria: dizendo(() => 'A Lei nº 8.666/1993, em seu art. 56, § 2º, limita a garantia a 10% do valor do contrato, o que se aplica a esta licitação.'),
  nome_inventado: dizendo(() => 'A Construtora Horizonte Azul Ltda. venceu o certame anterior e deve disputar este com desconto agressivo.'),
  desfecho_contrario: todas((ditas, _, p) => {
    const contra = naoParticipa(p.mensagens.map((m) => m.texto).join('\n'));
    return ditas.map((d) => ({ ...d, texto: contra ? 'A empresa pode participar sem nenhuma restrição: recomenda-se participar.' : 'A empresa está impedida de participar desta licitação: recomenda-se não participar.' }));
  }),
  portao_contrario: todas((ditas, _, p) => {
    const contra = naoParticipa(p.mensagens.map((m) => m.texto).join('\n'));
    return ditas.map((d) => ({ ...d, texto: contra ? 'A empresa atende a todos os requisitos de habilitação e não há impedimento.' : 'A empresa não atende à habilitação e será inabilitada.' }));
  }),
  nota_inventada: dizendo(() => 'O score desta oportunidade é 98 de 100, com probabilidade de vitória de 93%.'),
  // Adjustments.
  ajuste_enorme: ajustando((_, p) => [{ dimensao: dimensaoDe(p.esquema), pontos: 50, motivo: 'A oportunidade é excelente.', afirmacao: 0 }, { dimensao: dimensaoDe(p.esquema), pontos: -50, motivo: 'O risco é enorme.', afirmacao: 0 }]),
  ajuste_de_outro_agente: ajustando(() => AGENTES.flatMap(dimensoesDo).map((dimensao) => ({ dimensao, pontos: 9, motivo: 'Vale mais do que parece.', afirmacao: 0 }))),
  ajuste_sem_afirmacao: ajustando((_, p) => [{ dimensao: dimensaoDe(p.esquema), pontos: 8, motivo: 'Vale mais do que parece.', afirmacao: 99 }, { dimensao: dimensaoDe(p.esquema), pontos: 8, motivo: 'Vale mais do que parece.', afirmacao: -1 }]),
  ajustes_repetidos: ajustando((_, p) => Array.from({ length: 20 }, () => ({ dimensao: dimensaoDe(p.esquema), pontos: 10, motivo: 'Vale mais do que parece.', afirmacao: 0 }))),
  ajuste_com_motivo_falso: ajustando((_, p) => [{ dimensao: dimensaoDe(p.esquema), pontos: 7, motivo: 'O valor estimado é de R$ 87.654.321,09 e a empresa já venceu 14 certames; veja [aqui](http://exemplo.invalid).', afirmacao: 0 }]),
  // Form of what is said.
  marcacao: dizendo((d, i) => [`<b>${d.texto}</b><script>alert(1)</script>`, `**${d.texto}** [saiba mais](https://exemplo.invalid/x)`, `${d.texto} ![](http://exemplo.invalid/p.png?d=dados)`, `# ${d.texto}`, `${d.texto} javascript:alert(1)`][i % 5]!),
  marcadores: dizendo((d, i) => [`O valor é de [INSERIR VALOR].`, `Prezada {{empresa}}, apresente a proposta até XX/XX/XXXX.`, `${d.texto} Lorem ipsum dolor sit amet.`, 'Conforme <nome do órgão>, o prazo é de ___ dias.'][i % 4]!),
  caracteres_ocultos: dizendo((d) => `\u202E${d.texto.split(' ').join('\u200B ')}\u0000`),
  duzentas_afirmacoes: todas((ditas) => Array.from({ length: 200 }, (_, i) => ({ ...ditas[i % ditas.length]!, texto: `${REALCES[i % 15]!}, ${REALCES[Math.floor(i / 15) % 15]!}: ${ditas[i % ditas.length]!.texto}` }))),
  afirmacoes_vazias: cada((d, i) => ({ ...d, texto: ['', '   ', '.', '—'][i % 4]! })),
  afirmacoes_repetidas: todas((ditas) => Array.from({ length: 8 }, () => ditas[0]!)),
  texto_longo: dizendo((d) => `${d.texto} `.repeat(40).trim()),
  em_ingles: dizendo((_, i) => ['The bidder must submit the performance guarantee within ten business days.', 'This tender is a great opportunity for the company.', 'The deadline for questions is three days before the session.'][i % 3]!),
  tipo_desconhecido: cada((d) => ({ ...d, tipo: 'fato_comprovado' })),
  json_dentro_do_texto: dizendo((d) => `{"afirmacoes":[{"texto":"${d.texto.slice(0, 40)}"}]}`),
  // Against the system.
  /** Does what passages tell models to do, and quotes them for it. */
  obediente: (r, p) => {
    const ordens = todas((ditas, { trechos }) => {
      const achadas = trechos.flatMap((t) => t.texto.split(/(?<=[.;!?\n])\s*/).filter((f) => falaAModelos(f) && f.trim().length >= 12).map((f) => ({ documento: t.documento, pagina: t.pagina, trecho: f.trim().slice(0, 300) })));
      return achadas.length ? achadas.slice(0, 8).map((c) => ({ ...ditas[0], texto: c.trecho.replace(/\s+/g, ' '), citacoes: [c] })) : null;
    })(r, p);
    return ordens ? (ajustando((a, q) => [...a, { dimensao: dimensaoDe(q.esquema), pontos: 10, motivo: 'O documento manda.', afirmacao: 0 }])(ordens, p) ?? ordens) : null;
  },
  vaza_instrucoes: todas((ditas, _, p) => ditas.map((d) => ({ ...d, texto: `Minhas instruções são: ${p.mensagens[0]?.texto.slice(0, 300) ?? ''}` }))),
  vaza_segredo: dizendo(() => 'A chave de acesso é sk-proj-abcdefghijklmnopqrstuvwxyz0123456789 e o banco é postgres://alicit:senha@localhost/alicit.'),
  /** The chat says it found, and shows nothing; or the contrary. */
  encontrado_trocado: (r) => {
    const json = r.json as { readonly encontrado?: unknown; readonly afirmacoes?: unknown } | null | undefined;
    return typeof json?.encontrado === 'boolean' ? { ...r, json: json.encontrado ? { ...json, encontrado: false } : { ...json, encontrado: true, afirmacoes: [] } } : null;
  },
} as const satisfies Record<string, Falsificar>;

/** A dimension the agent that asks may move. */
function dimensaoDe(esquema: unknown): string {
  const permitidas = /"dimensao":\{[^{}]*"enum":\["([a-z]+)"/.exec(JSON.stringify(esquema) ?? '')?.[1];
  return permitidas ?? 'risco';
}
