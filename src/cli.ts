import 'reflect-metadata';
import { buildPrograma } from './cli/programa.js';

process.exitCode = await buildPrograma().run(process.argv.slice(2));
