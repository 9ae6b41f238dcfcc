import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { packPrepared, unpackPrepared, type PackedPrepared } from '../../../src/main/search/packPrepared.ts'
import type { Prepared } from '../../../src/main/search/preparing.ts'

it('prepared documents arrive in the other thread as they were sent', () => {
  const prepared: Prepared = {
    documents: [
      { second: 1_780_000_000, ref: 2 ** 42 + 1, edited: true, lane: 3, terms: '退款 abc \ue000 \u{f0001}' },
      { second: -5, ref: 4, edited: false, lane: 0, terms: '' },
    ],
    words: ['abc'],
  }
  const { port1, port2 } = new MessageChannel()
  for (const sent of [prepared, { documents: [], words: [] }]) {
    port1.postMessage(packPrepared(sent))
    const received = receiveMessageOnPort(port2)?.message as PackedPrepared
    expect(unpackPrepared(received)).toEqual(sent)
  }
  port1.close()
})
