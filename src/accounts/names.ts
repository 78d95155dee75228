/**
 * The form under which a login name is unique: NFKC, without surrounding white space, without regard to case.
 * `Ａdmin ` and `admin` are one name.
 */
export function canonicalName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().normalize('NFKC')
}
