import { DATA, findAchados, HORA, readData, readHora, type Achado, type TextoEdital } from '../../editais/index.js';
import { diffDias, type Dia, type Evidencia } from '../../kernel/index.js';

/** What the edital prints about the limit of a request, beyond the number of days. */
export interface LimiteImpresso {
  /** A day written out ("até 27/03/2026 às 11:00"); `hora` null when none. */
  readonly data: { readonly dia: Dia; readonly hora: string | null; readonly evidencia: Evidencia } | null;
  /** An hour that shortens the last day ("até as 17h"). */
  readonly hora: { readonly hora: string; readonly evidencia: Evidencia } | null;
  /** "Horário de expediente" without saying which. */
  readonly expediente: Evidencia | null;
  /** Only protocol on paper is taken. */
  readonly soFisico: Evidencia | null;
}

export type AlvoLimite = 'impugnacao' | 'esclarecimento';

const PALAVRA: Readonly<Record<AlvoLimite, string>> = { impugnacao: String.raw`impugna\w*`, esclarecimento: String.raw`(?:pedidos?\s+de\s+)?esclarecimentos?` };
const MEIO = String.raw`(?<meio>[^.;]{0,220}?)`;
const ANTECEDENCIA_MAXIMA = 90;
const FIM_DO_DIA = '23:59';

/** Reads the printed limits of an impugnação or a pedido de esclarecimento. `abertura` bounds what can be its date. */
export function readLimiteImpresso(t: TextoEdital, alvo: AlvoLimite, abertura: Dia | null): LimiteImpresso {
  return { data: readDataImpressa(t, alvo, abertura), hora: readHoraLimite(t, alvo), expediente: readExpediente(t, alvo), soFisico: readSoFisico(t, alvo) };
}

function readDataImpressa(t: TextoEdital, alvo: AlvoLimite, abertura: Dia | null): LimiteImpresso['data'] {
  const p = PALAVRA[alvo];
  const padroes = [
    new RegExp(String.raw`\b${p}${MEIO}\bate\s+(?:as?\s+|o\s+)?(?:dia\s+)?${DATA}(?:[^.;\n]{0,25}?${HORA})?`),
    new RegExp(String.raw`\b${p}${MEIO}\bate\s+(?:as\s+)?${HORA}[^.;]{0,30}?\b(?:dia|de)\s+${DATA}`),
    new RegExp(String.raw`\b(?:limite|prazo\s+final|prazo)\s[^.;\n]{0,60}?${p}(?<meio>[^.;\d]{0,80}?)${DATA}(?:[^.;\n\d]{0,25}?${HORA})?`),
  ];
  for (const padrao of padroes) {
    for (const a of findAchados(t, padrao, { regioes: ['edital', 'tr', 'anexo'] })) {
      const dia = readData(a.nome);
      const evidencia = t.trechoEm(a.inicio, a.fim);
      if (!dia || !evidencia || isResposta(a) || !isBefore(dia, abertura)) continue;
      const hora = a.nome['hora'] === undefined ? null : readHora(a.nome);
      return { dia, hora: hora === FIM_DO_DIA ? null : hora, evidencia };
    }
  }
  return null;
}

const isBefore = (dia: Dia, abertura: Dia | null): boolean => {
  if (!abertura) return false;
  const dias = diffDias(dia, abertura);
  return dias >= 0 && dias <= ANTECEDENCIA_MAXIMA;
};
/** "…3 dias úteis anteriores à data fixada para abertura da sessão pública": counts back from the session, is no date of it. */
const ANTES_DA_ABERTURA = /\b(?:antes|anterior(?:es)?|antecede\w*)\b[^,;.–-]{0,40}\b(?:abertura|sessao|certame)\b(?:\s+d[aoe]\s+(?:sessao|certame|licitacao|propostas?))?(?:\s+publica)?/;
/** The agency's own deadline to answer, or the receipt of proposals named in the same sentence. */
const isResposta = (a: Achado): boolean => /respo\w+|decid\w+|julgad\w+|divulga\w+|propostas?\b|sessao|abertura/.test((a.nome['meio'] ?? '').replace(ANTES_DA_ABERTURA, ' '));

const HORA_LIMITE = new RegExp(String.raw`\b(?:limitad[ao]s?\s+)?ate\s+(?:as?\s+)?${HORA}`);
/** "das 08:00 às 12:00 e das 13:00 às 17:00": the last hour closes the day. */
const INTERVALO = new RegExp(String.raw`\b(?:das?|de|entre|e)\s+\d{1,2}\s*(?:h|:)\s*(?:\d{2})?\s*(?:h|min|horas)?\w{0,4}\s*(?:as|a|ate|e)\s+(?:as\s+)?${HORA}`);

const LADO_A_LADO = 80;
function readHoraLimite(t: TextoEdital, alvo: AlvoLimite): LimiteImpresso['hora'] {
  const horas: { hora: string; a: Achado }[] = [];
  for (const a of findAchados(t, HORA_LIMITE, { regioes: ['edital'] })) {
    const hora = readHora(a.nome);
    if (hora && speaksOf(t, a, alvo) && !/propostas?|sessao|lances|vistoria|visita/.test(fraseOf(t, a))) horas.push({ hora, a });
  }
  const turnos = findAchados(t, INTERVALO, { regioes: ['edital'] });
  const primeiro = turnos.find((a) => speaksOf(t, a, alvo) && isDoPedido(fraseOf(t, a)));
  if (!horas.length && primeiro) {
    // Morning and afternoon shifts stand side by side: the later one closes the day.
    const fins = turnos.filter((a) => a.inicio >= primeiro.inicio && a.inicio - primeiro.inicio < LADO_A_LADO).flatMap((a) => ({ hora: readHora(a.nome) ?? '', a }));
    horas.push(fins.reduce((m, x) => (x.hora > m.hora ? x : m)));
  }
  for (const { hora, a } of horas.sort((x, y) => x.hora.localeCompare(y.hora))) {
    const evidencia = t.trechoEm(a.inicio, a.fim);
    if (evidencia && hora < FIM_DO_DIA && hora >= '08:00') return { hora, evidencia };
  }
  return null;
}

/** The hours are those of handing in the request, not those at which the agency answers the telephone. */
const isDoPedido = (frase: string): boolean => /protocol|enviad|encaminh|recebid|apresentad|entreg|aceit|(?:expediente|funcionamento)|endereco/.test(frase) && !/propostas?\s|sessao|vistoria|visita|atendera|telefone/.test(frase);

function readExpediente(t: TextoEdital, alvo: AlvoLimite): Evidencia | null {
  const a = findAchados(t, /\b(?:horario|periodo)\s+(?:normal\s+)?(?:de\s+(?:expediente|funcionamento)|comercial)\b/, { regioes: ['edital'] }).find((x) => speaksOf(t, x, alvo));
  return a ? t.trechoEm(a.inicio, a.fim) : null;
}

const FISICO = /\b(?:protocolad[ao]s?|protocolar|protocolo|entregues?|apresentad[ao]s?)\b[^;]{0,120}?\b(?:exclusivamente|somente|apenas|unicamente|obrigatoriamente)\b[^;.]{0,100}?\b(?:setor\s+de\s+protocolo|protocolo\s+(?:geral|central|da\s+prefeitura|do\s+municipio)|presencial\w*|pessoalmente|sede\s+d[ae])/;
const NAO_ELETRONICO = /\bnao\s+ser(?:a|ao)\s+(?:aceit|admitid|conhecid|recebid)\w+\b[^.;]{0,80}?\b(?:meio\s+eletronico|via\s+eletronica|forma\s+eletronica)/;

function readSoFisico(t: TextoEdital, alvo: AlvoLimite): Evidencia | null {
  const a = [...findAchados(t, FISICO, { regioes: ['edital'] }), ...findAchados(t, NAO_ELETRONICO, { regioes: ['edital'] })].find((x) => speaksOf(t, x, alvo) && !/eletronicamente|pelo\s+sistema|plataforma|portal|\bsite\b/.test(x.clausula));
  return a ? t.trechoEm(a.inicio, Math.min(a.fim, a.inicio + 300)) : null;
}

const TITULO: Readonly<Record<AlvoLimite, RegExp>> = { impugnacao: /impugna/, esclarecimento: /esclarec/ };

/** The clause, or the section, is about this request. */
const speaksOf = (t: TextoEdital, a: Achado, alvo: AlvoLimite): boolean =>
  new RegExp(PALAVRA[alvo]).test(fraseOf(t, a)) || (TITULO[alvo].test(a.secao) && !/recurs|contrarraz/.test(a.secao));

const FRASE_MAXIMA = 300;
/** The sentence around a match, folded: 300 characters each side at most, cut at a full stop or semicolon that ends one. */
function fraseOf(t: TextoEdital, a: Achado): string {
  const c = t.clausulaEm(a.inicio, a.fim, FRASE_MAXIMA);
  const antes = t.dobrado.slice(c.inicio, a.inicio).split(/;|\.\s+(?=[a-z]{2})/).at(-1) ?? '';
  const depois = t.dobrado.slice(a.fim, c.fim).split(/;|\.\s/)[0] ?? '';
  return antes + t.dobrado.slice(a.inicio, a.fim) + depois;
}
