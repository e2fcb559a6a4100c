import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { findAchados, isModeloEmBranco } from '../extracao/achados.js';
import { inteiroRx, readInteiro } from '../extracao/numeros.js';

const PRAZO = new RegExp(
  String.raw`(?:validade\s+d[ae]s?\s+(?:sua\s+|suas\s+)?propostas?|propostas?\s+(?:tera|terao|deverao?\s+ter)\s+(?:o\s+)?(?:prazo\s+de\s+)?validade|prazo\s+de\s+validade)(?<meio>[^.;]{0,120}?)${inteiroRx('n')}\s*(?<unidade>dias|meses)`,
);

/** Validity of the proposal in calendar days (art. 90 §3º: the edital sets it; the law fixes none). */
export const validadeProposta = defineCampo<'validade_proposta_dias'>({
  campo: 'validade_proposta_dias',
  read: ({ t }) => {
    const candidatos: Candidato<number>[] = [];
    for (const a of findAchados(t, PRAZO)) {
      const n = readInteiro(a.nome, 'n');
      if (!n || isModeloEmBranco(a.g[0] ?? '')) continue;
      const dias = a.nome['unidade'] === 'meses' ? n.n * 30 : n.n;
      if (dias < 15 || dias > 400 || /certid|garantia|ata\b|produto|medicamento|balanco|documento/.test(a.nome['meio'] ?? '')) continue;
      const autoridade = { edital: 0.93, tr: 0.8, anexo: 0.75, planilha: 0.7, minuta: 0.6, modelo: 0.72, etp: 0.5, sumario: 0 }[a.regiao];
      const generico = /^prazo/.test(a.g[0] ?? '') && !/propost/.test(a.clausula) ? 0.5 : 0;
      candidatos.push({
        valor: dias, inicio: a.inicio, fim: a.fim, peso: autoridade - generico,
        ...(n.conflito !== undefined ? { nota: `CONFLITO: o número (${n.n}) e o extenso (${n.conflito}) divergem.` } : {}),
      });
    }
    return candidatos;
  },
});
