"""What is remembered between runs: the port, and its adapters."""
