import { removeSecondFactor } from '../../accounts/second-factor/remove.js'
import { wrongUsage } from '../terminal/stop.js'
import { accountOf, command, nameOption, onlyWhere } from './command.js'

export const removeFactor = command({
  summary: 'Removes the second factor of an account that has lost it, and ends its tokens.',
  details: `The next login takes the password alone. ${onlyWhere(({ secondFactor }) => secondFactor !== undefined)}`,
  options: { name: nameOption },
  async run(context, { name }) {
    if (context.realm.secondFactor === undefined) {
      throw wrongUsage(`accounts of ${context.realm.name} have no second factor`, 'remove-second-factor')
    }
    const account = await accountOf(context, name)
    await removeSecondFactor(context, account.id)
    return { name: account.name, done: 'has no second factor any more' }
  }
})
