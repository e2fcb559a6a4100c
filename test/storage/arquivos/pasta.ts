import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll } from '@jest/globals';

/** A new folder, removed when the tests of the file end. */
export function makePasta(): string {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-arquivos-'));
  afterAllRemove.push(pasta);
  return pasta;
}

const afterAllRemove: string[] = [];
afterAll(() => {
  for (const pasta of afterAllRemove) rmSync(pasta, { recursive: true, force: true });
});

/** Paths, relative to the folder, of all files below it, in order; none when there is no folder. */
export function listFiles(pasta: string): string[] {
  try {
    return readdirSync(pasta, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => relative(pasta, join(e.parentPath, e.name)))
      .sort();
  } catch {
    return [];
  }
}
