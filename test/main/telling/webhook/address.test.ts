import { describe, expect, it } from 'vitest'
import { isPublicAddress, publicAddresses } from '../../../../src/main/telling/webhook/address.ts'

const outside = { address: '93.184.215.14', family: 4 }
const resolve = (...addresses: readonly string[]) =>
  publicAddresses(new URL('https://chat.example/hook'), async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  )

describe('a webhook', () => {
  it.each([
    '127.0.0.1',
    '127.1.2.3',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:1::',
    '2001:db8::1',
    'nonsense',
    '',
  ])('is not at %s', (address) => expect(isPublicAddress(address)).toBe(false))

  it.each([
    '93.184.215.14',
    '172.32.0.1',
    '192.169.0.1',
    '100.128.0.1',
    '2606:2800:21f::1',
    '2a00:1450:4001::1',
  ])('may be at %s', (address) => expect(isPublicAddress(address)).toBe(true))

  it('is where its name resolves to, if all of that is public', async () => {
    expect(await resolve('93.184.215.14')).toEqual({ addresses: [outside] })
    expect(await resolve('93.184.215.14', '10.0.0.1')).toMatchObject({
      why: 'chat.example is an address of this machine or its network; only public ones are posted to.',
    })
    expect(await resolve()).toMatchObject({ why: 'chat.example cannot be found.' })
  })

  it.each([
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'http://chat.example/',
    'https://name:word@chat.example/',
  ])('is refused at %s without asking anybody', async (address) => {
    const asked: string[] = []
    const place = await publicAddresses(new URL(address), async (host) => {
      asked.push(host)
      return [outside]
    })
    expect(place).toMatchObject({ why: expect.stringMatching(/\.$/) as string })
    expect(asked).toEqual([])
  })
})
