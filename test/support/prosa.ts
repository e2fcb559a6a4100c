import type { Bloco, Linha, Relatorio } from '../../src/relatorios/index.js';

/** Everything a report says in its own words, one string a line, quotes and texts between “ ” left out. */
export function proseOf(r: Relatorio): string[] {
  const linha = (l: Linha): string => l.map((t) => (typeof t === 'string' ? t : 'forte' in t ? t.forte : 'selo' in t ? t.selo : '')).join('');
  const bloco = (b: Bloco): string[] => {
    switch (b.tipo) {
      case 'paragrafo': return [linha(b.texto)];
      case 'subtitulo': return [b.texto];
      case 'lista': return b.itens.map(linha);
      case 'ficha': return b.pares.flatMap(([k, v]) => [k, linha(v)]);
      case 'tabela': return [...b.cabecalho, ...b.linhas.flatMap((l) => l.map(linha))];
      case 'decisao': return [b.titulo, linha(b.frase), ...b.quadros.flatMap((q) => [q.rotulo, q.valor, q.nota ?? ''])];
    }
  };
  const textos = [r.titulo, r.subtitulo, ...r.secoes.filter((s) => s.id !== 'evidencias').flatMap((s) => [s.titulo, ...s.blocos.flatMap(bloco)]), ...r.rodape];
  return textos.map((t) => t.replace(/“[^”]*”/g, '“”').replace(/sha256 \w+/g, 'sha256')).filter((t) => t !== '');
}

/** Every number of a text, in one shape: "1.620.380,00", "1620380.00" and "1620380" are the same. */
export function numbersOf(texto: string): string[] {
  return (texto.match(/\d+(?:[.,]\d+)*/g) ?? []).flatMap((n) => {
    const limpo = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(n) ? n.replace(/\./g, '').replace(',', '.') : n.replace(/,(?=\d+$)/, '.');
    return /^\d+(?:\.\d+)?$/.test(limpo) ? [String(Number(limpo))] : limpo.split(/[.,]/).map((x) => String(Number(x)));
  });
}
