import base from './jest.config.mjs';

/** The tests that need real services: `npm run services:up` first. All are needed; one missing fails at once, named. */
export default {
  ...base,
  testRegex: '\\.servicos-spec\\.ts$',
  globalSetup: '<rootDir>/test/support/exige-servicos.mjs',
  globalTeardown: '<rootDir>/test/support/desce-postgres.mjs',
  // Most of their time is waiting: for an outage to be noticed, for a lease to end.
  maxWorkers: 3,
  testTimeout: 120_000,
};
