import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const read = (nome: string): string => readFileSync(join(process.cwd(), nome), 'utf8');

describe('the image', () => {
  const [, construcao = '', dependencias = ''] = read('Dockerfile').split(/^FROM .*$/m);

  it('is compiled where the compiler is: its binary is an optional package of its platform', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { optional?: boolean }> };
    expect(packages['node_modules/@swc/core-linux-x64-gnu']?.optional).toBe(true);
    expect(construcao).toMatch(/^RUN npm ci\b(?!.*--omit)/m);
  });

  it('keeps neither development packages nor the embedded database', () => {
    expect(dependencias).toMatch(/^RUN npm ci --omit=dev --omit=optional\b/m);
  });
});
