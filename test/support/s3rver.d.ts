/** s3rver has no types of its own; what the tests use of it. */
declare module 's3rver' {
  export default class S3rver {
    constructor(opcoes: { address: string; port: number; silent: boolean; directory: string; configureBuckets: { name: string }[] });
    run(): Promise<{ address: string; port: number }>;
    close(): Promise<void>;
  }
}
