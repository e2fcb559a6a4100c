#!/bin/sh
# Uma decisão sobre um edital, só com curl, em duas chamadas: pede (e espera) a análise, depois lê o relatório.
#
#   ALICIT_URL=http://localhost:3000 ALICIT_CHAVE=alicit_… sh exemplos/api.sh [EMPRESA.json EDITAL...]
#
# Sem argumentos, usa a empresa e o edital de exemplo. O relatório (Markdown) sai no stdout; o resto, no stderr.
set -eu

: "${ALICIT_URL:=http://localhost:3000}"
: "${ALICIT_CHAVE:?defina ALICIT_CHAVE com a chave de API (npm start mostra a primeira)}"
formato="${ALICIT_FORMATO:-text/markdown}"
pasta=$(dirname "$0")
if [ $# -eq 0 ]; then set -- "$pasta/empresa.json" "$pasta/edital-exemplo.pdf"; fi
if [ $# -lt 2 ]; then echo "uso: api.sh EMPRESA.json EDITAL..." >&2; exit 2; fi
empresa=$1
shift
for arquivo in "$@"; do
  set -- "$@" -F "arquivos=@$arquivo"
  shift
done

temporaria=$(mktemp -d)
trap 'rm -rf "$temporaria"' EXIT

# 1. Tudo num só pedido. `Prefer: wait=60` espera o fim: 200 com a decisão, ou 202 se ainda não terminou.
status=$(curl -sS -o "$temporaria/analise.json" -w '%{http_code}' -X POST "$ALICIT_URL/v1/analises" \
  -H "Authorization: Bearer $ALICIT_CHAVE" -H 'Prefer: wait=60' -F "empresa=@$empresa;type=application/json" "$@")
case $status in
  200) ;;
  202) echo 'a análise ainda não terminou: repita o comando, ele encontra a mesma análise' >&2; exit 3 ;;
  *) cat "$temporaria/analise.json" >&2; echo >&2; exit 1 ;;
esac
relatorio=$(sed -n 's/.*"relatorio":"\(\/v1\/[^"]*\)".*/\1/p' "$temporaria/analise.json")
desfecho=$(sed -n 's/.*"desfecho":"\([A-Z_]*\)".*/\1/p' "$temporaria/analise.json")
if [ -z "$desfecho" ]; then # a análise falhou: o erro diz o que fazer
  sed -n 's/.*"erro":{"codigo":"\([^"]*\)","mensagem":"\([^"]*\)"}.*/\1: \2/p' "$temporaria/analise.json" >&2
  echo >&2
  exit 1
fi
echo "decisão: $desfecho" >&2

# 2. O relatório, com a prova de cada fato: text/markdown, text/html ou application/json.
curl -sS --fail-with-body "$ALICIT_URL$relatorio" -H "Authorization: Bearer $ALICIT_CHAVE" -H "Accept: $formato"
