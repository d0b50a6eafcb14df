"""An emulator of a SharePoint site: a real HTTP server that genuine clients accept, with state, versions, locks and a change log."""
