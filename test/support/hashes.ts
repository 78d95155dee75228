/** The password of `GOOD_HASHES`. */
export const HASHED_PASSWORD = 'Pass-Wörd 密码1'

/** What other software made of it. */
export const GOOD_HASHES = {
  'bcrypt $2a$': '$2a$04$viPMNZsCRHtihYIwkopNUOBTBJulAl4u15ITP.kZwtP9oPmI5XHfW',
  'bcrypt $2b$': '$2b$04$viPMNZsCRHtihYIwkopNUOBTBJulAl4u15ITP.kZwtP9oPmI5XHfW',
  'bcrypt $2y$': '$2y$04$viPMNZsCRHtihYIwkopNUOBTBJulAl4u15ITP.kZwtP9oPmI5XHfW',
  'argon2id of 16 bytes': '$argon2id$v=19$m=1024,t=2,p=4$c29tZXNhbHQ$8Z6sLqrwze3PAJ10F/j9LA',
  'argon2id of 8 lanes':
    '$argon2id$v=19$m=65536,t=4,p=8$l53g5RKwaOrx3yjQ1j6E/A$t34Y8d+KfpzoabTg6L0u5/awr8jlN3e/EcQ+9yS9omU',
  argon2d: '$argon2d$v=19$m=1024,t=2,p=4$4Bpkzk9XPmKmXz+vkxT94g$I8s/lqEFMGHuHjqGW1JjpjDfrwzeReRaJwjvTq3Q7fw',
  'argon2i of version 16':
    '$argon2i$v=16$m=1024,t=2,p=4$Iz+t6M6jjfNhjqycCOG0OQ$lyQ84LCRzdDl6snHW5fjGSPzXB7iQ0qm7LWYOP1+TiE',
  'argon2i without a version':
    '$argon2i$m=1024,t=2,p=4$Iz+t6M6jjfNhjqycCOG0OQ$lyQ84LCRzdDl6snHW5fjGSPzXB7iQ0qm7LWYOP1+TiE'
}

const BCRYPT = 'viPMNZsCRHtihYIwkopNUOBTBJulAl4u15ITP.kZwtP9oPmI5XHfW'
const SALT = 'c29tZXNhbHRzb21lc2FsdA'
const SUM = 'A'.repeat(43)
const argon2 = (parameters: string, salt = SALT, sum = SUM) => `$argon2id$${parameters}$${salt}$${sum}`

/** Hashes that no password is compared with, and the reason. */
export const WRONG_HASHES = {
  'cost 99': { hash: `$2b$99$${BCRYPT}`, reason: 'has a bcrypt cost of 99, which is not from 4 to 15' },
  'cost 0': { hash: `$2b$00$${BCRYPT}`, reason: 'has a bcrypt cost of 0, which is not from 4 to 15' },
  'cost 32': { hash: `$2b$32$${BCRYPT}`, reason: 'has a bcrypt cost of 32, which is not from 4 to 15' },
  'cost 16': { hash: `$2y$16$${BCRYPT}`, reason: 'has a bcrypt cost of 16, which is not from 4 to 15' },
  'bcrypt cut off': {
    hash: `$2b$10$${BCRYPT.slice(1)}`,
    reason: 'is not of the form of bcrypt: $2b$, two digits of cost, $, 53 characters'
  },
  'm of 4 TiB': {
    hash: argon2('v=19$m=4294967295,t=3,p=1'),
    reason: 'has m (KiB of memory) of 4294967295, which is not from 8 to 1048576'
  },
  'm beyond 32 bits': {
    hash: argon2('v=19$m=99999999999,t=3,p=1'),
    reason: 'has m (KiB of memory) of 99999999999, which is not from 8 to 1048576'
  },
  'm of 0': {
    hash: argon2('v=19$m=0,t=0,p=0'),
    reason: 'has m (KiB of memory) of 0, which is not from 8 to 1048576'
  },
  'm and t that last for hours': {
    hash: argon2('v=19$m=4194304,t=1000,p=1'),
    reason: 'has m (KiB of memory) of 4194304, which is not from 8 to 1048576'
  },
  'm and t that last for a minute': {
    hash: argon2('v=19$m=1048576,t=5,p=1'),
    reason: 'has m times t of 5242880, which is not from 0 to 4194304'
  },
  't of 1000': { hash: argon2('v=19$m=8,t=1000,p=1'), reason: 'has t (passes) of 1000, which is not from 1 to 256' },
  'm below 8 p': {
    hash: argon2('v=19$m=31,t=1,p=4'),
    reason: 'has m=31 for p=4, which is less than 8 KiB a lane'
  },
  'p of millions': {
    hash: argon2('v=19$m=1024,t=2,p=99999999'),
    reason: 'has p (lanes) of 99999999, which is not from 1 to 64'
  },
  'salt of a byte': {
    hash: argon2('v=19$m=1024,t=2,p=1', 'YQ'),
    reason: 'has a salt in bytes of 1, which is not from 8 to 1024'
  },
  'hash of two bytes': {
    hash: argon2('v=19$m=1024,t=2,p=1', SALT, 'AAA'),
    reason: 'has a hash in bytes of 2, which is not from 4 to 1024'
  },
  'version 1': {
    hash: argon2('v=1$m=1024,t=2,p=1'),
    reason: 'has version 1 of argon2, which is neither 16 nor 19'
  },
  'base64 of 41 characters': {
    hash: argon2('v=19$m=1024,t=2,p=1', SALT, 'A'.repeat(41)),
    reason: 'has a hash that is no base64 without padding'
  },
  padding: {
    hash: argon2('v=19$m=1024,t=2,p=1', `${SALT}==`),
    reason: 'has a salt that is no base64 without padding'
  },
  'other parameters': {
    hash: argon2('v=19$m=1024,t=2,p=1,data=YWFhYWFhYWE'),
    reason: 'is not of the form of argon2: $argon2id$v=19$m=…,t=…,p=…$salt$hash'
  }
}
