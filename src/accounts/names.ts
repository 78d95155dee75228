/**
 * The form under which a login name is unique: NFKC, without surrounding white space, without regard to case.
 * `Ａdmin ` and `admin` are one name, and so are `Straße` and `STRASSE`.
 */
export function canonicalName(name: string): string {
  // Twice, for the lower form of some letters (ẞ) has another upper form.
  return fold(fold(name)).trim()
}

/** By way of upper case, where letters meet whose lower forms are several: ß and ss, ς and σ. */
function fold(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}
