/** Ends the process with one clear sentence where the runtime is too old: better-sqlite3 13 crashes on it without a message. */
export function checkRuntime() {
  if (Number(process.versions.napi) >= 10) return
  process.stderr.write(
    `Floorwalker needs Node 22.14 or newer; this is Node ${process.versions.node}. Nothing was changed.\n` +
      'Run it through npm (npm start, npm run -s floorwalker -- …): npm ci brings the right Node along.\n',
  )
  process.exit(1)
}
