import { foldedLetters } from '../../fold.js'
import { rangesOf } from '../letter-ranges.js'

/**
 * `foldForSearch` as functions of SQL: NFKC and without regard to case, whatever the locale of the database. Where there is
 * none of the letters that change, which is looked for first, nothing more is done. A letter that becomes one other is
 * translated, those that become several are replaced one after the other.
 */
export function foldFunction(): string {
  const letters = foldedLetters()
  const single = letters.filter(([letter, folded]) => [...letter].length === [...folded].length)
  const several = letters.filter((one) => !single.includes(one))
  const [from, to] = [0, 1].map((side) => single.map((pair) => pair[side]).join(''))
  const replaced = several.reduce((text, [letter, folded]) => `replace(${text}, '${letter}', '${folded}')`, 'value')
  return `
    create function quintet.replace_letters(value text) returns text
    language sql immutable parallel safe as $$ select ${replaced} $$;

    create function quintet.fold_letters(value text) returns text
    language sql immutable parallel safe as $$
      select lower(normalize(translate(
        case when ${has(several)} then quintet.replace_letters(value) else value end, '${from}', '${to}'
      ), NFKC) collate "C")
    $$;

    create function quintet.fold_normal(value text) returns text
    language sql immutable parallel safe as $$
      select case when ${has(letters)} then quintet.fold_letters(quintet.fold_letters(value)) else value end
    $$;

    create function quintet.fold(value text) returns text
    language sql immutable parallel safe as $$
      select case when octet_length(value) = char_length(value) then lower(value collate "C")
        else quintet.fold_normal(lower(normalize(value, NFKC) collate "C")) end
    $$;`
}

function has(letters: [letter: string, folded: string][]): string {
  return `value collate "C" ~ '[${rangesOf(letters.map(([letter]) => letter))}]'`
}
