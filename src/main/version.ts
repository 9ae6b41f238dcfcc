import metadata from '../../package.json' with { type: 'json' }

/** The version people see, and that quarantined records and reports name. */
export const version = metadata.version
