// The programs the services are, and how they come to be here: Debian's packages.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const PG = '/usr/lib/postgresql/15/bin';
const INSTALAR_MS = 900_000;

/** Debian puts servers where a user's PATH may not look. */
const find = (nome) => [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/bin'].map((pasta) => join(pasta, nome)).find((caminho) => caminho.startsWith('/') && existsSync(caminho));

/** Each program, where it is (undefined: not here) and the package that brings it. */
const look = () => [
  { nome: 'redis', pacote: 'redis-server', caminho: find('redis-server') },
  { nome: 'pgbouncer', pacote: 'pgbouncer', caminho: find('pgbouncer') },
  { nome: 'postgres', pacote: 'postgresql-15', caminho: existsSync(join(PG, 'initdb')) && existsSync(join(PG, 'pg_dump')) ? PG : undefined },
  { nome: 'prometheus', pacote: 'prometheus', caminho: find('prometheus') },
  { nome: 'promtool', pacote: 'prometheus', caminho: find('promtool') },
];

/**
 * Where each program is, after installing what is missing.
 * @returns {Record<'redis' | 'pgbouncer' | 'postgres' | 'prometheus' | 'promtool', string>} `postgres` is the folder of its programs
 * @throws Error in Portuguese: what is missing and what to do
 */
export function requireProgramas(diz) {
  const pacotes = [...new Set(look().filter((p) => !p.caminho).map((p) => p.pacote))];
  if (pacotes.length) {
    diz(`Instalando ${pacotes.join(', ')} (apt-get)…`);
    install(pacotes);
  }
  const faltam = look().filter((p) => !p.caminho);
  if (faltam.length) throw new Error(`Mesmo depois de apt-get, não foram encontrados: ${faltam.map((p) => p.nome).join(', ')}. Instale à mão: apt-get install ${faltam.map((p) => p.pacote).join(' ')}`);
  return Object.fromEntries(look().map((p) => [p.nome, p.caminho]));
}

/** Debian starts what it installs, on the usual ports; a policy that says no, for the time of this, keeps it from that. */
const ROTEIRO = `set -e
politica=/usr/sbin/policy-rc.d
if [ ! -e $politica ]; then trap 'rm -f $politica' EXIT; printf '#!/bin/sh\\nexit 101\\n' >$politica; chmod 755 $politica; fi
export DEBIAN_FRONTEND=noninteractive
apt-get -o DPkg::Lock::Timeout=120 update -qq
apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends "$@"`;

function install(pacotes) {
  const aMao = `Instale à mão, num Debian 12, e repita: apt-get install ${pacotes.join(' ')}`;
  if (!find('apt-get')) throw new Error(`Faltam ${pacotes.join(', ')}, e este sistema não tem apt-get. ${aMao}`);
  const raiz = process.getuid() === 0;
  if (!raiz && spawnSync('sudo', ['-n', 'true']).status !== 0) throw new Error(`Faltam ${pacotes.join(', ')}, e instalar exige ser root ou ter sudo sem senha. ${aMao}`);
  const comando = ['sh', '-c', ROTEIRO, 'sh', ...pacotes];
  const r = spawnSync(raiz ? comando[0] : 'sudo', raiz ? comando.slice(1) : ['-n', ...comando], { encoding: 'utf8', timeout: INSTALAR_MS });
  if (r.status !== 0) throw new Error(`O apt-get não instalou ${pacotes.join(', ')}:\n${`${r.stderr ?? ''}${r.error?.message ?? ''}`.trim().split('\n').slice(-5).join('\n')}\n${aMao}`);
}
