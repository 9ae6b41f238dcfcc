#!/usr/bin/env node
// Plain JavaScript, so that it can speak on any Node: an older one would crash without a word when SQLite loads.
import { checkRuntime } from './runtime.mjs'

checkRuntime()
const { runCommandLine } = await import('../src/main/hosts/cli/main.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
