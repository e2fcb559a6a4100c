/** Something in a profile that was not refused but that its owner should look at. */
export interface AvisoEmpresa {
  /** JSON pointer (RFC 6901) into the profile. */
  readonly ponteiro: string;
  /** Portuguese. */
  readonly mensagem: string;
}
