/** How long a token still lasts, in words. */
export function timeLeft(end: number | undefined, now: number): string {
  if (end === undefined) return '令牌没有写明有效期'
  const seconds = Math.floor((end - now) / 1000)
  if (seconds <= 0) return '令牌已过期'
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  if (hours > 0) return `剩余 ${hours} 小时 ${minutes} 分`
  return minutes > 0 ? `剩余 ${minutes} 分 ${seconds % 60} 秒` : `剩余 ${seconds} 秒`
}
