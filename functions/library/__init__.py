"""Where files, columns, lists and the log are: the port, and its adapters."""
