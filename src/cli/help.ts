import { realmNames } from '../accounts/realm.js'

export const help = `Accounts of a realm, for operators.

  npm run admin -- <command> --realm <realm> [options]

  create          --name <name> [--role <id>] [--email <address>] [--mobile <number>] [--generate]
                  Makes an account: an administrator, unless --role says otherwise.
  list            Prints id, name, role, state and time of creation of every account, between tabs.
  reset-password  --name <name> [--generate]
                  Gives the account another password and ends its tokens.
  disable         --name <name>
                  Ends the account's tokens and lets it in no more.
  enable          --name <name>
  remove          --name <name>
                  Removes the account for good and frees its name.
  set-role        --name <name> --role <id>
  export          Writes every account with its password hash to standard output, a line of JSON each.
  import          --file <path>
                  Reads such lines: name and password_hash (bcrypt or argon2), and as wanted disabled, created_at and
                  the realm's own columns, as export writes them. A file with a wrong line is not imported at all;
                  names that are taken are told by line and left out; an import that was cut short goes on where it was.
  audit           [--actor <name>] [--action <action>] [--limit <rows>]
                  Prints the newest entries of the audit trail, 100 where --limit says nothing, between tabs.

  --realm         One of ${realmNames.join(', ')}.
  --name          The name that logs in; in user-login the email address.
  --role          An id: julong 0 is the administrators' (--role=-1: none); waste-sorting 0 or 1, 1 administers;
                  back-office 1 admin, 2 viewer. tms and user-login have no roles.
  --email, --mobile
                  julong and back-office only.
  --generate      Makes a password and prints it, this once. Without it the password is read from standard input:
                  from a pipe as it comes, on a terminal twice without being shown. No option takes a password.

The database is the server's: the same environment variables, see npm run config. The embedded database belongs to
one process at a time, so stop the server first.

Exit codes: 0 done, 1 refused or failed, 2 wrong usage.`
