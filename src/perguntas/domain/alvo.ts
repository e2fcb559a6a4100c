import { fold } from '../../kernel/index.js';
import { isVazia, stem, tokenize } from '../../portugues/index.js';

/** The kind of thing a question asks for, that the passage which answers must show. */
export type TipoAlvo = 'periodo' | 'percentual' | 'dinheiro' | 'data' | 'hora' | 'contagem' | 'endereco' | 'telefone' | 'email' | 'nome' | 'indice' | 'conta' | 'temperatura' | 'medida';
export interface Alvo {
  readonly tipo: TipoAlvo;
  /** On the folded passage (a name: on the passage as written), with the g flag. */
  readonly padrao: RegExp;
  /** What is counted ("quantas licenças" → "licenc"): its number stands beside it. */
  readonly contado?: string;
  /** False for a match that only looks like the thing, by itself or by what stands around it. */
  readonly serve?: (achado: string, emVolta: string) => boolean;
}

const N = String.raw`\d{1,3}(?:[.,]\d{1,3})?\s?[ºo]?\s*(?:\([^()]{2,50}\)\s*)?`;
const EXTENSO = '(?:uma?|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|doze|quinze|vinte|trinta|quarenta|sessenta|noventa|cento e vinte)';
const tempo = (unidades: string): RegExp => new RegExp(String.raw`\b(?:${N}|${EXTENSO}\s+)(?:${unidades})\b`, 'g');
const UNIDADES: readonly (readonly [RegExp, string])[] = [
  [/\bhoras?\b/, 'horas?|hs?|dias?|minutos?'], [/\bdias?\b/, 'dias?|horas?|mes(?:es)?|uteis'], [/\bmes(?:es)?\b/, 'mes(?:es)?|dias?|anos?|semanas?'], [/\banos?\b/, 'anos?|mes(?:es)?|dias?'], [/\bminutos?\b/, 'minutos?|min|segundos?|horas?|hs?'], [/\bsemanas?\b/, 'semanas?|dias?|mes(?:es)?'],
];
const TEMPO = tempo('dias?|horas?|hs?|minutos?|min|segundos?|mes(?:es)?|anos?|semanas?|uteis');
const IMEDIATO = /imediat|concomitant|a qualquer (?:tempo|momento)/.source;
const PERIODO = new RegExp(`${TEMPO.source}|${IMEDIATO}`, 'g');
const PERCENTUAL = /\d\s*(?:\([^()]{2,60}\)\s*)?(?:%|por cento)/g;
const DINHEIRO = /r\$\s*\d|\d\s*(?:\([^()]{2,60}\)\s*)?(?:reais|centavos)|\d{1,3}(?:\.\d{3})+,\d{2}|\b\d+,\d{2,4}\b/g;
const DATA = /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2}[ºo]? (?:de )?(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)/g;
const HORA = /\b\d{1,2}\s*(?:h\b|hs\b|horas?\b|:\d{2}|h\d{2})/g;
/** Not the number of an item ("2.1."). */
const NUMERO = /\b(?:dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|doze|quinze|vinte|trinta)\b|(?<![\d.,/-])\d+(?:[.,]\d{2,3})*(?![\d/.]|,\d|\s*[-)])/g;
const ENDERECO = /\b(?:rua|avenida|av\.|praca|rodovia|travessa|alameda|estrada|logradouro)\s|\bcep\b|\bbairro\b|@|https?:|www\./g;
const TELEFONE = /\(?\b\d{2}\)?\s*\d?\s?\d{4}[- .]\d{4}\b|\b9?\d{4}-\d{4}\b/g;
const EMAIL = /\S@\S/g;
const INDICES = /\b(?:ipca|inpc|igp|incc|sinapi|icti|ipc|cub|sicro|ist|selic|inpp)\b/g;
const CONTA = /\bagencia\b.{0,40}\d|\bconta\b.{0,30}\d/g;
const TEMPERATURA = /\d\s*(?:[ºo]\s*c\b|graus|celsius)/g;
const MEDIDA = /\d\s*(?:\([^()]{2,60}\)\s*)?(?:m2|m²|m3|m³|km|metros?|mm|cm|kg|ton|toneladas?|t\b|litros?|ml|gb|tb|mbps|gigabytes?|hectares?|ha\b|m\b|g\b|gramas?|mg)|\b(?:m2|m²|m3|m³|km|un|kg)\s+\d/g;

const NOME = /\p{Lu}[\p{Ll}]{2,}(?: (?:d[aeo]s? )?\p{Lu}[\p{Ll}]+){1,4}|\p{Lu}{3,}(?: (?:D[AEO]S? )?\p{Lu}{3,}){1,4}/gu;

/** Capitalised words that are no one's name. */
const INSTITUICAO = /\b(?:contrat|fiscal|secretari|prefeitur|municip|lei\b|federal|estad|edital|termo|camara|licita|pregao|agente|comissao|departament|diretori|setor|obra|anexo|orgao|administra|gestor|govern|fundo|ministeri|republica|brasil|responsavel|tecnic|geral|nacional|public|ata\b|preco|registro|instrument|clausula|social|process|servic|desenvolv|educac|saude|assistenc|planejament|financ|fazenda|uniao|conselho|ordem|nota|portal|sistema|diario|oficial|civil|codigo|tribunal|justica|capital|empres|microempres|pequeno|porte)/;
/** What stands beside the name of a person. */
const DE_PESSOA = /\b(?:sr|sra|senhora?|servidora?|dra?|eng|engenheir[oa]|arquitet[oa]|cpf|matricula|portaria|secretari[oa]|prefeit[oa]|pregoeir[oa]|presidente|vereadora?|nome|titular|suplente|designad[oa])\b/;
const isNome = (achado: string, emVolta: string): boolean => !INSTITUICAO.test(fold(achado)) && DE_PESSOA.test(fold(emVolta));

const MEDIDAS_PEDIDAS = /\bquant[oa]s? (?:metros?|quilometros?|km|m2|m²|litros?|quilos?|toneladas?|gigabytes?|gb|tb|hectares?|gramas?|mm|cm)|espessura|\bdistancia|\barea\b|largura|comprimento|altura|\bpeso\b|profundidade|raio maximo/;

/** What the question asks for, when its words tell; more than one for a question of several parts. */
export function alvosDe(pergunta: string): Alvo[] {
  const p = fold(pergunta);
  const alvos: Alvo[] = [];
  const add = (tipo: TipoAlvo, padrao: RegExp, mais: Partial<Alvo> = {}): void => {
    if (!alvos.some((a) => a.tipo === tipo)) alvos.push({ tipo, padrao, ...mais });
  };
  const unidade = /\bquant[oa]s (dias|horas|meses|mes|anos|minutos|semanas)(?: de (?!antecedencia|prazo|validade|garantia|vigencia|abertura)([a-z]+))?/.exec(p);
  if (/\bquantas horas (?:de\b|dura\b|d[eo] (?!antecedencia))(?! antecedencia)/.test(p)) add('periodo', tempo('horas?|hs?'));
  else if (unidade) add('periodo', new RegExp(`${tempo(UNIDADES.find(([r]) => r.test(unidade[1]!))![1]).source}|${IMEDIATO}`, 'g'));
  else if (/quanto tempo|\bprazos?\b(?! de validade d)|por quanto tempo|\bvigencia|\bvalidade|quanto dura|antecedencia/.test(p)) add('periodo', PERIODO);
  if (/percentual|por cento|porcentagem|\b%|\bbdi\b|ponto percentual/.test(p)) add('percentual', PERCENTUAL);
  else if (/(?:de quanto|qual) (?:e |sera |pode ser |fica )?(?:[oa] )?(?:valor d[ae] )?(?:multa|desconto minimo)/.test(p)) add('percentual', new RegExp(`${PERCENTUAL.source}|${DINHEIRO.source}`, 'g'));
  if (/diferenca minima|intervalo minimo|pelo menos quanto|\blances?\b.*\bquanto (?:menor|abaixo)/.test(p)) add('dinheiro', new RegExp(`r\\$\\s*\\d|\\d,\\d|${PERCENTUAL.source}|reais|centavos`, 'g'));
  else if (/^(?:e )?(?:qual|quais|quanto|de quanto|em quanto|por quanto)\b|, (?:qual|quanto|de quanto)\b/.test(p) && /\bvalor(?:es)?\b|\bprecos?\b|quanto custa|quanto (?:pagam|recebeu|vai custar|gast)|em reais|\borcad[oa]|capital social|cobertura minima/.test(p) && !/em que (?:valor|preco)|abaixo de que|casas decimais/.test(p)) add('dinheiro', new RegExp(`${DINHEIRO.source}|${PERCENTUAL.source}`, 'g'));
  if (/\bindice\b.*\b(?:reajust|corrig|correcao|atualiz)|\b(?:reajust|corrig|correcao)\w*.*\bindice\b/.test(p)) add('indice', INDICES);
  else if (/\bindices?\b/.test(p)) add('contagem', NUMERO);
  if (/\bque dia\b|\bem que data\b|qual (?:e )?a data|\bqual o dia\b|ate que dia/.test(p)) add('data', DATA);
  if (/que horas|\bhorarios?\b|que hora\b/.test(p)) add('hora', HORA);
  if (/\bendereco\b|^(?:para )?onde\b.*(?:entreg|\bfica|descarreg|envi|mand|agend|instal|local|execut|apresent|protocol|retir|constru)|\bem que (?:local|lugar)\b|qual (?:e )?o local/.test(p)) add('endereco', new RegExp(`${ENDERECO.source}|\\b(?:setor|secretaria|almoxarifado|sala|dependencias|sede|portal|site|sistema|plataforma|local|farmacia|unidade|deposito|obra)\\b`, 'g'));
  if (/telefone|celular|whatsapp|com quem falo/.test(p)) add('telefone', TELEFONE);
  if (/e-mail|\bemail\b/.test(p)) add('email', EMAIL);
  if (/(?<!em )\bnomes? d[oa]s?\b(?! (?:empresa|orgao|municipio|minha))|como se chama/.test(p)) add('nome', NOME, { serve: isNome });
  if (/banco e agencia|que banco|\bagencia\b|numero da conta|conta (?:bancaria|corrente)/.test(p)) add('conta', CONTA);
  if (/temperatura|quantos graus/.test(p)) add('temperatura', TEMPERATURA);
  if (MEDIDAS_PEDIDAS.test(p)) add('medida', MEDIDA);
  if (!alvos.length) {
    const q = /\bquant[oa]s?\b\s+(?:de\s+)?/.exec(p);
    const [primeira] = q ? tokenize(p.slice(q.index + q[0].length)).filter((t) => !isVazia(t.texto)) : [];
    if (q) add('contagem', NUMERO, primeira && /\bquant[oa]s\b/.test(p) ? { contado: stem(primeira.texto) } : {});
    else if (/^qual\b.*\b(?:minim|maxim)[oa]\b/.test(p)) add('contagem', NUMERO);
  }
  return alvos;
}
